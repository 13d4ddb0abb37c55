"""What would change a supplier's band: each blank, alone or with one other, tried with all that matters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

import numpy as np

from msrisk.evaluate.outcomes import Outcomes
from msrisk.logic.answer import Answers
from msrisk.logic.cases import OTHER, Case, cases_of, spread
from msrisk.logic.facts import Facts
from msrisk.model import Band, Bytes, Field
from msrisk.report import Change, Known
from msrisk.score import add_points
from msrisk.values.interval import LIMIT, point
from msrisk.values.reading import Reading

MOST_FIELDS = 8
MOST_LINES = 20


def what_would_change(outcomes: Outcomes, supplier: int, fields: Sequence[str]) -> tuple[Change, ...]:
    """The bands a supplier would move to if one, or two, of ``fields`` were known; worst band first.

    A pair is only tried for bands that no single answer leads to.
    """
    base = _Base(outcomes, supplier)
    held = [name for name in fields if outcomes.suppliers.fields[name].of == "supplier"][:MOST_FIELDS]
    singles = [change for name in held for change in base.try_fields((name,))]
    reached = {change.band for change in singles}
    pairs = [
        change for pair in combinations(held, 2) for change in base.try_fields(pair) if change.band not in reached
    ]
    return tuple(sorted((*singles, *_shortest(pairs)), key=lambda change: (change.band, -change.score)))


def _shortest(pairs: Sequence[Change]) -> Iterator[Change]:
    """One pair for each band is enough to show the way."""
    seen: set[Band] = set()
    for change in pairs:
        if change.band not in seen:
            seen.add(change.band)
            yield change


class _Base:
    """One supplier as it stands, ready to be tried with other values."""

    def __init__(self, outcomes: Outcomes, supplier: int) -> None:
        self.outcomes = outcomes
        self.conditions = [rule.condition for rule in outcomes.asked]
        only = np.array([supplier], np.int32)
        self.facts = outcomes.by_supplier.facts.take(only, {})
        start, end = np.searchsorted(outcomes.suppliers.line_owner, [supplier, supplier + 1])
        line_facts = outcomes.by_line.facts
        lines = range(int(start), min(int(end), int(start) + MOST_LINES)) if outcomes.lines else range(0)
        self.lines = [line_facts.take(np.array([line], np.int32), {}) for line in lines]
        self.band = self._bands({})[0][0]

    def try_fields(self, names: tuple[str, ...]) -> list[Change]:
        """Every combination of values that matter, where it leads to another band."""
        cases = [self._cases(name) for name in names]
        readings = {name: [case.reading for case in each] for name, each in zip(names, cases, strict=True)}
        found = self._bands(readings)
        changes = []
        shape = [len(each) for each in cases]
        for number, (band, score) in enumerate(found):
            if band != self.band:
                at = np.unravel_index(number, shape)
                known = tuple(
                    self._known(name, each[int(place)]) for name, each, place in zip(names, cases, at, strict=True)
                )
                changes.append(Change(known, band, score))
        return _merged(changes)

    def _cases(self, name: str) -> tuple[Case, ...]:
        return cases_of(self.facts.fields[name], self.conditions, self.facts)

    def _known(self, name: str, case: Case) -> Known:
        field = self.facts.fields[name]
        return Known(name, field.label, case_in_words(field, case))

    def _bands(self, readings: Mapping[str, Sequence[Reading]]) -> list[tuple[Band, int]]:
        outcome = self._outcomes(spread(self.facts, readings), [spread(each, readings) for each in self.lines])
        points = add_points(self.outcomes.rules, self.outcomes.asked, outcome)
        return [(Band(int(band)), int(score)) for band, score in zip(points.band, points.score, strict=True)]

    def _outcomes(self, facts: Facts, lines: Sequence[Facts]) -> Bytes:
        by_supplier, by_line = Answers(facts), [Answers(each) for each in lines]
        return np.stack(
            [
                np.maximum.reduce([rule.outcomes(each) for each in by_line])
                if rule.id in self.outcomes.lines
                else rule.outcomes(by_supplier)
                for rule in self.outcomes.asked
            ]
        )


def _merged(changes: Sequence[Change]) -> list[Change]:
    """Neighbouring stretches of one field that lead to the same band, said once."""
    merged: list[Change] = []
    for change in changes:
        if merged and merged[-1].band == change.band and merged[-1].known[:-1] == change.known[:-1]:
            last, this = merged[-1].known[-1], change.known[-1]
            if last.field == this.field and " or " not in last.words:
                joined = Known(this.field, this.label, _join_words(last.words, this.words))
                merged[-1] = Change((*change.known[:-1], joined), change.band, max(change.score, merged[-1].score))
                continue
        merged.append(change)
    return merged


def _join_words(first: str, second: str) -> str:
    if second.startswith("more than ") and second.removeprefix("more than ") == first:
        return f"at least {first}"
    return f"{first} or {second}"


def case_in_words(field: Field, case: Case) -> str:
    """A value, or the stretch between two limits, as an officer would say it."""
    if field.kind.shape != "interval":
        value = case.reading.value
        said = value[0] if isinstance(value, tuple) else ""
        return "something else" if said == OTHER else field.kind.show((said,))
    if case.low == case.high:
        return field.kind.show(point(case.low))
    before, after = ("before", "after") if field.kind.name == "date" else ("less than", "more than")
    if case.high >= LIMIT:
        return f"{after} {field.kind.show(point(case.low - 1))}"
    if case.low <= 0 or case.low <= -LIMIT:
        return f"{before} {field.kind.show(point(case.high + 1))}"
    return f"{field.kind.show(point(case.low))} to {field.kind.show(point(case.high))}"
