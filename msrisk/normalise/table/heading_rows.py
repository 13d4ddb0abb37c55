"""Where the headings stand in a sheet: one row or two, among the first thirty rows or in the last one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from msrisk.model import Field, Ints, Sheet
from msrisk.normalise.heading.cell_kinds import is_figure
from msrisk.normalise.heading.headings import claims

ROWS_SEARCHED = 30
NAME = "supplier_name"
TWO_FIELDS = 3  # the score of a row that names the supplier exactly and another field in some words
_YEAR = re.compile(r"\d{1,4}", re.ASCII)  # or a number of a column; headings may hold one
_LAST_ROWS = 50  # at the end of a sheet, of which all but the headings may be blank

Fields = Mapping[str, Field]


@dataclass(frozen=True, slots=True)
class Heads:
    """The headings of a table: their first row in the sheet, from 0, how many rows, and the texts they make.

    score: how many different fields they name, exact ones twice; 0 when none of them is the supplier's name.
    """

    start: int
    rows: int
    texts: tuple[str, ...]
    score: int

    @property
    def last(self) -> int:
        return self.start + self.rows - 1


def find_heads(sheet: Sheet, fields: Fields, mapping: Mapping[str, str]) -> Heads | None:
    """The headings among the first rows: the first that name the supplier and another field, else the first.

    A later row may name more fields: it is the heading of a second table, or the same repeated.
    """
    scored = [heads_at(sheet, row, fields, mapping) for row in range(min(ROWS_SEARCHED, sheet.height))]
    named = [heads for heads in scored if heads.score]
    if not named:
        return None
    first = next((heads for heads in named if heads.score >= TWO_FIELDS), named[0])
    # Two heading rows one above the other say the same thing; the fuller one is taken.
    below = scored[first.start + 1] if first.start + 1 < len(scored) else first
    return over_two_rows(sheet, below if below.score > first.score else first, fields, mapping)


def heads_at(sheet: Sheet, row: int, fields: Fields, mapping: Mapping[str, str]) -> Heads:
    """One row, taken as headings."""
    return _scored(row, 1, sheet.row(row), fields, mapping)


def over_two_rows(sheet: Sheet, heads: Heads, fields: Fields, mapping: Mapping[str, str]) -> Heads:
    """The same headings, or together with the row above or below them, where the two make more sense."""
    best = heads
    for upper, lower in ((heads.start - 1, heads.start), (heads.start, heads.start + 1)):
        if upper < 0 or lower >= sheet.height:
            continue
        above, below = sheet.row(upper), sheet.row(lower)
        if any(map(_is_data, (*above, *below))):
            continue
        for texts in _joined(above, below):
            both = _scored(upper, 2, texts, fields, mapping)
            best = both if both.score > best.score else best
    return best


def _joined(above: Sequence[str], below: Sequence[str]) -> Iterator[list[str]]:
    """Two rows as one: each cell under the one above it; and under the group that begins to the left above."""
    yield [_together(upper, lower) for upper, lower in zip(above, below, strict=True)]
    group, grouped = "", []
    for upper, lower in zip(above, below, strict=True):
        group = upper if upper.strip() else group if lower.strip() else ""
        grouped.append(_together(group, lower))
    yield grouped


def _together(upper: str, lower: str) -> str:
    return " ".join(text.strip() for text in (upper, lower) if text.strip())


def _is_data(text: str) -> bool:
    return is_figure(text) and _YEAR.fullmatch(text.strip()) is None


def last_row(sheet: Sheet, fields: Fields, mapping: Mapping[str, str]) -> int | None:
    """The last row that holds anything, when it reads like headings: somebody sorted the sheet with them."""
    for row in range(sheet.height - 1, max(sheet.height - _LAST_ROWS, ROWS_SEARCHED) - 1, -1):
        if any(text.strip() for text in sheet.row(row)):
            return row if heads_at(sheet, row, fields, mapping).score >= TWO_FIELDS else None
    return None


def with_last_row_first(sheet: Sheet, row: int) -> Sheet:
    """The sheet with its heading row above the others; every cell keeps its address."""
    order: Ints = np.concatenate(([row], np.arange(row), np.arange(row + 1, sheet.height))).astype(np.int32)
    return sheet.part(order)


def _scored(start: int, rows: int, texts: Sequence[str], fields: Fields, mapping: Mapping[str, str]) -> Heads:
    return Heads(start, rows, tuple(texts), score_of(texts, fields, mapping))


def score_of(texts: Sequence[str], fields: Fields, mapping: Mapping[str, str]) -> int:
    """How many different fields these texts name, exact ones twice; 0 when none is the supplier's name."""
    if NAME in mapping:
        wanted = {heading.strip().casefold() for heading in mapping.values()}
        return sum(text.strip().casefold() in wanted for text in texts)
    held = claims(texts, fields)
    if not any(claim.field == NAME for claim in held):
        return 0
    exact = {claim.field for claim in held if claim.sure}
    return 2 * len(exact) + len({claim.field for claim in held} - exact)
