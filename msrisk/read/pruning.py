"""A worksheet made huge by a few cells far away from the list: those cells are left out, and said.

A reader takes memory for the whole rectangle, so they have to go before it sees the sheet.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from msrisk.read.archive import Archive
from msrisk.read.extent import FilledCells, column_number
from msrisk.read.facts import Spots
from msrisk.read.marks import whole_cells

_GAP_OF_ROWS, _GAP_OF_COLUMNS = 1_000, 100
_MOST_FAR = 100  # of one sheet; more of them are a part of the list
_CELL = re.compile(
    rb"<(\w+:)?c\b(?=[^<>]*(?<![\w:])r\s*=\s*[\"']([A-Za-z]{1,3})(\d{1,7})[\"'])[^<>]*?(?:/>|>.*?</(?:\w+:)?c>)",
    re.DOTALL,
)


class Body(NamedTuple):
    """The part of a sheet in which nearly all of its cells stand; rows and columns counted from 1."""

    rows: range
    columns: range


def body_of(cells: FilledCells) -> Body | None:
    """Where nearly all cells stand close together; None when the others are too many to leave out."""
    rows, columns = _largest(cells.in_rows, _GAP_OF_ROWS), _largest(cells.in_columns, _GAP_OF_COLUMNS)
    outside = sum(number for row, number in cells.in_rows.items() if row not in rows)
    outside += sum(number for column, number in cells.in_columns.items() if column not in columns)
    return Body(rows, columns) if outside <= _MOST_FAR else None


def _largest(held: Counter[int], gap: int) -> range:
    """Of the groups between which a gap lies, the one that holds most."""
    groups: list[list[int]] = []
    for number in sorted(held):
        if not groups or number - groups[-1][-1] > gap:
            groups.append([])
        groups[-1].append(number)
    best = max(groups, key=lambda group: sum(held[number] for number in group))
    return range(best[0], best[-1] + 1)


def pruned(archive: Archive, part: str, body: Body) -> tuple[bytes, Spots]:
    """The XML of a sheet without the cells outside its body, and those that held something."""
    far = Spots()

    def kept(match: re.Match[bytes]) -> bytes:
        row, column = int(match[3]), column_number(match[2].decode())
        if row in body.rows and column in body.columns:
            return match[0]
        if b"</" in match[0]:
            far.add(row, column)
        return b""

    return b"".join(_CELL.sub(kept, piece) for piece in whole_cells(archive.chunks(part))), far


def packed_again(archive: Archive, changed: Mapping[str, bytes]) -> bytes:
    """The workbook's XML parts with some of them changed, as a new zip."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as copy:
        for part in archive.markup:
            copy.writestr(archive.written_as(part), changed.get(part) or archive.whole(part))
    return held.getvalue()
