"""One planned sheet put into a workbook: headings, widths, wrapping, checks of what is entered, and the page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import islice

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from msrisk.files import safe_text
from msrisk.write.workbook.plan import Cell, Heading, Link, SheetPlan
from msrisk.write.workbook.style import Styles

MAX_TEXT = 32_000
MOST_ROWS = 1_048_000  # Excel ends at 1,048,576, and drops the rest without a word
CUT = " … [cut: the full text is in the JSON]"
_LINE_HEIGHT = 15
_FIRST_DAY = date(2015, 1, 1)  # nothing this tool is about was decided before
_LIKE_A_DAY = "A day, such as 22/11/2026."


def put_sheet(book: Workbook, styles: Styles, plan: SheetPlan) -> None:
    """One sheet as planned."""
    sheet = book.add_worksheet(plan.name)
    sheet.hide_gridlines(2)
    sheet.set_row(0, 26)
    sheet.write_string(0, 0, plan.title, styles.title)
    for number, line in enumerate(plan.lines, start=1):
        sheet.write_string(number, 0, fit(line), styles.line)
    top = len(plan.lines) + 2
    for column, heading in enumerate(plan.headings):
        sheet.set_column(column, column, heading.width)
        right = heading.style in ("number", "pounds", "percent")
        sheet.write_string(top, column, heading.title, styles.head_number if right else styles.head)
    sheet.set_row(top, 32)
    row = top
    rows = iter(plan.rows)
    for row, cells in enumerate(islice(rows, MOST_ROWS), start=top + 1):
        _put_row(sheet, styles, plan.headings, row, cells)
    if row > top:
        _check_entries(sheet, plan.headings, top + 1, row)
    else:
        row += 1
        sheet.write_string(row, 0, "[nothing to list]", styles.line)
    left = sum(1 for _ in rows)
    if left:
        row += 1
        sheet.write_string(row, 0, f"… {left:,} more rows than a sheet can hold: all are in the JSON", styles.line)
    _set_up_page(sheet, plan, top, row)


def _put_row(
    sheet: Worksheet, styles: Styles, headings: Sequence[Heading], row: int, cells: Sequence[Cell]
) -> None:
    lines = 1
    for column, (cell, heading) in enumerate(zip(cells, headings, strict=True)):
        style = styles.cells[heading.style]
        if isinstance(cell, int | float):
            sheet.write_number(row, column, cell, style)
            continue
        text = fit(cell.text if isinstance(cell, Link) else cell or "")
        if not text and heading.style in ("entry", "day"):
            sheet.write_blank(row, column, None, style)  # truly blank, for somebody to fill in
            continue
        if heading.style == "band":
            style = styles.bands.get(text, style)
        sheet.write_string(row, column, text, style)
        if "\n" in text or len(text) > heading.width:
            lines = max(lines, sum(1 + int(len(part) / (heading.width * 1.1)) for part in text.split("\n")))
    if lines > 1:
        sheet.set_row(row, min(409, lines * _LINE_HEIGHT))


def _check_entries(sheet: Worksheet, headings: Sequence[Heading], first: int, last: int) -> None:
    """A drop-down where only some words may be entered, and a check where a day is."""
    for column, heading in enumerate(headings):
        if heading.choices:
            said = f"{' or '.join(heading.choices)}, or blank."
            rule: dict[str, object] = {"validate": "list", "source": list(heading.choices), "error_message": said}
        elif heading.style == "day":
            rule = {"validate": "date", "criteria": ">=", "value": _FIRST_DAY, "error_message": _LIKE_A_DAY}
        else:
            continue
        sheet.data_validation(first, column, last, column, {"error_title": heading.title, **rule})


def _set_up_page(sheet: Worksheet, plan: SheetPlan, top: int, last: int) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(top)
    if plan.printed:
        sheet.print_area(0, 0, last, plan.printed - 1)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer("&L&A&RPage &P of &N")
    if plan.stamp:
        sheet.set_header(f"&C{plan.stamp.replace('&', '&&')}")
    sheet.freeze_panes(top + 1, 2 if plan.filtered else 0)
    if plan.filtered and last > top:
        sheet.autofilter(top, 0, last, len(plan.headings) - 1)
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{last + 1}"})


def fit(text: str) -> str:
    """A text a cell can hold: visible throughout, and cut with a mark where it is longer than Excel allows."""
    safe = safe_text(text)
    return safe if len(safe) <= MAX_TEXT else safe[: MAX_TEXT - len(CUT)] + CUT
