"""The bands that answers lead to: of the points of each kind of suppliers only the groups touched are new."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

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


@dataclass(frozen=True)
class _Stays:
    """What stays as it is of some suppliers, whatever is answered.

    of: its kind, of each supplier.  ended: how one of each kind stands.  rest: for each kind what the groups that
    are not touched add up to.  kept: the rules of those touched that no answer reaches; beside: how they ended.
    """

    of: Codes
    ended: Ints
    rest: Ints
    kept: Sequence[int]
    beside: Codes


class Bands:
    """Where some suppliers stand, and where answers would lead them.

    stands: the band of each.  most: the most kinds of suppliers that had to be told apart to try an answer.
    """

    def __init__(self, tries: Tries, suppliers: Longs) -> None:
        self._tries, self._suppliers = tries, suppliers
        held = tries.outcomes
        kinds, some = held.alike
        self._ended = together([Codes(kinds, len(some)).take(suppliers)], len(suppliers))
        first = suppliers[self._ended.first]
        self._worst, self._gaps = held.worst[:, first], held.gaps[:, first]
        self._groups = _groups(held)
        self._sums = {group: self._sum(rules) for group, rules in self._groups.items()}
        self._whole = sum(self._sums.values(), np.zeros((len(fields(Sums)), len(first)), np.int32))
        self._band = points_of(held.rules, Sums(*self._whole)).band
        self.stands = self._band[self._ended.of]
        self.most = 0

    def changes(self, options: Sequence[Options], some: Longs) -> Found:
        """What the answers would lead some suppliers to, each given by its place among those of ``stands``."""
        groups = self._touched(options)
        if not len(some) or not groups or not all(each.cases for each in options):
            return Found(np.zeros(len(some), np.int32), [_NONE])
        tried = self._tries.tried(options, self._suppliers[some])
        stays = self._stays(groups, tried, self._ended.of[some])
        kinds = together([stays.of, tried.sets], len(some))
        self.most = max(self.most, kinds.many)
        first = kinds.first
        alike, sets = stays.of.of[first], tried.sets.of[first]
        numbers = {_NONE: 0}
        step = max(AT_A_TIME // tried.outcomes.shape[1], 1)
        found = [
            self._of_kinds(options, tried, stays, alike[start : start + step], sets[start : start + step], numbers)
            for start in range(0, kinds.many, step)
        ]
        return Found(np.concatenate(found)[kinds.of], list(numbers))

    def _stays(self, groups: Sequence[str], tried: Tried, ended: Ints) -> _Stays:
        """What stays as it is of some suppliers.  ended: how each of them stands."""
        present = together([Codes(ended, self._ended.many)], len(ended))
        which = ended[present.first]
        kept = [number for group in groups for number in self._groups[group] if number not in tried.rules]
        beside, several = kinds_of(np.vstack([self._worst[kept][:, which], self._gaps[kept][:, which]]))
        rest = self._rest(groups, which)
        kinds, first = kinds_of(np.vstack([rest, self._band[which], beside]))
        of = Codes(kinds[present.of], len(first))
        return _Stays(of, which[first], rest[:, first], kept, Codes(beside[first], len(several)))

    def _of_kinds(
        self,
        options: Sequence[Options],
        tried: Tried,
        stays: _Stays,
        alike: Ints,
        sets: Ints,
        numbers: dict[tuple[int, Changes], int],
    ) -> Ints:
        """The number of the changes of some kinds of suppliers.  alike: what stays of each.  sets: its lines."""
        band, score = self._reached(tried, stays, alike, sets)
        stands = self._band[stays.ended[alike]]
        found = np.zeros(len(alike), np.int32)
        moved = np.flatnonzero((band != stands).any(axis=0))
        if len(moved):
            table = np.vstack(
                [stands[None, moved].astype(np.int32), band[:, moved].astype(np.int32), score[:, moved]]
            )
            kinds, first = kinds_of(table)
            made = [
                (stand, tuple(_changes(options, stand, band[:, each].tolist(), score[:, each].tolist())))
                for stand, each in zip(stands[moved[first]].tolist(), moved[first].tolist(), strict=True)
            ]
            found[moved] = np.array([numbers.setdefault(each, len(numbers)) for each in made], np.int32)[kinds]
        return found

    def _reached(self, tried: Tried, stays: _Stays, alike: Ints, sets: Ints) -> tuple[Bytes, Ints]:
        """Bands and scores: combinations by kinds."""
        together_with = Codes(stays.beside.of[alike], stays.beside.many)
        touched = together([together_with, Codes(sets, tried.sets.many)], len(alike))
        first = touched.first
        here = self._touched_sums(tried, stays, stays.ended[alike[first]], sets[first])
        sums = here[:, :, touched.of]
        sums += stays.rest[:, None, alike]
        points = points_of(self._tries.outcomes.rules, Sums(*sums.reshape(len(sums), -1)))
        return points.band.reshape(sums.shape[1:]), points.score.reshape(sums.shape[1:])

    def _touched_sums(self, tried: Tried, stays: _Stays, ended: Ints, sets: Ints) -> Ints:
        """What the groups touched add up to: the lines of ``Sums`` by combinations by kinds."""
        rules, shape = (*tried.rules, *stays.kept), (tried.outcomes.shape[1], len(sets))
        outcomes, gaps = np.empty((len(rules), *shape), np.uint8), np.empty((len(rules), *shape), np.bool_)
        new = len(tried.rules)
        np.take(tried.outcomes, sets, axis=2, out=outcomes[:new])
        np.take(tried.gaps, sets, axis=2, out=gaps[:new])
        outcomes[new:] = self._worst[stays.kept][:, None, ended]
        gaps[new:] = self._gaps[stays.kept][:, None, ended]
        sums = self._sums_of(rules, outcomes.reshape(len(rules), -1), gaps.reshape(len(rules), -1))
        return sums.reshape(-1, *shape)

    def _rest(self, groups: Sequence[str], ended: Ints) -> Ints:
        """What all other groups add up to."""
        rest = self._whole[:, ended]
        for group in groups:
            rest -= self._sums[group][:, ended]
        return rest

    def _touched(self, options: Sequence[Options]) -> list[str]:
        """The groups whose points could be others."""
        return list(dict.fromkeys(self._tries.outcomes.asked[each].group for each in self._tries.touched(options)))

    def _sum(self, rules: Sequence[int]) -> Ints:
        return self._sums_of(rules, self._worst[rules], self._gaps[rules])

    def _sums_of(self, rules: Sequence[int], outcomes: Bytes, gaps: Flags) -> Ints:
        """What rules add up to: a line for each of the ``Sums``."""
        held = self._tries.outcomes
        asked = [held.asked[each] for each in rules]
        sums = sums_of(held.rules, asked, outcomes, gaps, held.suppliers.columns)
        return np.stack([getattr(sums, each.name) for each in fields(Sums)])


def _groups(outcomes: Outcomes) -> dict[str, list[int]]:
    """The rules of each group, by number."""
    groups: dict[str, list[int]] = {}
    for number, rule in enumerate(outcomes.asked):
        groups.setdefault(rule.group, []).append(number)
    return groups


def _changes(options: Sequence[Options], stands: int, bands: list[int], scores: list[int]) -> Iterator[Change]:
    """Every run of values that leads to another band than this."""
    width = len(options[-1].cases)
    for start in range(0, len(bands), width):
        fixed = [options[0].known([start // width])] if len(options) > 1 else []
        for reached, run in options[-1].runs(bands[start : start + width]):
            if reached != stands:
                named = run[:1] if options[-1].tables else run  # an example is told with its own score
                worst = max(scores[start + number] for number in named)
                yield Change((*fixed, options[-1].known(run)), Band(reached), worst)
