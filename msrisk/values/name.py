"""Names of suppliers: shown as written, compared by ``key``.

Read: any text, with white space runs made one space and invisible characters written out. ``None``,
``n/a``, ``0``, ``1E5`` and ``TRUE`` are kept, since suppliers have such names and what is not a supplier is
judged from the whole row. Refused, with a note: spreadsheet errors (``#N/A``) and hashes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msrisk.files import one_line
from msrisk.values.fold import fold
from msrisk.values.kind import NAMED, Kind
from msrisk.values.placeholders import error_in, is_error
from msrisk.values.reading import BLANK, Hint, Reading, Value

_IN_WORDS = "a name"
_SHORT = {
    "limited": "ltd",
    "company": "co",
    "incorporated": "inc",
    "corporation": "corp",
    "unlimited": "unltd",
}
_LONG_PLC = re.compile(r"\bpublic ltd (?:co\b|plc\b)")
_SPACED = "!#$%()*+,-/:;<=>?@[\\]^_{|}~"
_ASCII = str.maketrans(_SPACED, " " * len(_SPACED), ".'`\"")
_CURLY = dict.fromkeys(map(ord, ".'`\"’‘´“”"))
_APART = "\0"  # between the names of one long text
_MARKS = re.compile(r"[^\w]+|_")


def read(text: str, hint: Hint) -> Reading:
    """One text as a name."""
    if is_error(text):
        return error_in(text)
    shown = one_line(text)
    return Reading((shown,)) if shown else BLANK


def show(value: Value) -> str:
    """The name."""
    assert isinstance(value, tuple)
    return "; ".join(value)


def key(text: str) -> str:
    """The name for joining rows: equal for spellings of one firm, different for different legal forms.

    Case, accents, punctuation and white space are dropped; "&" is "and"; Limited is ltd, public limited
    company is plc, company is co; "the" goes from either end. A name of nothing but marks is its own key.
    """
    plain = fold(text).replace("&", " and ")
    if not plain.isascii():
        plain = _MARKS.sub(" ", plain.translate(_CURLY))
    words = plain.translate(_ASCII).split()
    if not _SHORT.keys().isdisjoint(words):
        words = [_SHORT.get(word, word) for word in words]
    if "public" in words:
        words = _LONG_PLC.sub("plc", " ".join(words)).split()
    while len(words) > 1 and words[0] == "the":
        del words[0]
    while len(words) > 1 and words[-1] == "the":
        del words[-1]
    return " ".join(words) or " ".join(fold(text).split())


def keys(names: Sequence[str]) -> list[str]:
    """The ``key`` of each name; the plain ones, which are nearly all, have theirs worked out as one long text."""
    plain = f" {_APART} ".join([name if name.isascii() else "" for name in names])
    words = plain.lower().replace("&", " and ").translate(_ASCII).split()
    spaced = f" {'  '.join(words)} "  # each word with a space of its own on either side
    for long, short in _SHORT.items():
        spaced = spaced.replace(f" {long} ", f" {short} ")
    found = spaced.replace("  ", " ").split(_APART)
    if len(found) != len(names):  # a name holds the mark itself
        return [key(name) for name in names]
    # With care: nothing left of a name, and the words that count by where they stand.
    return [
        key(name) if not short or "public" in short or short[:4] == "the " or short[-4:] == " the" else short
        for name, short in zip(names, map(str.strip, found), strict=True)
    ]


KIND = Kind("name", "parts", _IN_WORDS, read, show, NAMED)
