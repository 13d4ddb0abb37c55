"""The points on tables: one real table a sheet, with one row of headings, and nothing empty, below or beside."""

from __future__ import annotations

import re

from tests.workbook_checks.opened import BookSeen, SheetSeen, TableSeen
from tests.workbook_checks.point import Found, Points, at, of_book, of_sheet, on

POINTS: Points = []
NOTHING = "[nothing to list]"
_LETTERS = re.compile(r"[A-Za-z]+")


@of_sheet(POINTS, "One table a sheet, marked up as one", essential=True)
def one_table(_: BookSeen, sheet: SheetSeen) -> Found:
    if len(sheet.tables) != 1:
        yield on(sheet, f"{len(sheet.tables)} tables, and not one")


@of_book(POINTS, "Tables have names of letters only, no two the same", essential=True)
def table_names(book: BookSeen) -> Found:
    seen: set[str] = set()
    for sheet in book.sheets:
        for table in sheet.tables:
            if not _LETTERS.fullmatch(table.name):
                yield on(sheet, f"the table's name '{table.name}' is not letters only")
            if table.name.casefold() in seen:
                yield on(sheet, f"another table is called '{table.name}' too")
            seen.add(table.name.casefold())


@of_sheet(POINTS, "A table has one row of headings, each of its own and none blank", essential=True)
def headings(_: BookSeen, sheet: SheetSeen) -> Found:
    for table in sheet.tables:
        row, first, _, _ = table.area
        if table.heading_rows != 1:
            yield at(sheet, row, first, f"{table.heading_rows} rows of headings")
        seen: set[str] = set()
        for column, title in enumerate(table.titles, start=first):
            if not title.strip():
                yield at(sheet, row, column, "a heading is blank")
            if title.casefold() in seen:
                yield at(sheet, row, column, f"two headings are '{title}'")
            seen.add(title.casefold())
            shown = sheet.text(row, column)
            if _line(shown) != _line(title):
                yield at(sheet, row, column, f"the heading says '{shown}' and the table '{title}'")


def _line(title: str) -> str:
    return " ".join(title.replace("_x000a_", " ").split())


@of_sheet(POINTS, "A table reaches over all of its data and no further, and starts in column A")
def reach(_: BookSeen, sheet: SheetSeen) -> Found:
    for table in sheet.tables:
        top, left, bottom, right = table.area
        if left != 1:
            yield at(sheet, top, left, "the table does not start in column A")
        if len(table.titles) != right - left + 1:
            yield at(sheet, top, left, "the table has not as many headings as columns")
        if bottom == top:
            yield at(sheet, top, left, "the table has no row")
        beside = [place for place in sheet.filled if top <= place[0] <= bottom and not left <= place[1] <= right]
        for row, column in beside[:3]:
            yield at(sheet, row, column, "a cell beside the table")


@of_sheet(POINTS, "Nothing stands below a table")
def nothing_below(_: BookSeen, sheet: SheetSeen) -> Found:
    if sheet.tables:
        last = max(table.area[2] for table in sheet.tables)
        for row, column in [place for place in sheet.filled if place[0] > last][:3]:
            yield at(sheet, row, column, "a cell below the table")


@of_sheet(POINTS, "No blank row or column within a table", essential=True)
def no_blank_rows(book: BookSeen, sheet: SheetSeen) -> Found:
    filled = set(sheet.filled)
    for table in sheet.tables:
        top, left, bottom, right = table.area
        for row in range(top + 1, bottom + 1):
            cells = [(row, column) for column in range(left, right + 1)]
            if not any(each in filled or _to_fill_in(book, sheet, each) for each in cells):
                yield at(sheet, row, left, "a blank row in the table")
        for column in range(left, right + 1):
            cells = [(row, column) for row in range(top + 1, bottom + 1)]
            if not any(each in filled or _to_fill_in(book, sheet, each) for each in cells):
                yield at(sheet, top, column, "a blank column in the table")


@of_sheet(
    POINTS, "No cell of a table is empty without a word, but where somebody is to fill it in", essential=True
)
def no_empty_cells(book: BookSeen, sheet: SheetSeen) -> Found:
    for table in sheet.tables:
        for place in empty_in(sheet, table):
            if not _to_fill_in(book, sheet, place):
                yield at(sheet, *place, f"an empty cell under '{table.titles[place[1] - table.area[1]]}'")


def empty_in(sheet: SheetSeen, table: TableSeen) -> list[tuple[int, int]]:
    top, left, bottom, right = table.area
    filled = set(sheet.filled)
    every = ((row, column) for row in range(top + 1, bottom + 1) for column in range(left, right + 1))
    return [place for place in every if place not in filled]


def _to_fill_in(book: BookSeen, sheet: SheetSeen, place: tuple[int, int]) -> bool:
    """Whether a cell may stay blank: somebody fills it in, or its row says that there is nothing to list."""
    if sheet.text(place[0], 1) == NOTHING:
        return True
    held = sheet.cells.get(place)
    return held is not None and book.styles[held.style].unlocked
