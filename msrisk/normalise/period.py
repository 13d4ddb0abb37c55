"""The days a list of payments covers: from the first to the last, and how many of them it has payments for."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from dataclasses import dataclass
from datetime import date

import numpy as np

from msrisk.normalise.columns import ReadColumn
from msrisk.values.interval import Interval

_NEAR = 5 * 366  # days from the middle date
_RARE = 200
_BUSY = 20  # a month with less than a twentieth of the payments of the busiest one holds late invoices


@dataclass(frozen=True)
class Period:
    """first, last: the days payments may have been made on.  days: how many days the months with payments have."""

    first: date
    last: date
    days: int


def period_of(dates: ReadColumn | None) -> Period | None:
    """The period of the dates of payment; None where there is none.

    Single dates years away from the middle one are mistyped (2062): they would stretch the period, and the floor.
    """
    if dates is None:
        return None
    counts = np.bincount(dates.codes, minlength=len(dates.readings)).tolist()
    read = [(each.value, count) for each, count in zip(dates.readings, counts, strict=True)]
    days = [(value, count) for value, count in read if isinstance(value, Interval)]
    if not days:
        return None
    lows = np.repeat([value.low for value, _ in days], [count for _, count in days])
    middle = int(np.partition(lows, len(lows) // 2)[len(lows) // 2]) if len(lows) else days[0][0].low
    near = _without_mistyped(days, middle) or days
    first, last = (
        date.fromordinal(min(value.low for value, _ in near)),
        date.fromordinal(max(value.high for value, _ in near)),
    )
    whole = (last - first).days + 1
    return Period(first, last, min(_days_of_busy_months(near) or whole, whole))


def _without_mistyped(days: list[tuple[Interval, int]], middle: int) -> list[tuple[Interval, int]]:
    """The dates but for those years away in a year of few payments; another year's file has many."""
    years: Counter[int] = Counter()
    for value, count in days:
        years[date.fromordinal(value.low).year] += count
    enough = max(_BUSY, max(years.values()) / _RARE)
    return [
        (value, count)
        for value, count in days
        if max(middle - value.low, value.high - middle) <= _NEAR
        or years[date.fromordinal(value.low).year] >= enough
    ]


def _days_of_busy_months(days: list[tuple[Interval, int]]) -> int:
    """April and June of a year are two months, whatever lies between; so is a month with some old invoices one.

    A date that may be in several months, as ``3/8/2010`` or a quarter, counts for each of them. 0 for a list with
    so few payments that a month without any says nothing.
    """
    payments: Counter[tuple[int, int]] = Counter()
    for value, count in days:
        first, last = date.fromordinal(value.low), date.fromordinal(value.high)
        start, end = first.year * 12 + first.month, last.year * 12 + last.month
        payments.update(dict.fromkeys((divmod(month - 1, 12) for month in range(start, end + 1)), count))
    most = max(payments.values())
    if most < _BUSY:
        return 0
    return sum(
        monthrange(year, month + 1)[1] for (year, month), count in payments.items() if count * _BUSY >= most
    )
