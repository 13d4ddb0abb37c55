"""What is tried together: pairs of those answers that weigh most."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from msrisk.whatif.tries import Tries

MOST_PAIRED = 10


def pairs_of(tries: Tries, names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pairs of facts that no table is entered by; of an amount and another fact the amount is said last."""
    direct = [name for name in names if not tries.options(name).tables]
    said_last = sorted(direct, key=lambda name: tries.options(name).field.kind.shape == "interval")
    return combinations(said_last, 2)
