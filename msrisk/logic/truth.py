"""Kleene's three-valued logic on whole columns: *and* is the minimum, *or* the maximum, *not* is 2 - x."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

import numpy as np

from msrisk.model import Bytes, Flags

NO, NOT_KNOWN, YES = 0, 1, 2
WORDS = {"no": NO, "not_known": NOT_KNOWN, "yes": YES}

Truth = Bytes


def same(answer: int, size: int) -> Truth:
    """One answer for every subject."""
    return np.full(size, answer, np.uint8)


def all_of(parts: Sequence[Truth]) -> Truth:
    return reduce(np.minimum, parts)


def any_of(parts: Sequence[Truth]) -> Truth:
    return reduce(np.maximum, parts)


def negation(part: Truth) -> Truth:
    return YES - part


def unless(claim: Truth, exception: Truth) -> Truth:
    """The claim, which falls only where the exception is known to hold; a blank exception changes nothing."""
    return np.where(exception == YES, np.uint8(NO), claim)


def less(claim: Truth, exception: Truth) -> Truth:
    """The claim without the exception; where either is not known, it may not be yes."""
    return all_of([claim, negation(exception)])


def decided(certainly: Flags, certainly_not: Flags) -> Truth:
    """Yes where certain, no where certainly not, else not known."""
    answer = np.full(certainly.shape, NOT_KNOWN, np.uint8)
    answer[certainly] = YES
    answer[certainly_not] = NO
    return answer
