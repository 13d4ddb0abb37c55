"""The shortest answers that lead furthest in one direction, of every supplier."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from msrisk.model import Band, Bytes, Flags, Ints, Longs, kinds_of
from msrisk.whatif.bands import Changes, Found
from msrisk.whatif.codes import Codes, together


class Direction:
    """To milder bands, or to graver ones: one answer where one does, else the first two that lead furthest.

    waits: the suppliers whom no single answer leads this way, though there is a band to lead to.
    """

    def __init__(self, stands: Bytes, alone: Sequence[Found], milder: bool) -> None:
        self._milder = milder
        self._numbers: dict[Changes, int] = {(): 0}
        kinds = together((Codes(found.of, len(found.changes)) for found in alone), len(stands))
        steps, numbers = self._of_singles(kinds.first, alone)
        self._steps, self._of = steps[kinds.of], numbers[kinds.of]
        self.waits: Flags = (self._of == 0) & (stands != (max(Band) if milder else min(Band)))

    def take(self, some: Longs, found: Found) -> None:
        """Two answers, for those of some suppliers who wait, where they lead further than any two before."""
        steps, best = self._furthest(found)
        further = self.waits[some] & (steps[found.of] > self._steps[some])
        these, numbers = some[further], found.of[further]
        made = np.array([self._number(each[:1]) for each in best], np.int32)
        self._steps[these], self._of[these] = steps[numbers], made[numbers]

    def of_all(self, places: Longs, size: int) -> tuple[Changes, ...]:
        """The answers of each supplier of a list.  places: where those tried stand in it."""
        everybody = np.zeros(size, np.int32)
        everybody[places] = self._of
        held = list(self._numbers)
        return tuple(map(held.__getitem__, everybody.tolist()))

    def _of_singles(self, some: Longs, alone: Sequence[Found]) -> tuple[Ints, Ints]:
        """How far one answer leads some suppliers, and the number of all that lead there."""
        reached = [self._furthest(found) for found in alone]
        far = np.zeros((len(alone), len(some)), np.int32)
        for row, found, (steps, _) in zip(far, alone, reached, strict=True):
            row[:] = steps[found.of[some]]
        most = far.max(axis=0, initial=0)
        made = np.zeros_like(far)
        for row, found, steps, (_, best) in zip(made, alone, far, reached, strict=True):
            numbers = np.array([self._number(each) for each in best], np.int32)
            row[:] = np.where(steps == most, numbers[found.of[some]], np.int32(0))
        kinds, first = kinds_of(made)
        held = list(self._numbers)
        joined = [self._number(_in_order(held[each] for each in row)) for row in made[:, first].T.tolist()]
        return most, np.array([*joined, 0], np.int32)[kinds]

    def _furthest(self, found: Found) -> tuple[Ints, list[Changes]]:
        """Of each number of what was found how many bands it leads on, and the changes that lead there."""
        steps, best = [], []
        for stands, changes in found.changes:
            far = [change.band - stands if self._milder else stands - change.band for change in changes]
            most = max(far, default=0)
            steps.append(max(most, 0))
            best.append(tuple(each for each, step in zip(changes, far, strict=True) if step == most > 0))
        return np.array(steps, np.int32), best

    def _number(self, changes: Changes) -> int:
        return self._numbers.setdefault(changes, len(self._numbers))


def _in_order(parts: Iterable[Changes]) -> Changes:
    """The best of several fields together, the highest score first."""
    return tuple(sorted((change for part in parts for change in part), key=lambda change: -change.score))
