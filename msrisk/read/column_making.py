"""Columns made of portions of rows, so that a long text file is never held as a list of rows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

import numpy as np

from msrisk.model import Ints, Numbers, TextColumn
from msrisk.read.cells import cell_text
from msrisk.read.joined_texts import Joiner

_ENOUGH_TO_TELL = 50_000  # rows


class ColumnMaker:
    """One column: distinct texts, until it is plain that hardly any comes twice."""

    def __init__(self, blank_rows: int) -> None:
        self._numbers: Numbers[str] = Numbers()
        self._codes: list[Ints] = []
        self._joiner: Joiner | None = None
        self._rows = self._texts = 0
        if blank_rows:
            self.add_blank(blank_rows)

    def add(self, cells: Sequence[str]) -> None:
        if self._joiner is None:
            self._codes.append(self._numbers.codes(cells))
            self._rows += len(cells)
            if self._rows >= _ENOUGH_TO_TELL and 2 * len(self._numbers) > self._rows:
                self._joiner, self._texts = Joiner(), len(self._numbers)
                self._joiner.add(list(self._numbers))
                self._numbers.clear()
            return
        self._joiner.add(cells)
        self._codes.append(np.arange(self._texts, self._texts + len(cells), dtype=np.int32))
        self._texts += len(cells)

    def add_blank(self, rows: int) -> None:
        self.add(("",) * rows)

    def column(self) -> TextColumn:
        codes = np.concatenate(self._codes) if self._codes else np.zeros(0, np.int32)
        if self._joiner is not None:
            return TextColumn(self._joiner.joined(), codes)
        texts = list(map(cell_text, self._numbers))
        distinct: Numbers[str] = Numbers()
        renumbered = distinct.codes(texts)
        return TextColumn(tuple(distinct), codes if len(distinct) == len(texts) else renumbered[codes])


class ColumnsMaker:
    """All columns of a file, as many as its widest row has cells, and how many cells each row has."""

    def __init__(self) -> None:
        self._columns: list[ColumnMaker] = []
        self._widths: list[Ints] = []
        self.rows = self.width = 0

    def add(self, rows: Sequence[Sequence[str]]) -> None:
        cells = list(zip_longest(*rows, fillvalue=""))
        for _ in range(len(self._columns), len(cells)):
            self._columns.append(ColumnMaker(self.rows))
        for column, held in zip(self._columns, cells, strict=False):
            column.add(held)
        for column in self._columns[len(cells) :]:
            column.add_blank(len(rows))
        self._widths.append(np.fromiter(map(len, rows), np.int32, len(rows)))
        self.rows += len(rows)
        self.width = len(self._columns)

    def columns(self) -> list[TextColumn]:
        """Each column is let go as it is made, so that none is held twice."""
        made = []
        while self._columns:
            made.append(self._columns.pop(0).column())
        return made

    @property
    def widths(self) -> Ints:
        return np.concatenate(self._widths)
