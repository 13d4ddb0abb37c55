"""The values a field could turn out to have, and how they are said."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import groupby

from msrisk.changes import Known
from msrisk.logic.cases import OTHER, Case, cases_of
from msrisk.logic.condition import Condition
from msrisk.logic.facts import Facts
from msrisk.model import Field
from msrisk.ruleset.tables import ReferenceTable
from msrisk.values.interval import LIMIT, point


@dataclass(frozen=True)
class Options:
    """One field and every value that matters.

    tables: those entered by it, or by what they give in turn; each case is then an example of many values.
    """

    field: Field
    cases: tuple[Case, ...]
    tables: tuple[ReferenceTable, ...] = ()

    def runs(self, bands: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
        """Each band that is led to with the numbers of the cases that lead there, to be said together.

        Neighbouring amounts belong together; of examples one stands for all that lead to its band.
        """
        numbers = range(len(self.cases))
        ordered = sorted(numbers, key=lambda number: bands[number]) if self.tables else numbers
        for band, held in groupby(ordered, key=lambda number: bands[number]):
            yield band, list(held)

    def known(self, numbers: Sequence[int]) -> Known:
        """The field as it would then be known."""
        return self._known(tuple(numbers))

    @cached_property
    def _known(self) -> Callable[[tuple[int, ...]], Known]:
        return cache(self._in_words)  # many kinds of suppliers, and pairs, have it said again

    def _in_words(self, numbers: tuple[int, ...]) -> Known:
        cases = [self.cases[number] for number in numbers]
        said = f"{_one_in_words(self.field, cases[0])}, for example" if self.tables else None
        return Known(self.field.name, self.field.label, said or run_in_words(self.field, cases))


def direct_options(field: Field, conditions: Sequence[Condition], facts: Facts) -> Options:
    """The values that a condition tells apart itself."""
    return Options(field, cases_of(field, conditions, facts))


def run_in_words(field: Field, run: Sequence[Case]) -> str:
    """Neighbouring values, or the stretch between two limits, as an officer would say it."""
    if field.kind.shape != "interval":
        return " or ".join(_one_in_words(field, case) for case in run)
    low, high = run[0].low, run[-1].high
    if low == high:
        return field.kind.show(point(low))
    until, since = ("before", "on or after") if field.kind.name == "date" else ("less than", "at least")
    if high >= LIMIT:
        return f"{since} {field.kind.show(point(low))}"
    if low <= 0:
        return f"{until} {field.kind.show(point(high + 1))}"
    return f"{field.kind.show(point(low))} to {field.kind.show(point(high))}"


def _one_in_words(field: Field, case: Case) -> str:
    said = case.reading.first
    return OTHER if said == OTHER else field.kind.show((said,))
