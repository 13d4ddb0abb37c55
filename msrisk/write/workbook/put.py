"""One planned sheet put into a workbook: a title, lines that fit the page, and a table people can work with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from math import isfinite

import numpy as np
from xlsxwriter import Workbook
from xlsxwriter.utility import quote_sheetname, xl_range_abs
from xlsxwriter.worksheet import Worksheet

from msrisk.files import safe_text
from msrisk.write.workbook.chart import put_chart
from msrisk.write.workbook.entries import Lists, check_entries
from msrisk.write.workbook.lines import breaks, lines_in, lines_in_each
from msrisk.write.workbook.links import MOST_LINKS, Lead, lead_of
from msrisk.write.workbook.measure import height_of, room_across, room_in, width_of
from msrisk.write.workbook.page import set_up_page
from msrisk.write.workbook.plan import NONE, Cell, Heading, Link, SheetPlan
from msrisk.write.workbook.style import Styles

MAX_TEXT = 32_000
MOST_ROWS = 1_048_000  # Excel ends at 1,048,576, and drops the rest without a word
CUT = " … [cut: the full text is in the JSON]"
NOTHING = "[nothing to list]"
_LONGEST_LINE = 150  # characters, about; a longer one is hard to follow back to its start
_BETWEEN = 6  # points between one line of introduction and the next


def put_sheet(book: Workbook, styles: Styles, plan: SheetPlan, lists: Lists | None = None) -> None:
    """One sheet as planned.

    lists: takes the choices that are too long for a check; whoever gives it also puts its sheet.
    """
    sheet = book.add_worksheet(plan.name)
    sheet.hide_gridlines(2)
    top = put_head(sheet, styles, plan)
    rows = iter(plan.rows)
    held = list(islice(rows, MOST_ROWS))
    filled = bool(held)
    row = put_rows(sheet, styles, plan.headings, top + 1, held if filled else [nothing(plan.headings)])
    finish_sheet(book, sheet, styles, plan, top, row, lists or Lists(), filled)
    left = sum(1 for _ in rows)
    if left:
        sheet.write_string(row + 1, 0, left_over(left), styles.cells[plan.headings[0].style])


def left_over(count: int) -> str:
    """Said below a table that is longer than a sheet."""
    return f"… {count:,} more rows than a sheet can hold: all are in the JSON"


def nothing(headings: Sequence[Heading]) -> list[Cell]:
    """The one row of a table that has none: no cell of it is blank but where somebody fills in the row."""
    beside = "" if headings[0].to_fill_in else NONE  # such a table is read back, and words would be answers
    return [NOTHING, *("" if each.to_fill_in else beside for each in headings[1:])]


def put_head(sheet: Worksheet, styles: Styles, plan: SheetPlan) -> int:
    """Title, lines and widths; the row of the headings."""
    sheet.set_row(0, 30)
    sheet.write_string(0, 0, plan.title, styles.title)
    row = 0
    for line in lines_of(plan, styles):
        row += 1
        sheet.write_string(row, 0, line.text, styles.line)
        sheet.set_row(row, height_of(1, styles.size) + (_BETWEEN if line.ends else 0))
    for column, heading in enumerate(plan.headings):
        sheet.set_column(column, column, width_of(heading.width, styles.size))
    return row + 2


class _Line:
    """One row of introduction, and whether a thought ends with it."""

    __slots__ = ("ends", "text")

    def __init__(self, text: str, ends: bool) -> None:
        self.text, self.ends = text, ends


def lines_of(plan: SheetPlan, styles: Styles) -> Iterator[_Line]:
    """The lines of introduction, none wider than what is printed: a cell that runs over shrinks the page."""
    widths = [each.width for each in plan.printed_headings]
    room = min(room_across(widths, styles.size), room_across([_LONGEST_LINE], styles.size))
    for line in plan.lines:
        parts = breaks(fit(line), room)
        for number, part in enumerate(parts, start=1):
            yield _Line(part, number == len(parts))


def put_rows(
    sheet: Worksheet,
    styles: Styles,
    headings: Sequence[Heading],
    first: int,
    rows: Sequence[Sequence[Cell]],
) -> int:
    """Rows of the table from the row of that number on, each as high as its words need; the number of the last."""
    links = 0
    lines = _lines_of_each(headings, rows, styles.size)
    for row, (cells, high) in enumerate(zip(rows, lines, strict=True), start=first):
        links += _put_row(sheet, styles, headings, row, cells, MOST_LINKS - links)
        sheet.set_row(row, height_of(high, styles.size))
    return first + len(rows) - 1


def _lines_of_each(headings: Sequence[Heading], rows: Sequence[Sequence[Cell]], size: float) -> list[int]:
    """How many lines each row takes: as many as its tallest cell."""
    tallest = np.ones(len(rows), np.int64)
    for heading, cells in zip(headings, zip(*rows, strict=True), strict=True):
        texts = fit_each([text_in(cell) for cell in cells])
        lines = lines_in_each(texts, room_in(heading.width, size), heading.style == "band")
        tallest = np.maximum(tallest, lines)
    lines_of_rows: list[int] = tallest.tolist()
    return lines_of_rows


def text_in(cell: Cell) -> str:
    """What a cell says; '' of a figure."""
    if isinstance(cell, str):
        return cell
    return lead_of(cell).text if isinstance(cell, Link) else ""


def _put_row(
    sheet: Worksheet, styles: Styles, headings: Sequence[Heading], row: int, cells: Sequence[Cell], links_left: int
) -> int:
    """One row of the table; how many of its cells lead somewhere."""
    links = 0
    for column, (cell, heading) in enumerate(zip(cells, headings, strict=True)):
        style = heading.style
        if isinstance(cell, int | float):
            sheet.write_number(row, column, number_in(cell), styles.cells[style])
            continue
        lead = lead_of(cell) if isinstance(cell, Link) else Lead(cell or "")
        text = fit(lead.text)
        if lead.leads and links < links_left:
            sheet.write_url(row, column, lead.url, styles.link, text)
            links += 1
        elif text:
            sheet.write_string(row, column, text, styles.of_text(style, text))
        else:
            sheet.write_blank(row, column, None, styles.cells[style])  # truly blank, no text without letters
    return links


def finish_sheet(
    book: Workbook,
    sheet: Worksheet,
    styles: Styles,
    plan: SheetPlan,
    top: int,
    last: int,
    lists: Lists,
    filled: bool,
) -> None:
    """All that is said of rows which are already there: the table, checks, the chart, the page."""
    _make_table(book, sheet, styles, plan, top, last)
    if filled:
        check_entries(sheet, plan.headings, top + 1, last, lists)
    down, across = last, len(plan.printed_headings) - 1
    if filled and plan.chart and not styles.plain:
        down, across = put_chart(book, sheet, plan, top, last)
    set_up_page(sheet, styles, plan, top, (down, across))


def _make_table(book: Workbook, sheet: Worksheet, styles: Styles, plan: SheetPlan, top: int, last: int) -> None:
    titles = [each.title for each in plan.headings]
    alike = {each for each in titles if sum(each.casefold() == other.casefold() for other in titles) > 1}
    assert not alike, f"two columns of '{plan.name}' have one heading, which Excel calls damage: {alike}"
    filtered = plan.filtered and not styles.plain
    columns = []
    lines = 1
    for heading in plan.headings:
        head = styles.of_heading(heading.style, filtered)
        columns.append({"header": heading.title, "header_format": head})
        lines = max(lines, lines_in(heading.title, room_in(heading.width, styles.size), bold=True))
    name = table_name(plan)
    options = {"name": name, "columns": columns, "autofilter": filtered, "style": None}
    made = sheet.add_table(top, 0, last, len(titles) - 1, options)
    assert made == 0, f"Excel would not take the table '{name}'"
    if plan.filtered:  # what people count and look up in; the table's own name is unknown to other programs
        within = xl_range_abs(top + 1, 0, last, len(titles) - 1)
        book.define_name(f"{name}_rows", f"={quote_sheetname(plan.name)}!{within}")
    sheet.set_row(top, height_of(lines + filtered, styles.size))  # a line more for the buttons


def table_name(plan: SheetPlan) -> str:
    """The name of the table in Excel: letters only."""
    name = plan.table or plan.name.title()
    return "".join(each for each in name if each.isascii() and each.isalpha())


def number_in(cell: float) -> float:
    """A number as it goes into a cell; Excel has no cell for what is none."""
    assert isfinite(cell), "only numbers that are numbers reach a sheet"
    return cell


def fit(text: str) -> str:
    """A text a cell can hold: visible throughout, and cut with a mark where it is longer than Excel allows."""
    if len(text) <= MAX_TEXT and text.isascii() and text.isprintable():
        return text  # nearly every one
    safe = safe_text(text)
    return safe if len(safe) <= MAX_TEXT else safe[: MAX_TEXT - len(CUT)] + CUT


def fit_each(texts: Sequence[str]) -> Sequence[str]:
    """The same of many texts, which are looked at together."""
    whole = "".join(texts)
    if whole.isascii() and whole.isprintable() and max(map(len, texts), default=0) <= MAX_TEXT:
        return texts
    return list(map(fit, texts))
