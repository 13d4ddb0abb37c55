"""Cells that show more than the value they hold: each by its place, so that the others cost nothing."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from msrisk.model import Numbers
from msrisk.read.number_formats import Look


class SeenCells:
    """Of one sheet: the rows of each column, and what is seen there, in eight bytes a cell."""

    def __init__(self) -> None:
        self._numbers: Numbers[Look] = Numbers()
        self._rows: defaultdict[int, array[int]] = defaultdict(lambda: array("i"))
        self._looks: defaultdict[int, array[int]] = defaultdict(lambda: array("i"))

    def add(self, row: int, column: int, look: Look) -> None:
        """row, column: counted from 1."""
        self._rows[column].append(row)
        self._looks[column].append(self._numbers[look])

    def over(self, number: int, cells: Sequence[Any]) -> Sequence[Any]:
        """The cells of a column from its first row on, as they are seen.  number: the column's, from 1."""
        if number not in self._rows:
            return cells
        looks, seen = tuple(self._numbers), list(cells)
        for row, look in zip(self._rows[number], self._looks[number], strict=True):
            if row <= len(seen):  # further cells may have been left out
                seen[row - 1] = looks[look].seen(seen[row - 1])
        return seen
