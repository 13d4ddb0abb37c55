"""Letters without case or accents, for comparing names."""

from __future__ import annotations

import unicodedata

_NO_PLAIN_FORM = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
_FIRST_ACCENT, _LAST_ACCENT = "\u0300", "\u036f"


def fold(text: str) -> str:
    """The text in one case, with compatible forms made equal and Latin accents taken off."""
    if text.isascii():
        return text.lower()
    for _ in range(2):  # compatibility forms can hide capitals, and capitals accents
        text = unicodedata.normalize("NFKD", text).casefold()
    text = "".join(letter for letter in text if not _FIRST_ACCENT <= letter <= _LAST_ACCENT)
    return unicodedata.normalize("NFKC", text.translate(_NO_PLAIN_FORM))
