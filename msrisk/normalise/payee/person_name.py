"""Whether a name has the form of a person's: titled, initials and a surname, or a forename and a surname.

The form proves nothing by itself: ``Rachel Mellor`` may be a barrister and ``Mr Clutch`` a garage.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from msrisk.model.payees import PERSON, SUPPLIER
from msrisk.normalise.payee.words import IN_NAME, NOT_A_PERSON, found
from msrisk.values.tables import rows

_TRADING_AS = re.compile(r"\bt/a\b|\btrading as\b")
_MARKS = re.compile(r"[^\w\s]")
_FEWEST, _MOST, _MOST_TITLED = 2, 4, 7
_TITLES = frozenset(("mr", "mrs", "miss", "ms", "mx"))  # of a profession, as Dr, they say nothing here


def looks_like_a_person(words: Sequence[str], only_persons: bool = False) -> bool:
    """Whether the words of a name are such as a person has.

    only_persons: whether nobody else is paid here; then the forename need not be one we know.
    """
    if not _FEWEST <= len(words) <= _MOST_TITLED or not all(word.isalpha() for word in words):
        return False
    said = found(words, (IN_NAME, NOT_A_PERSON))
    if any(phrase.kind == SUPPLIER for phrase in said):
        return False
    if any(phrase.kind == PERSON for phrase in said):
        return True
    known = only_persons or not _forenames().isdisjoint((words[0], words[-1]))
    return len(words) <= _MOST and (known or _has_initials(words))


def is_titled(words: Sequence[str]) -> bool:
    """``Mr John Barrett``: a title and at least two names or initials, and no trade."""
    return len(words) > _FEWEST and words[0] in _TITLES and looks_like_a_person(words)


def named_like_a_person(name: str) -> bool:
    """Whether a name as typed is such as a person trades under: ``J A Smith``, ``Ann Lee t/a Lee Cleaning``."""
    words = _MARKS.sub(" ", _TRADING_AS.split(name.casefold())[0]).split()
    return looks_like_a_person(words)


def _has_initials(words: Sequence[str]) -> bool:
    """``J A Smith``, ``Smith J``: single letters on one side of one or two longer words."""
    single = [len(word) == 1 for word in words]
    letters = sum(single)
    together = all(single[:letters]) or all(single[len(words) - letters :])
    return 0 < letters < len(words) and together


@cache
def _forenames() -> frozenset[str]:
    return frozenset(row["forename"] for row in rows("forenames"))
