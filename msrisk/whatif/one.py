"""What would change one supplier's band, in full."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from msrisk.changes import Change
from msrisk.evaluate.outcomes import Outcomes
from msrisk.whatif.bands import Bands, Changes
from msrisk.whatif.pairs import MOST_PAIRED, pairs_of
from msrisk.whatif.tries import Tries


def what_would_change(outcomes: Outcomes, supplier: int, fields: Sequence[str]) -> tuple[Change, ...]:
    """The bands a supplier would move to if one, or two, of ``fields`` were known; worst band first.

    A pair is only tried of the first fields, and for bands that no single answer leads to.
    """
    tries = Tries(outcomes)
    bands = Bands(tries, np.array([supplier], np.int64))
    found = [change for name in fields for change in _of(tries, bands, (name,))]
    reached = {change.band for change in found}
    for pair in pairs_of(tries, fields):
        if all(fields.index(name) < MOST_PAIRED for name in pair):
            for change in _of(tries, bands, pair):
                if change.band not in reached:
                    reached.add(change.band)
                    found.append(change)
    return tuple(sorted(found, key=lambda change: (change.band, -change.score)))


def _of(tries: Tries, bands: Bands, names: Sequence[str]) -> Changes:
    found = bands.changes([tries.options(name) for name in names], np.zeros(1, np.int64))
    return found.changes[int(found.of[0])][1]
