"""A row with more cells than the others, put together again where only one way is possible.

A delimiter that stood unquoted inside a text makes one cell into several, and what follows slides. Columns that
hold only numbers or only dates tell where that happened, or that the row has not slid at all and merely has a cell
more at its end; no column of the same few words holds a cell put together. Text columns side by side do not tell:
such a row is left as it is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from msrisk.model import Ints, TextColumn, letters

_Way = tuple[tuple[str, int], ...]  # each cell, and of how many pieces it is

_NUMBER = re.compile(r"[(\-+]?\s*[£$€œ]?\s*-?[\d,.]*\d[\d,.]*\s*[)%\-]?")
_DAY = re.compile(r"\d{1,4}[-/. ]+\w{1,9}[-/. ]+\d{2,4}(?:[ T]\d{1,2}:\d\d.*)?")
_SAMPLE = 5_000  # rows
_LEAST = 5  # cells that must agree before a column can tell
_MOSTLY = 0.98
_FEW, _REPEATED = 30, 20  # distinct words at most, and how often each comes at least on the average
_MOST_EXTRA = 8
_MOST_STEPS = 20_000


@dataclass(frozen=True, slots=True)
class Together:
    """The cells of a mended row, and what was done."""

    cells: tuple[str, ...]
    done: str


class Fit:
    """What may stand in each column, as the rows that are like the others show."""

    def __init__(self, columns: Sequence[TextColumn], rows: Ints) -> None:
        sample = rows[:: max(len(rows) // _SAMPLE, 1)]
        counts = [_counts(column, sample) for column in columns]
        self._forms = [_form(each) for each in counts]
        self._known = [_few_words(each) for each in counts]

    def only_way(self, cells: Sequence[str], delimiter: str) -> Together | None:
        """The cells in as many columns as the others have, when exactly one way of joining neighbours fits.

        None too for a row that fits as it stands and has nothing but blanks beyond.
        """
        width = len(self._forms)
        if len(cells) - width > _MOST_EXTRA or not any(self._forms):
            return None
        ways = self._ways(cells, delimiter)
        if ways is None or len(ways) > 1:
            return None
        as_it_stands = self._fits(cells[:width])
        if len(ways) == 1 and not as_it_stands:
            return _joined(ways[0])
        if as_it_stands and not ways:
            more = ", ".join(f"'{cell}'" for cell in cells[width:] if cell.strip())
            said = f"its cells fit their columns; left out at its end: {more}"
            return Together(tuple(cells[:width]), said) if more else None
        return None

    def _fits(self, cells: Sequence[str]) -> bool:
        return all(self._may_stand(column, cell, 1) for column, cell in enumerate(cells))

    def _may_stand(self, column: int, cell: str, pieces: int) -> bool:
        """A blank may stand anywhere; a word not seen before may stand among the few words of a column."""
        cell, form, known = cell.strip(), self._forms[column], self._known[column]
        if not cell:
            return True
        return (form is None or form.fullmatch(cell) is not None) and (pieces == 1 or not known or cell in known)

    def _ways(self, cells: Sequence[str], delimiter: str) -> list[_Way] | None:
        """Up to two ways; None where there are too many to try."""
        width = len(self._forms)
        found: list[_Way] = []
        waiting: list[tuple[int, _Way]] = [(0, ())]
        for _ in range(_MOST_STEPS):
            if not waiting:
                return found
            at, held = waiting.pop()
            if len(held) == width:
                found.append(held)
                if len(found) > 1:
                    return found
                continue
            spare = len(cells) - at - (width - len(held))
            for pieces in range(1, spare + 2) if len(held) < width - 1 else (spare + 1,):
                cell = delimiter.join(cells[at : at + pieces])
                if self._may_stand(len(held), cell, pieces):
                    waiting.append((at + pieces, (*held, (cell, pieces))))
        return None


def _joined(way: _Way) -> Together:
    """The cells of a way, and which of them were several."""
    together = [
        f"'{cell}' in column {letters(column)}" for column, (cell, pieces) in enumerate(way, 1) if pieces > 1
    ]
    return Together(tuple(cell for cell, _ in way), f"put together in one cell: {', '.join(together)}")


def _counts(column: TextColumn, sample: Ints) -> Counter[str]:
    """How often each text stands in the column; blanks are not counted."""
    codes, counts = np.unique(column.codes[sample], return_counts=True)
    found: Counter[str] = Counter()
    for code, count in zip(codes.tolist(), counts.tolist(), strict=True):
        found[column.texts[code].strip()] += count
    del found[""]
    return found


def _form(texts: Counter[str]) -> re.Pattern[str] | None:
    """What all cells but the heading look like."""
    cells = texts.total()
    for form in (_NUMBER, _DAY) if cells >= _LEAST else ():
        if sum(count for text, count in texts.items() if form.fullmatch(text)) >= _MOSTLY * (cells - 1):
            return form
    return None


def _few_words(texts: Counter[str]) -> frozenset[str]:
    """The texts of a column that holds the same few again and again; none of another."""
    return frozenset(texts) if len(texts) <= _FEW and texts.total() >= _REPEATED * len(texts) else frozenset()
