"""What would change each of some suppliers: every field alone, then pairs of those that weigh most."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

import numpy as np

from msrisk.changes import Change
from msrisk.model import Band, Flags, Ints
from msrisk.whatif.options import Options
from msrisk.whatif.tries import Tries

MOST_PAIRED = 10


def changes_of_kinds(
    tries: Tries, asked: Mapping[str, Flags], places: Ints, paired: Flags
) -> list[tuple[Change, ...]]:
    """For each supplier the bands that one answer would lead to, or two would; worst band first.

    asked: the suppliers each field is asked of.  places: fields by suppliers, the place of a field among those
    that are asked of a supplier.  paired: of whom pairs are tried too, for bands no single answer leads to.
    """
    found: list[list[Change]] = [[] for _ in range(tries.size)]
    for name, whom in asked.items():
        for supplier, change in _changes(tries, (tries.options(name),), whom):
            found[supplier].append(change)
    alone = [{change.band for change in each} for each in found]
    for first, second in _pairs(tries, list(asked)):
        whom = paired.copy()
        for name in (first, second):
            whom &= asked[name] & (places[list(asked).index(name)] < MOST_PAIRED)
        for supplier, change in _changes(tries, (tries.options(first), tries.options(second)), whom):
            if change.band not in alone[supplier]:
                alone[supplier].add(change.band)
                found[supplier].append(change)
    return [tuple(sorted(each, key=lambda change: (change.band, -change.score))) for each in found]


def _pairs(tries: Tries, names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pairs of facts that no table is entered by; of an amount and another fact the amount is said last."""
    direct = [name for name in names if not tries.options(name).tables]
    said_last = sorted(direct, key=lambda name: tries.options(name).field.kind.shape == "interval")
    return combinations(said_last, 2)


def _changes(tries: Tries, options: Sequence[Options], whom: Flags) -> Iterator[tuple[int, Change]]:
    """Every run of values that leads one of these suppliers to another band."""
    some = np.flatnonzero(whom)
    if not len(some) or not all(each.cases for each in options):
        return
    points = tries.points_if(options, some)
    band, score = (each.reshape(-1, len(some)) for each in (points.band, points.score))
    stands = tries.points.band[some]
    width = len(options[-1].cases)
    for place in np.flatnonzero((band != stands).any(axis=0)).tolist():
        bands, scores = band[:, place].tolist(), score[:, place].tolist()
        for start in range(0, len(bands), width):
            fixed = [options[0].known([start // width])] if len(options) > 1 else []
            for reached, run in options[-1].runs(bands[start : start + width]):
                if reached != stands[place]:
                    known = (*fixed, options[-1].known(run))
                    worst = max(scores[start + number] for number in run)
                    yield int(some[place]), Change(known, Band(reached), worst)
