"""How far a worksheet reaches, before any reader sets aside a grid for it.

A reader of workbooks takes memory for the whole rectangle between the first and the last cell, so two
cells at opposite corners of the grid end the process. Two ways to measure it: every cell's address as
Excel writes it, with numpy, in a few hundredths of a second; and, where a sheet is written in another
way or seems too large, each filled cell with an XML parser.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from xml.parsers import expat

import numpy as np

from msrisk.model import Ints, letters
from msrisk.read.parts import safe_parser

MAX_ROWS = 1_048_576
MAX_COLUMNS = 16_384
MAX_CELLS = 60_000_000
MAX_WRITTEN = (
    16_000_000  # cells of one sheet, empty ones too; a list with values in so many fills the largest workbook
)
MAX_ELEMENTS = 8_000_000  # that are gone through one by one, which takes up to half a minute
FREE_CELLS = 5_000_000  # a rectangle up to here may be nearly empty
MAX_EMPTINESS = 20  # beyond, one cell in so many must hold something
OVERLAP = 64  # more than the longest beginning of a cell that Excel writes: <c r="XFD1048576"

_CELL, _PREFIXED_CELL = b"<c", b":c"
_OPENING = np.frombuffer(b' r="', np.uint8)
_LETTER, _DIGIT = np.uint8(ord("A")), np.uint8(ord("0"))
_LONGEST, _LETTERS = 10, 3  # XFD1048576
_NAME_GOES_ON = re.compile(rb"[\w:.-]")
_GOES_ON = np.array([bool(_NAME_GOES_ON.match(bytes([code]))) for code in range(256)])
_ADDRESS = re.compile(r"([A-Za-z]{1,7})([0-9]{1,10})")
_CONTENT = frozenset({"v", "is", "t"})


@dataclass(frozen=True, slots=True)
class Extent:
    """The first and the last row and column that hold a cell, counted from 1; all 0 for an empty sheet.

    lowest, rightmost: the addresses of the first cell in that row and that column, where they are known.
    """

    top: int = 0
    left: int = 0
    bottom: int = 0
    right: int = 0
    lowest: str = ""
    rightmost: str = ""

    @property
    def cells(self) -> int:
        """What a reader sets memory aside for: it counts rows from the first of the sheet."""
        return self.bottom * max(self.right - self.left + 1, 1)

    @property
    def far(self) -> str:
        """The addresses that make the sheet as large as it is."""
        return " and ".join(dict.fromkeys((self.lowest, self.rightmost)))

    @property
    def on_the_grid(self) -> bool:
        return self.bottom <= MAX_ROWS and self.right <= MAX_COLUMNS


def is_mostly_empty(cells: int, written: int) -> bool:
    """True for a large rectangle that a cell far away, or a repetition, makes large: no list is like that."""
    return cells > FREE_CELLS and cells > MAX_EMPTINESS * written


class AddressScan:
    """Takes a sheet's XML piece by piece and finds the largest row and column written in it.

    Each piece but the first begins with the last OVERLAP bytes of the one before.
    """

    def __init__(self) -> None:
        self.written = 0
        self._bottom = 0
        self._right = 0
        self.ordinary = True

    def look(self, piece: bytes) -> None:
        """Every cell that begins before the last OVERLAP bytes, which the next piece brings again."""
        end = len(piece) - OVERLAP
        if not self.ordinary or end <= 0:
            return
        text = np.frombuffer(piece, np.uint8)
        starts = _names(piece, text, _CELL, end)
        if _names(piece, text, _PREFIXED_CELL, end).size or not all(
            (text[starts + 2 + at] == code).all() for at, code in enumerate(_OPENING)
        ):
            self.ordinary = False
            return
        self.written += len(starts)
        rows, columns, self.ordinary = _addresses(text, starts + 2 + len(_OPENING))
        self._bottom = max(self._bottom, int(rows.max(initial=0)))
        self._right = max(self._right, int(columns.max(initial=0)))

    def finish(self, tail: bytes) -> Extent | None:
        """The extent, or None when some cell's address is not written the way Excel does."""
        self.look(tail + b" " * OVERLAP)
        if not self.ordinary:
            return None
        return Extent(min(1, self._bottom), min(1, self._right), self._bottom, self._right)


def pairs(piece: bytes, pair: bytes) -> Any:
    """Where two bytes stand side by side: much faster than a search for text, where one of them is common."""
    wanted = np.frombuffer(pair, np.uint16)[0]
    found = [
        np.flatnonzero(np.frombuffer(piece, np.uint16, (len(piece) - odd) // 2, odd) == wanted) * 2 + odd
        for odd in (0, 1)
    ]
    return np.concatenate(found)


def _names(piece: bytes, text: Any, pair: bytes, end: int) -> Any:
    """Where these two bytes stand and the element's name ends with them."""
    starts = pairs(piece, pair)
    starts = starts[starts < end]
    return starts[~_GOES_ON[text[starts + 2]]]


def _addresses(text: Any, places: Any) -> tuple[Ints, Ints, bool]:
    """Row and column of the address at each place, and whether every one was well formed."""
    rows = np.zeros(len(places), np.int32)
    columns = np.zeros(len(places), np.int32)
    alive = np.ones(len(places), bool)
    for step in range(_LONGEST + 1):
        codes = text[places + step]
        letter = alive & (codes - _LETTER < 26) & (rows == 0)  # bytes below A wrap round to large ones
        digit = alive & (codes - _DIGIT < 10)
        alive = letter | digit
        if letter.any():
            if step >= _LETTERS:
                return rows, columns, False
            columns = np.where(letter, columns * 26 + (codes - _LETTER + 1), columns)
        if digit.any():
            rows = np.where(digit, rows * 10 + (codes - _DIGIT), rows)
        if not alive.any():
            break
    closed = not alive.any() and bool((rows > 0).all() and (columns > 0).all())
    return rows, columns, closed


def filled_extent(chunks: Iterable[bytes], problem: Exception) -> FilledCells:
    """The rectangle of the cells that hold something, by an XML parser: slow, sure, for odd sheets."""
    cells = FilledCells(problem)
    parser = safe_parser(lambda: problem)
    parser.StartElementHandler = cells.begin
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except expat.ExpatError:
        raise problem from None
    return cells


class FilledCells:
    """Follows the rows and cells of a sheet; addresses may be missing, and then count on.

    in_rows, in_columns: how many cells hold something in each.
    """

    def __init__(self, problem: Exception) -> None:
        self.extent = Extent()
        self.in_rows: Counter[int] = Counter()
        self.in_columns: Counter[int] = Counter()
        self._row = self._column = 0
        self._filled = (0, 0)
        self._left = MAX_ELEMENTS
        self._problem = problem

    @property
    def written(self) -> int:
        return self.in_rows.total()

    def begin(self, element: str, attributes: dict[str, str]) -> None:
        self._left -= 1
        if not self._left:
            raise self._problem
        local = element.rpartition(":")[2] if ":" in element else element
        if local == "row":
            self._row, self._column = int(attributes.get("r", self._row + 1)), 0
        elif local == "c":
            self._place(attributes.get("r"))
        elif local in _CONTENT:
            self._fill()

    def _place(self, address: str | None) -> None:
        if address is None:
            self._column += 1
            return
        found = _ADDRESS.fullmatch(address)
        if found is None:
            raise self._problem
        self._row = int(found[2])
        self._column = column_number(found[1])

    def _fill(self) -> None:
        row, column, old = self._row, self._column, self.extent
        if self._filled != (row, column):  # a cell has a formula, a value and so on
            self._filled = row, column
            self.in_rows[row] += 1
            self.in_columns[column] += 1
        if old.top <= row <= old.bottom and old.left <= column <= old.right:
            return
        address = f"{letters(column)}{row}"
        self.extent = Extent(
            min(old.top or row, row),
            min(old.left or column, column),
            max(old.bottom, row),
            max(old.right, column),
            address if row > old.bottom else old.lowest,
            address if column > old.right else old.rightmost,
        )


@lru_cache(MAX_COLUMNS)
def column_number(name: str) -> int:
    """A column's number by its letters: A is 1, AA is 27."""
    number = 0
    for letter in name.upper():
        number = number * 26 + ord(letter) - 64
    return number
