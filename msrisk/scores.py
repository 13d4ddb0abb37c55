"""What the answers add up to, one entry a supplier: points and bands, then ranks and queues."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cached_property

import numpy as np

from msrisk.model import Bytes, Ints, Longs


@dataclass(frozen=True)
class Sums:
    """What rules add up to, before a band is read off; one entry a supplier.

    Rules only meet within their group, so that the sums of some groups and of the others add up to those of all.
    at_worst: law and exposure with every rule that is not known taken as flagged.  relief: before the cap.
    excluded: exclusions that are flagged.  not_told: those not known although the list has a column for them.
    """

    law: Ints
    exposure: Ints
    at_worst: Ints
    relief: Ints
    excluded: Ints
    not_told: Ints


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

    def take(self, suppliers: Ints) -> Points:
        """The same for other suppliers, each given by the number of an old one."""
        return Points(*(getattr(self, each.name)[suppliers] for each in fields(Points)))


@dataclass(frozen=True)
class Scores(Points):
    """Points with what follows from all of them.

    order: supplier numbers in rank order.  turn: those worth a look, in turn across what is bought.
    stake: the pence that the gravest flag speaks of.  equals: all ordered by what no points change.
    """

    queue: Bytes
    turn: Longs
    stake: Longs
    settled: Ints
    applicable: Ints
    order: Ints
    equals: Ints

    @cached_property
    def rank(self) -> Ints:
        """Each supplier's place, from 1."""
        rank = np.empty(len(self.order), np.int32)
        rank[self.order] = np.arange(1, len(self.order) + 1, dtype=np.int32)
        return rank
