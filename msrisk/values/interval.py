"""Closed intervals of whole numbers: pence, days, thousandths.

A figure that is known exactly is a point; ``over £36m`` runs from one penny above it to LIMIT;
a blank is EVERYTHING. Comparisons are three-valued and live in ``logic``.
"""

from __future__ import annotations

from dataclasses import dataclass

LIMIT = 2**60  # in an int64 with room to spare; over eleven million billion pence


@dataclass(frozen=True, slots=True)
class Interval:
    """All whole numbers from ``low`` to ``high``, both included."""

    low: int
    high: int

    def __post_init__(self) -> None:
        if self.low > self.high:
            raise ValueError(f"an interval cannot run from {self.low} down to {self.high}")

    @property
    def is_point(self) -> bool:
        return self.low == self.high

    @property
    def exact(self) -> int | None:
        """The one number it can be."""
        return self.low if self.is_point else None

    def plus(self, other: Interval) -> Interval:
        """The sums of a number from each, kept inside LIMIT."""
        return Interval(_inside(self.low + other.low), _inside(self.high + other.high))


EVERYTHING = Interval(-LIMIT, LIMIT)


def point(number: int) -> Interval:
    return Interval(number, number)


def _inside(number: int) -> int:
    return max(-LIMIT, min(LIMIT, number))
