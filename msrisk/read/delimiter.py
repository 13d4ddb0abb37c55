"""Which character separates the cells of a text file: the one that cuts its first rows most alike."""

from __future__ import annotations

import csv
import io
import math
import re
from collections import Counter
from dataclasses import dataclass

DELIMITERS: dict[str, str] = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "upright strokes (|)"}
# Taken only where every row has the same number of them: no list of names has.
_RARE: dict[str, str] = {"^": "carets (^)", "~": "tildes (~)", "¬": "not signs (¬)", "\x1f": "unit separators"}
NO_DELIMITER = "\x1f"

_SEPARATOR_LINE = re.compile(r'"?sep=([^\w\s"]|\t)"?(?:\r\n|\r|\n|\Z)', re.I)
_GAP = re.compile(r"\S {2,}\S")
_UNUSUAL = ":!#*/"
_SAMPLE = 1 << 16
_SAMPLE_ROWS = 200
_NEARLY_ALL = 0.95
LEAST_CELLS = 3  # of a row stored whole in quotation marks; a name may well hold one comma

Row = list[str]


@dataclass(frozen=True, slots=True)
class Layout:
    """How to cut the text: the delimiter, where the rows begin, and a remark.

    width: how many cells the first rows have.  wrapped: rows stand whole in quotation marks, as one cell.
    """

    delimiter: str
    start: int
    remark: str
    width: int = 1
    wrapped: bool = False


@dataclass(frozen=True, order=True, slots=True)
class _Evenness:
    """How alike a delimiter cuts the rows; all alike goes before everything else, then more rows of more cells.

    A comma may stand in every amount of a list that is separated by semicolons, but then not in its heading row.
    """

    all_alike: bool = False
    rank: float = 0.0
    width: int = 1
    share: float = 0.0
    first: int = 1


def layout_of(text: str) -> Layout:
    """By a first line ``sep=;``, which Excel obeys and hides, else by the look of the rows."""
    stated = _SEPARATOR_LINE.match(text)
    if stated:
        known = DELIMITERS.get(stated[1], f"'{stated[1]}'")
        said = f"Cells are separated by {known}, as the first line 'sep={stated[1]}' says."
        width = _evenness(_first_rows(text[stated.end() : stated.end() + _SAMPLE + 1], stated[1])).width
        return Layout(stated[1], stated.end(), said.replace("\t", "\\t"), width)
    found = {delimiter: _evenness(_first_rows(text, delimiter)) for delimiter in DELIMITERS}
    best = max(found, key=found.__getitem__)
    if found[best].all_alike:
        return Layout(best, 0, f"Cells are separated by {DELIMITERS[best]}.", found[best].width)
    wrapped = _wrapped(text) or _rare(text)
    if wrapped:
        return wrapped
    if _is_one_column(found[best]):
        return Layout(NO_DELIMITER, 0, "One column: no comma, semicolon, tab or stroke separates cells.")
    return Layout(best, 0, f"Cells are separated by {DELIMITERS[best]}.", found[best].width)


def unwrapped(row: Row, delimiter: str, least: int = 2) -> Row:
    """The cells of a row that stands whole in one cell; another row as it is."""
    if len(row) != 1 or delimiter not in row[0]:
        return row
    inner = next(csv.reader(io.StringIO(row[0], newline=""), delimiter=delimiter), row)
    return inner if len(inner) >= least else row


def not_cut(text: str) -> str:
    """What seems to separate the cells of a text that was taken for one column, '' when nothing does.

    In nearly every line, the heading too, there is a gap of spaces, or the same number of an unusual character.
    """
    lines = [line for line in text[:_SAMPLE].split("\n")[:_SAMPLE_ROWS] if line.strip()]
    if len(lines) > 1 and sum(map(bool, map(_GAP.search, lines))) >= _NEARLY_ALL * len(lines):
        return "gaps of spaces"
    for character in _UNUSUAL:
        counts = {line.count(character) for line in lines}
        if len(lines) > 1 and len(counts) == 1 and counts != {0}:
            return f"'{character}'"
    return ""


def _is_one_column(best: _Evenness) -> bool:
    """A comma in some of the names of a list separates nothing when its heading and most names have none."""
    return best.width < 2 or (best.width == 2 and best.first == 1 and best.share < 0.5)


def _wrapped(text: str) -> Layout | None:
    for delimiter, said in DELIMITERS.items():
        rows = _first_rows(text, delimiter)
        even = _evenness([unwrapped(row, delimiter) for row in rows])
        inside = sum(len(row) == 1 and delimiter in row[0] for row in rows)
        if inside * 2 > len(rows) and even.share >= _NEARLY_ALL and even.width == even.first >= LEAST_CELLS:
            told = f"Cells are separated by {said}; rows that stood whole in quotation marks were cut into cells."
            return Layout(delimiter, 0, told, even.width, wrapped=True)
    return None


def _rare(text: str) -> Layout | None:
    for delimiter, said in _RARE.items():
        even = _evenness(_first_rows(text, delimiter))
        if even.all_alike:
            return Layout(delimiter, 0, f"Cells are separated by {said}.", even.width)
    return None


def _evenness(rows: list[Row]) -> _Evenness:
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    widths = Counter(len(row) for row in filled if len(row) > 1)
    if not widths:
        return _Evenness()
    width, alike = max(widths.items(), key=lambda each: each[1] * math.log2(each[0]))
    share = alike / len(filled)
    return _Evenness(alike == len(filled), alike * math.log2(width), width, share, len(filled[0]))


def _first_rows(text: str, delimiter: str) -> list[Row]:
    reader = csv.reader(io.StringIO(text[:_SAMPLE], newline=""), delimiter=delimiter)
    rows: list[Row] = []
    try:
        for row in reader:
            rows.append(row)
            if len(rows) == _SAMPLE_ROWS:
                return rows
    except csv.Error:  # a field too long for this delimiter; the rows before it must do
        return rows
    return rows[:-1] if len(text) > _SAMPLE and len(rows) > 1 else rows
