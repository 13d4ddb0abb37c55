"""What kinds of cells stand below a heading, seen from the first thousand rows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np

from msrisk.model import Sheet
from msrisk.values.placeholders import is_error, is_placeholder

LOOKED_AT = 1000  # rows below the heading
NEARLY_ALL = 0.9
WORDS = "words"

_MONTH = r"\d{1,2}[ ./-]*[a-z]{3,9}[ ./-]*\d{2,4}"
_SHAPES = {
    "dates": rf"(?:\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|\d{{4}}-\d{{2}}-\d{{2}})(?:[ t].*)?|{_MONTH}",
    "links": r"(?:https?://|www\.)\S+",
    "e-mail addresses": r"[^\s@]+@[^\s@]+\.[^\s@]+",
    "postcodes": r"[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}",
    "yes and no": r"yes|no|y|n|true|false",
    "company numbers": r"(?:[a-z]{2}|r0)?\d{6,8}",
    "codes": r"[a-z]{0,4}[-/]?\d{3,}[a-z]?",
}
_FORMS = {kind: re.compile(shape, re.IGNORECASE | re.ASCII) for kind, shape in _SHAPES.items()}


def is_number(text: str) -> bool:
    return text.replace(".", "", 1).replace(",", "").strip("-£ ").isdigit()


def is_figure(text: str) -> bool:
    """A number or a date: what stands in rows of data, and in no row of headings."""
    return is_number(text) or is_kind(text, "dates")


def is_kind(text: str, kind: str) -> bool:
    """Whether one cell has the form of *dates*, *links*, *postcodes*, …"""
    return _FORMS[kind].fullmatch(text.strip()) is not None


def kind_of(text: str) -> str:
    """What one cell is: *numbers*, *dates*, …, or *words*; '' for what is none of these."""
    if is_number(text):
        return "numbers"
    found = next((kind for kind in _FORMS if is_kind(text, kind)), "")
    return found or (WORDS if sum(map(str.isalpha, text)) > 1 else "")


def nearly_all(answers: Iterable[bool]) -> bool:
    each = list(answers)
    return sum(each) >= NEARLY_ALL * len(each)


def only_kind(texts: Sequence[str]) -> str:
    """The kind of nearly all of them, '' where they are mixed."""
    kinds = Counter(map(kind_of, texts))
    kind, times = kinds.most_common(1)[0] if kinds else ("", 0)
    return kind if times >= NEARLY_ALL * len(texts) else ""


def texts_below(sheet: Sheet, below: int, column: int) -> list[str]:
    """The different texts of the first rows under a heading, but for those that say nothing; in no order."""
    held = sheet.columns[column]
    texts = (held.texts[code] for code in set(held.codes[below : below + LOOKED_AT].tolist()))
    return [text for text in texts if not is_placeholder(text) and not is_error(text)]


def counted(sheet: Sheet, below: int, column: int) -> tuple[int, int]:
    """How many cells of the whole column are filled, and how many different texts they hold."""
    held = sheet.columns[column]
    cells = np.bincount(held.codes[below:], minlength=len(held.texts))
    cells[[number for number, text in enumerate(held.texts) if not text.strip()]] = 0
    return int(cells.sum()), int(np.count_nonzero(cells))
