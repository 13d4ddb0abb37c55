"""The country table, ``rules/tables/country_aliases.csv``, looked up by folded name or by code.

Each row's ``use``: *name* (the one shown), *spelling*, *code* (capitals only), *guess* (the likelier of
two places), *one of two* (neither is sure), *not a country*.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from msrisk.values.edits import one_slip_apart, shortened
from msrisk.values.fold import fold
from msrisk.values.tables import rows

SHORTEST_GUESS, LONGEST_GUESS = 6, 40
_MARKS = re.compile(r"[^\w]+|_")
_DROPPED = re.compile(r"['’‘.`]")


@dataclass(frozen=True, slots=True)
class Place:
    """What one spelling stands for; ``code`` is empty when it is not one country."""

    code: str
    use: str
    note: str


def plain(text: str) -> str:
    """A name for looking up: no case, accents, punctuation or leading "the"."""
    words = _MARKS.sub(" ", _DROPPED.sub("", fold(text.replace("&", " and ")))).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


@cache
def country_names() -> tuple[str, ...]:
    """The name shown of every country, in the order of the alphabet."""
    return tuple(sorted(row["spelling"] for row in rows("country_aliases") if row["use"] == "name"))


@cache
def _by_name() -> dict[str, Place]:
    return {
        plain(row["spelling"]): Place(row["code"], row["use"], row["note"])
        for row in reversed(rows("country_aliases"))
        if row["use"] != "code"
    }


@cache
def _by_code() -> dict[str, str]:
    return {row["spelling"]: row["code"] for row in rows("country_aliases") if row["use"] == "code"}


@cache
def _by_shortened() -> dict[str, list[str]]:
    """Every known name by itself with any one letter left out, to find names one slip away."""
    found: dict[str, list[str]] = {}
    for name in _by_name():
        for text in shortened(name):
            found.setdefault(text, []).append(name)
    return found


@cache
def shown() -> dict[str, str]:
    """The common English name of each code."""
    first = {row["code"]: row["spelling"] for row in reversed(rows("country_aliases")) if row["use"] == "guess"}
    return first | {row["code"]: row["spelling"] for row in rows("country_aliases") if row["use"] == "name"}


def is_code(text: str) -> bool:
    """Whether the text is an ISO code in capitals, such as NA and NO."""
    return text in _by_code()


def place(text: str) -> Place | None:
    """The place a whole text names, exactly; None when the table has no such spelling."""
    if text in _by_code() and plain(text) not in _by_name():
        return Place(_by_code()[text], "code", "")
    return _by_name().get(plain(text))


def guess(text: str) -> tuple[str, Place] | None:
    """The one country a longer name is a slip of the keyboard from; None when there is none or more."""
    name = plain(text)
    if not SHORTEST_GUESS <= len(name) <= LONGEST_GUESS:
        return None
    shared = (known for text in shortened(name) for known in _by_shortened().get(text, ()))
    near = {known: _by_name()[known] for known in shared if one_slip_apart(name, known)}
    codes = {found.code for found in near.values()}
    if len(codes) != 1 or "" in codes:
        return None
    return shown()[codes.pop()], next(iter(near.values()))
