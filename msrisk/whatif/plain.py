"""Columns that keep what is said, and neither how it was typed nor where it came from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from msrisk.model import Column, Field
from msrisk.values.reading import Reading


def plain(column: Column) -> Column:
    """A column that keeps what is said and not how it was typed, so that each value is looked up once.

    What it was looked up by is kept only where a table has a gap, since only then does it matter here.
    """
    numbers: dict[Reading, int] = {}
    used, codes = np.unique(column.codes, return_inverse=True)
    plainly = [plain_reading(column.readings[code]) for code in used.tolist()]
    fresh = [numbers.setdefault(each, len(numbers)) for each in plainly]
    behind = tuple(map(plain, column.behind)) if has_gap(column) else ()
    said = np.array(fresh, np.int32)[codes.reshape(-1)]
    return Column(column.field, tuple(numbers), texts_of(column.field, numbers), said, column.rows, behind=behind)


def in_use(column: Column) -> Column:
    """A column without the readings that none of its lines has, which need not be looked up."""
    used, codes = np.unique(column.codes, return_inverse=True)
    readings = tuple(column.readings[code] for code in used.tolist())
    texts = tuple(column.texts[code] for code in used.tolist())
    return replace(column, readings=readings, texts=texts, codes=codes.reshape(-1).astype(np.int32))


def plain_reading(reading: Reading) -> Reading:
    """A reading without the note beside it."""
    return Reading(reading.value, reading.grade, reading.complete) if reading.note else reading


def texts_of(field: Field, readings: Iterable[Reading]) -> tuple[str, ...]:
    """Each reading as it is shown."""
    return tuple("" if each.value is None else field.kind.show(each.value) for each in readings)


def has_gap(column: Column) -> bool:
    """Whether a table that a column came from, straight or by another, has a gap."""
    return bool(column.gap.any()) or any(map(has_gap, column.behind))
