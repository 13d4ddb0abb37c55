"""Whether a column of dates writes the day or the month first: by all its cells, and by what stands beside it.

A number above 12 can only be the day, so one such cell settles a column, unless another says the opposite, or the
cells that can be read both ways fit the months of the column only the other way round: a program that reads months
first turns the days to 12 and leaves the rest. Where no cell settles it, another column may (a period, a month),
or the title above the headings, or the same heading in another file. Else it stays open, and is said to.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from msrisk.model import Note
from msrisk.normalise.column.kept_cells import Cells, cells_of
from msrisk.normalise.heading.headings import heading_words
from msrisk.values.date import KIND, two_numbers
from msrisk.values.interval import Interval
from msrisk.values.reading import NO_HINT

Month = tuple[int, int]
_ENOUGH = 3  # so many different dates must agree before what stands beside them settles the order
_SAYS_A_MONTH = frozenset(("period", "month", "date"))
_WORDS = {True: "the day", False: "the month"}


@dataclass(frozen=True)
class Order:
    """What stands first in a column; None where that is open.

    doubtful: the texts that can be read both ways and were not settled.
    """

    day_first: bool | None
    notes: tuple[Note, ...] = ()
    doubtful: frozenset[int] = frozenset()


@dataclass(frozen=True)
class _Numbers:
    """The dates of a column written as two numbers and a year: what each is, by the number of its text."""

    cells: Cells
    day_first: dict[int, Month]
    month_first: dict[int, Month]
    both: dict[int, tuple[Month, Month]]

    def proves(self, day_first: bool) -> dict[int, Month]:
        return self.day_first if day_first else self.month_first

    def example(self, numbers: Iterable[int]) -> str:
        number = min(numbers, key=self.cells.first_rows.__getitem__)
        return f"'{self.cells.texts[number].strip()}' ({self.cells.address(number)})"


def order_of(cells: Cells, elsewhere: bool | None = None) -> Order:
    """The order of day and month in a column.

    elsewhere: what columns of the same heading in the other inputs settled on, where they all agree.
    """
    held = _numbers(cells)
    if held.day_first and held.month_first:
        return _mixed(held, held.example(held.month_first), held.example(held.day_first))
    if held.day_first or held.month_first:
        return _proved(held, bool(held.day_first))
    if not held.both:
        return Order(None)
    return _settled_beside(held, elsewhere) or _open(held)


def orders_elsewhere(columns: Sequence[Cells]) -> list[bool | None]:
    """For each column of one field, what all others under the same heading settled on; None where they do not.

    columns: one for each input that has the field.
    """
    own = [order_of(cells).day_first for cells in columns]
    words = [heading_words(cells.heading.text) for cells in columns]
    found = []
    for number, named in enumerate(words):
        others = {own[at] for at, each in enumerate(words) if at != number and each == named} - {None}
        found.append(others.pop() if len(others) == 1 else None)
    return found


def _numbers(cells: Cells) -> _Numbers:
    found = _Numbers(cells, {}, {}, {})
    for number, text in enumerate(cells.texts):
        one, two, year = two_numbers(text) or (0, 0, 0)
        if not (0 < one <= 31 and 0 < two <= 31) or min(one, two) > 12 or one == two:
            continue
        if max(one, two) <= 12:
            found.both[number] = (year, two), (year, one)
        else:
            found.proves(one > two)[number] = (year, min(one, two))
    return found


def _proved(held: _Numbers, day_first: bool) -> Order:
    """One order is proved, and none the other, unless what can be read both ways only fits the other."""
    proofs = held.proves(day_first)
    months = set(proofs.values()) | _months_above(held.cells)
    fitting, against = _fitting(held, dict.fromkeys(held.both, months), day_first)
    if len(against) >= _ENOUGH and not fitting:
        return _mixed(held, held.example(proofs), held.example(against))
    if day_first:
        return Order(True)
    said = f"the month stands first in these dates, as {held.example(proofs)} shows"
    return Order(False, (held.cells.at_heading(said, True),))


def _mixed(held: _Numbers, one: str, other: str) -> Order:
    said = f"day and month stand in both orders, as {one} and {other} show; {_between(held)}"
    return Order(None, (held.cells.at_heading(said),), frozenset(held.both))


def _open(held: _Numbers) -> Order:
    said = f"no date here has a day above 12, so day or month may stand first; {_between(held)}"
    return Order(None, (held.cells.at_heading(said),), frozenset(held.both))


def _between(held: _Numbers) -> str:
    count = held.cells.count(held.both)
    if not count:
        return "each date can be read in one way only"
    one = count == 1
    return (
        f"{count:,} {'date that can be' if one else 'dates that can be'} read both ways, "
        f"such as {held.example(held.both)}, {'is' if one else 'are'} taken as between the two days"
    )


def _settled_beside(held: _Numbers, elsewhere: bool | None) -> Order | None:
    """What another column, the title, or the same heading elsewhere says; None where they do not settle it."""
    for said, months in _beside(held.cells):
        places = {number: months[number] for number in held.both if number in months}
        day, month = _fitting(held, places, True)
        fits_all = all(not among.isdisjoint(held.both[number]) for number, among in places.items())
        enough = max(len(day), len(month)) >= _ENOUGH and len(places) == len(held.both)
        if enough and fits_all and not (day and month):
            return _taken(held, bool(day), f"only so do they fit {said}")
    if elsewhere is not None:
        return _taken(held, elsewhere, f"as under '{held.cells.heading.text.strip()}' in the other inputs")
    return None


def _taken(held: _Numbers, day_first: bool, why: str) -> Order:
    said = f"no date here has a day above 12; {_WORDS[day_first]} was taken to stand first, {why}"
    return Order(day_first, (held.cells.at_heading(said, True),))


def _fitting(held: _Numbers, months: dict[int, set[Month]], day_first: bool) -> tuple[list[int], list[int]]:
    """Of the texts that can be read both ways, those whose month fits only in an order, and only in the other."""
    fitting: list[int] = []
    against: list[int] = []
    for number, among in months.items():
        as_day_first, as_month_first = (month in among for month in held.both[number])
        if as_day_first != as_month_first:
            (fitting if as_day_first == day_first else against).append(number)
    return fitting, against


def _beside(cells: Cells) -> Iterator[tuple[str, dict[int, set[Month]]]]:
    """What else says months: in words, and which months it says for each text of the column."""
    for heading in cells.table.headings:
        words = heading_words(heading.text) if len(heading.text) < 60 else ()
        if heading.column != cells.heading.column and not _SAYS_A_MONTH.isdisjoint(words):
            other = cells_of(cells.table, heading, cells.rows)
            said = f"the months under '{heading.text.strip()}'"
            yield said, _months_beside(cells, other)
    above = _months_above(cells)
    if above:
        month = " and ".join(f"{calendar.month_name[number]} {year}" for year, number in sorted(above))
        yield f"{month}, as the title says", dict.fromkeys(range(len(cells.texts)), above)


def _months_beside(cells: Cells, other: Cells) -> dict[int, set[Month]]:
    """For each text, the months that another column says in its rows; without those that are not all said."""
    said = [_month(text) for text in other.texts]
    found: dict[int, set[Month]] = {}
    silent = set()
    pairs = np.unique(np.stack([cells.codes, other.codes]), axis=1)
    for number, beside in pairs.T.tolist():
        month = said[beside]
        if month is None:
            silent.add(number)
        else:
            found.setdefault(number, set()).add(month)
    return {number: months for number, months in found.items() if number not in silent}


def _months_above(cells: Cells) -> set[Month]:
    """The month that the title above the headings, or the sheet's name, says; none where they say several."""
    table = cells.table
    texts: Sequence[str] = [text for row in range(table.start) for text in table.sheet.row(row)]
    months = {month for month in map(_month, (*texts, table.sheet.name)) if month}
    return months if len(months) == 1 else set()


def _month(text: str) -> Month | None:
    """The one month a text lies in; None where it may lie in several."""
    value = KIND.read(text, NO_HINT).value if text.strip() else None
    if not isinstance(value, Interval):
        return None
    first, last = date.fromordinal(value.low), date.fromordinal(value.high)
    return (first.year, first.month) if (first.year, first.month) == (last.year, last.month) else None
