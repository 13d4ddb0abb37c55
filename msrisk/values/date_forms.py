"""The forms a date is written in, each a pattern and what it means (see ``date`` for the list)."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from msrisk.values import date_parts as parts
from msrisk.values.date_parts import MONTH, MONTHS, NoSuchDate, Span
from msrisk.values.reading import Grade

_Y4, _Y = r"((?:19|20|21)\d\d)", r"(\d{4}|\d\d)"
_D, _SEP = r"(\d{1,2})", r"[-/. ]"
_TIME = r"(?:[t ]+\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?\s*(?:am|pm)?\s*(?:z|utc|gmt|bst|[+-]\d\d:?\d\d)?)?"
_FINANCIAL = r"(?:f\.?\s?y\.?|fye|financial year|year)\s*"
_DAY_NUMBER_NOUGHT = date(1899, 12, 30)
_FIRST_DAY_NUMBER, _LAST_DAY_NUMBER = 20_000, 60_000

Found = re.Match[str]


def _iso(found: Found, day_first: bool | None) -> Span:
    return parts.one_day(parts.day(parts.year(found[1]), int(found[2]), int(found[3])))


def _numeric(found: Found, day_first: bool | None) -> Span:
    """Two numbers and a year: day and month, in the order the column shows."""
    one, two, year = int(found[1]), int(found[2]), parts.year(found[3])
    if day_first is not None:
        when = parts.day(year, two, one) if day_first else parts.day(year, one, two)
        return parts.one_day(when)
    as_day_first, as_month_first = _or_none(year, two, one), _or_none(year, one, two)
    if as_day_first is None or as_month_first is None or as_day_first == as_month_first:
        return parts.one_day(as_day_first or as_month_first or parts.day(year, two, one))
    names = f"{_long(as_day_first)} or, month first, {_long(as_month_first)}"
    note = f"{names}; taken as between the two"
    return parts.hull(parts.one_day(as_day_first), parts.one_day(as_month_first), note)


def _or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _long(when: date) -> str:
    return f"{when.day} {when:%B %Y}"


def _day_month_name(found: Found, day_first: bool | None) -> Span:
    return parts.one_day(parts.day(parts.year(found[3]), MONTHS[found[2]], int(found[1])))


def _month_name_day(found: Found, day_first: bool | None) -> Span:
    return parts.one_day(parts.day(parts.year(found[3]), MONTHS[found[1]], int(found[2])))


def _month_name(found: Found, day_first: bool | None) -> Span:
    return parts.month(parts.year(found[2]), MONTHS[found[1]])


def _year_month_name(found: Found, day_first: bool | None) -> Span:
    return parts.month(parts.year(found[1]), MONTHS[found[2]])


def _month_number(found: Found, day_first: bool | None) -> Span:
    return parts.month(parts.year(found[2]), int(found[1]))


def _months_of_a_year(found: Found, day_first: bool | None) -> Span:
    year = parts.year(found[3])
    return Span(parts.month(year, MONTHS[found[1]]).first, parts.month(year, MONTHS[found[2]]).last)


def _year_and_two(found: Found, day_first: bool | None) -> Span:
    """``2024-25`` is a financial year, ``2011-03`` a month, and ``2010-11`` may be either."""
    year, two = parts.year(found[1]), int(found[3])
    follows = (year + 1) % 100 == two
    if not 1 <= two <= 12 or (follows and found[2] == "/"):
        return _financial(found[1], found[3])
    as_month = parts.month(year, two)
    if not follows:
        return as_month
    note = f"the month {as_month.first:%B %Y} or a financial year; taken as either"
    return parts.hull(as_month, parts.financial_year(year + 1), note)


def _financial_years(found: Found, day_first: bool | None) -> Span:
    return _financial(found[1], found[2])


def _financial(first: str, second: str) -> Span:
    """A financial year from its two years, which must follow each other."""
    begins = parts.year(first)
    if (begins + 1) % 100 != int(second) % 100 or (len(second) == 4 and int(second) != begins + 1):
        raise NoSuchDate("the two years do not follow each other")
    return parts.financial_year(begins + 1)


def _financial_year_ending(found: Found, day_first: bool | None) -> Span:
    return parts.financial_year(parts.year(found[1]))


def _year(found: Found, day_first: bool | None) -> Span:
    return parts.whole_year(parts.year(found[1]))


def _year_month(found: Found, day_first: bool | None) -> Span:
    return parts.month(parts.year(found[1]), int(found[2]))


def _quarter(found: Found, day_first: bool | None) -> Span:
    raise NoSuchDate("a quarter may be of the calendar or of the financial year")


def _no_year(found: Found, day_first: bool | None) -> Span:
    raise NoSuchDate("no year is given")


def _day_number(found: Found, day_first: bool | None) -> Span:
    number = int(found[1])
    if not _FIRST_DAY_NUMBER <= number <= _LAST_DAY_NUMBER:
        raise NoSuchDate("not a date, nor a spreadsheet's number for a day of this age")
    when = _DAY_NUMBER_NOUGHT + timedelta(days=number)
    return Span(when, when, Grade.ESTIMATED, f"a spreadsheet's number for a day, taken as {_long(when)}")


Build = Callable[[Found, bool | None], Span]

_WRITTEN: tuple[tuple[str, Build], ...] = (
    (rf"(\d{{4}})[-/.]{_D}[-/.]{_D}{_TIME}", _iso),
    (r"((?:19|20)\d\d)(0[1-9]|1[0-2])([0-3]\d)", _iso),
    (rf"{_D}[-/.]{_D}[-/.]{_Y}{_TIME}", _numeric),
    (rf"{_D}{_SEP}*({MONTH}){_SEP}*{_Y}{_TIME}", _day_month_name),
    (rf"({MONTH}){_SEP}+{_D} {_Y4}{_TIME}", _month_name_day),
    (rf"({MONTH})\s*(?:-|to|/)\s*({MONTH}){_SEP}*{_Y}", _months_of_a_year),
    (rf"({MONTH})[-/. ']*{_Y}", _month_name),
    (rf"{_Y4}{_SEP}*({MONTH})", _year_month_name),
    (rf"(?:{_FINANCIAL})?{_Y4}[-/]((?:19|20)\d\d)", _financial_years),
    (rf"{_FINANCIAL}{_Y}\s?[-/]\s?(\d\d)", _financial_years),
    (rf"{_FINANCIAL}{_Y}", _financial_year_ending),
    (rf"{_Y4}\s?([-/])\s?(\d\d?)", _year_and_two),
    (rf"{_D}[-/.]{_Y4}", _month_number),
    (r"((?:19|20)\d\d)(0[1-9]|1[0-2])", _year_month),
    (rf"{_Y4}(?:\.0)?", _year),
    (r"(\d{5})(?:\.\d+)?", _day_number),
    (r".*\b(?:q[1-4]|quarter)\b.*", _quarter),
    (rf"{_D}{_SEP}*(?:{MONTH})(?: (?:to|-) {_D}{_SEP}*(?:{MONTH}))?", _no_year),
)
_DAY_AND_MONTH = re.compile(rf"{_D}{_SEP}*({MONTH})", re.ASCII)
FORMS = tuple((re.compile(pattern, re.ASCII), build) for pattern, build in _WRITTEN)
NUMERIC = FORMS[2][0]


def without_year(plain: str, last: Span) -> Span | None:
    """The first day of a span whose year stands at its end only: ``1 Feb`` of ``1 Feb to 30 Apr 2012``."""
    found = _DAY_AND_MONTH.fullmatch(plain)
    if not found:
        return None
    month, day = MONTHS[found[2]], int(found[1])
    year = last.last.year - ((month, day) > (last.last.month, last.last.day))
    return parts.one_day(parts.day(year, month, day))


def span(plain: str, day_first: bool | None) -> Span | None:
    """The days a plain lower-case text means; None when it is in no form; NoSuchDate says why not."""
    for pattern, build in FORMS:
        found = pattern.fullmatch(plain)
        if found:
            return build(found, day_first)
    return None
