"""What would change a supplier's band: each blank, alone or with one other, tried with all that matters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, groupby, product

import numpy as np

from msrisk.evaluate.outcomes import Outcomes
from msrisk.logic.answer import Answers
from msrisk.logic.cases import OTHER, Case, cases_of, spread
from msrisk.logic.facts import Facts
from msrisk.model import Band, Bytes, Field
from msrisk.report import Change, Known, Points
from msrisk.ruleset.conditions import fields_read
from msrisk.score import add_points, open_exclusions
from msrisk.values.interval import LIMIT, point
from msrisk.values.reading import Reading

MOST_PAIRED = 10
MOST_LINES = 20


def what_would_change(outcomes: Outcomes, supplier: int, fields: Sequence[str]) -> tuple[Change, ...]:
    """The bands a supplier would move to if one, or two, of ``fields`` were known; worst band first.

    A pair is only tried of the first fields, and for bands that no single answer leads to.
    """
    base = _Base(outcomes, supplier)
    vocabulary = outcomes.suppliers.fields
    held = [name for name in fields if vocabulary[name].of == "supplier"]
    paired = sorted(held[:MOST_PAIRED], key=lambda name: vocabulary[name].kind.shape == "interval")  # said last
    singles = [change for name in held for change in base.try_fields((name,))]
    reached = {change.band for change in singles}
    pairs = [
        change
        for pair in combinations(paired, 2)
        for change in base.try_fields(pair)
        if change.band not in reached
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
        self.stands = outcomes.worst[:, supplier]
        self.conditions = [rule.condition for rule in outcomes.asked]
        behind = outcomes.rules.conditions()
        self.reads = [frozenset(fields_read(each, behind)) for each in self.conditions]
        only = np.array([supplier], np.int32)
        self.facts = outcomes.by_supplier.facts.take(only, {})
        self.lines = self._distinct_lines(supplier)
        self.band = Band(int(self._points(self.stands[:, None]).band[0]))

    def _distinct_lines(self, supplier: int) -> list[Facts]:
        """The first lines that differ in anything a rule about lines reads."""
        held, facts = self.outcomes, self.outcomes.by_line.facts
        if not held.lines:
            return []
        read = {
            name
            for rule, names in zip(held.asked, self.reads, strict=True)
            if rule.id in held.lines
            for name in names
        }
        lines = np.arange(*held.suppliers.line_ends[supplier : supplier + 2])
        codes = [facts.columns[name].codes[lines] for name in sorted(read) if name in facts.columns]
        _, first = np.unique(np.stack(codes), axis=1, return_index=True)
        return [facts.take(lines[[each]].astype(np.int32), {}) for each in np.sort(first)[:MOST_LINES]]

    def try_fields(self, names: tuple[str, ...]) -> list[Change]:
        """Every combination of values that matter, where it leads to another band.

        Neighbouring values of the last field that lead to the same band are said together.
        """
        cases = [self._cases(name) for name in names]
        readings = {name: [case.reading for case in each] for name, each in zip(names, cases, strict=True)}
        found = iter(self._bands(readings))
        changes = []
        for fixed in product(*cases[:-1]):
            ends = [(case, *next(found)) for case in cases[-1]]
            for band, held in groupby(ends, key=lambda end: end[1]):
                if band != self.band:
                    run = list(held)
                    known = [self._known(name, [case]) for name, case in zip(names, fixed, strict=False)]
                    known.append(self._known(names[-1], [case for case, _, _ in run]))
                    changes.append(Change(tuple(known), band, max(score for _, _, score in run)))
        return changes

    def _cases(self, name: str) -> tuple[Case, ...]:
        return cases_of(self.facts.fields[name], self.conditions, self.facts)

    def _known(self, name: str, run: Sequence[Case]) -> Known:
        field = self.facts.fields[name]
        return Known(name, field.label, run_in_words(field, run))

    def _bands(self, readings: Mapping[str, Sequence[Reading]]) -> list[tuple[Band, int]]:
        points = self._points(self._outcomes(readings))
        return [(Band(int(band)), int(score)) for band, score in zip(points.band, points.score, strict=True)]

    def _points(self, outcome: Bytes) -> Points:
        held = self.outcomes
        exclusions = open_exclusions(held.suppliers, held.rules, held.asked, outcome)
        return add_points(held.rules, held.asked, outcome, exclusions)

    def _outcomes(self, readings: Mapping[str, Sequence[Reading]]) -> Bytes:
        """Rules by tries: only the rules that read a field that is tried are answered again."""
        asked, by_line = self.outcomes.asked, self.outcomes.lines
        again = [bool(read & readings.keys()) for read in self.reads]
        anew = Answers(spread(self.facts, readings))
        lines: list[Answers] = []
        if any(redo and rule.id in by_line for rule, redo in zip(asked, again, strict=True)):
            lines = [Answers(spread(each, readings)) for each in self.lines]
        found = np.repeat(self.stands[:, None], anew.facts.size, axis=1)
        for number, rule in enumerate(asked):
            if again[number]:
                each = [rule.outcomes(line) for line in lines] if rule.id in by_line else [rule.outcomes(anew)]
                found[number] = np.maximum.reduce(each)
        return found


def run_in_words(field: Field, run: Sequence[Case]) -> str:
    """Neighbouring values, or the stretch between two limits, as an officer would say it."""
    if field.kind.shape != "interval":
        return " or ".join(_value_in_words(field, case) for case in run)
    low, high = run[0].low, run[-1].high
    if low == high:
        return field.kind.show(point(low))
    until, since = ("before", "on or after") if field.kind.name == "date" else ("less than", "at least")
    if high >= LIMIT:
        return f"{since} {field.kind.show(point(low))}"
    if low <= 0:
        return f"{until} {field.kind.show(point(high + 1))}"
    return f"{field.kind.show(point(low))} to {field.kind.show(point(high))}"


def _value_in_words(field: Field, case: Case) -> str:
    said = case.reading.first
    return OTHER if said == OTHER else field.kind.show((said,))
