"""One of a field's own list of answers, by any of the spellings the list gives.

The whole text must be one of ``hint.choices`` (or an answer itself), ignoring case, spaces and
punctuation. Anything else is refused with a note: placeholders (unless the list has them), part of an
answer, an answer with more words.
"""

from __future__ import annotations

import re
from functools import lru_cache

from msrisk.values.kind import NAMED, Kind
from msrisk.values.placeholders import nothing_in
from msrisk.values.reading import Hint, Reading, Value
from msrisk.values.tidy import not_a, tidy

_IN_WORDS = "one of the listed answers"
_MARKS = re.compile(r"[^\w%+<>]+|_")


def read(text: str, hint: Hint) -> Reading:
    """One text as the answer it stands for."""
    meant = _answers(hint.choices).get(_plain(text))
    if meant:
        return Reading((meant,))
    return nothing_in(text, _IN_WORDS) or not_a(text, _IN_WORDS)


@lru_cache(maxsize=256)
def _answers(choices: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """Every spelling made plain, and the answer it stands for; a given spelling wins over an answer's own."""
    own = {_plain(answer): answer for _, answer in choices}
    return own | {_plain(spelling): answer for spelling, answer in choices}


def _plain(text: str) -> str:
    return " ".join(_MARKS.sub(" ", tidy(text).casefold().replace("&", " and ")).split())


def show(value: Value) -> str:
    """The answer."""
    assert isinstance(value, tuple)
    return "; ".join(value)


KIND = Kind("choice", "parts", _IN_WORDS, read, show, NAMED)
