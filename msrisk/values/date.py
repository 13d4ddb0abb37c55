"""Dates, as spans of days (ordinals), both ends included.

One day: ``31/03/2025`` ``31.03.25`` ``2025-03-31`` (with a time or without) ``20250331`` ``31 March 2025``
``30-Apr-20`` ``1st March 2025`` ``March 31, 2025``. Two-figure years: 00-69 are 20xx, 70-99 are 19xx.
Day and month: in the order the hint gives; when it gives none and both are possible, the band from the
earlier to the later, *estimated*. ``43657`` is a spreadsheet's number for a day, *estimated*.
A month: ``March 2025`` ``Mar-25`` ``03/2025`` ``2025-03`` ``202503``. A year: ``2025``.
A financial year, *estimated* as 1 April to 31 March: ``2024/25`` ``FY24/25`` ``FY 2024-25`` ``FY25``.
``2010-11`` may be a month or a financial year, and is both. From one to another: ``July 2010 - September
2010``, ``1 April 2024 to 31 March 2025``, ``1 Feb to 30 Apr 2012``. The words "year ended", "y/e",
"as at", "on", "from" before a date are passed over, and so is a weekday.

Refused, with a note: placeholders, hashes, days that do not exist, years outside 1900-2100, quarters,
spans that run backwards, days without a year, a stray letter (``2012-10-01l``), any other words.
"""

from __future__ import annotations

import re
from datetime import date

from msrisk.values import date_parts as parts
from msrisk.values.date_forms import NUMERIC, span, without_year
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
_STRAY = re.compile(r"\d[\d./-]{4,}\d[a-z]")
_TO = re.compile(r"(.+?)\s+(?:to|-|until)\s+(.+)|(.*[a-z].*?\d{4})-(.+)")


def read(text: str, hint: Hint) -> Reading:
    """One text as a span of days."""
    return nothing_in(text, _IN_WORDS) or _read(text, hint.day_first)


def _read(text: str, day_first: bool | None) -> Reading:
    plain = _plain(text)
    if _STRAY.fullmatch(plain):
        return unclear(text, f"there is a stray '{plain[-1]}' after the date")
    try:
        days = _days(plain, day_first) if len(plain) <= _LONGEST else None
    except NoSuchDate as why:
        return unclear(text, str(why))
    if days is None:
        return not_a(text, _IN_WORDS)
    return Reading(days.interval, days.grade, note=f"{quote(text)}: {days.note}" if days.note else "")


def _plain(text: str) -> str:
    plain = _ORDINAL.sub("", tidy(text).casefold().replace(",", " "))
    plain = _WEEKDAY.sub("", plain)
    return " ".join(_BEFORE.sub("", plain, count=1).split()).rstrip(".")


def _days(plain: str, day_first: bool | None) -> Span | None:
    """One date, or two with "to" or a hyphen between them."""
    found = _TO.fullmatch(plain)
    if not found:
        return span(plain, day_first)
    whole = span(plain, day_first)
    if whole:
        return whole
    begins, ends = found[1] or found[3], found[2] or found[4]
    last = span(ends, day_first)
    first = (last and without_year(begins, last)) or span(begins, day_first)
    if first is None or last is None:
        return None
    if first.first > last.last:
        raise NoSuchDate("it runs backwards")
    note = "; ".join(filter(None, (first.note, last.note)))
    return Span(first.first, last.last, min(first.grade, last.grade), note)


def two_numbers(text: str) -> tuple[int, int, int] | None:
    """Day and month, or month and day, as they stand in a date of figures, and its year; None for other forms."""
    found = NUMERIC.fullmatch(tidy(text).casefold())
    try:
        return (int(found[1]), int(found[2]), parts.year(found[3])) if found else None
    except NoSuchDate:
        return None


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
