"""The slips by which a rule file is no YAML at all, in plain words, with the line as it should be written."""

from __future__ import annotations

import codecs
import re

QUOTES = "Put the text in quotes"
_KEYED = re.compile(r"(?P<before>\s*(?:- )?[^\s:#][^:#]*: +)(?P<text>\S.*?)\s*\Z")
_ODD = re.compile(r"[\s\u00a0]*\u00a0|[^:#]*:\u00a0")  # a no-break space where YAML counts spaces
_CURLY = "\u201c\u201d\u2018\u2019"
_SPECIAL = "[]{}*&!|>'\"%@`?-,"
_GREATER = {">": "more than", "<": "less than"}
# What the parser says, by a piece of it, and what that means to whoever wrote the line.
_MEANINGS = (
    ("mapping values are not allowed", "a colon stands where none can"),
    ("cannot start any token", "a text begins with a character that has another meaning"),
    ("expected alphabetic or numeric", "a text begins with a character that has another meaning"),
    ("expected comment or line break", "a text begins with a character that has another meaning"),
    ("mapping keys are not allowed", "a text begins with a character that has another meaning"),
    ("block sequence entries", "a text begins with '-', as the items of a list do"),
    ("expected '-' indicator", "a key stands among the items of a list"),
    ("expected key", "the line does not fit what stands above it"),
    ("expected <block end>", "the line does not fit what stands above it"),
    ("unexpected end of stream", "a quotation mark is not closed"),
)
# How files begin that only look like text to whoever saved them.
_FOREIGN = (
    (b"PK\x03\x04", "is a Word or Excel file, or a zip, and not plain text"),
    (b"\xd0\xcf\x11\xe0", "is an old Word or Excel file and not plain text"),
    (b"{\\rtf", "is a document with formatting (RTF) and not plain text"),
    (b"%PDF", "is a PDF and not plain text"),
    (b"<", "is a web page and not a rule file"),
)
_NULLS = 20  # in the first 200 bytes; in UTF-16 every second byte of our letters is one
SAVE_PLAIN = "Copy the text into Notepad and save it with the encoding UTF-8 and a name that ends in .yaml."


def foreign(raw: bytes) -> str:
    """What a file is instead of a rule file; '' when it may be one."""
    known = next((said for start, said in _FOREIGN if raw.lstrip().startswith(start)), "")
    if known or not (raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or raw[:200].count(0) > _NULLS):
        return known
    return "is UTF-16 text, which Notepad calls 'Unicode', and not UTF-8"


def meaning(problem: str, line: str) -> str:
    """What the parser found, in words; its own where there are none."""
    if "\t" in line:
        return "a tab stands where spaces count"
    return next((said for piece, said in _MEANINGS if piece in problem), problem)


def remedy(problem: str, line: str) -> str:
    """What to do about a line that is no YAML, with the line itself."""
    return "\n".join(filter(None, [f"The line reads: {line.strip()}", _remedy(problem, line)]))


def _remedy(problem: str, line: str) -> str:
    if "\t" in line:
        return "It holds a tab; YAML wants spaces."
    found = _KEYED.match(line)
    text = found["text"] if found else ""
    if text[:1] in _GREATER and len(text[1:].split()) == 1:
        return f"Write it as {found['before'].strip() if found else ''} {_GREATER[text[0]]} {text[1:].strip()}"
    if "',' or '}'" in problem:
        return "Write conditions in block style, one line per field; { } is for examples only."
    if any(mark in line for mark in _CURLY):
        return "It holds curly quotes, as Word writes them; YAML knows only straight ones, \" or '."
    if found and (text[0] in _SPECIAL or ": " in text or text.endswith(":")):
        inside = text.strip("'\"").replace('"', "'")
        return f'{QUOTES}: {found["before"].strip()} "{inside}"'
    if "'-' indicator" in problem:
        return "Rules and other keys stand without '- ' in front."
    return "Look at the line above too: it may lack its colon, or one of the two stands too far in or out."


def odd_space(line: str) -> bool:
    """Whether a no-break space, which looks like a space and is none, stands where spaces count."""
    return _ODD.match(line) is not None
