"""One column of text as readings: each distinct text read once, under its heading's hint."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import compress

import numpy as np

from msrisk.model import Bytes, Field, Flags, Heading, Ints, Longs, Note, Numbers, Table
from msrisk.normalise.figures import plain_sums
from msrisk.values.date import day_first
from msrisk.values.interval import Interval
from msrisk.values.money import plain_pence
from msrisk.values.money_words import plain_unit
from msrisk.values.reading import BLANK, Hint, Reading, Value

_FIGURE = re.compile(r"\d{1,12}(?:\.\d{1,17})?", re.ASCII)


@dataclass(frozen=True)
class ReadColumn:
    """A mapped column: its distinct texts, how each was read, and each row's number among them."""

    field: Field
    texts: tuple[str, ...]
    readings: tuple[Reading, ...]
    codes: Ints

    @cached_property
    def understood(self) -> Flags:
        return np.array([reading.value is not None for reading in self.readings], np.bool_)

    @cached_property
    def filled(self) -> Flags:
        return np.array([bool(text.strip()) for text in self.texts], np.bool_)

    @cached_property
    def value_codes(self) -> Ints:
        """A number for each distinct value, so that ``£36m`` and ``36,000,000`` are one."""
        numbers: Numbers[tuple[Value | None, bool]] = Numbers()
        return numbers.codes([(each.value, each.complete) for each in self.readings])

    @cached_property
    def grades(self) -> Bytes:
        return np.array([reading.grade for reading in self.readings], np.uint8)


def read_column(table: Table, field: Field, rows: Ints) -> tuple[ReadColumn, list[Note]]:
    """One field of the kept rows, and what there is to say about its cells."""
    heading = table.mapping[field.name]
    column = table.sheet.columns[heading.column]
    codes, texts = _used(column.codes[rows], column.texts)
    order = day_first(texts) if field.kind.name == "date" else None
    hint = Hint(heading.text, order, field.choices)
    read = field.kind.read
    said, meant = _hundredths(texts) if field.kind.name == "percent" else ("", texts)
    readings = tuple([read(text, hint) if text.strip() else BLANK for text in meant])
    notes = _said_of_all(table, heading, said) + _notes(table, heading, codes, texts, enumerate(readings), rows)
    return ReadColumn(field, texts, readings, codes), notes


def read_amounts(table: Table, field: Field, rows: Ints) -> tuple[Longs, Flags, list[Note]]:
    """Our own spend: each row's exact pence, whether there is one, and what there is to say.

    It is only added up, so the plain figures, which are nearly all, need no reading of their own.
    """
    heading = table.mapping[field.name]
    column = table.sheet.columns[heading.column]
    codes, texts = _used(column.codes[rows], column.texts)
    said, sterling = _sterling(texts)
    unit = plain_unit(heading.text)
    amounts, known = plain_sums(sterling, unit)
    hint = Hint(heading.text)
    odd: dict[int, Reading] = {}
    for number in np.flatnonzero(~known).tolist():
        pence = plain_pence(sterling[number], unit)
        if pence is None:
            odd[number] = field.kind.read(sterling[number], hint) if sterling[number].strip() else BLANK
            pence = _exact(odd[number].value)
        if pence is not None:
            amounts[number], known[number] = pence, True
    notes = _said_of_all(table, heading, said) + _notes(table, heading, codes, texts, odd.items(), rows)
    return amounts[codes], known[codes], notes


def _exact(value: Value | None) -> int | None:
    return value.low if isinstance(value, Interval) and value.is_point else None


def _used(codes: Ints, texts: Sequence[str]) -> tuple[Ints, tuple[str, ...]]:
    """Only the texts that kept rows hold, renumbered."""
    used = np.zeros(len(texts), np.bool_)
    used[codes] = True
    if used.all():
        return codes, tuple(texts)
    renumber = np.cumsum(used, dtype=np.int32) - 1
    return renumber[codes], tuple(compress(texts, used.tolist()))


def _sterling(texts: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """A buyer's own ledger printed with $ throughout and no other sign is in pounds; said, never silent."""
    marked = sum("$" in text for text in texts)
    if not marked or marked * 10 < len(texts) * 9 or any("£" in text or "€" in text for text in texts):
        return "", texts
    said = "every amount is printed with '$' and none with '£'; taken as pounds, since this is our own spend"
    return said, tuple(text.replace("$", "") for text in texts)


def _hundredths(texts: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """A spreadsheet stores 62% as 0.62; a column in which no figure is above 1 holds such, and that is said."""
    figures = [Decimal(text.strip()) for text in texts if _FIGURE.fullmatch(text.strip())]
    if not any(0 < each < 1 for each in figures) or max(figures) > 1 or any("%" in text for text in texts):
        return "", texts
    said = "no figure is above 1; taken as fractions, as a spreadsheet stores percentages"
    return said, tuple(
        f"{Decimal(text.strip()) * 100:f}%" if _FIGURE.fullmatch(text.strip()) else text for text in texts
    )


def _said_of_all(table: Table, heading: Heading, said: str) -> list[Note]:
    """What is to be said of a whole column, at its heading."""
    where = table.sheet.address(table.below - 1, heading.column)
    return [Note(where, heading.text, said)] if said else []


def _notes(
    table: Table,
    heading: Heading,
    codes: Ints,
    texts: tuple[str, ...],
    readings: Iterable[tuple[int, Reading]],
    rows: Ints,
) -> list[Note]:
    """One note for each distinct text that has something to say, at its first cell."""
    speaking = {number: reading for number, reading in readings if reading.note}
    if not speaking:
        return []
    distinct, first, count = np.unique(codes, return_index=True, return_counts=True)
    place = dict(zip(distinct.tolist(), zip(first.tolist(), count.tolist(), strict=True), strict=True))
    notes = []
    for number, reading in speaking.items():
        row, times = place[number]
        more = f" (and in {times - 1:,} more cell{'s' if times > 2 else ''})" if times > 1 else ""
        where = table.sheet.address(int(rows[row]), heading.column)
        notes.append(Note(where, texts[number], reading.note + more, reading.understood))
    return notes
