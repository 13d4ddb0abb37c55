"""One of a field's own list of answers, by any of the spellings the list gives.

The whole text must be one of ``hint.choices`` (or an answer itself), ignoring case, spaces and
punctuation. Anything else is refused with a note: placeholders (unless the list has them), part of an
answer, an answer with more words (but see ``spellings`` for the one that stays).
"""

from __future__ import annotations

from msrisk.values.kind import NAMED, Kind
from msrisk.values.placeholders import nothing_in
from msrisk.values.reading import Hint, Reading, Value
from msrisk.values.spellings import answers, plain, with_a_remark
from msrisk.values.tidy import not_a

_IN_WORDS = "one of the listed answers"


def read(text: str, hint: Hint) -> Reading:
    """One text as the answer it stands for."""
    meant = answers(hint.choices).get(plain(text))
    if meant:
        return Reading((meant,))
    if nothing := nothing_in(text, _IN_WORDS):
        return nothing
    return with_a_remark(text, hint, (plain(hint.stays),)) or not_a(text, _IN_WORDS)


def show(value: Value) -> str:
    """The answer."""
    assert isinstance(value, tuple)
    return "; ".join(value)


KIND = Kind("choice", "parts", _IN_WORDS, read, show, NAMED)
