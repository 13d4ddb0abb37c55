"""Rows at the end of a sheet in which no cell says anything are no rows, whatever the format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from msrisk.model import Sheet, TextColumn

_FIRST_LOOK = 64  # rows; nearly every sheet ends in one that is filled


def without_blank_end(sheet: Sheet) -> Sheet:
    """The sheet up to the last row that says something, and a remark on the others; a blank one keeps a row."""
    height = max(_filled(sheet.columns), 1)
    blank = sheet.height - height
    if blank <= 0:
        return sheet
    were = "rows at the end were" if blank > 1 else "row at the end was"
    return replace(
        sheet,
        columns=tuple(TextColumn(column.texts, column.codes[:height]) for column in sheet.columns),
        hidden_rows=frozenset(row for row in sheet.hidden_rows if row < height),
        remarks=(*sheet.remarks, f"{blank:,} blank {were} left away."),
    )


def _filled(columns: Sequence[TextColumn]) -> int:
    """How many rows there are up to the last that says something."""
    height = 0
    for column in columns:
        height = _filled_beyond(column, height)
    return height


def _filled_beyond(column: TextColumn, height: int) -> int:
    """The same for one column, of which only the rows from ``height`` on matter."""
    end, look = len(column.codes), _FIRST_LOOK
    while end > height:
        start = max(height, end - look)
        numbers, numbered = np.unique(column.codes[start:end], return_inverse=True)
        says = np.array([bool(column.texts[number].strip()) for number in numbers.tolist()], np.bool_)
        if says.any():
            return start + int(np.flatnonzero(says[numbered])[-1]) + 1
        end, look = start, look * 8
    return height
