"""What would change the band of every supplier that is screened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import repeat

import numpy as np

from msrisk.changes import Change, Moves
from msrisk.evaluate.outcomes import Outcomes
from msrisk.model import Bytes, Flags, Ints
from msrisk.model.payees import KINDS, UNNAMED
from msrisk.whatif.alike import profiles
from msrisk.whatif.kinds import MOST_PAIRED, changes_of_kinds
from msrisk.whatif.options import Options
from msrisk.whatif.tries import Tries

AT_A_TIME = 4_000  # kinds of suppliers; in sixty combinations of values they take some hundred megabytes


def moves_of(
    outcomes: Outcomes, band: Bytes, asked: Mapping[str, Flags], weights: Mapping[str, Ints], paired: Flags
) -> Moves:
    """The shortest answers that would lower and raise each supplier, and what each field moves alone.

    band: as each stands.  asked: the suppliers each field is asked of; weights: the points that hang on it there.
    paired: for whom two answers together are tried too, where one alone does not do.
    """
    suppliers = outcomes.suppliers
    named = ~suppliers.set_aside & (suppliers.payees.kinds != KINDS.index(UNNAMED))
    chosen = np.flatnonzero(named).astype(np.int32)
    places = _places(asked, weights, len(suppliers))
    flags = [paired, *asked.values(), *(each < MOST_PAIRED for each in places)]
    held = profiles(outcomes, chosen, asked, flags)
    of_kinds = []
    options: dict[str, Options] = {}
    for start in range(0, len(held.first), AT_A_TIME):
        first, lines, owner = held.portion(start, start + AT_A_TIME)
        tries = Tries(outcomes, first, lines, owner, options)
        theirs = {name: each[first] for name, each in asked.items()}
        of_kinds += changes_of_kinds(tries, theirs, places[:, first], paired[first])
    kind = np.full(len(suppliers), -1, np.int32)
    kind[chosen] = held.of
    stands = band[held.first].tolist()
    shared: dict[tuple[Change, ...], tuple[Change, ...]] = {}  # many kinds have the same, and it is held once
    lower, higher = (
        [shared.setdefault(short, short) for short in map(_shortest, of_kinds, stands, repeat(milder))]
        for milder in (True, False)
    )
    kinds = kind.tolist()
    return Moves(
        tuple(lower[each] if each >= 0 else () for each in kinds),
        tuple(higher[each] if each >= 0 else () for each in kinds),
        paired,
        {name: _moved(name, of_kinds, kind) for name in asked},
        len(held.first),
    )


def _places(asked: Mapping[str, Flags], weights: Mapping[str, Ints], size: int) -> Ints:
    """The place of each field among those asked of a supplier, the one that weighs most first."""
    if not asked:
        return np.zeros((0, size), np.int32)
    weight = np.stack([np.where(flags, weights[name], np.int32(-1)) for name, flags in asked.items()])
    order = np.argsort(-weight, axis=0, kind="stable")
    places = np.empty_like(order)
    np.put_along_axis(places, order, np.arange(len(order))[:, None], axis=0)
    return places.astype(np.int32)


def _shortest(changes: Sequence[Change], own: int, milder: bool) -> tuple[Change, ...]:
    """Of the changes in one direction those with the fewest answers, and of these the ones that lead furthest."""
    wanted = [change for change in changes if (change.band > own if milder else change.band < own)]
    fewest = min((len(change.known) for change in wanted), default=0)
    short = [change for change in wanted if len(change.known) == fewest]
    furthest = (max if milder else min)((change.band for change in short), default=None)
    return tuple(change for change in short if change.band == furthest)


def _moved(name: str, of_kinds: Sequence[tuple[Change, ...]], kind: Ints) -> Flags:
    """The suppliers of those kinds that this field alone would move."""
    moves = [any(len(change.known) == 1 and change.known[0].field == name for change in each) for each in of_kinds]
    return np.array([*moves, False], np.bool_)[kind]
