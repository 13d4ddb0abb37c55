"""Texts that stand for "nothing here": one list for every kind.

A cell that is empty or only white space is BLANK, without a note. A cell that says ``TBC``,
``n/a``, ``not disclosed`` and the like, one dash, one question mark, a spreadsheet error such as
``#REF!``, or a row of hashes, is unread with a note: never nought, never *no*.
"""

from __future__ import annotations

import re

from msrisk.values.reading import BLANK, Reading
from msrisk.values.tidy import not_a, tidy, unclear

_LISTED = """
tbc | tba | tbd | tbs | to be confirmed | to be advised | to be determined | to be agreed
to follow | pending
n/a | na | n.a | n.a. | n\\a | n / a | n/app | n/av | not applicable | not available
not yet available | unavailable
n/k | nk | not known | unknown | unkown | don't know | dont know | do not know | not sure | unsure | unclear
none | null | nil | nan | nothing | no data | no info | no information | no figure | no value
no entry | no response
none supplied | none provided | none given | none stated | none held
not disclosed | undisclosed | not published | not provided | not supplied | not given
not stated | not recorded | not held | not specified | unspecified | not found | not reported | not entered
not set | missing
blank | empty | withheld | redacted | confidential | commercial in confidence | commercially confidential
exempt | awaited | awaiting | awaiting information | see notes | see note | see comments | see above
? | ?? | ??? | - | -- | --- | . | .. | ... | … | _ | x | xx | xxx | * | / | !
"""
PLACEHOLDERS = frozenset(text.strip() for text in _LISTED.strip().replace("\n", "|").split("|"))

ERRORS = frozenset(
    ("#n/a", "#ref!", "#div/0!", "#value!", "#name?", "#num!", "#null!", "#spill!", "#calc!", "#getting_data")
)

_NOTHING = PLACEHOLDERS | ERRORS
_HASHES = re.compile(r"#{2,}")


def is_placeholder(text: str) -> bool:
    """Whether the text says that there is nothing here."""
    plain = tidy(text).casefold()
    return not plain or plain in PLACEHOLDERS or plain.strip("()[]") in PLACEHOLDERS


def is_error(text: str) -> bool:
    """Whether the text is a spreadsheet error, or hashes where a value was too wide to show."""
    plain = text.strip().casefold()
    return plain in ERRORS or is_hashes(plain)


def is_hashes(text: str) -> bool:
    """Whether the text is what a spreadsheet shows where its column is too narrow."""
    return _HASHES.fullmatch(text.strip()) is not None


def nothing_in(text: str, in_words: str) -> Reading | None:
    """The reading of a blank, a spreadsheet error or a placeholder; None when something is there."""
    plain = tidy(text).casefold()
    if not plain:
        return BLANK
    if plain[0].isalnum() and plain not in _NOTHING and plain[-1] not in ")]":
        return None  # nearly every cell of a long list
    if is_error(text):
        return error_in(text)
    return not_a(text, in_words) if is_placeholder(text) else None


def error_in(text: str) -> Reading:
    """The reading of a spreadsheet error."""
    if is_hashes(text):
        return unclear(text, "the spreadsheet's column was too narrow and the value is lost")
    return unclear(text, "a spreadsheet error stands where the value should be")
