"""What one text says once a kind has read it, and how well that is known."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from msrisk.values.interval import Interval

Parts = tuple[str, ...]
Value = Interval | Parts


class Grade(IntEnum):
    """How a value is known, weakest first, so that the weakest link is the minimum."""

    ASSUMED = 0
    ESTIMATED = 1
    LOOKED_UP = 2
    STATED = 3

    @property
    def word(self) -> str:
        return self.name.lower().replace("_", " ")


class Reading(NamedTuple):
    """A text as a kind understood it; a plain tuple inside, since a long list makes hundreds of thousands.

    value: an ``Interval`` for amounts and dates, a tuple of canonical texts for the rest;
        None when nothing was understood.
    grade: how well the value is known.
    complete: False when part of the text stayed unread, so that "not among them" is never certain.
    note: what a person should be told: what was assumed, or why nothing was understood.
    """

    value: Value | None = None
    grade: Grade = Grade.STATED
    complete: bool = True
    note: str = ""

    @property
    def understood(self) -> bool:
        return self.value is not None

    @property
    def settled(self) -> bool:
        """Whether it leaves nothing open: all of the text was read, and an amount or date is one point."""
        if isinstance(self.value, Interval):
            return self.value.is_point
        return self.value is not None and self.complete

    @property
    def parts(self) -> Parts:
        """The texts it holds; none for an amount or date, and where nothing was understood."""
        return self.value if isinstance(self.value, tuple) else ()

    @property
    def first(self) -> str:
        """The first of its texts; '' where there is none."""
        return self.value[0] if isinstance(self.value, tuple) and self.value else ""


BLANK = Reading()


def unread(note: str) -> Reading:
    """Nothing was understood, and this is why."""
    return Reading(None, Grade.STATED, False, note)


@dataclass(frozen=True, slots=True)
class Hint:
    """What stands round a text and changes how it reads.

    heading: the heading above it, for units and words such as "(£m)" or "incl. VAT".
    day_first: True for d/m, False for m/d, None when the column leaves it open.
    choices: for the kinds *choice* and *yes_no*, each allowed spelling (casefolded) and what it stands for.
    stays: the answer that a remark after it does not put in doubt; '' where every remark does.
    """

    heading: str = ""
    day_first: bool | None = None
    choices: tuple[tuple[str, str], ...] = ()
    stays: str = ""


NO_HINT = Hint()
