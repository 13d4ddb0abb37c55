"""The cells of one column that kept rows hold: distinct texts, how often each stands, and where first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import compress

import numpy as np

from msrisk.model import Flags, Heading, Ints, Longs, Note, Table
from msrisk.values.placeholders import is_hashes
from msrisk.values.reading import Reading

HASHES = (
    "every cell is hashes: the column was too narrow when the file was saved, and what it held is lost; "
    "open the file it was made from, widen the column, and save it again"
)


@dataclass(frozen=True)
class Cells:
    """One column of the kept rows.

    texts: the distinct ones.  codes: of each kept row, the number of its text.
    rows: each kept row's number in its sheet, from 0.
    """

    table: Table
    heading: Heading
    texts: tuple[str, ...]
    codes: Ints
    rows: Ints

    @cached_property
    def first_rows(self) -> Longs:
        """For each text the first kept row that holds it."""
        first = np.zeros(len(self.texts), np.int64)
        first[self.codes[::-1]] = np.arange(len(self.codes) - 1, -1, -1)  # the first is written last
        return first

    @cached_property
    def counts(self) -> Longs:
        """For each text how many kept rows hold it."""
        return np.bincount(self.codes, minlength=len(self.texts))

    @cached_property
    def all_hashes(self) -> bool:
        """Whether no cell shows anything but hashes."""
        filled = [text for text in self.texts if text.strip()]
        return bool(filled) and all(map(is_hashes, filled))

    def address(self, number: int) -> str:
        """The first cell that holds a text."""
        return self.address_of_row(int(self.first_rows[number]))

    def address_of_row(self, row: int) -> str:
        return self.table.sheet.address(int(self.rows[row]), self.heading.column)

    def count(self, numbers: Iterable[int]) -> int:
        """How many cells hold one of the texts."""
        return int(self.counts[list(numbers)].sum())

    def holding(self, numbers: Iterable[int]) -> Flags:
        """Which kept rows hold one of the texts."""
        held = np.zeros(len(self.texts), np.bool_)
        held[list(numbers)] = True
        return held[self.codes]

    def at_heading(self, said: str, understood: bool = False) -> Note:
        """What is to be said of the whole column."""
        where = self.table.sheet.address(self.table.below - 1, self.heading.column)
        return Note(where, self.heading.text, said, understood)

    def notes(self, readings: Iterable[tuple[int, Reading]]) -> list[Note]:
        """One note for each distinct text that has something to say, at its first cell."""
        notes = []
        for number, reading in [each for each in readings if each[1].note]:
            times = int(self.counts[number])
            more = f" (and in {times - 1:,} more cell{'s' if times > 2 else ''})" if times > 1 else ""
            notes.append(Note(self.address(number), self.texts[number], reading.note + more, reading.understood))
        return notes


def cells_of(table: Table, heading: Heading, rows: Ints) -> Cells:
    """The cells under a heading in some rows; texts that only other rows hold are left away."""
    column = table.sheet.columns[heading.column]
    codes, texts = column.codes[rows], tuple(column.texts)
    used = np.zeros(len(texts), np.bool_)
    used[codes] = True
    if not used.all():
        renumber = np.cumsum(used, dtype=np.int32) - 1
        codes, texts = renumber[codes], tuple(compress(texts, used.tolist()))
    return Cells(table, heading, texts, codes, rows)
