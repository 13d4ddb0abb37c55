"""Things by number, the same for those that are alike; folded together without sorting where that can be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from msrisk.model import Ints, Longs

FEW = 1 << 18  # keys that a table of all that could be is quicker for than sorting those that are


@dataclass(frozen=True)
class Codes:
    """of: the number of each thing.  many: how many numbers there are, each of them in use by something or not."""

    of: Ints
    many: int

    def take(self, some: Ints | Longs) -> Codes:
        return Codes(self.of[some], self.many)

    @property
    def first(self) -> Longs:
        """The first thing of each number, all of which are in use."""
        first = np.empty(self.many, np.int64)
        first[self.of[::-1]] = np.arange(len(self.of) - 1, -1, -1)
        return first


def numbered(keys: Longs, many: int) -> Codes:
    """Keys below ``many``, numbered anew so that every number is in use."""
    if many > FEW:
        distinct, codes = np.unique(keys, return_inverse=True)
        return Codes(codes.reshape(-1).astype(np.int32), len(distinct))
    seen = np.zeros(many, np.bool_)
    seen[keys] = True
    fresh = np.cumsum(seen, dtype=np.int32) - np.int32(1)
    return Codes(fresh[keys], int(seen.sum()))


def together(parts: Iterable[Codes], size: int) -> Codes:
    """A number for what is alike in every part."""
    keys, many = np.zeros(size, np.int64), 1
    for part in parts:
        if part.many == 1:
            continue
        if many > 1 and many * part.many > FEW:
            held = numbered(keys, many)
            keys, many = held.of.astype(np.int64), held.many
        keys = keys * part.many + part.of
        many *= part.many
    return numbered(keys, many)
