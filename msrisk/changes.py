"""What answers would lead to: for one supplier in words, for all of them as columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from msrisk.model import Band, Flags

MOST_LOOKED_AT = 10_000  # suppliers by rank; nobody gets to the others before the next register


@dataclass(frozen=True, slots=True)
class Known:
    """A blank that has been filled: the field, and what it would say in words."""

    field: str
    label: str
    words: str


@dataclass(frozen=True, slots=True)
class Change:
    """What one or two answers would lead to."""

    known: tuple[Known, ...]
    band: Band
    score: int


@dataclass(frozen=True)
class Moves:
    """What would move each supplier of a list.

    lower, higher: the shortest answers that lead furthest to a milder and to a graver band, one as good as the
        other; none where no answer does.
    paired: for whom two answers together were tried too.
    alone: for each field the suppliers that an answer to it alone would move.
    profiles: how many kinds of suppliers that are alike in all of this were tried.
    """

    lower: tuple[tuple[Change, ...], ...]
    higher: tuple[tuple[Change, ...], ...]
    paired: Flags
    alone: Mapping[str, Flags]
    profiles: int
