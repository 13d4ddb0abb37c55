"""The period of a list, from its dates of payment: the first and last, and the days of the months between."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from datetime import date

import numpy as np

from msrisk.model import Period
from msrisk.normalise.column.columns import ReadColumn
from msrisk.normalise.column.dates import years_away
from msrisk.values.interval import Interval

_BUSY = 20  # a month with less than a twentieth of the payments of the busiest one holds late invoices


def period_of(dates: ReadColumn | None) -> Period | None:
    """The period of the dates of payment; None where there is none.

    Single dates years away from the middle one are mistyped (2062): they would stretch the period, and the floor.
    """
    if dates is None:
        return None
    counts = np.bincount(dates.codes, minlength=len(dates.readings)).tolist()
    days = {
        number: (each.value, counts[number])
        for number, each in enumerate(dates.readings)
        if isinstance(each.value, Interval)
    }
    if not days:
        return None
    far = years_away(dates.readings, dates.codes)
    near = [each for number, each in days.items() if number not in far] or list(days.values())
    first = date.fromordinal(min(value.low for value, _ in near))
    last = date.fromordinal(max(value.high for value, _ in near))
    whole = (last - first).days + 1
    return Period(first, last, min(_days_of_busy_months(near) or whole, whole))


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
