"""Dates, as spans of days (ordinals), both ends included.

One day: ``31/03/2025`` ``31.03.25`` ``2025-03-31`` (with a time or without) ``20250331`` ``31 March 2025``
``30-Apr-20`` ``1st March 2025`` ``March 31, 2025``. Two-figure years: 00-69 are 20xx, 70-99 are 19xx.
Day and month: in the order the hint gives; when it gives none and both are possible, the band from the
earlier to the later, *estimated*. ``43657`` is a spreadsheet's number for a day, *estimated*.
A month: ``March 2025`` ``Mar-25`` ``03/2025`` ``2025-03`` ``202503``. A year: ``2025``.
A financial year, *estimated* as 1 April to 31 March: ``2024/25`` ``FY24/25`` ``FY 2024-25`` ``FY25``.
``2010-11`` may be a month or a financial year, and is both. From one to another: ``July 2010 - September
2010``, ``1 April 2024 to 31 March 2025``. The words "year ended", "y/e", "as at", "on", "from" before a date
are passed over, and so is a weekday.

Refused, with a note: placeholders, hashes, days that do not exist, years outside 1900-2100, quarters,
spans that run backwards, any other words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from msrisk.values import date_parts as parts
from msrisk.values.date_forms import NUMERIC, span
from msrisk.values.date_parts import NoSuchDate, Span
from msrisk.values.interval import Interval
from msrisk.values.kind import DATED, Kind
from msrisk.values.placeholders import nothing_in
from msrisk.values.reading import Hint, Reading, Value
from msrisk.values.tidy import not_a, quote, tidy, unclear

_IN_WORDS = "a date"
_LONGEST = 60
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b(?: of)?")
_WEEKDAY = re.compile(r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b[ ,]*")
_BEFORE = re.compile(
    r"(?:(?:financial )?(?:year|period) (?:ended|ending|end|to)|y/e|ye|as at|as of|on|from|dated)[: ]+"
)
_STRAY = re.compile(r"(?<=\d{2})l$")  # an l after every date, from one system's exports
_TO = re.compile(r"(.+?)\s+(?:to|-|until)\s+(.+)|(.*[a-z].*?\d{4})-(.+)")


def read(text: str, hint: Hint) -> Reading:
    """One text as a span of days."""
    return nothing_in(text, _IN_WORDS) or _read(text, hint.day_first)


def _read(text: str, day_first: bool | None) -> Reading:
    plain = _plain(text)
    try:
        days = _days(plain, day_first) if len(plain) <= _LONGEST else None
    except NoSuchDate as why:
        return unclear(text, str(why))
    if days is None:
        return not_a(text, _IN_WORDS)
    return Reading(days.interval, days.grade, note=f"{quote(text)}: {days.note}" if days.note else "")


def _plain(text: str) -> str:
    plain = _ORDINAL.sub("", tidy(text).casefold().replace(",", " "))
    plain = _STRAY.sub("", _WEEKDAY.sub("", plain))
    return " ".join(_BEFORE.sub("", plain, count=1).split()).rstrip(".")


def _days(plain: str, day_first: bool | None) -> Span | None:
    """One date, or two with "to" or a hyphen between them."""
    found = _TO.fullmatch(plain)
    if not found:
        return span(plain, day_first)
    whole = span(plain, day_first)
    if whole:
        return whole
    first = span(found[1] or found[3], day_first)
    last = span(found[2] or found[4], day_first)
    if first is None or last is None:
        return None
    if first.first > last.last:
        raise NoSuchDate("it runs backwards")
    note = "; ".join(filter(None, (first.note, last.note)))
    return Span(first.first, last.last, min(first.grade, last.grade), note)


def day_first(texts: Iterable[str]) -> bool | None:
    """Whether a column writes the day first: True or False when some text proves one and none the other."""
    proofs = {proof for proof in map(_proof, texts) if proof is not None}
    return proofs.pop() if len(proofs) == 1 else None


def _proof(text: str) -> bool | None:
    """What one text proves: a number above 12 can only be the day."""
    found = NUMERIC.fullmatch(tidy(text).casefold())
    if not found:
        return None
    one, two = int(found[1]), int(found[2])
    if one > 12 >= two >= 1 and one <= 31:
        return True
    return False if two > 12 >= one >= 1 and two <= 31 else None


def show(value: Value) -> str:
    """The span as an officer would write it: a day, a month, a year, or one day to another."""
    assert isinstance(value, Interval)
    if not (value.low >= 1 and value.high <= date.max.toordinal()):
        return _open(value)
    first, last = date.fromordinal(value.low), date.fromordinal(value.high)
    if first == last:
        return _long(first)
    if (first.day, first.month, last.day, last.month) == (1, 1, 31, 12) and first.year == last.year:
        return f"{first.year}"
    if parts.month(first.year, first.month) == Span(first, last):
        return f"{first:%B} {first.year}"
    return f"{_long(first)} to {_long(last)}"


def _open(value: Interval) -> str:
    """A span without one of its ends, for what is worked out and not read."""
    if value.low >= 1:
        return (
            f"{_long(date.fromordinal(value.low))} or later" if value.low <= date.max.toordinal() else "not known"
        )
    return (
        f"{_long(date.fromordinal(value.high))} or earlier"
        if 1 <= value.high <= date.max.toordinal()
        else "not known"
    )


def _long(when: date) -> str:
    return f"{when.day} {when:%B} {when.year}"


KIND = Kind("date", "interval", _IN_WORDS, read, show, DATED)
