"""Days, months and years as spans of days, and the checks that a date exists."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date

from msrisk.values.interval import Interval
from msrisk.values.reading import Grade

FIRST_YEAR, LAST_YEAR = 1900, 2100
_TURN_OF_CENTURY = 70  # 00-69 are this century, 70-99 the last

MONTHS = {
    name.casefold(): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if number
} | {"sept": 9}
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))


class NoSuchDate(Exception):
    """A date that is not in the calendar, or that can be read two ways; the message says why."""


@dataclass(frozen=True, slots=True)
class Span:
    """The days a text means, and what to tell when that took an assumption."""

    first: date
    last: date
    grade: Grade = Grade.STATED
    note: str = ""

    @property
    def interval(self) -> Interval:
        return Interval(self.first.toordinal(), self.last.toordinal())


def year(text: str) -> int:
    """A year from two or four figures."""
    number = int(text)
    if len(text) == 2:
        number += 2000 if number < _TURN_OF_CENTURY else 1900
    if not FIRST_YEAR <= number <= LAST_YEAR:
        raise NoSuchDate(f"the year is not between {FIRST_YEAR} and {LAST_YEAR}")
    return number


def day(year_number: int, month: int, day_number: int) -> date:
    """A day that exists."""
    try:
        return date(year_number, month, day_number)
    except ValueError:
        raise NoSuchDate("there is no such day") from None


def one_day(when: date) -> Span:
    return Span(when, when)


def month(year_number: int, number: int) -> Span:
    """A whole month."""
    first = day(year_number, number, 1)
    return Span(first, first.replace(day=calendar.monthrange(year_number, number)[1]))


def whole_year(number: int) -> Span:
    return Span(date(number, 1, 1), date(number, 12, 31))


def financial_year(ends: int) -> Span:
    """The public sector's financial year that ends in a year: 1 April to 31 March."""
    first, last = day(ends - 1, 4, 1), day(ends, 3, 31)
    note = f"a financial year, taken as 1 April {ends - 1} to 31 March {ends}; as a year end, ask for the day"
    return Span(first, last, Grade.ESTIMATED, note)


def hull(one: Span, other: Span, note: str) -> Span:
    """The days from the earlier of two readings to the later."""
    return Span(min(one.first, other.first), max(one.last, other.last), Grade.ESTIMATED, note)
