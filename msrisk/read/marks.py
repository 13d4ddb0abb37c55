"""What a sheet's XML says beside the values: hidden rows, errors, formulas without a value, each by its place.

Looked for only where a first pass saw a sign of it, so that an ordinary sheet is not gone through twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msrisk.read.extent import MAX_ROWS, column_number
from msrisk.read.facts import Spots
from msrisk.read.number_formats import error_look
from msrisk.read.seen_cells import SeenCells

HIDING = b"hidden="
ERROR = b't="e"'
NOT_STORED = re.compile(rb"(?:</f>|<f\b[^<>]*/>)\s*(?:<v>\s*</v>|<v\s*/>)?\s*</c>")

_OPENINGS = (b"<row", b"<c ", b":row", b":c ")
_LONGEST = 1 << 20  # no cell is longer
_ROW = re.compile(rb"<(?:\w+:)?row\b([^<>]*)>")
_HIDDEN = re.compile(rb"(?<![\w:])hidden\s*=\s*[\"'](?:1|true)[\"']")
_NUMBER = re.compile(rb"(?<![\w:])r\s*=\s*[\"'](\d{1,7})[\"']")
_ADDRESS = re.compile(rb"(?<![\w:])r\s*=\s*[\"']([A-Za-z]{1,3})(\d{1,7})[\"']")
_ERROR_CELL = re.compile(
    rb"<(?:\w+:)?c\b([^<>]*(?<![\w:])t\s*=\s*[\"']e[\"'][^<>]*)(?<!/)>"
    rb"(?:\s*(?:<(?:\w+:)?f\b(?:[^<>]*/>|[^<>]*>[^<]*</(?:\w+:)?f>)\s*)?<(?:\w+:)?v>([^<>]{1,30})<)?"
)
_FORMULA_ALONE = re.compile(
    rb"<(?:\w+:)?c\b([^<>]*)(?<!/)>\s*<(?:\w+:)?f\b(?:[^<>]*/>|[^<>]*>[^<]*</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_EMPTY_CELL = re.compile(rb"<c r=[^<>]*/>")
_EMPTY_TEXT = re.compile(rb"(?<![\w:])t\s*=\s*[\"']str[\"']")  # what a formula that came to "" leaves


def whole_cells(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes, cut only where a row or a cell begins."""
    held = b""
    for chunk in chunks:
        held += chunk
        cut = held.rfind(b"<", 0, max(map(held.rfind, _OPENINGS)) + 1)
        if cut > 0 or len(held) > _LONGEST:
            cut = cut if cut > 0 else len(held)
            yield held[:cut]
            held = held[cut:]
    yield held


def without_empty_cells(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The same without the cells that only have a style, of which there may be millions; each has an address."""
    for piece in whole_cells(chunks):
        yield _EMPTY_CELL.sub(b"", piece)


def hidden_rows(chunks: Iterable[bytes], problem: Exception) -> frozenset[int]:
    """The rows that are hidden, counted from 0; a row without a number follows the one before.

    problem: raised for more rows than a sheet has.
    """
    found, row, left = set(), 0, 2 * MAX_ROWS
    for piece in whole_cells(chunks):
        for match in _ROW.finditer(piece):
            left -= 1
            if not left:
                raise problem
            number = _NUMBER.search(match[1])
            row = int(number[1]) if number else row + 1
            if _HIDDEN.search(match[1]):
                found.add(row - 1)
    return frozenset(found)


def odd_cells(chunks: Iterable[bytes], seen: SeenCells) -> tuple[Spots, Spots]:
    """The cells with an error, and those with a formula that has no stored value.  seen: gets the errors."""
    errors, not_stored = Spots(), Spots()
    for piece in whole_cells(chunks):
        for match in _ERROR_CELL.finditer(piece):
            place = _add(errors, match[1])
            if place is not None and match[2]:
                seen.add(*place, error_look(match[2].decode("utf-8", "replace")))
        for match in _FORMULA_ALONE.finditer(piece):
            if not _EMPTY_TEXT.search(match[1]):
                _add(not_stored, match[1])
    return errors, not_stored


def _add(spots: Spots, attributes: bytes) -> tuple[int, int] | None:
    """Gives the cell's row and column, where it has an address."""
    found = _ADDRESS.search(attributes)
    if found is None:
        spots.count += 1  # a cell without an address cannot be named
        return None
    row, column = int(found[2]), column_number(found[1].decode())
    spots.add(row, column)
    return row, column
