"""What the answers add up to, one entry a supplier: points and bands, then ranks and queues."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from msrisk.model import Bytes, Ints, Longs


@dataclass(frozen=True)
class Points:
    """The sums behind a band, before anything is ranked; one entry a supplier."""

    score: Ints
    could_reach: Ints
    law: Ints
    exposure: Ints
    relief: Ints
    band: Bytes
    so_far: Bytes


@dataclass(frozen=True)
class Scores(Points):
    """Points with what follows from all of them.

    order: supplier numbers in rank order.  turn: those worth a look, in turn across what is bought.
    stake: the pence that the gravest flag speaks of.
    """

    queue: Bytes
    turn: Longs
    stake: Longs
    settled: Ints
    applicable: Ints
    order: Ints

    @cached_property
    def rank(self) -> Ints:
        """Each supplier's place, from 1."""
        rank = np.empty(len(self.order), np.int32)
        rank[self.order] = np.arange(1, len(self.order) + 1, dtype=np.int32)
        return rank
