"""Plain numbers, in thousandths: ``1,200``, ``12.5``, ``250-499``, ``over 250``, ``300+``, ``1.2k``.

Limits and bands as for money (``bounds``), units as for money (``amount``), no currency. A dot is a
decimal point here, except where two dots or a comma after them show continental thousands. Finer than a
thousandth is rounded, halves to even. Refused, with a note: placeholders, errors, ``12,34``, numbers
over MOST, any other words.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_EVEN

from msrisk.values import bounds
from msrisk.values.amount import Amount, amount
from msrisk.values.interval import Interval, point
from msrisk.values.kind import ORDERED, Kind
from msrisk.values.numeral import NotClear
from msrisk.values.placeholders import nothing_in
from msrisk.values.reading import Grade, Hint, Reading, Value
from msrisk.values.tidy import not_a, quote, tidy, unclear

MOST = 10**12
_IN_WORDS = "a number"
_LONGEST = 80
_PLAIN = re.compile(r"-?\d{1,12}", re.ASCII)


def read(text: str, hint: Hint) -> Reading:
    """One text as thousandths."""
    if _PLAIN.fullmatch(text):
        return Reading(point(int(text) * 1000))
    return nothing_in(text, _IN_WORDS) or read_scaled(text, tidy(text).casefold(), 1000, _IN_WORDS)


def read_scaled(text: str, plain: str, scale: int, in_words: str) -> Reading:
    """One plain text as whole numbers of 1/scale, with limits and bands."""

    def end(part: str) -> Amount | None:
        return amount(part.strip(), False, True)

    try:
        band = bounds.band(plain, end) if len(plain) <= _LONGEST else None
    except NotClear as why:
        return unclear(text, str(why))
    if band is None:
        return not_a(text, in_words)
    low, high = _ends(band.low, band.high, scale)
    if max(abs(low), abs(high)) > MOST * scale:
        return unclear(text, f"too large for {in_words}")
    value = bounds.interval(band.how, low, high)
    if value is None:
        return unclear(text, "the lower end is above the higher")
    return _graded(text, value, band.how == "about", bool(band.low.slack or band.high.slack))


def _ends(low: Amount, high: Amount, scale: int) -> tuple[int, int]:
    least = (low.number - low.slack) * (low.unit or high.unit or 1) * scale
    most = (high.number + high.slack) * (high.unit or low.unit or 1) * scale
    return int(least.to_integral_value(ROUND_HALF_EVEN)), int(most.to_integral_value(ROUND_HALF_EVEN))


def _graded(text: str, value: Interval, about: bool, shortened: bool) -> Reading:
    if about:
        why = f"an estimate, taken as within {float(bounds.ABOUT):.0%}"
        return Reading(value, Grade.ESTIMATED, note=f"{quote(text)}: {why}")
    if shortened:
        why = "shortened by a spreadsheet, so known only to its last figure"
        return Reading(value, Grade.ESTIMATED, note=f"{quote(text)}: {why}")
    return Reading(value)


def write_scaled(number: int, scale: int) -> str:
    """A whole number of 1/scale in digits, without needless noughts."""
    whole, part = divmod(abs(number), scale)
    decimals = f"{part:0{len(str(scale)) - 1}}".rstrip("0") if part else ""
    return f"{'-' if number < 0 else ''}{whole:,}" + (f".{decimals}" if decimals else "")


def show(value: Value) -> str:
    """The number as an officer would write it: ``1,200``, ``at least 250``."""
    assert isinstance(value, Interval)
    return bounds.show(value, lambda number: write_scaled(number, 1000), 1000)


KIND = Kind("number", "interval", _IN_WORDS, read, show, ORDERED)
