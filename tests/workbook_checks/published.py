"""The points that only a workbook for a website has to meet; the one people work with has filters and colours."""

from __future__ import annotations

from tests.workbook_checks.opened import BookSeen, SheetSeen
from tests.workbook_checks.point import Found, Points, at, of_sheet, on
from tests.workbook_checks.tables import empty_in

POINTS: Points = []
LEAST_SIZE = 12


@of_sheet(POINTS, "No filters")
def no_filters(_: BookSeen, sheet: SheetSeen) -> Found:
    if any(table.filtered for table in sheet.tables) or sheet.first("autoFilter") is not None:
        yield on(sheet, "has a filter")


@of_sheet(POINTS, "No frozen panes")
def no_panes(_: BookSeen, sheet: SheetSeen) -> Found:
    if sheet.first("pane") is not None:
        yield on(sheet, "has frozen panes")


@of_sheet(POINTS, "No background fills")
def no_fills(book: BookSeen, sheet: SheetSeen) -> Found:
    found = [place for place, cell in sheet.cells.items() if book.styles[cell.style].fill not in ("", "FFFFFF")]
    for place in found[:1]:
        yield at(sheet, *place, f"a background fill, and {len(found) - 1} more")


@of_sheet(POINTS, "No headers and footers", essential=True)
def no_headers(_: BookSeen, sheet: SheetSeen) -> Found:
    for each in sheet.all("headerFooter"):
        if any((part.text or "").strip() for part in each):
            yield on(sheet, "has a header or footer")


@of_sheet(POINTS, "No charts or pictures")
def no_charts(_: BookSeen, sheet: SheetSeen) -> Found:
    yield from (on(sheet, f"has a {each.kind}") for each in sheet.drawn)


@of_sheet(POINTS, "No empty cell at all", essential=True)
def no_cell_to_fill_in(_: BookSeen, sheet: SheetSeen) -> Found:
    for table in sheet.tables:
        for place in empty_in(sheet, table)[:3]:
            yield at(sheet, *place, "an empty cell in what is published")


@of_sheet(POINTS, f"Letters of {LEAST_SIZE} points at least")
def large_letters(book: BookSeen, sheet: SheetSeen) -> Found:
    small = [place for place, cell in sheet.cells.items() if book.styles[cell.style].size < LEAST_SIZE]
    for place in small[:1]:
        yield at(sheet, *place, f"letters under {LEAST_SIZE} points, and {len(small) - 1} more")
