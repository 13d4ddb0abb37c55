"""Which character separates the cells of a text file: the one that cuts its first rows most alike."""

from __future__ import annotations

import csv
import io
import math
import re
from collections import Counter
from dataclasses import dataclass

DELIMITERS: dict[str, str] = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "upright strokes (|)"}

_SEPARATOR_LINE = re.compile(r'"?sep=([,;\t|])"?(?:\r\n|\r|\n|\Z)', re.I)
_SAMPLE = 1 << 16
_SAMPLE_ROWS = 200


@dataclass(frozen=True, slots=True)
class Layout:
    """How to cut the text: the delimiter, where the rows begin, and a remark."""

    delimiter: str
    start: int
    remark: str


def layout_of(text: str) -> Layout:
    """By a first line ``sep=;``, which Excel obeys and hides, else by the look of the rows."""
    stated = _SEPARATOR_LINE.match(text)
    if stated:
        said = f"Cells are separated by {DELIMITERS[stated[1]]}, as the first line 'sep={stated[1]}' says."
        return Layout(stated[1], stated.end(), said.replace("\t", "\\t"))
    best, rank = ",", (False, 0.0)
    for delimiter in DELIMITERS:
        found = _evenness(text[:_SAMPLE], delimiter, len(text) > _SAMPLE)
        if found > rank:
            best, rank = delimiter, found
    if not rank[1]:
        return Layout(",", 0, "One column: no comma, semicolon, tab or stroke separates cells.")
    return Layout(best, 0, f"Cells are separated by {DELIMITERS[best]}.")


def _evenness(sample: str, delimiter: str, cut_short: bool) -> tuple[bool, float]:
    """Whether every row has the commonest number of cells; and how many have, the more for more cells.

    A comma may stand in every amount of a list that is separated by semicolons, but then not in its
    heading row; hence rows that are all alike go before everything else.
    """
    rows = [row for row in _first_rows(sample, delimiter, cut_short) if any(cell.strip() for cell in row)]
    widths = Counter(len(row) for row in rows if len(row) > 1)
    if not widths:
        return False, 0.0
    width, alike = max(widths.items(), key=lambda each: each[1] * math.log2(each[0]))
    return alike == len(rows), alike * math.log2(width)


def _first_rows(sample: str, delimiter: str, cut_short: bool) -> list[list[str]]:
    reader = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
    rows: list[list[str]] = []
    try:
        for row in reader:
            rows.append(row)
            if len(rows) == _SAMPLE_ROWS:
                return rows
    except csv.Error:  # a field too long for this delimiter; the rows before it must do
        return rows
    return rows[:-1] if cut_short and len(rows) > 1 else rows
