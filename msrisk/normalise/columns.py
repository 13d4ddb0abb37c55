"""One column of text as readings: each distinct text read once, under its heading's hint."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from msrisk.model import Bytes, Field, Flags, Ints, Longs, Note, Table
from msrisk.values.date import day_first
from msrisk.values.interval import Interval
from msrisk.values.reading import BLANK, Hint, Reading


@dataclass(frozen=True)
class ReadColumn:
    """A mapped column: its distinct texts, how each was read, and each row's number among them."""

    field: Field
    texts: tuple[str, ...]
    readings: tuple[Reading, ...]
    codes: Ints

    @cached_property
    def understood(self) -> Flags:
        return np.array([reading.understood for reading in self.readings], np.bool_)

    @cached_property
    def filled(self) -> Flags:
        return np.array([bool(text.strip()) for text in self.texts], np.bool_)

    @cached_property
    def value_codes(self) -> Ints:
        """A number for each distinct value, so that ``£36m`` and ``36,000,000`` are one."""
        seen: dict[object, int] = {}
        return np.array(
            [seen.setdefault((each.value, each.complete), len(seen)) for each in self.readings], np.int32
        )

    @cached_property
    def grades(self) -> Bytes:
        return np.array([reading.grade for reading in self.readings], np.uint8)


def read_column(table: Table, field: Field, rows: Ints) -> tuple[ReadColumn, list[Note]]:
    """One field of the kept rows, and what there is to say about its cells."""
    heading = table.mapping[field.name]
    column = table.sheet.columns[heading.column]
    codes, texts = _used(column.codes[rows], column.texts)
    said, texts_to_read = _sterling(field, texts)
    order = day_first(texts) if field.kind.name == "date" else None
    hint = Hint(heading.text, order, field.choices)
    readings = tuple([field.kind.read(text, hint) if text.strip() else BLANK for text in texts_to_read])
    read = ReadColumn(field, texts, readings, codes)
    where = table.sheet.address(table.header_row - table.sheet.first_row, heading.column)
    notes = [Note(where, heading.text, said)] if said else []
    return read, notes + _notes(table, read, rows)


def _used(codes: Ints, texts: tuple[str, ...]) -> tuple[Ints, tuple[str, ...]]:
    """Only the texts that kept rows hold, renumbered."""
    used = np.zeros(len(texts), np.bool_)
    used[codes] = True
    if used.all():
        return codes, texts
    renumber = np.cumsum(used, dtype=np.int32) - 1
    return renumber[codes], tuple(text for text, kept in zip(texts, used, strict=True) if kept)


def _sterling(field: Field, texts: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """A buyer's own ledger printed with $ throughout and no other sign is in pounds; said, never silent."""
    if field.pool != "sum":
        return "", texts
    marked = sum("$" in text for text in texts)
    if not marked or marked * 10 < len(texts) * 9 or any("£" in text or "€" in text for text in texts):
        return "", texts
    said = "every amount is printed with '$' and none with '£'; taken as pounds, since this is our own spend"
    return said, tuple(text.replace("$", "") for text in texts)


def _notes(table: Table, read: ReadColumn, rows: Ints) -> list[Note]:
    """One note for each distinct text that has something to say, at its first cell."""
    speaking = [number for number, reading in enumerate(read.readings) if reading.note]
    if not speaking:
        return []
    distinct, first, count = np.unique(read.codes, return_index=True, return_counts=True)
    place = dict(zip(distinct.tolist(), zip(first.tolist(), count.tolist(), strict=True), strict=True))
    column = table.mapping[read.field.name].column
    notes = []
    for number in speaking:
        row, times = place[number]
        problem = read.readings[number].note
        more = f" (and in {times - 1:,} more cell{'s' if times > 2 else ''})" if times > 1 else ""
        where = table.sheet.address(int(rows[row]), column)
        notes.append(Note(where, read.texts[number], problem + more, read.readings[number].understood))
    return notes


def pence(read: ReadColumn) -> tuple[Longs, Flags]:
    """The exact amount of each row, and whether there is one."""
    known = np.array(
        [isinstance(each.value, Interval) and each.value.is_point for each in read.readings], np.bool_
    )
    amounts = np.array(
        [
            each.value.low if isinstance(each.value, Interval) and each.value.is_point else 0
            for each in read.readings
        ],
        np.int64,
    )
    return amounts[read.codes], known[read.codes]
