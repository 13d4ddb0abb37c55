"""The rows that belong to suppliers, of all tables of a list, and what stands in them field by field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from msrisk.model import Book, Field, Flags, Ints, Longs, Note, SpendBasis, Table
from msrisk.normalise.column.columns import ReadColumn, read_column
from msrisk.normalise.column.day_order import orders_elsewhere
from msrisk.normalise.column.kept_cells import cells_of
from msrisk.normalise.spend.amounts import read_amounts
from msrisk.normalise.spend.basis import basis_of
from msrisk.values.reading import BLANK, Reading


@dataclass(frozen=True)
class Rows:
    """The rows that belong to suppliers.

    tables: those of the list.  kept: for each, its rows that belong to suppliers, counted from 0 in its sheet.
    """

    tables: tuple[Table, ...]
    kept: tuple[Ints, ...]

    @cached_property
    def book(self) -> Book:
        return Book(self.tables)

    @cached_property
    def numbers(self) -> Ints:
        """Each row's number among the rows of all inputs."""
        return np.concatenate([kept + np.int32(table.offset) for table, kept in self.tables_and_rows()]).astype(
            np.int32
        )

    def __len__(self) -> int:
        return len(self.numbers)

    def tables_and_rows(self) -> Iterator[tuple[Table, Ints]]:
        return zip(self.tables, self.kept, strict=True)

    @cached_property
    def fields(self) -> list[str]:
        """The fields that some table has a column for."""
        return list(dict.fromkeys(name for table in self.tables for name in table.mapping))

    def read(self, field: Field) -> tuple[ReadColumn, list[Note]]:
        """One field of all rows, blank where a table has no such column; and what there is to say of its cells."""
        reads: list[ReadColumn] = []
        notes: list[Note] = []
        for (table, kept), day_first in zip(self.tables_and_rows(), self.orders_elsewhere(field), strict=True):
            if field.name in table.mapping:
                read, said = read_column(table, field, kept, day_first)
                notes += self.placed(table, said)
            else:
                read = ReadColumn(field, ("",), (BLANK,), np.zeros(len(kept), np.int32))
            reads.append(read)
        return reads[0] if len(reads) == 1 else _joined(field, reads), notes

    def orders_elsewhere(self, field: Field) -> list[bool | None]:
        """For each table, whether the day stands first under the same heading in all the others."""
        found: list[bool | None] = [None] * len(self.tables)
        if field.kind.name == "date" and len(self.tables) > 1:
            held = [number for number, table in enumerate(self.tables) if field.name in table.mapping]
            columns = [
                cells_of(self.tables[number], self.tables[number].mapping[field.name], self.kept[number])
                for number in held
            ]
            for number, order in zip(held, orders_elsewhere(columns), strict=True):
                found[number] = order
        return found

    def spend_basis(self) -> tuple[SpendBasis | None, ...]:
        """What is added up as spend in each table; None where it has no amounts."""
        return tuple(
            basis_of(table, table.mapping["spend"], kept)[0] if "spend" in table.mapping else None
            for table, kept in self.tables_and_rows()
        )

    def amounts(self, field: Field) -> tuple[Longs, Flags, list[Note]]:
        """Each row's exact pence, whether there is one, and what there is to say."""
        pence, known, notes = [], [], []
        for table, kept in self.tables_and_rows():
            if field.name in table.mapping:
                amounts, has, said = read_amounts(table, field, kept)
                notes += self.placed(table, said)
            else:
                amounts, has = np.zeros(len(kept), np.int64), np.zeros(len(kept), np.bool_)
            pence.append(amounts)
            known.append(has)
        return np.concatenate(pence), np.concatenate(known), notes

    def placed(self, table: Table, notes: Iterable[Note]) -> list[Note]:
        """The notes of one table, with its file where the list has several."""
        if len(self.book.files) == 1:
            return list(notes)
        return [replace(note, where=self.book.within(table, note.where)) for note in notes]


def _joined(field: Field, reads: Sequence[ReadColumn]) -> ReadColumn:
    """Columns one below the other; a text that was read alike in two of them is one text."""
    place: dict[tuple[str, Reading], int] = {}
    codes = []
    for read in reads:
        own = [place.setdefault(each, len(place)) for each in zip(read.texts, read.readings, strict=True)]
        codes.append(np.array(own, np.int32)[read.codes])
    return ReadColumn(
        field, tuple(text for text, _ in place), tuple(each for _, each in place), np.concatenate(codes)
    )
