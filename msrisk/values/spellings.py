"""A field's own spellings of its answers, and an answer that stays whatever remark follows it.

An answer that a field lets stay (``hint.stays``) is taken with a remark after it (``Yes - s.1``, ``STRO,
interim``), as assumed, and the remark is quoted. Not where it begins with a *no* (``Yes / No``, ``On list: not
found``), nor where one stands anywhere after a spelling that is not the plain answer (``STPO sought, none``).
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from msrisk.values.reading import Grade, Hint, Reading
from msrisk.values.tidy import quote, tidy

_MARKS = re.compile(r"[^\w%+<>]+|_")
_TAKES_BACK = frozenset(("n", "no", "not", "none", "nothing", "nil", "never", "na", "or"))


@lru_cache(maxsize=256)
def answers(choices: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """Every spelling made plain, and the answer it stands for; a given spelling wins over an answer's own."""
    own = {plain(answer): answer for _, answer in choices}
    return own | {plain(spelling): answer for spelling, answer in choices}


def plain(text: str) -> str:
    """Its words, without case and marks."""
    return " ".join(_MARKS.sub(" ", tidy(text).casefold().replace("&", " and ")).split())


def with_a_remark(text: str, hint: Hint, answer: Collection[str]) -> Reading | None:
    """The answer that stays, if the text begins with it.  ``answer``: how it is written by itself."""
    if not hint.stays:
        return None
    said = plain(text).split()
    named = [spelling for spelling, meant in answers(hint.choices).items() if meant == hint.stays]
    for spelling in sorted({*answer, *named}, key=len, reverse=True):
        words = spelling.split()
        remark = said[len(words) :]
        if said[: len(words)] != words or not remark:
            continue
        if _TAKES_BACK.intersection(remark[:1] if spelling in answer else remark):
            return None
        note = f"{quote(text)} was taken as {quote(hint.stays)}; what the remark changes is for whoever reads it"
        return Reading((hint.stays,), Grade.ASSUMED, note=note)
    return None
