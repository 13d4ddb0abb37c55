"""A whole column of dates: what its cells say together, which no cell can say alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np

from msrisk.model import Field, Ints, Note
from msrisk.normalise.column.day_order import Order, order_of
from msrisk.normalise.column.kept_cells import HASHES, Cells
from msrisk.values.date import show, two_numbers
from msrisk.values.interval import Interval
from msrisk.values.reading import BLANK, Grade, Reading
from msrisk.values.tidy import quote, unclear

_NEAR = 5 * 366  # days from the middle date
_NOUGHTS = frozenset(date(year, 1, 1).toordinal() for year in (1900, 1904))
_DAY_NUMBER = re.compile(r"\s*\d{5}(?:\.\d+)?\s*", re.ASCII)
_ISO = re.compile(r"\s*(\d{4})-(\d\d)-(\d\d)(?:[T ]00:00(?::00(?:\.0+)?)?)?\s*", re.ASCII)
_CLOCK = re.compile(r"[T ](\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?\s*$", re.ASCII)
_ENOUGH = 3
_MANY, _RARE = 20, 200  # so many payments, or one in so many of the busiest year's, make a year no slip


@dataclass
class _Column:
    """The readings so far, the notes on the whole column, and the texts of which those speak already."""

    cells: Cells
    readings: list[Reading]
    notes: list[Note] = field(default_factory=list)
    told: set[int] = field(default_factory=set)

    def tell(self, said: str, numbers: Iterable[int], understood: bool) -> None:
        """One note on many texts, at the first cell that holds one of them."""
        numbers = sorted(numbers, key=self.cells.first_rows.__getitem__)
        more = self.cells.count(numbers) - 1
        first = numbers[0]
        other = f" (and in {more:,} more cell{'s' if more > 1 else ''})" if more else ""
        said = f"{quote(self.cells.texts[first])}: {said}{other}"
        self.notes.append(Note(self.cells.address(first), self.cells.texts[first], said, understood))
        self.told.update(numbers)

    def numbers(self, wanted: Callable[[str], object]) -> list[int]:
        return [number for number, text in enumerate(self.cells.texts) if wanted(text)]


def read_dates(cells: Cells, of: Field, elsewhere: bool | None = None) -> tuple[tuple[Reading, ...], list[Note]]:
    """Each distinct text of a column of dates as a reading, and what there is to say.

    elsewhere: the order of day and month that columns of the same heading settled on in the other inputs.
    """
    if cells.all_hashes:
        readings = tuple([of.read(text) if text.strip() else BLANK for text in cells.texts])
        return readings, [cells.at_heading(HASHES)]
    order = order_of(cells, elsewhere)
    hint = of.hint(cells.heading.text, order.day_first)
    column = _Column(cells, [of.read(text, hint) if text.strip() else BLANK for text in cells.texts])
    _say_once(column, order)
    _noughts(column)
    _an_hour_out(column)
    _turned_round(column)
    if of.pool == "span":
        _far_away(column)
    unsaid = [(number, each) for number, each in enumerate(column.readings) if number not in column.told]
    return tuple(column.readings), column.notes + cells.notes(unsaid)


def _say_once(column: _Column, order: Order) -> None:
    """Dates readable both ways, and day numbers: one note each and not one for every text."""
    column.notes += order.notes
    column.told.update(order.doubtful)
    numbers = [number for number in column.numbers(_DAY_NUMBER.fullmatch) if column.readings[number].understood]
    if len(numbers) > 1:
        first = min(numbers, key=column.cells.first_rows.__getitem__)
        value = column.readings[first].value
        assert value is not None
        column.tell(f"a spreadsheet's number for a day, taken as {show(value)}", numbers, True)


def _noughts(column: _Column) -> None:
    """A nought shown as a date is 1 January 1900, or 1904 on old Macintoshes; nobody was paid on those."""
    for number, reading in enumerate(column.readings):
        if isinstance(reading.value, Interval) and reading.value.is_point and reading.value.low in _NOUGHTS:
            column.readings[number] = unclear(column.cells.texts[number], "a spreadsheet's nought shown as a date")


def _an_hour_out(column: _Column) -> None:
    """Where every time is midnight or 23:00, the latter may be midnight of the next day, in summer."""
    times = {number: found for number, text in enumerate(column.cells.texts) if (found := _CLOCK.search(text))}
    if {found.groups() for found in times.values()} <= {("00", "00"), ("01", "00"), ("23", "00")}:
        late = [number for number, found in times.items() if found[1] == "23"]
        late = [number for number in late if _widened(column, number, after=1)]
        if late:
            column.tell("an hour before midnight; taken as that day or the next", late, True)


def _widened(column: _Column, number: int, after: int) -> bool:
    """Lets a date also be some days later; False where the text was not understood."""
    reading = column.readings[number]
    if not isinstance(reading.value, Interval):
        return False
    value = Interval(reading.value.low, reading.value.high + after)
    note = f"{quote(column.cells.texts[number])}: taken as {show(value)}"
    column.readings[number] = Reading(value, Grade.ESTIMATED, note=note)
    return True


def _turned_round(column: _Column) -> None:
    """Texts that all have days above 12 beside true dates that have none: these were read months first.

    A spreadsheet that reads ``5/4/2020`` months first makes a date of it, and leaves ``25/4/2020`` a text.
    """
    figures = [numbers for text in column.cells.texts if (numbers := two_numbers(text))]
    if not figures or any(max(one, two) <= 12 for one, two, _ in figures):
        return
    true = {number: found for number, text in enumerate(column.cells.texts) if (found := _ISO.fullmatch(text))}
    low = {number: found for number, found in true.items() if int(found[3]) <= 12}
    turned = {
        number: _either_way(column, number, found)
        for number, found in low.items()
        if found[2] != found[3] and column.readings[number].understood
    }
    if len(low) < len(true) or len(turned) < _ENOUGH:
        return
    for number, reading in turned.items():
        column.readings[number] = reading
    said = "the dates with a day above 12 are texts here, and these are not, so day and month may have been "
    column.tell(said + "turned round when the file was made; taken as between the two days", turned, True)


def _either_way(column: _Column, number: int, found: re.Match[str]) -> Reading:
    """A true date as the span between it and the same with day and month turned round."""
    year, month, day = map(int, found.groups())
    first, last = sorted((date(year, month, day).toordinal(), date(year, day, month).toordinal()))
    said = f"{quote(column.cells.texts[number])}: day and month may have been turned round"
    return Reading(Interval(first, last), Grade.ESTIMATED, note=said)


def _far_away(column: _Column) -> None:
    """Days of payment that lie years from the others are mistyped; they are said, and move no period."""
    days = sum(isinstance(each.value, Interval) for each in column.readings)
    if days > 2:
        far = years_away(column.readings, column.cells.codes)
        if far and len(far) < days:
            column.tell("years away from the other dates of the column; mistyped?", far, False)


def years_away(readings: Sequence[Reading], codes: Ints) -> set[int]:
    """The numbers of the readings that are days years from the middle one of all cells, and mistyped, as 2062 is.

    A year that many cells say is no slip: another year's payments stand there too.
    codes: of each cell the number of its reading.
    """
    days = {number: each.value for number, each in enumerate(readings) if isinstance(each.value, Interval)}
    if not days:
        return set()
    counts = np.bincount(codes, minlength=len(readings))
    numbers = sorted(days, key=lambda number: days[number].low)
    so_far = np.cumsum(counts[numbers])
    middle = days[numbers[int(np.searchsorted(so_far, so_far[-1] // 2, side="right"))]].low
    years: Counter[int] = Counter()
    for number, day in days.items():
        years[date.fromordinal(day.low).year] += int(counts[number])
    enough = max(_MANY, max(years.values()) / _RARE)
    return {
        number
        for number, day in days.items()
        if max(middle - day.low, day.high - middle) > _NEAR and years[date.fromordinal(day.low).year] < enough
    }
