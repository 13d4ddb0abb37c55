"""Payment references as they can be compared: one spelling of each, and nothing for those that name no payment."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msrisk.model import Ints, Numbers
from msrisk.values.placeholders import is_error

NONE = -1
_FIGURES = re.compile(r"0*(\d+?)\.0+", re.ASCII)
_SHORTENED = re.compile(r"\d(?:\.\d+)?e\+?\d+", re.ASCII)  # a spreadsheet cut the number short: it names many


def reference_key(text: str) -> str:
    """``0000054083``, ``54083`` and ``54083.0`` are one reference; '' where there is none."""
    plain = "".join(text.split()).casefold()
    if plain.isascii() and plain.isdigit():  # nearly all are this or begin with a letter, and there are many
        return plain.lstrip("0")
    if not any(map(str.isdigit, plain)):
        return ""  # a word such as BACS names a way to pay
    if plain[0].isalpha():
        return plain
    found = _FIGURES.fullmatch(plain)
    if found:
        return found[1] if found[1] != "0" else ""
    return "" if _SHORTENED.fullmatch(plain) or is_error(text) else plain


def reference_codes(texts: Sequence[str], codes: Ints, numbers: Numbers[str]) -> Ints:
    """Each row's reference as a number that is the same wherever ``numbers`` is used; NONE where it has none."""
    keys = [reference_key(text) for text in texts]
    numbered = numbers.codes(keys)
    numbered[[number for number, key in enumerate(keys) if not key]] = NONE
    return numbered[codes]
