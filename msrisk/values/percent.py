"""Percentages, in hundredths of a percent: ``45%``, ``45 per cent``, ``over 10%``, ``10-20%``, ``45``.

A figure without a sign is a percentage when it is nought, above 1 or below nought. A bare figure above
nought and not above 1 may be a fraction, as spreadsheets store 45% as ``0.45``, or may be that small a
percentage, whatever its heading says: it is a band from the one reading to the other, *estimated*. So is a
limit or a band that ends there (``under 0.5``, ``0.1-0.2``).
Limits and bands as for money. Refused, with a note: placeholders, errors, any other words.
"""

from __future__ import annotations

import re

from msrisk.values import bounds
from msrisk.values.interval import Interval
from msrisk.values.kind import ORDERED, Kind
from msrisk.values.number import read_scaled, write_scaled
from msrisk.values.placeholders import nothing_in
from msrisk.values.reading import Grade, Hint, Reading, Value
from msrisk.values.tidy import quote, tidy

_IN_WORDS = "a percentage"
_SCALE = 100
_SIGN = re.compile(r"(?<=\d)\s*(?:%|percentage|percent|per cent|pc\b|pct\b)(?![a-z]|\s*[.,]?\d)")
_WHOLE = 10_000  # a fraction is at most all there is


def read(text: str, hint: Hint) -> Reading:
    """One text as hundredths of a percent."""
    return nothing_in(text, _IN_WORDS) or _read(text, tidy(text).casefold())


def _read(text: str, plain: str) -> Reading:
    bare = _SIGN.sub("", plain)
    reading = read_scaled(text, bare, _SCALE, _IN_WORDS)
    fraction = read_scaled(text, bare, _SCALE * 100, _IN_WORDS).value if bare == plain else None
    if not isinstance(reading.value, Interval) or not isinstance(fraction, Interval):
        return reading
    if reading.value.low < 0 or not 0 < fraction.high <= _WHOLE:
        return reading
    note = f"{quote(text)}: {show(reading.value)} or, as a fraction, {show(fraction)}; taken as between the two"
    return Reading(Interval(reading.value.low, fraction.high), Grade.ESTIMATED, note=note)


def _percent(number: int) -> str:
    return f"{write_scaled(number, _SCALE)}%"


def show(value: Value) -> str:
    """The percentage as an officer would write it: ``45%``, ``over 10%``."""
    assert isinstance(value, Interval)
    return bounds.show(value, _percent, _SCALE)


KIND = Kind("percent", "interval", _IN_WORDS, read, show, ORDERED)
