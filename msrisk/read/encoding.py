"""Bytes become text: which encoding a file is in, and what is said about it.

UTF-8 first, because other encodings hardly ever look like it. When a file is UTF-8 but for a few bytes
it was damaged, and it is refused with the line rather than guessed at. What is left is an 8-bit encoding, which
is guessed; where two make as much sense that is said. Whoever knows better names the encoding.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from msrisk.errors import InputError
from msrisk.read.encoding_guess import DOS, MAC, WINDOWS, Guess, best_guess, word_at
from msrisk.read.encoding_told import encoding_called, that_fit
from msrisk.read.garbled import garbled
from msrisk.read.kinds import looks_like_utf16
from msrisk.read.text_lines import TooLongALine, blocks_of, line_at, line_of_byte

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
    WINDOWS: "Windows-1252",
    DOS: "MS-DOS (code page 850): the pound sign is the byte 0x9C",
    MAC: "Mac Roman, as old Macintosh programs write",
}
# A byte order mark that some program took for text: as UTF-8 read as Windows, once and twice, as DOS, as Mac.
_GLUED_MARKS = ("\ufeff", "ï»¿", "Ã¯Â»Â¿", "Ã¯»¿", "´╗┐", "Ôªø")
_RESAVE = "Open it in Excel and save it as 'CSV UTF-8', or as an Excel workbook (.xlsx)."


# Encodings in which the byte of a line end is never part of another character, so that blocks can be told apart.
_BY_LINES = frozenset(("utf-8", WINDOWS, DOS, MAC))


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, without byte order marks, in blocks of whole lines.

    remarks: its encoding first, then what was lost or garbled.
    """

    blocks: tuple[str, ...]
    remarks: tuple[str, ...]

    @property
    def text(self) -> str:
        return "".join(self.blocks)


def decode(data: bytes, name: str, told: str = "") -> Decoded:
    """The text of a file; InputError naming the line where it cannot be told what was meant.

    told: the encoding a person names, which overrules what the bytes look like.
    """
    try:
        return _as_told(data, name, told) if told else _as_found(data, name)
    except TooLongALine as problem:
        hint = "Open it in Excel; if it looks like a list there, save it as an Excel workbook (.xlsx)."
        raise InputError(f"line {problem.line} has no end: this is no list", where=name, hint=hint) from problem


def _as_found(data: bytes, name: str) -> Decoded:
    coding, said, start = _unicode(data)
    if coding != "utf-8":
        return _told(_strictly(data, coding, name, start), said)
    _refuse_nul(data, name)
    try:
        return _told(_decoded(data, "utf-8", start), said)
    except UnicodeDecodeError as problem:
        if said != "UTF-8" or _is_mostly_utf8(data):
            raise _not_utf8(data, problem.start, name) from problem
    guess = best_guess(data)
    doubt = [_doubt(data, guess)] if guess.other else []
    return _told(_strictly(data, guess.coding, name), _SAID[guess.coding], *doubt)


def _as_told(data: bytes, name: str, told: str) -> Decoded:
    """The text in the encoding that was named; its own byte order mark is taken away."""
    coding, start = encoding_called(told), 0
    for mark, marked, _ in _MARKS:
        if data.startswith(mark) and marked.startswith(coding):
            coding, start = marked, len(mark)
            break
    blocks = _strictly(data, coding, name, start, lambda problem: _does_not_fit(data, name, told, problem))
    return _told(blocks, f"{coding}, as you say with --encoding")


def _decoded(data: bytes, coding: str, start: int = 0) -> tuple[str, ...]:
    """The blocks; UnicodeDecodeError with the place in all of the data."""
    if coding not in _BY_LINES:
        return tuple(block for _, block in blocks_of(data[start:].decode(coding), "\n", "\r"))
    blocks = []
    for at, block in blocks_of(data, b"\n", b"\r", start):
        try:
            blocks.append(block.decode(coding))
        except UnicodeDecodeError as problem:
            place = at + problem.start
            raise UnicodeDecodeError(problem.encoding, data, place, place + 1, problem.reason) from None
    return tuple(blocks)


def _does_not_fit(data: bytes, name: str, told: str, problem: UnicodeDecodeError) -> InputError:
    line = line_of_byte(data, problem.start)
    fitting = that_fit(data, told)
    others = f"Every byte is a character in {' and in '.join(fitting)}. " if fitting else ""
    return InputError(
        f"line {line} holds the byte 0x{data[problem.start]:02X}, which is no character in {told}",
        where=name,
        hint=f"{others}Leave --encoding out and it is found.",
    )


def _doubt(data: bytes, guess: Guess) -> str:
    """What two encodings read differently, and how to say which it is."""
    taken, other = (word_at(data, guess.place, coding) for coding in (guess.coding, guess.other))
    return (
        f"Line {line_of_byte(data, guess.place)} reads '{taken}'; if it should read '{other}', "
        f"say so:  --encoding {guess.other}"
    )


def _unicode(data: bytes) -> tuple[str, str, int]:
    """The encoding by byte order mark or by its zero bytes, else UTF-8 to be tried; and where the text begins."""
    for mark, coding, said in _MARKS:
        if data.startswith(mark):
            return coding, said, len(mark)
    coding = looks_like_utf16(data[:65536])
    return (coding, _UNMARKED_UTF16[coding], 0) if coding else ("utf-8", "UTF-8", 0)


def _told(blocks: tuple[str, ...], said: str, *more: str) -> Decoded:
    first, glued = _without_glued_marks(blocks[0] if blocks else "")
    mark = "; a byte order mark written as text before the first cell was taken away" if glued else ""
    blocks = (first, *blocks[1:])
    return Decoded(blocks, (f"Text encoding: {said}{mark}.", *more, *garbled(blocks)))


def _without_glued_marks(text: str) -> tuple[str, bool]:
    """The mark may also stand inside the quotation marks of the first cell."""
    start = at = 1 if text.startswith('"') else 0
    while mark := next((mark for mark in _GLUED_MARKS if text.startswith(mark, at)), ""):
        at += len(mark)
    return (text[:start] + text[at:], True) if at > start else (text, False)


def _strictly(
    data: bytes,
    coding: str,
    name: str,
    start: int = 0,
    refusal: Callable[[UnicodeDecodeError], InputError] | None = None,
) -> tuple[str, ...]:
    """The blocks, in which no byte may be without a meaning."""
    try:
        blocks = _decoded(data, coding, start)
    except UnicodeDecodeError as problem:
        raise (refusal(problem) if refusal else _no_character(data, coding, name, problem)) from problem
    before = 0
    for block in blocks:
        if "\0" in block:
            raise _nul(before + line_at(block, block.index("\0")), name)
        before += line_at(block, len(block)) - 1
    return blocks


def _no_character(data: bytes, coding: str, name: str, problem: UnicodeDecodeError) -> InputError:
    line = line_of_byte(data[: problem.start].replace(b"\0", b""), problem.start)
    return InputError(
        f"line {line} holds the byte 0x{data[problem.start]:02X}, which is no character in the encoding "
        f"that the file seems to have ({_SAID.get(coding, coding)})",
        where=name,
        hint=f"If you know the encoding, name it:  --encoding {_other(coding)}\n{_RESAVE}",
    )


def _refuse_nul(data: bytes, name: str) -> None:
    place = data.find(b"\0")
    if place >= 0:
        raise _nul(line_of_byte(data, place), name)


def _nul(line: int, name: str) -> InputError:
    return InputError(f"line {line} holds a NUL byte, which no text has", where=name, hint=_RESAVE)


def _is_mostly_utf8(data: bytes) -> bool:
    """True when more characters are well-formed UTF-8 than are not: chance does not make such pairs."""
    broken = special = 0
    for _, block in blocks_of(data, b"\n", b"\r"):
        text = block.decode("utf-8", "surrogateescape")
        broken += len(re.findall("[\udc80-\udcff]", text))
        special += len(re.findall("[^\x00-\x7f]", text))
    return special - broken > broken


def _not_utf8(data: bytes, place: int, name: str) -> InputError:
    return InputError(
        f"the file is UTF-8 text, but line {line_of_byte(data, place)} holds the byte 0x{data[place]:02X}, "
        "which is not UTF-8: two kinds of text were joined, or the file was damaged",
        where=name,
        hint=f"Correct that line, or name the encoding:  --encoding cp1252\n{_RESAVE}",
    )


def _other(coding: str) -> str:
    return DOS if coding == WINDOWS else WINDOWS
