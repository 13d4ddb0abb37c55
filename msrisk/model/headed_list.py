"""A sheet that msrisk wrote and a person filled in, found again by its headings wherever they were moved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from msrisk.files import one_line
from msrisk.model.sheet import Sheet

_ROWS_SEARCHED = 40


@dataclass(frozen=True)
class HeadedList:
    """One sheet, and a row of it read as its headings.  places: the column of each heading, casefolded."""

    sheet: Sheet
    head: int
    places: Mapping[str, int]

    def at(self, row: int, heading: str) -> str:
        place = self.places.get(heading.casefold())
        return "" if place is None else one_line(self.sheet.columns[place].at(row))

    def cell(self, row: int, heading: str) -> str:
        return f"{self.sheet.file}!{self.sheet.address(row, self.places.get(heading.casefold(), 0))}"


def headed_by_each_row(sheet: Sheet) -> Iterator[HeadedList]:
    """The sheet with each of its first rows in turn taken as the headings; of equal ones the first counts."""
    for row in range(min(_ROWS_SEARCHED, sheet.height)):
        places: dict[str, int] = {}
        for column, text in enumerate(sheet.row(row)):
            places.setdefault(one_line(text).casefold(), column)
        yield HeadedList(sheet, row, places)
