"""Bytes become text: which encoding a file is in, and what is said about it.

UTF-8 first, because other encodings hardly ever look like it. When a file is UTF-8 but for a few bytes
it was damaged, and it is refused with the line rather than guessed at. What is left is one of the three
8-bit encodings of real lists: Windows, MS-DOS (where the pound sign is the byte 0x9C) and old Macintosh
(whose lines end in a bare CR). The one in which the special characters make most sense wins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from msrisk.errors import InputError
from msrisk.read.kinds import looks_like_utf16

_MARKS: tuple[tuple[bytes, str, str], ...] = (
    (b"\xef\xbb\xbf", "utf-8", "UTF-8 with a byte order mark"),
    (b"\xff\xfe\x00\x00", "utf-32-le", "UTF-32"),
    (b"\x00\x00\xfe\xff", "utf-32-be", "UTF-32"),
    (b"\xff\xfe", "utf-16-le", "UTF-16 (little-endian)"),
    (b"\xfe\xff", "utf-16-be", "UTF-16 (big-endian)"),
)
_UNMARKED_UTF16 = {
    "utf-16-le": "UTF-16 (little-endian), without a byte order mark",
    "utf-16-be": "UTF-16 (big-endian), without a byte order mark",
}
_SAID = {
    "cp1252": "Windows-1252",
    "cp850": "MS-DOS (code page 850): the pound sign is the byte 0x9C",
    "mac_roman": "Mac Roman, as old Macintosh programs write",
}
# A byte order mark that some program took for text: as UTF-8 read as Windows, once and twice, as DOS, as Mac.
_GLUED_MARKS = ("\ufeff", "ï»¿", "Ã¯Â»Â¿", "Ã¯»¿", "´╗┐", "Ôªø")
_SPECIAL = re.compile(rb"[\x80-\xff]")
_ENOUGH = 20_000
_POUND = "£"
_MONEY = "£€¥"
_LETTERLESS = "’‘“”–—…•·™®©°º½¼¾²³×\u00a0´«»§±†"
_RESAVE = "Open it in Excel and save it as 'CSV UTF-8', or as an Excel workbook (.xlsx)."


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, without byte order marks, and a remark that names its encoding."""

    text: str
    remark: str


def decode(data: bytes, name: str) -> Decoded:
    """The text of a file; InputError naming the line where it cannot be told what was meant."""
    coding, said, data = _unicode(data)
    if coding != "utf-8":
        return _told(_strictly(data, coding, name), said)
    _refuse_nul(data, name)
    try:
        return _told(data.decode("utf-8"), said)
    except UnicodeDecodeError as problem:
        if said != "UTF-8" or _is_mostly_utf8(data):
            raise _not_utf8(data, problem.start, name) from problem
    coding = _best_guess(data)
    return _told(_strictly(data, coding, name), _SAID[coding])


def line_of(data: bytes, place: int) -> int:
    """The line of a byte, counted from 1; lines end in LF, CR LF, or a bare CR."""
    before = data[:place]
    return before.count(b"\n") + before.count(b"\r") - before.count(b"\r\n") + 1


def _unicode(data: bytes) -> tuple[str, str, bytes]:
    """The encoding by byte order mark or by its zero bytes, else UTF-8 to be tried."""
    for mark, coding, said in _MARKS:
        if data.startswith(mark):
            return coding, said, data[len(mark) :]
    coding = looks_like_utf16(data[:65536])
    return (coding, _UNMARKED_UTF16[coding], data) if coding else ("utf-8", "UTF-8", data)


def _told(text: str, said: str) -> Decoded:
    text, glued = _without_glued_marks(text)
    more = "; a byte order mark written as text before the first cell was taken away" if glued else ""
    return Decoded(text, f"Text encoding: {said}{more}.")


def _without_glued_marks(text: str) -> tuple[str, bool]:
    """The mark may also stand inside the quotation marks of the first cell."""
    quote = '"' if text.startswith('"') else ""
    rest, glued = text[len(quote) :], False
    while mark := next((mark for mark in _GLUED_MARKS if rest.startswith(mark)), ""):
        rest, glued = rest[len(mark) :], True
    return quote + rest, glued


def _strictly(data: bytes, coding: str, name: str) -> str:
    try:
        text = data.decode(coding)
    except UnicodeDecodeError as problem:
        line = line_of(data[: problem.start].replace(b"\0", b""), problem.start)
        raise InputError(
            f"line {line} holds the byte 0x{data[problem.start]:02X}, which is no character in the encoding "
            f"that the file seems to have ({_SAID.get(coding, coding)})",
            where=name,
            hint=_RESAVE,
        ) from problem
    if "\0" in text:
        raise _nul(text[: text.index("\0")].count("\n") + 1, name)
    return text


def _refuse_nul(data: bytes, name: str) -> None:
    place = data.find(b"\0")
    if place >= 0:
        raise _nul(line_of(data, place), name)


def _nul(line: int, name: str) -> InputError:
    return InputError(f"line {line} holds a NUL byte, which no text has", where=name, hint=_RESAVE)


def _is_mostly_utf8(data: bytes) -> bool:
    """True when more characters are well-formed UTF-8 than are not: chance does not make such pairs."""
    text = data.decode("utf-8", "surrogateescape")
    broken = sum(1 for _ in re.finditer("[\udc80-\udcff]", text))
    special = sum(1 for _ in re.finditer("[^\x00-\x7f]", text))
    return special - broken > broken


def _not_utf8(data: bytes, place: int, name: str) -> InputError:
    return InputError(
        f"the file is UTF-8 text, but line {line_of(data, place)} holds the byte 0x{data[place]:02X}, "
        "which is not UTF-8: two kinds of text were joined, or the file was damaged",
        where=name,
        hint=f"Correct that line. {_RESAVE}",
    )


def _best_guess(data: bytes) -> str:
    """Windows unless another encoding makes more sense; DOS must show a pound, Mac a bare CR."""
    places = [found.start() for _, found in zip(range(_ENOUGH), _SPECIAL.finditer(data), strict=False)]
    best, most = "cp1252", _sense(data, places, "cp1252")[0]
    if b"\n" not in data and _sense(data, places, "mac_roman")[0] >= most:
        return "mac_roman"
    sense, pounds = _sense(data, places, "cp850")
    return "cp850" if sense > most and pounds else best


def _sense(data: bytes, places: list[int], coding: str) -> tuple[int, int]:
    """How many special characters make sense where they stand, and how many are pound signs."""
    table = bytes(range(256)).decode(coding, "replace")
    sense = pounds = 0
    for place in places:
        before = data[place - 1 : place].decode("ascii", "replace")
        after = data[place + 1 : place + 2].decode("ascii", "replace")
        if _makes_sense(before, table[data[place]], after):
            sense += 1
            pounds += table[data[place]] == _POUND
    return sense, pounds


def _makes_sense(before: str, character: str, after: str) -> bool:
    """A letter stands by a letter, a currency sign does not stand between letters."""
    if character.isalpha() and character not in "ºª":
        return before.isalpha() or after.isalpha()
    if character in _MONEY:
        return not (before.isalpha() and after.isalpha())
    return character in _LETTERLESS
