"""Two rule sets on one list: who would stand in another band, and by which rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from msrisk.model import Band, Flags, Longs, Outcome, Track
from msrisk.report import Report
from msrisk.ruleset.difference import differences
from msrisk.ruleset.rules import Rule

# What a rule does to a score where it is flagged, not known, clear or does not apply: nothing else moves anybody.
_Effect = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Responsible:
    """A rule that ended otherwise, or counts otherwise, under the new rules.

    before, after: how it ended; None where that set does not ask it.
    """

    rule: Rule
    before: Outcome | None
    after: Outcome | None
    points_before: int
    points_after: int


@dataclass(frozen=True, slots=True)
class Mover:
    """A supplier that would stand in another band."""

    number: int
    name: str
    before: Band
    after: Band
    score_before: int
    score_after: int
    responsible: tuple[Responsible, ...]


@dataclass(frozen=True)
class Comparison:
    """The reports of one list under two rule sets, as of one day."""

    old: Report
    new: Report

    @cached_property
    def differences(self) -> tuple[str, ...]:
        return differences(self.old.rules, self.new.rules)

    @cached_property
    def moves(self) -> Flags:
        """The suppliers screened whose band differs."""
        moved: Flags = (self.old.scores.band != self.new.scores.band) & self.new.screened
        return moved

    @cached_property
    def numbers(self) -> Longs:
        """Those who move, in the order of the new ranks."""
        order = self.new.scores.order.astype(np.int64)
        return order[self.moves[order]]

    @cached_property
    def rescored(self) -> int:
        """How many keep their band at another score."""
        other = (self.old.scores.score != self.new.scores.score) & ~self.moves & self.new.screened
        return int(np.count_nonzero(other))

    @cached_property
    def counts(self) -> tuple[tuple[Band, Band, int], ...]:
        """How many move from which band to which, worst new band first."""
        bands = [
            (after, before, int(np.count_nonzero(self._between(before, after))))
            for after in Band
            for before in Band
        ]
        return tuple((before, after, count) for after, before, count in bands if count)

    def _between(self, before: Band, after: Band) -> Flags:
        held: Flags = self.moves & (self.old.scores.band == before) & (self.new.scores.band == after)
        return held

    @cached_property
    def by_rule(self) -> tuple[tuple[str, int], ...]:
        """For each rule responsible, how many movers; the rule with most first."""
        counted = {name: int(np.count_nonzero(differs & self.moves)) for name, differs in self._differ.items()}
        return tuple(
            sorted(((name, count) for name, count in counted.items() if count), key=lambda each: -each[1])
        )

    def movers(self) -> Iterator[Mover]:
        """Each who moves, in the order of the new ranks; persons by their row only."""
        return (self.mover(number) for number in self.numbers.tolist())

    def mover(self, number: int) -> Mover:
        old, new = self.old.scores, self.new.scores
        return Mover(
            number,
            self.new.suppliers.shown_name(number),
            Band(int(old.band[number])),
            Band(int(new.band[number])),
            int(old.score[number]),
            int(new.score[number]),
            tuple(self._responsible(name, number) for name, differs in self._differ.items() if differs[number]),
        )

    def _responsible(self, name: str, number: int) -> Responsible:
        before, after = _asked(self.old, name), _asked(self.new, name)
        return Responsible(
            self.new.rules.rules.get(name) or self.old.rules.rules[name],
            Outcome(int(self.old.outcomes[before[0], number])) if before else None,
            Outcome(int(self.new.outcomes[after[0], number])) if after else None,
            self.old.rules.points(before[1]) if before else 0,
            self.new.rules.points(after[1]) if after else 0,
        )

    @cached_property
    def _differ(self) -> dict[str, Flags]:
        """For each rule that either set asks, the suppliers to whose score it does something else."""
        names = dict.fromkeys(rule.id for report in (self.old, self.new) for rule in report.asked)
        found = {name: self._differs(name) for name in names}
        return {name: differs for name, differs in found.items() if differs.any()}

    def _differs(self, name: str) -> Flags:
        size = len(self.new.suppliers)
        codes: dict[_Effect, int] = {(): 0}
        before, after = (_effects(report, name, size, codes) for report in (self.old, self.new))
        differs: Flags = before != after
        return differs


def _asked(report: Report, name: str) -> tuple[int, Rule] | None:
    return next(((number, rule) for number, rule in enumerate(report.asked) if rule.id == name), None)


def _effects(report: Report, name: str, size: int, codes: dict[_Effect, int]) -> Longs:
    """What a rule does to each supplier's score, as a code; 0 for nothing."""
    asked = _asked(report, name)
    if asked is None:
        return np.zeros(size, np.int64)
    by_outcome = [_effect(report, asked[1], outcome) for outcome in Outcome]
    numbers = np.array([codes.setdefault(effect, len(codes)) for effect in by_outcome], np.int64)
    effects: Longs = numbers[report.outcomes[asked[0]]]
    return effects


def _effect(report: Report, rule: Rule, outcome: Outcome) -> _Effect:
    points = report.rules.points(rule)
    if rule.track is Track.EXCLUSION and rule.status != "trial" and outcome >= Outcome.NOT_KNOWN:
        return (rule.track, outcome)
    if rule.relief and rule.scored and outcome is Outcome.CLEAR:
        return (rule.track, rule.relief)
    if points and outcome >= Outcome.NOT_KNOWN:
        return (rule.track, rule.group, points, outcome)
    return ()
