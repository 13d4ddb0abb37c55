"""Words and signs that make an amount a limit or a band, the same for money, numbers and percentages.

``over X`` ``>X`` · ``at least X`` ``X+`` ``X or more`` · ``under X`` ``<X`` · ``up to X`` ``X or less`` ·
``about X`` ``c. X`` ``~X`` · ``X - Y`` ``X to Y`` ``between X and Y`` ``from X to Y``.
In whole units: over is from one above, under is nought to one below, up to is nought to X, and about is
ABOUT either way. Anything else that stands beside an amount is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Generic, TypeVar

from msrisk.values.interval import LIMIT, Interval

ABOUT = Fraction(1, 10)  # what "about", "approx." and "c." are taken to allow, either way

_WORDS_BEFORE = {
    "over": "over|more than|above|greater than|exceeding|exceeds|in excess of|excess of|>",
    "at least": "at least|not less than|no less than|not under|minimum of|minimum|min|from|>=|=>|≥",
    "under": "under|less than|below|fewer than|lower than|<",
    "up to": "up to|upto|at most|not more than|no more than|not over|maximum of|maximum|max|<=|=<|≤",
    "about": "about|approximately|approx|around|roughly|circa|ca|c|estimated at|estimated|est|~|≈",
}
_SHORTENED = r"(?:(?<=\bc)|(?<=\bca)|(?<=\bapprox)|(?<=\best)|(?<=\bmin)|(?<=\bmax))"  # words a dot may end
_WORDS_AFTER = {
    "at least": r"\+|plus|or more|or over|or above|and over|and above|and more|minimum|min",
    "up to": "or less|or under|or below|or fewer|and under|and below|maximum|max",
    "about": r"approximately|approx|estimated|estimate|est|\(approximately\)|\(approx\)|\(estimated\)"
    r"|\(estimate\)|\(est\)",
}


def _longest_first(words: str) -> str:
    return "|".join(re.escape(word) for word in sorted(words.split("|"), key=len, reverse=True))


_BEFORE = [
    (how, re.compile(rf"(?:{_longest_first(words)})(?![a-z=>]|$)(?:{_SHORTENED}\.)?\s*(.+)"))
    for how, words in _WORDS_BEFORE.items()
]
_AFTER = [(how, re.compile(rf"(.+?)\s*(?:{words})\.?")) for how, words in _WORDS_AFTER.items()]
_BETWEEN = re.compile(r"between\s+(.+?)\s+(?:and|to|-)\s+(.+)")
_TWO_ENDS = re.compile(r"(?:from\s+)?(.+?)(?:\s*-\s*|\s+to\s+|(?<=\d)to(?=\d))(.+)")

End = TypeVar("End")


@dataclass(frozen=True, slots=True)
class Band(Generic[End]):
    """One or two amounts and how they bound the value; one amount stands at both ends."""

    how: str
    low: End
    high: End
    two_ends: bool


def band(text: str, read_end: Callable[[str], End | None]) -> Band[End] | None:
    """The band a plain lower-case text states, or None when it states none."""
    whole = _bare(text, read_end)
    if whole:
        return whole
    for how, pattern in _BEFORE + _AFTER:
        found = pattern.fullmatch(text)
        inner = _bare(found[1], read_end) if found else None
        if inner and (how == "about" or not inner.two_ends or text.endswith("+")):
            return Band(how, inner.low, inner.high, inner.two_ends)
    return None


def _bare(text: str, read_end: Callable[[str], End | None]) -> Band[End] | None:
    """One amount, or two with a band's words between them."""
    single = read_end(text)
    if single is not None:
        return Band("exactly", single, single, False)
    found = _BETWEEN.fullmatch(text) or _TWO_ENDS.fullmatch(text)
    if not found or text.startswith("+"):  # a telephone number
        return None
    low, high = read_end(found[1]), read_end(found[2])
    return None if low is None or high is None else Band("exactly", low, high, True)


def interval(how: str, low: int, high: int) -> Interval | None:
    """The whole numbers meant by a band's words and its ends; None when there are none."""
    if how == "about":
        low, high = _widened(low, high)
    lowest = {"over": low + 1, "under": 0, "up to": 0}.get(how, low)
    highest = {"over": LIMIT, "at least": LIMIT, "under": high - 1}.get(how, high)
    return Interval(lowest, highest) if lowest <= highest else None


def _widened(low: int, high: int) -> tuple[int, int]:
    return low - int(abs(low) * ABOUT), high + int(abs(high) * ABOUT)


def show(value: Interval, write: Callable[[int], str], step: int) -> str:
    """The interval in words that read back as the same; ``step`` is what one unit is written with."""
    low, high = value.low, value.high
    if low <= -LIMIT and high >= LIMIT:
        return "not known"
    if value.is_point:
        return write(low)
    if high >= LIMIT:
        return f"over {write(low - 1)}" if low % step == 1 else f"at least {write(low)}"
    if low in (0, -LIMIT):
        return f"under {write(high + 1)}" if (high + 1) % step == 0 else f"up to {write(high)}"
    return f"{write(low)} to {write(high)}"
