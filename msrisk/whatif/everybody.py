"""What would change the band of every supplier that is screened."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from msrisk.changes import Moves
from msrisk.evaluate.outcomes import Outcomes
from msrisk.model import Flags, Ints, Longs
from msrisk.model.payees import KINDS, UNNAMED
from msrisk.whatif.bands import Bands, Found
from msrisk.whatif.direction import Direction
from msrisk.whatif.pairs import MOST_PAIRED, pairs_of
from msrisk.whatif.tries import Tries


def moves_of(outcomes: Outcomes, asked: Mapping[str, Flags], weights: Mapping[str, Ints], paired: Flags) -> Moves:
    """The shortest answers that would lower and raise each supplier, and what each field moves alone.

    asked: the suppliers each field is asked of; weights: the points that hang on it there.
    paired: for whom two answers together are tried too, where one alone does not do.
    """
    suppliers = outcomes.suppliers
    chosen = np.flatnonzero(~suppliers.set_aside & (suppliers.payees.kinds != KINDS.index(UNNAMED)))
    tries = Tries(outcomes)
    bands = Bands(tries, chosen)
    alone = {name: _alone(tries, bands, name, flags[chosen]) for name, flags in asked.items()}
    lower, higher = (Direction(bands.stands, list(alone.values()), milder) for milder in (True, False))
    first = _places(asked, weights, chosen) < MOST_PAIRED
    among = {
        name: paired[chosen] & flags[chosen] & first[number] for number, (name, flags) in enumerate(asked.items())
    }
    for pair in pairs_of(tries, list(asked)):
        some = np.flatnonzero(among[pair[0]] & among[pair[1]] & (lower.waits | higher.waits))
        found = bands.changes([tries.options(name) for name in pair], some)
        for direction in (lower, higher):
            direction.take(some, found)
    return Moves(
        lower.of_all(chosen, len(suppliers)),
        higher.of_all(chosen, len(suppliers)),
        paired,
        {name: _among(chosen[found.of > 0], len(suppliers)) for name, found in alone.items()},
        bands.most,
    )


def _alone(tries: Tries, bands: Bands, name: str, whom: Flags) -> Found:
    """What a field alone would lead each supplier to."""
    some = np.flatnonzero(whom)
    found = bands.changes([tries.options(name)], some)
    everybody = np.zeros(len(whom), np.int32)
    everybody[some] = found.of
    return Found(everybody, found.changes)


def _places(asked: Mapping[str, Flags], weights: Mapping[str, Ints], some: Longs) -> Ints:
    """The place of each field among those asked of a supplier, the one that weighs most first."""
    if not asked:
        return np.zeros((0, len(some)), np.int32)
    weight = np.stack([np.where(flags[some], weights[name][some], np.int32(-1)) for name, flags in asked.items()])
    order = np.argsort(-weight, axis=0, kind="stable").astype(np.int32)
    places = np.empty_like(order)
    np.put_along_axis(places, order, np.arange(len(order), dtype=np.int32)[:, None], axis=0)
    return places


def _among(suppliers: Longs, size: int) -> Flags:
    flags = np.zeros(size, np.bool_)
    flags[suppliers] = True
    return flags
