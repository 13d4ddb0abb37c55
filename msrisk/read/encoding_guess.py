"""Which 8-bit encoding a text is in: the one in which its special characters make most sense where they stand.

What real lists are in is Windows, MS-DOS (where the pound sign is the byte 0x9C) and old Macintosh (whose lines
end in a bare CR).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

WINDOWS, DOS, MAC = "cp1252", "cp850", "mac_roman"

_SPECIAL = re.compile(rb"[\x80-\xff]")
_ENOUGH = 20_000
_POUND = "£"
_MONEY = "£€¥"
_LETTERLESS = "’‘“”–—…•·™®©°º½¼¾×\u00a0´«»§±†"
_RAISED = "²³"
_WORD = re.compile(r"[^\s,;\t|\"]+")
_NEAR = 40  # bytes before and after a special character in which its word is looked for


@dataclass(frozen=True, slots=True)
class Guess:
    """The encoding, and another that makes as much sense of the text: '' when none does.

    place: the first byte that the two read as different characters.
    """

    coding: str
    other: str = ""
    place: int = 0


def best_guess(data: bytes) -> Guess:
    """Windows unless another makes more sense; DOS must show a pound sign, Mac a bare CR or plainly more sense."""
    places = [found.start() for _, found in zip(range(_ENOUGH), _SPECIAL.finditer(data), strict=False)]
    sense = {coding: _sense(data, places, coding) for coding in (WINDOWS, DOS, MAC)}
    most = sense[WINDOWS][0]
    bare_cr = b"\n" not in data and b"\r" in data
    taken = WINDOWS
    if sense[MAC][0] >= most if bare_cr else sense[MAC][0] > max(2 * most, sense[DOS][0]):
        taken = MAC
    elif sense[DOS][0] > most and sense[DOS][1]:
        taken = DOS
    for other in (WINDOWS, DOS, MAC):
        may_be = other != MAC or bare_cr
        if other != taken and may_be and sense[other][0] >= sense[taken][0]:
            return _doubted(data, places, taken, other)
    return Guess(taken)


def word_at(data: bytes, place: int, coding: str) -> str:
    """The word in which a byte stands, read in this encoding."""
    start = max(place - _NEAR, 0)
    before = data[start:place].decode(coding, "replace")
    text = before + data[place : place + _NEAR].decode(coding, "replace")
    return next((found[0] for found in _WORD.finditer(text) if found.end() > len(before)), "")


def _doubted(data: bytes, places: list[int], taken: str, other: str) -> Guess:
    first, second = _table(taken), _table(other)
    for place in places:
        if first[data[place]] != second[data[place]]:
            return Guess(taken, other, place)
    return Guess(taken)


def _table(coding: str) -> str:
    return bytes(range(256)).decode(coding, "replace")


def _sense(data: bytes, places: list[int], coding: str) -> tuple[int, int]:
    """How many special characters make sense where they stand, and how many are pound signs."""
    table = _table(coding)
    sense = pounds = 0
    for place in places:
        before = table[data[place - 1]] if place else ""
        after = table[data[place + 1]] if place + 1 < len(data) else ""
        if _makes_sense(before, table[data[place]], after):
            sense += 1
            pounds += table[data[place]] == _POUND
    return sense, pounds


def _makes_sense(before: str, character: str, after: str) -> bool:
    """A letter stands by a letter of its own case, a currency sign does not stand between letters."""
    if character.isalpha() and character not in "ºª":
        return (before.isalpha() or after.isalpha()) and _in_case(before, character, after)
    if character in _MONEY:
        return not (before.isalpha() and after.isalpha())
    if character in _RAISED:
        return before.isalnum() and not after.isalpha()
    return character in _LETTERLESS


def _in_case(before: str, character: str, after: str) -> bool:
    """No capital follows a small letter, no small letter stands between capitals."""
    if character.isupper():
        return not before.islower()
    return not (before.isupper() and after.isupper())
