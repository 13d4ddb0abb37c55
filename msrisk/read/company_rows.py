"""One text file of the company register as batches of columns; a row that does not fit is left out, and said."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from msrisk.errors import InputError
from msrisk.files import one_line
from msrisk.model import LeftOut
from msrisk.model.company import COLUMNS, NEEDED, PLACE
from msrisk.read.looks import look_of

if TYPE_CHECKING:
    from _csv import Reader

BATCH = 5_000
LISTED = 50
CUT_SHORT = "the last row is cut short: the download may not be whole"

_WHICH = "Give the zip or CSV of the free company data product (BasicCompanyData) as downloaded."
_NAME, _NUMBER = PLACE["CompanyName"], PLACE["CompanyNumber"]
_SAID = 60

Batch = tuple[list[int], list[tuple[str, ...]]]  # the row of each company, and the texts of COLUMNS


class CompanyRows:
    """The rows below the headings, in order.

    headings: as typed.  places: where each of COLUMNS stands.  left_out: the first rows that do not fit;
    count_left_out: how many there are.  cut_short: whether the last row is one of them.
    """

    def __init__(self, lines: Iterable[str], file: str) -> None:
        self.file = file
        self._reader = csv.reader(lines)
        with _said(file, self._reader):
            self.headings = tuple(next(self._reader, []))
        self.places = _places(self.headings, file)
        self.left_out: list[LeftOut] = []
        self.count_left_out = 0
        self.cut_short = False

    def batches(self) -> Iterator[Batch]:
        """The companies, some thousands at a time."""
        row, last = 1, list(self.headings)
        while rows := self._some():
            numbers = list(range(row + 1, row + 1 + len(rows)))
            row, last = row + len(rows), rows[-1]
            if not self._all_whole(rows):
                numbers, rows = self._only_whole(numbers, rows)
            if rows:
                yield numbers, self._columns(rows)
        self.cut_short = 0 < len(last) != len(self.headings)
        if self.cut_short and len(self.left_out) == self.count_left_out:
            self.left_out[-1] = replace(self.left_out[-1], reason=CUT_SHORT)

    def _some(self) -> list[list[str]]:
        with _said(self.file, self._reader):
            return list(islice(self._reader, BATCH))

    def _all_whole(self, rows: list[list[str]]) -> bool:
        """Whether every row has the right width, a name and a number: nearly every batch."""
        if any(len(row) != len(self.headings) for row in rows):
            return False
        name, number = self.places[_NAME], self.places[_NUMBER]
        return all(row[name].strip() and row[number].strip() for row in rows)

    def _only_whole(self, numbers: list[int], rows: list[list[str]]) -> tuple[list[int], list[list[str]]]:
        kept = []
        for number, row in zip(numbers, rows, strict=True):
            reason = self._reason(row)
            if not reason:
                kept.append((number, row))
            elif any(row):
                self.leave_out(number, " ".join(row), reason)
        return [number for number, _ in kept], [row for _, row in kept]

    def _reason(self, row: list[str]) -> str:
        """Why a row is left out; '' where it is not."""
        width = len(self.headings)
        if len(row) != width:
            return f"{len(row)} cells where the headings have {width}: what stands where cannot be told"
        if not row[self.places[_NUMBER]].strip():
            return "no company number"
        return "" if row[self.places[_NAME]].strip() else "no company name"

    def leave_out(self, number: int, said: str, reason: str) -> None:
        """Count a row that is not used, and list it while the list is short."""
        self.count_left_out += 1
        if len(self.left_out) < LISTED:
            shown = one_line(said[: 4 * _SAID])
            shown = shown if len(shown) <= _SAID else f"{shown[: _SAID - 1]}…"
            self.left_out.append(LeftOut(f"{self.file}!A{number}", shown, reason))

    def _columns(self, rows: list[list[str]]) -> list[tuple[str, ...]]:
        columns = list(zip(*rows, strict=True))
        nothing = ("",) * len(rows)
        return [columns[place] if place >= 0 else nothing for place in self.places]


def _places(headings: tuple[str, ...], file: str) -> tuple[int, ...]:
    """Where each of COLUMNS stands; InputError naming those without which this is not the register."""
    found = {heading.strip().casefold(): place for place, heading in reversed(list(enumerate(headings)))}
    missing = [name for name in NEEDED if name.casefold() not in found]
    look = look_of([headings]) if missing else None
    if look is not None:
        raise InputError(f"this is {look.what}, not the company register", file, look.hint)
    if missing:
        of = "none of the headings" if len(missing) == len(NEEDED) else "not all headings"
        names = ", ".join(missing)
        raise InputError(f"this file has {of} of the company register: {names} missing", file, _WHICH)
    return tuple(found.get(name.casefold(), -1) for name in COLUMNS)


@contextmanager
def _said(file: str, reader: Reader) -> Iterator[None]:
    """A quotation mark that is never closed, in plain words with its line."""
    try:
        yield
    except csv.Error as problem:
        raise InputError(
            f"the cell that ends on line {reader.line_num:,} is too long: "
            "a quotation mark may be missing before it",
            file,
            "Download the file again; it may be damaged.",
        ) from problem
