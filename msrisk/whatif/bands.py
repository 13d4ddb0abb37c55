"""The bands that answers lead to: of the points of each kind of suppliers only the groups touched are new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from functools import reduce
from operator import add, sub

import numpy as np

from msrisk.changes import Change
from msrisk.evaluate.outcomes import Outcomes
from msrisk.model import Band, Bytes, Flags, Ints, Longs, kinds_of
from msrisk.score import points_of, sums_of
from msrisk.scores import Sums
from msrisk.whatif.codes import Codes, together
from msrisk.whatif.options import Options
from msrisk.whatif.tries import Tried, Tries

_NONE: tuple[int, tuple[Change, ...]] = (-1, ())
AT_A_TIME = 200_000  # kinds of suppliers times combinations

Changes = tuple[Change, ...]


@dataclass(frozen=True)
class Found:
    """What answers lead some suppliers to.

    of: a number for each of them.  changes: for each number the band they stand in and the changes; the first
    number is of those with none.
    """

    of: Ints
    changes: list[tuple[int, Changes]]


class Bands:
    """Where some suppliers stand, and where answers would lead them.

    stands: the band of each.  most: the most kinds of suppliers that had to be told apart to try an answer.
    """

    def __init__(self, tries: Tries, suppliers: Longs) -> None:
        self._tries, self._suppliers = tries, suppliers
        held = tries.outcomes
        kinds, first = held.alike
        self._ended = together([Codes(kinds, len(first)).take(suppliers)], len(suppliers))
        first = suppliers[self._ended.first]
        self._worst, self._gaps = held.worst[:, first], held.gaps[:, first]
        self._groups = _groups(held)
        self._sums = {group: self._sum(rules) for group, rules in self._groups.items()}
        self._whole = _total(self._sums.values(), len(first))
        self._band = points_of(held.rules, self._whole).band
        self.stands = self._band[self._ended.of]
        self.most = 0

    def changes(self, options: Sequence[Options], some: Longs) -> Found:
        """What the answers would lead some suppliers to, each given by its place among those of ``stands``."""
        groups = self._touched(options)
        if not len(some) or not groups or not all(each.cases for each in options):
            return Found(np.zeros(len(some), np.int32), [_NONE])
        tried = self._tries.tried(options, self._suppliers[some])
        kinds = together([self._alike(groups, tried, self._ended.of[some]), tried.sets], len(some))
        first = kinds.first
        self.most = max(self.most, kinds.many)
        ended, sets = self._ended.of[some[first]], tried.sets.of[first]
        numbers = {_NONE: 0}
        step = max(AT_A_TIME // tried.outcomes.shape[1], 1)
        found = [
            self._of_kinds(
                options, groups, tried, ended[start : start + step], sets[start : start + step], numbers
            )
            for start in range(0, kinds.many, step)
        ]
        return Found(np.concatenate(found)[kinds.of], list(numbers))

    def _alike(self, groups: Sequence[str], tried: Tried, ended: Ints) -> Codes:
        """A number for suppliers by where they stand and all that stays as it is, whatever is answered."""
        present = together([Codes(ended, self._ended.many)], len(ended))
        which = ended[present.first]
        kept = [number for group in groups for number in self._groups[group] if number not in tried.rules]
        rest = self._rest(groups, which)
        same = (getattr(rest, each.name) for each in fields(Sums))
        table = np.vstack([self._band[which], *same, self._worst[kept][:, which], self._gaps[kept][:, which]])
        kinds, first = kinds_of(table)
        return Codes(kinds[present.of], len(first))

    def _of_kinds(
        self,
        options: Sequence[Options],
        groups: Sequence[str],
        tried: Tried,
        ended: Ints,
        sets: Ints,
        numbers: dict[tuple[int, Changes], int],
    ) -> Ints:
        """The number of the changes of some kinds of suppliers.  ended: how each stands.  sets: its lines."""
        band, score = self._reached(groups, tried, ended, sets)
        stands = self._band[ended]
        found = np.zeros(len(ended), np.int32)
        moved = np.flatnonzero((band != stands).any(axis=0))
        if len(moved):
            table = np.vstack(
                [stands[None, moved].astype(np.int32), band[:, moved].astype(np.int32), score[:, moved]]
            )
            alike, first = kinds_of(table)
            made = [
                (stand, tuple(_changes(options, stand, band[:, each].tolist(), score[:, each].tolist())))
                for stand, each in zip(stands[moved[first]].tolist(), moved[first].tolist(), strict=True)
            ]
            found[moved] = np.array([numbers.setdefault(each, len(numbers)) for each in made], np.int32)[alike]
        return found

    def _reached(self, groups: Sequence[str], tried: Tried, ended: Ints, sets: Ints) -> tuple[Bytes, Ints]:
        """Bands and scores: combinations by kinds."""
        count, size = tried.outcomes.shape[1], len(ended)
        rules = [number for group in groups for number in self._groups[group]]
        outcomes = np.empty((len(rules), count, size), np.uint8)
        gaps = np.empty((len(rules), count, size), np.bool_)
        for place, number in enumerate(rules):
            if number in tried.rules:
                new = tried.rules.index(number)
                outcomes[place], gaps[place] = tried.outcomes[new][:, sets], tried.gaps[new][:, sets]
            else:
                outcomes[place], gaps[place] = self._worst[number, ended], self._gaps[number, ended]
        rest = self._rest(groups, ended).tiled(count)
        here = self._sums_of(rules, outcomes.reshape(len(rules), -1), gaps.reshape(len(rules), -1))
        points = points_of(self._tries.outcomes.rules, rest + here)
        return points.band.reshape(count, size), points.score.reshape(count, size)

    def _rest(self, groups: Sequence[str], ended: Ints) -> Sums:
        """What all other groups add up to."""
        return reduce(sub, (self._sums[group].take(ended) for group in groups), self._whole.take(ended))

    def _touched(self, options: Sequence[Options]) -> list[str]:
        """The groups whose points could be others."""
        return list(dict.fromkeys(self._tries.outcomes.asked[each].group for each in self._tries.touched(options)))

    def _sum(self, rules: Sequence[int]) -> Sums:
        return self._sums_of(rules, self._worst[rules], self._gaps[rules])

    def _sums_of(self, rules: Sequence[int], outcomes: Bytes, gaps: Flags) -> Sums:
        held = self._tries.outcomes
        return sums_of(held.rules, [held.asked[each] for each in rules], outcomes, gaps, held.suppliers.columns)


def _groups(outcomes: Outcomes) -> dict[str, list[int]]:
    """The rules of each group, by number."""
    groups: dict[str, list[int]] = {}
    for number, rule in enumerate(outcomes.asked):
        groups.setdefault(rule.group, []).append(number)
    return groups


def _total(sums: Iterable[Sums], size: int) -> Sums:
    return reduce(add, sums, Sums(*(np.zeros(size, np.int32) for _ in fields(Sums))))


def _changes(options: Sequence[Options], stands: int, bands: list[int], scores: list[int]) -> Iterator[Change]:
    """Every run of values that leads to another band than this."""
    width = len(options[-1].cases)
    for start in range(0, len(bands), width):
        fixed = [options[0].known([start // width])] if len(options) > 1 else []
        for reached, run in options[-1].runs(bands[start : start + width]):
            if reached != stands:
                worst = max(scores[start + number] for number in run)
                yield Change((*fixed, options[-1].known(run)), Band(reached), worst)
