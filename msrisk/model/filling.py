"""How a derived field is filled: only where the list leaves it open, and naming the cell that spoke."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from msrisk.model.arrays import Bytes, Flags
from msrisk.model.column import Column, Field, blank_column
from msrisk.values.reading import BLANK, Reading

Columns = Mapping[str, Column]


@dataclass(frozen=True)
class Offer:
    """Values from another field: for each of its distinct readings what it gives, or None."""

    speaker: Column
    readings: Sequence[Reading | None]


def fill(field: Field, base: Column, offers: Sequence[Offer], where: Flags | None = None) -> Column:
    """The base column, its open places filled by the first offer that has something there."""
    readings, texts = list(base.readings), list(base.texts)
    codes, rows = base.codes.copy(), base.rows.copy()
    speakers = {field.name: 0}
    speaker = np.zeros(len(codes), np.uint8)
    open_places = ~base.understood[base.codes]
    if where is not None:
        open_places &= where
    for offer in offers:
        start = len(readings)
        has = np.array([reading is not None for reading in offer.readings], np.bool_)
        readings += [reading or BLANK for reading in offer.readings]
        texts += [_shown(field, reading) for reading in offer.readings]
        here = open_places & has[offer.speaker.codes]
        codes[here] = offer.speaker.codes[here] + start
        rows[here] = offer.speaker.rows[here]
        speaker[here] = spoken_by(offer.speaker, speakers)[here]
        open_places &= ~here
    return Column(field, tuple(readings), tuple(texts), codes, rows, tuple(speakers), speaker)


def spoken_by(column: Column, speakers: dict[str, int]) -> Bytes:
    """For each subject the number of the field whose cell spoke; of a derived column, what it was derived from."""
    names = column.speakers or (column.field.name,)
    numbers = np.array([speakers.setdefault(name, len(speakers)) for name in names], np.uint8)
    return numbers[column.speaker if column.speaker is not None else np.zeros(len(column.codes), np.uint8)]


def _shown(field: Field, reading: Reading | None) -> str:
    return "" if reading is None or reading.value is None else field.kind.show(reading.value)


def base_column(fields: Mapping[str, Field], columns: Columns, name: str, size: int) -> Column:
    return columns.get(name) or blank_column(fields[name], size)


def each_of(column: Column, offer: Callable[[Reading, str], Reading | None]) -> Offer:
    """An offer made from each distinct understood reading of a column."""
    return Offer(
        column,
        [
            None if reading.value is None else offer(reading, text)
            for reading, text in zip(column.readings, column.texts, strict=True)
        ],
    )


def recoded(base: Column, where: Flags, reading: Reading, text: str) -> Column:
    """The column with one other reading in some places."""
    if not where.any():
        return base
    codes = np.where(where, np.int32(len(base.readings)), base.codes)
    return replace(base, readings=(*base.readings, reading), texts=(*base.texts, text), codes=codes)
