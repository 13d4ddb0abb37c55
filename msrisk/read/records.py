"""The records of an old workbook (BIFF5, BIFF8), looked through before a reader sees them.

What is asked: is it protected, which sheets are there, which are hidden, and how far does each reach?
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from msrisk.files import one_line
from msrisk.model import letters
from msrisk.read.extent import Extent, is_mostly_empty
from msrisk.read.facts import Spots
from msrisk.read.filekind import FileKind
from msrisk.read.number_formats import Look, error_look
from msrisk.read.old_formats import BIFF8, FORMAT, STYLE, OldFormats
from msrisk.read.refusals import damaged, outside_the_grid, refusal, too_large
from msrisk.read.seen_cells import SeenCells

MAX_ROWS, MAX_COLUMNS = 65_536, 256
LAST_CELL = "IV65536"
MAX_RECORDS = 20_000_000  # a sheet filled to its last cell has 17 million

_BEGIN, _END, _PROTECTED, _SHEET, _TEXTS, _DIMENSIONS = 0x0809, 0x0A, 0x2F, 0x85, 0xFC, 0x0200
_FORMULA, _BOOLEAN_OR_ERROR, _NUMBERS, _ROW = 0x06, 0x0205, 0xBD, 0x0208
_ROW_OPTIONS, _ROW_HIDDEN = 12, 0x20  # where in a row's record, and which bit
_ONE_CELL = frozenset({_FORMULA, 0x0203, 0x0204, _BOOLEAN_OR_ERROR, 0x027E, 0xFD, 0xD6})
_A_NUMBER = frozenset({_FORMULA, 0x0203, 0x027E})
_ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}
_HEADER = struct.Struct("<HH")
_CELL = struct.Struct("<HHH")
_STYLE = struct.Struct("<H")
_GRID = struct.Struct("<4xI2xH2x")  # the last row and column that a BIFF8 sheet declares
_FIRST_RECORDS = 8

Record = tuple[int, int, int]  # kind, where its content begins, how long that is
Looks = Mapping[int, Look]  # by the number of a style, as the cells name it


@dataclass(frozen=True, slots=True)
class Tab:
    """A sheet as the workbook lists it: where it begins, whether it is hidden and holds cells, its errors.

    hidden_rows: counted from 0.  cells: those a reader sets memory aside for.
    seen: the cells that show more than a reader gives of them.
    """

    name: str
    place: int
    hidden: bool
    worksheet: bool
    errors: Spots = field(default_factory=Spots)
    hidden_rows: frozenset[int] = frozenset()
    cells: int = 0
    seen: SeenCells = field(default_factory=SeenCells)


def is_protected(stream: bytes) -> bool:
    """True when a password is needed: the record that says so is among the first."""
    try:
        first = [kind for (kind, _, _), _ in zip(_Walk(stream).part(0), range(_FIRST_RECORDS), strict=False)]
    except ValueError:
        return False
    return _PROTECTED in first


def inspect(stream: bytes, file: str) -> tuple[Tab, ...]:
    """Every sheet of the workbook; InputError when it is damaged, protected or reaches too far."""
    walk = _Walk(stream)
    tabs, looks = _listed(walk, file)
    starts = sorted(tab.place for tab in tabs)
    if len(set(starts)) < len(starts):
        raise damaged(file)
    limit = dict(zip(starts, [*starts[1:], len(stream)], strict=True))
    cells = written = 0
    found = []
    for tab in tabs:
        reach = _measure(walk, tab, limit[tab.place], looks)
        extent = reach.extent()
        cells, written = cells + extent.cells, written + reach.written
        where = f"{file}, sheet '{one_line(tab.name)}'"
        if extent.bottom > MAX_ROWS or extent.right > MAX_COLUMNS:
            raise outside_the_grid(where, extent.far, LAST_CELL)
        if is_mostly_empty(cells, written):
            raise too_large(where, extent.far, extent.cells, f"filled: {reach.written:,}")
        found.append(
            replace(tab, errors=reach.errors, hidden_rows=frozenset(reach.hidden_rows), cells=extent.cells)
        )
    return tuple(found)


class _Walk:
    """Goes from record to record; a workbook of more of them than any list has is given up."""

    def __init__(self, stream: bytes) -> None:
        self.stream = stream
        self._left = MAX_RECORDS

    def part(self, place: int) -> Iterator[Record]:
        """The records of the part that begins here, to its end; parts within it, as charts, are passed over."""
        stream, length_of, depth = self.stream, len(self.stream), 0
        while place + 4 <= length_of and self._left:
            self._left -= 1
            kind, length = _HEADER.unpack_from(stream, place)
            place += 4
            if place + length > length_of or (not depth and kind != _BEGIN):
                break
            depth += (kind == _BEGIN) - (kind == _END)
            if not depth:
                return
            if depth == 1:
                yield kind, place, length
            place += length
        raise ValueError("the workbook does not begin or end as one")


def _listed(walk: _Walk, file: str) -> tuple[list[Tab], Looks]:
    """The sheets in workbook order and the styles, from the records that stand before all sheets."""
    tabs: list[Tab] = []
    formats = OldFormats()
    stream, version = walk.stream, 0
    for kind, place, length in walk.part(0):
        if kind == _BEGIN and not version:
            (version,) = struct.unpack_from("<H", stream, place)
        elif kind == _PROTECTED:
            raise refusal(FileKind.OLD_EXCEL_PROTECTED, file)
        elif kind == _TEXTS and struct.unpack_from("<I", stream, place + 4)[0] > len(stream):
            raise damaged(file)
        elif kind == _SHEET:
            tabs.append(_tab(stream[place : place + length], version))
        elif kind in (FORMAT, STYLE):
            formats.take(kind, stream[place : place + length], version)
    if not version or not tabs:
        raise damaged(file)
    return tabs, formats.looks()


def _tab(content: bytes, version: int) -> Tab:
    place, hidden, kind, length = struct.unpack_from("<IBBB", content)
    if version < BIFF8:
        name = content[7 : 7 + length].decode("cp1252", "replace")
    elif content[7] & 1:
        name = content[8 : 8 + 2 * length].decode("utf-16-le", "replace")
    else:
        name = content[8 : 8 + length].decode("latin-1")
    return Tab(name, place, hidden & 3 != 0, kind == 0)


def _measure(walk: _Walk, tab: Tab, limit: int, looks: Looks) -> _Reach:
    """How far the filled cells of one sheet reach, which show an error or a currency, and how many there are."""
    stream, reach, seen = walk.stream, _Reach(), tab.seen
    for kind, at, length in walk.part(tab.place):
        if at >= limit:
            raise ValueError("a sheet runs into the next")
        if kind in _ONE_CELL:
            row, column, style = _CELL.unpack_from(stream, at)
            reach.hold(row + 1, column + 1, column + 1)
            if (error := _error(kind, stream[at : at + length])) is not None:
                reach.errors.add(row + 1, column + 1)
                seen.add(row + 1, column + 1, error_look(_ERRORS.get(error, "")))
            elif style in looks and kind in _A_NUMBER:
                seen.add(row + 1, column + 1, looks[style])
        elif kind == _NUMBERS:
            row, first = _HEADER.unpack_from(stream, at)
            last = first + max(length - 6, 6) // 6
            reach.hold(row + 1, first + 1, last)
            for column in range(first, last) if looks else ():
                (style,) = _STYLE.unpack_from(stream, at + 4 + 6 * (column - first))
                if style in looks:
                    seen.add(row + 1, column + 1, looks[style])
        elif kind == _ROW and length > _ROW_OPTIONS and stream[at + _ROW_OPTIONS] & _ROW_HIDDEN:
            reach.hidden_rows.add(_HEADER.unpack_from(stream, at)[0])
        elif kind == _DIMENSIONS and length >= _GRID.size:
            last_row, last_column = _GRID.unpack_from(stream, at)
            if last_row > MAX_ROWS or last_column > MAX_COLUMNS:
                raise ValueError("the sheet declares more than the grid")
    return reach


def _error(kind: int, content: bytes) -> int | None:
    """The number of the error that a cell holds."""
    if kind == _BOOLEAN_OR_ERROR:
        return content[6] if len(content) > 7 and content[7] == 1 else None
    return content[8] if kind == _FORMULA and content[12:14] == b"\xff\xff" and content[6] == 2 else None


class _Reach:
    """The rectangle around the cells met so far, and what is odd about them."""

    def __init__(self) -> None:
        self.written = 0
        self.errors = Spots()
        self.hidden_rows: set[int] = set()
        self._top = self._bottom = self._left = self._right = 0
        self._lowest = self._rightmost = (0, 0)

    def hold(self, row: int, first: int, last: int) -> None:
        self.written += last - first + 1
        self._top = min(self._top or row, row)
        self._left = min(self._left or first, first)
        if row > self._bottom:
            self._bottom, self._lowest = row, (row, first)
        if last > self._right:
            self._right, self._rightmost = last, (row, last)

    def extent(self) -> Extent:
        lowest, rightmost = (f"{letters(column)}{row}" for row, column in (self._lowest, self._rightmost))
        return Extent(self._top, self._left, self._bottom, self._right, lowest, rightmost)
