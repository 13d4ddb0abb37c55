"""One value without what tells who it is of: free text goes, money keeps two figures, a day its year."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import numpy as np

from msrisk.model import Field, Longs
from msrisk.values.interval import LIMIT, Interval
from msrisk.values.reading import Reading, Value

REDACTED = "[redacted]"
_POWERS = 10 ** np.arange(19, dtype=np.int64)
_ROUNDED = ("money", "number", "percent")
_CLOSED = ("yes_no", "choice", "country")  # whose values are words of our own, whatever was typed

Words = Mapping[str, frozenset[str]]  # by field the words that our own tables can give it


def two_figures(numbers: Longs) -> Longs:
    """Each number to two significant figures; a half goes to the even one."""
    size = np.abs(numbers)
    digits = np.searchsorted(_POWERS, size, side="right")
    unit = _POWERS[np.maximum(digits - 2, 0)]
    whole, rest = size // unit, size % unit
    up = (2 * rest > unit) | ((2 * rest == unit) & (whole % 2 == 1))
    rounded: Longs = np.sign(numbers) * (whole + up) * unit
    return rounded


def shown(field: Field, value: Value | None, words: Words) -> str:
    """A value in words that name nobody; '' where nothing was understood."""
    if value is None:
        return ""
    if isinstance(value, Interval):
        return field.kind.show(value) if field.name in words else _interval_shown(field, value)
    if field.kind.name in _CLOSED or set(value) <= words.get(field.name, frozenset()):
        return field.kind.show(value)
    return REDACTED


def reading(field: Field, held: Reading, words: Words) -> Reading:
    """A reading that names nobody: as well known as it was, and without its note."""
    value = held.value
    if isinstance(value, Interval):
        value = _two_figures(value) if field.kind.name in _ROUNDED and field.name not in words else value
    elif value is not None and shown(field, value, words) == REDACTED:
        value = (REDACTED,)
    return held._replace(value=value, note="")


def _interval_shown(field: Field, value: Interval) -> str:
    if field.kind.name in _ROUNDED:
        rounded = _two_figures(value)
        said = field.kind.show(rounded)
        return f"about {said}" if value.is_point and rounded != value else said
    if field.kind.name == "date" and value.low >= 1 and value.high <= date.max.toordinal():
        first, last = date.fromordinal(value.low).year, date.fromordinal(value.high).year
        return f"{first}" if first == last else f"{first} to {last}"
    return REDACTED


def _two_figures(value: Interval) -> Interval:
    return Interval(_rounded(value.low), _rounded(value.high))


def _rounded(number: int) -> int:
    return number if abs(number) >= LIMIT else int(two_figures(np.array([number], np.int64))[0])
