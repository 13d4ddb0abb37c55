"""How a derived field is filled: only where the list leaves it open, and naming the cell that spoke."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from msrisk.model.arrays import Bytes, Flags, Ints
from msrisk.model.column import Column, Field, blank_column
from msrisk.model.note import DISAGREE
from msrisk.values.placeholders import is_placeholder
from msrisk.values.reading import Reading

Columns = Mapping[str, Column]


@dataclass(frozen=True)
class Offer:
    """Values from another field.

    readings: the different ones.  codes: for each distinct reading of the speaker the number of what it gives,
    -1 where it gives nothing.  texts: each reading as it was typed; None where it is to be shown as it was read.
    """

    speaker: Column
    readings: tuple[Reading, ...]
    codes: Ints
    texts: tuple[str, ...] | None = None


def offer_of(speaker: Column, given: Iterable[Reading | None]) -> Offer:
    """An offer from what each distinct reading of the speaker gives; the same object is kept once."""
    numbers: dict[int, int] = {}
    readings: list[Reading] = []
    codes = []
    for reading in given:
        if reading is None:
            codes.append(-1)
            continue
        number = numbers.setdefault(id(reading), len(readings))
        if number == len(readings):
            readings.append(reading)
        codes.append(number)
    return Offer(speaker, tuple(readings), np.array(codes, np.int32))


def as_it_stands(speaker: Column) -> Offer:
    """What another source says, in its own words."""
    codes = np.where(speaker.understood, np.arange(len(speaker.readings), dtype=np.int32), np.int32(-1))
    return Offer(speaker, speaker.readings, codes, speaker.texts)


def constant_of(column: Column, reading: Reading) -> Offer:
    """One reading, wherever the column says anything."""
    return Offer(column, (reading,), np.where(column.understood, np.int32(0), np.int32(-1)))


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
        given = offer.codes[offer.speaker.codes]
        here = open_places & (given >= 0)
        codes[here] = given[here] + len(readings)
        rows[here] = offer.speaker.rows[here]
        speaker[here] = spoken_by(offer.speaker, speakers)[here]
        open_places &= ~here
        readings += offer.readings
        texts += offer.texts or [_shown(field, reading) for reading in offer.readings]
    return Column(field, tuple(readings), tuple(texts), codes, rows, tuple(speakers), speaker)


def spoken_by(column: Column, speakers: dict[str, int]) -> Bytes:
    """For each subject the number of the field whose cell spoke; of a derived column, what it was derived from."""
    names = column.speakers or (column.field.name,)
    numbers = np.array([speakers.setdefault(name, len(speakers)) for name in names], np.uint8)
    return numbers[column.speaker if column.speaker is not None else np.zeros(len(column.codes), np.uint8)]


def _shown(field: Field, reading: Reading) -> str:
    return "" if reading.value is None else field.kind.show(reading.value)


def base_column(fields: Mapping[str, Field], columns: Columns, name: str, size: int) -> Column:
    return columns.get(name) or blank_column(fields[name], size)


def each_of(column: Column, offer: Callable[[Reading, str], Reading | None]) -> Offer:
    """An offer made from each distinct understood reading of a column."""
    return offer_of(
        column,
        (
            None if reading.value is None else offer(reading, text)
            for reading, text in zip(column.readings, column.texts, strict=True)
        ),
    )


def recoded(base: Column, where: Flags, reading: Reading, text: str) -> Column:
    """The column with one other reading in some places."""
    if not where.any():
        return base
    codes = np.where(where, np.int32(len(base.readings)), base.codes)
    return replace(base, readings=(*base.readings, reading), texts=(*base.texts, text), codes=codes)


def says_nothing(column: Column) -> Flags:
    """Where a column says nothing that another source could contradict.

    Rows that disagree do, though none of them is believed, and so does a figure that we cannot read.
    """
    figures = column.field.kind.shape == "interval"
    nothing = [
        reading.value is None
        and not reading.note.startswith(DISAGREE)
        and (is_placeholder(text) or not (figures and any(map(str.isdigit, text))))
        for reading, text in zip(column.readings, column.texts, strict=True)
    ]
    return np.array(nothing, np.bool_)[column.codes]
