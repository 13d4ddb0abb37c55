"""Two rule sets on one list: who would stand in another band, and by which rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from msrisk.model import Band, Flags, Ints, Longs, Outcome, Queue
from msrisk.report import Report
from msrisk.ruleset.difference import Difference, differences
from msrisk.ruleset.rules import Rule

_KNOWN, _AT_WORST = (Outcome.FLAGGED,), (Outcome.FLAGGED, Outcome.NOT_KNOWN)


@dataclass(frozen=True, slots=True)
class Responsible:
    """A rule that moves a supplier, because it ends otherwise or counts otherwise under the new rules.

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
    _kept: dict[tuple[bool, bool], _Counted] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
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

    @cached_property
    def look_first(self) -> tuple[int, int]:
        """How many would enter *look first*, and how many would leave it; most of them keep their band."""
        old, new = (report.scores.queue == Queue.LOOK_FIRST for report in (self.old, self.new))
        return int(np.count_nonzero(new & ~old)), int(np.count_nonzero(old & ~new))

    @cached_property
    def parked(self) -> tuple[int, int]:
        """How many are parked under the old rules, and under the new."""
        old, new = (int(np.count_nonzero(each.scores.queue == Queue.PARKED)) for each in (self.old, self.new))
        return old, new

    def _between(self, before: Band, after: Band) -> Flags:
        held: Flags = self.moves & (self.old.scores.band == before) & (self.new.scores.band == after)
        return held

    @cached_property
    def by_rule(self) -> tuple[tuple[str, int], ...]:
        """For each rule responsible, how many it moves; the rule with most first."""
        counted = ((name, int(np.count_nonzero(moved))) for name, moved in self._responsible.items())
        return tuple(sorted(counted, key=lambda each: -each[1]))

    def movers(self) -> Iterator[Mover]:
        """Each who moves, in the order of the new ranks; persons by their row only."""
        return (self.mover(place) for place in range(len(self.numbers)))

    def mover(self, place: int) -> Mover:
        """Who moves, by the place in that order."""
        number, old, new = int(self.numbers[place]), self.old.scores, self.new.scores
        return Mover(
            number,
            self.new.suppliers.shown_name(number),
            Band(int(old.band[number])),
            Band(int(new.band[number])),
            int(old.score[number]),
            int(new.score[number]),
            tuple(self._how(name, number) for name, moved in self._responsible.items() if moved[place]),
        )

    def _how(self, name: str, number: int) -> Responsible:
        (before, points_before), (after, points_after) = (
            _ended(report, name, number) for report in (self.old, self.new)
        )
        rule = self.new.rules.rules.get(name) or self.old.rules.rules[name]
        return Responsible(rule, before, after, points_before, points_after)

    @cached_property
    def _responsible(self) -> dict[str, Flags]:
        """For each rule that moves anybody, whom of those who move: by what is known where that suffices."""
        refer, known = self._by_what()
        names = dict.fromkeys(rule.id for report in (self.old, self.new) for rule in report.asked)
        found = {}
        for name in names:
            scored = np.where(known, self._differs(name, _KNOWN), self._differs(name, _AT_WORST))
            found[name] = np.where(refer, self._excludes(name, _KNOWN), scored)
            found[name] |= ~refer & ~known & self._excludes(name, _AT_WORST)
        return {name: moved for name, moved in found.items() if moved.any()}

    def _by_what(self) -> tuple[Flags, Flags]:
        """Of those who move, who does so into or out of legal review, and who else by what is known already."""
        old, new, numbers = self.old.scores, self.new.scores, self.numbers
        refer: Flags = (old.band[numbers] == Band.REFER) | (new.band[numbers] == Band.REFER)
        known: Flags = ~refer & (old.so_far[numbers] != new.so_far[numbers])
        return refer, known

    def _differs(self, name: str, among: Sequence[Outcome]) -> Flags:
        """Of those who move, to whose score a rule adds something else, and so does its group."""
        old, new = self._counted(self.old, among), self._counted(self.new, among)
        nothing = np.zeros(len(self.numbers), np.int32)
        groups = {each.groups[name] for each in (old, new) if name in each.groups}
        moved = np.zeros(len(self.numbers), np.bool_)
        for group in groups:
            moved |= old.worst.get(group, nothing) != new.worst.get(group, nothing)
        differs: Flags = moved & (old.points.get(name, nothing) != new.points.get(name, nothing))
        return differs

    def _counted(self, report: Report, among: Sequence[Outcome]) -> _Counted:
        key = (report is self.new, among is _KNOWN)
        if key not in self._kept:
            self._kept[key] = _count(report, self.numbers, among)
        return self._kept[key]

    def _excludes(self, name: str, among: Sequence[Outcome]) -> Flags:
        """Of those who move, for whom a ground for exclusion is flagged, or open, under one set only."""
        old, new = (_excluding(report, name, self.numbers, among) for report in (self.old, self.new))
        differs: Flags = old != new
        return differs


@dataclass(frozen=True)
class _Counted:
    """Of one report, for those who move: what each rule adds, and the worst of each group.

    points: of a rule that is the worst of its group, else 0. Relief is not among them: it moves no band.
    """

    points: Mapping[str, Ints]
    groups: Mapping[str, str]
    worst: Mapping[str, Ints]


def _count(report: Report, numbers: Longs, among: Sequence[Outcome]) -> _Counted:
    """What counts towards the band if the outcomes named are counted against a supplier."""
    points: dict[str, Ints] = {}
    groups: dict[str, str] = {}
    worst: dict[str, Ints] = {}
    for rule, outcomes in zip(report.asked, report.outcomes[:, numbers], strict=True):
        groups[rule.id] = f"{rule.track.value} {rule.group}"
        weight = np.int32(report.rules.points(rule))
        points[rule.id] = added = np.where(np.isin(outcomes, among), weight, np.int32(0))
        worst[groups[rule.id]] = np.maximum(worst.get(groups[rule.id], added), added)
    counting = {name: np.where(each == worst[groups[name]], each, np.int32(0)) for name, each in points.items()}
    return _Counted(counting, groups, worst)


def _excluding(report: Report, name: str, numbers: Longs, among: Sequence[Outcome]) -> Flags:
    place = _place(report, name)
    if place is None or not report.asked[place].excludes:
        return np.zeros(len(numbers), np.bool_)
    ended: Flags = np.isin(report.outcomes[place, numbers], among)
    return ended


def _ended(report: Report, name: str, number: int) -> tuple[Outcome | None, int]:
    """How a rule ended for a supplier, None where it is not asked; and the points a flag of it adds."""
    place = _place(report, name)
    if place is None:
        return None, 0
    return Outcome(int(report.outcomes[place, number])), report.rules.points(report.asked[place])


def _place(report: Report, name: str) -> int | None:
    """Where a rule stands among those asked."""
    return next((place for place, rule in enumerate(report.asked) if rule.id == name), None)
