"""The points on a sheet: what it is called and says, what can be seen of it, where it leads."""

from __future__ import annotations

import re
from math import ceil

from tests.workbook_checks.opened import BookSeen, CellSeen, SheetSeen, area_of, place_of
from tests.workbook_checks.point import Found, Points, at, of_sheet, on

POINTS: Points = []
_LONGEST_TEXT, _LAST_ROW, _LAST_COLUMN, _MOST_LINKS = 32_767, 1_048_576, 16_384, 65_530
_TALLEST, _WIDEST = 409.5, 255
_LONGEST_LIST, _LONGEST_MESSAGE, _LONGEST_TITLE = 255, 255, 32
_BARE = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_SAFE = re.compile(r"https?://[^\s@\\]+", re.IGNORECASE)
# No letter of ordinary words in Arial is on average so narrow, and no line so low: what fails here is surely cut.
_NARROWEST, _LOWEST = 0.72, 1.12


@of_sheet(POINTS, "A1 holds the title of the sheet, larger and bolder than the rest", essential=True)
def title(book: BookSeen, sheet: SheetSeen) -> Found:
    held = sheet.cells.get((1, 1))
    if held is None or not held.text.strip():
        yield at(sheet, 1, 1, "no title")
        return
    style = book.styles[held.style]
    body = max((book.styles[cell.style].size for place, cell in sheet.cells.items() if place != (1, 1)), default=0)
    if not style.bold or style.size <= body:
        yield at(sheet, 1, 1, "the title does not look like one")


@of_sheet(POINTS, "A2 says what is on the sheet")
def introduction(_: BookSeen, sheet: SheetSeen) -> Found:
    if not sheet.text(2, 1):
        yield at(sheet, 2, 1, "nothing says what is here")


@of_sheet(POINTS, "No merged cells", essential=True)
def no_merged_cells(_: BookSeen, sheet: SheetSeen) -> Found:
    for each in sheet.all("mergeCell"):
        yield on(sheet, f"merged cells {each.get('ref')}")


@of_sheet(POINTS, "No hidden rows, columns or sheets", essential=True)
def nothing_hidden(_: BookSeen, sheet: SheetSeen) -> Found:
    if sheet.state != "visible":
        yield on(sheet, "the sheet is hidden")
    for tag in ("row", "col"):
        for each in sheet.all(tag):
            number = each.get("r") or each.get("min")
            if each.get("hidden") in ("1", "true") or each.get("ht") == "0" or each.get("width") == "0":
                yield on(sheet, f"{'row' if tag == 'row' else 'column'} {number} is hidden")


@of_sheet(POINTS, "No formula anywhere")
def no_formula(_: BookSeen, sheet: SheetSeen) -> Found:
    for (row, column), cell in sheet.cells.items():
        if cell.formula:
            yield at(sheet, row, column, "a formula")
    if any(table.formulas for table in sheet.tables):
        yield on(sheet, "a table has a column of formulas")


@of_sheet(POINTS, "The cursor is in A1 and the sheet is not scrolled", essential=True)
def cursor(_: BookSeen, sheet: SheetSeen) -> Found:
    view = sheet.first("sheetView")
    if view is not None and view.get("topLeftCell", "A1") != "A1":
        yield on(sheet, "opens scrolled down or to the right")
    pane = sheet.first("pane")
    active = pane.get("activePane", "topLeft") if pane is not None else "topLeft"
    for each in sheet.all("selection"):
        cell = each.get("activeCell", "A1")
        if each.get("pane", "topLeft") != active:
            continue  # frozen panes have a cell each, and the cursor is in the one that scrolls
        if cell != "A1" or each.get("sqref", "A1") != "A1":
            yield on(sheet, f"the cursor is in {cell}")


@of_sheet(POINTS, "Long texts wrap", essential=True)
def wraps(book: BookSeen, sheet: SheetSeen) -> Found:
    for table in sheet.tables:
        top, left, bottom, right = table.area
        for place, cell in sheet.cells.items():
            inside = top <= place[0] <= bottom and left <= place[1] <= right
            if (
                inside
                and not cell.number
                and not book.styles[cell.style].wraps
                and _lines(book, sheet, place, cell) > 1
            ):
                yield at(sheet, *place, f"a text of {len(cell.text)} characters does not wrap")


@of_sheet(POINTS, "A row is as high as its wrapped text")
def row_heights(book: BookSeen, sheet: SheetSeen) -> Found:
    for place, cell in sheet.cells.items():
        if cell.number or not book.styles[cell.style].wraps:
            continue
        lines, height = _lines(book, sheet, place, cell), sheet.heights.get(place[0])
        if lines > 1 and height is None:
            yield at(sheet, *place, f"{lines} lines, and the row has no height")
        elif height is not None and height < min(_TALLEST - 1, lines * book.styles[cell.style].size * _LOWEST):
            yield at(sheet, *place, f"{lines} lines or more in a row {height:g} points high")


def _lines(book: BookSeen, sheet: SheetSeen, place: tuple[int, int], cell: CellSeen) -> int:
    """How many lines a text needs at the very least."""
    across = max(sheet.widths.get(place[1], 8.43), 1)
    letter = _NARROWEST * book.styles[cell.style].size / 11
    if len(cell.text) * letter <= across and "\n" not in cell.text:
        return 1
    return sum(max(1, ceil(len(part) * letter / across)) for part in cell.text.split("\n"))


@of_sheet(POINTS, "A link leads to the web or into this workbook, and its text says where", essential=True)
def links(book: BookSeen, sheet: SheetSeen) -> Found:
    names = {each.name.casefold() for each in book.sheets}
    for link in sheet.links:
        row, column = place_of(link.cell)
        text = sheet.text(row, column)
        if link.address and not _SAFE.fullmatch(link.address):
            yield at(sheet, row, column, f"a link that is no web address: {link.address}")
        if not link.address:
            target = link.place.rpartition("!")[0].strip("'").replace("''", "'")
            if target.casefold() not in names:
                yield at(sheet, row, column, f"a link to a sheet that is not there: {link.place}")
        if not text or _BARE.fullmatch(text):
            yield at(sheet, row, column, "the text of a link does not say where it leads")


@of_sheet(
    POINTS, "Charts and pictures say in words what they show, and no box floats over the sheet", essential=True
)
def alt_texts(_: BookSeen, sheet: SheetSeen) -> Found:
    for each in sheet.drawn:
        if each.kind == "box":
            yield on(sheet, "a box floats over the sheet")
        elif len(each.alt) < 20:
            yield on(sheet, f"a {each.kind} without a text that says what it shows")


@of_sheet(POINTS, "A drop-down keeps Excel's limits")
def drop_downs(book: BookSeen, sheet: SheetSeen) -> Found:
    names = {each.name for each in book.sheets}
    for each in sheet.all("dataValidation"):
        where = each.get("sqref", "")
        source = next((part.text or "" for part in each if part.tag.endswith("formula1")), "")
        if source.startswith('"') and len(source) - 2 > _LONGEST_LIST:
            yield on(sheet, f"{where}: a list of {len(source) - 2} characters")
        if "!" in source and source.rpartition("!")[0].strip("'") not in names:
            yield on(sheet, f"{where}: a list on a sheet that is not there")
        for name, most in (("prompt", _LONGEST_MESSAGE), ("error", _LONGEST_MESSAGE),
                           ("promptTitle", _LONGEST_TITLE), ("errorTitle", _LONGEST_TITLE)):  # fmt: skip
            if len(each.get(name, "")) > most:
                yield on(sheet, f"{where}: {name} is longer than {most} characters")


@of_sheet(POINTS, "Nothing is beyond what Excel holds")
def within_limits(_: BookSeen, sheet: SheetSeen) -> Found:
    for (row, column), cell in sheet.cells.items():
        if len(cell.text) > _LONGEST_TEXT or row > _LAST_ROW or column > _LAST_COLUMN:
            yield at(sheet, row, column, "beyond what Excel holds")
    if len(sheet.links) > _MOST_LINKS:
        yield on(sheet, f"{len(sheet.links)} links")
    for row, height in sheet.heights.items():
        if height > _TALLEST:
            yield at(sheet, row, 1, f"a row {height:g} points high")
    if any(width > _WIDEST for width in sheet.widths.values()):
        yield on(sheet, "a column wider than Excel allows")
    for each in sheet.all("headerFooter"):
        if any(len(part.text or "") > _LONGEST_MESSAGE for part in each):
            yield on(sheet, "a header or footer of more than 255 characters")


@of_sheet(POINTS, "A drop-down or check stands on cells of the table")
def checks_on_cells(_: BookSeen, sheet: SheetSeen) -> Found:
    for each in sheet.all("dataValidation"):
        for part in each.get("sqref", "").split():
            top, left, bottom, right = area_of(part)
            inside = (table.area for table in sheet.tables)
            if sheet.tables and not any(
                a[0] < top and a[1] <= left and bottom <= a[2] and right <= a[3] for a in inside
            ):
                yield on(sheet, f"{part}: checked, and not in the table")
