"""Names much like one name, among neighbours in alphabetical order: those with the same beginning."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

LEAST_ALIKE = 75
LEAST_CUT = 20  # letters from which a name may be one that was cut short

_SHARED = 4  # letters at the beginning that must agree
_EACH_WAY = 100
_LAST = "\U0010ffff"
_AFTER = "SELECT key, company FROM name WHERE key >= ? AND key < ? ORDER BY key, company LIMIT ?"
_BEFORE = "SELECT key, company FROM name WHERE key < ? AND key >= ? ORDER BY key DESC, company LIMIT ?"

Ask = Callable[[str, Sequence[Any]], list[Any]]


def nearest(ask: Ask, key: str, most: int) -> tuple[int, ...]:
    """The companies whose key is likest, the likest first; none for a key of a few letters."""
    if len(key) <= _SHARED:
        return ()
    from rapidfuzz import fuzz, process

    beginning = key[:_SHARED]
    found = ask(_AFTER, (key, beginning + _LAST, _EACH_WAY)) + ask(_BEFORE, (key, beginning, _EACH_WAY))
    names = [name for name, _ in found]
    likest = process.extract(key, names, scorer=fuzz.ratio, limit=None, score_cutoff=LEAST_ALIKE)
    scores = {at: score for _, score, at in likest}
    if len(key) >= LEAST_CUT:
        scores |= {at: LEAST_ALIKE for at, name in enumerate(names) if at not in scores and name.startswith(key)}
    ranked = sorted(scores, key=lambda at: (-scores[at], *found[at]))
    return tuple(dict.fromkeys(found[at][1] for at in ranked))[:most]
