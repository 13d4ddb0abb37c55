"""How a sheet of the workbook looks: headings, widths, wrapping, bands in colour and always in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from msrisk.files import safe_text
from msrisk.model import Band

MAX_TEXT = 32_000
MOST_ROWS = 1_048_000  # Excel ends at 1,048,576, and drops the rest without a word
CUT = " … [cut: the full text is in the JSON]"
_LINE_HEIGHT = 15
_TO_FILL_IN = {"bg_color": "#FFF8DC", "align": "left", "indent": 1}
_FIRST_DAY = date(2015, 1, 1)  # nothing this tool is about was decided before
_LIKE_A_DAY = "A day, such as 22/11/2026."
# Measured contrast in the research: white on 9.8, black on 6.9, 15.6 and 6.6; the word is always there too.
BAND_COLOURS = {
    Band.REFER: ("#12436D", "#FFFFFF"),
    Band.CRITICAL: ("#801650", "#FFFFFF"),
    Band.HIGH: ("#F46A25", "#000000"),
    Band.MEDIUM: ("#FFDD00", "#000000"),
    Band.LOW: ("#28A197", "#000000"),
}

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Heading:
    """A column of a sheet: its title, width in characters, and how its cells are set.

    choices: the only words that may be entered; a cell may also stay blank.
    """

    title: str
    width: int
    style: str = "text"
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class SheetPlan:
    """What stands on one sheet: a title, lines of introduction, and one table.

    stamp: what is printed at the top of every page of it.
    printed: how many columns are printed, from the left; 0 for all.
    """

    name: str
    title: str
    lines: Sequence[str]
    headings: Sequence[Heading]
    rows: Iterable[Sequence[Cell]]
    filtered: bool = False
    stamp: str = ""
    printed: int = 0


class Styles:
    """The formats of a workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        base = {"font_name": "Arial", "font_size": 11, "valign": "top"}
        self.title = book.add_format({**base, "font_size": 16, "bold": True, "valign": "vcenter"})
        self.line = book.add_format(base)
        self.head = book.add_format(
            {
                **base,
                "bold": True,
                "text_wrap": True,
                "bottom": 2,
                "bg_color": "#E7EBF0",
                "align": "left",
                "indent": 1,
            }
        )
        self.head_number = book.add_format(
            {**base, "bold": True, "text_wrap": True, "bottom": 2, "bg_color": "#E7EBF0", "align": "right"}
        )
        rule = {"bottom": 4, "bottom_color": "#8A8A8A"}
        self.cells: dict[str, Format] = {
            "text": book.add_format(
                {**base, **rule, "text_wrap": True, "num_format": "@", "align": "left", "indent": 1}
            ),
            "number": book.add_format({**base, **rule, "num_format": "#,##0"}),
            "pounds": book.add_format({**base, **rule, "num_format": "£#,##0"}),
            "percent": book.add_format({**base, **rule, "num_format": "0%"}),
            "band": book.add_format(
                {**base, **rule, "bold": True, "num_format": "@", "align": "left", "indent": 1}
            ),
            "entry": book.add_format({**base, **rule, **_TO_FILL_IN, "text_wrap": True, "num_format": "@"}),
            "day": book.add_format({**base, **rule, **_TO_FILL_IN, "num_format": "d mmm yyyy"}),
        }
        self.bands = {
            band.word: book.add_format(
                {**base, **rule, "bold": True, "bg_color": fill, "font_color": ink, "align": "left", "indent": 1}
            )
            for band, (fill, ink) in BAND_COLOURS.items()
        }


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
        text = fit(cell or "")
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
