"""The value of a contract that stands on several rows, once for each time it was extended.

Rows of one contract and supplier with different titles are its parts (lots), and each counts; "extension" in a
title makes no part. Rows of one title that start on one day are one award: they are added up, unless they say the
same twice. Of several awards, the one that ends last is in force, and only that counts; among those that end
together the largest. Rows without a contract's reference each count.
"""

from __future__ import annotations

import re

import numpy as np

from msrisk.model import Flags, Heading, Ints, Longs, Note, Numbers
from msrisk.normalise.column.kept_cells import Cells, cells_of
from msrisk.normalise.column.references import NONE, reference_codes
from msrisk.normalise.heading.headings import heading_words
from msrisk.values.date import KIND
from msrisk.values.interval import Interval
from msrisk.values.money import pounds
from msrisk.values.reading import NO_HINT

_STARTS = (("start", "date"), ("contract", "start", "date"), ("date", "start"), ("contract", "start"))
_ENDS = (
    ("current", "expiry", "date"),
    ("end", "date"),
    ("contract", "end", "date"),
    ("expiry", "date"),
    ("contract", "expiry", "date"),
    ("contract", "end"),
)
_WORD = re.compile(r"[^\W_]+")
_EXTENDED = re.compile(r"\b(?:(?:contract )?extension(?: \d+)?|extended|renewal)\b")
NOT_KNOWN = 0  # a day of which nothing is said


def in_force(contracts: Ints, suppliers: Ints, amounts: Longs, starts: Longs, ends: Longs, titles: Ints) -> Flags:
    """Which rows count; all six have one entry a row.

    contracts: NONE where a row names none.  starts, ends: ordinals, NOT_KNOWN where the row does not say.
    titles: what each row is for, as a number.
    """
    counts = np.ones(len(contracts), np.bool_)
    rows = np.flatnonzero(contracts != NONE)
    keys = np.stack([contracts[rows], suppliers[rows], titles[rows]])
    _, group, size = np.unique(keys, axis=1, return_inverse=True, return_counts=True)
    held: dict[int, list[int]] = {}
    for row, number in zip(rows.tolist(), group.reshape(-1).tolist(), strict=True):
        if size[number] > 1:
            held.setdefault(number, []).append(row)
    for several in held.values():
        counts[several] = False
        counts[_last_award(several, amounts, starts, ends)] = True
    return counts


def _last_award(rows: list[int], amounts: Longs, starts: Longs, ends: Longs) -> list[int]:
    """Of the rows of one contract, those of the award in force; one whose start is not known is alone."""
    awards: dict[tuple[int, int], dict[int, int]] = {}
    for row in rows:
        start = int(starts[row])
        award = (start, 0) if start != NOT_KNOWN else (NOT_KNOWN, row + 1)
        parts = awards.setdefault(award, {})
        held = parts.setdefault(int(amounts[row]), row)
        parts[int(amounts[row])] = row if ends[row] > ends[held] else held
    last = max(awards.values(), key=lambda parts: _weight(list(parts.values()), amounts, starts, ends))
    return list(last.values())


def _weight(rows: list[int], amounts: Longs, starts: Longs, ends: Longs) -> tuple[int, int, int, int]:
    """What ends last comes last; then the largest, then what started last, then the first row."""
    return int(ends[rows].max()), int(amounts[rows].sum()), int(starts[rows].max()), -rows[0]


def counted_contracts(cells: Cells, amounts: Longs, known: Flags) -> tuple[Flags, list[Note]]:
    """The rows whose contract value is not added, since another row says what is in force; and what to tell."""
    none = np.zeros(len(known), np.bool_)
    mapping = cells.table.mapping
    if "contract" not in mapping:
        return none, []
    beside = cells_of(cells.table, mapping["contract"], cells.rows)
    contracts = reference_codes(beside.texts, beside.codes, Numbers())
    contracts = np.where(known, contracts, np.int32(NONE)).astype(np.int32)
    suppliers = cells_of(cells.table, mapping["supplier_name"], cells.rows).codes
    title = mapping.get("contract_title")
    titles = _alike(cells_of(cells.table, title, cells.rows)) if title else np.zeros(len(known), np.int32)
    starts, ends = (_days(cells, names) for names in (_STARTS, _ENDS))
    left = ~in_force(contracts, suppliers, amounts, starts, ends, titles)
    if not left.any():
        return none, []
    said = (
        f"{int(left.sum()):,} rows repeat a contract's reference, such as "
        f"{cells.address_of_row(int(np.argmax(left)))}; of each the award that ends last is counted, and "
        f"{pounds(int(amounts[left].sum()))} of the others is not added"
    )
    return left, [cells.at_heading(said, True)]


def _alike(titles: Cells) -> Ints:
    """A number for each title, the same where only case, punctuation and the word extension differ."""
    plain: Numbers[str] = Numbers()
    words = [_EXTENDED.sub(" ", text.casefold()) for text in titles.texts]
    return plain.codes([" ".join(_WORD.findall(each)) for each in words])[titles.codes]


def _days(cells: Cells, names: tuple[tuple[str, ...], ...]) -> Longs:
    """The days in the first column of such a heading, as ordinals; NOT_KNOWN where there is none."""
    heading = _heading(cells, names)
    if heading is None:
        return np.full(len(cells.rows), NOT_KNOWN, np.int64)
    column = cells_of(cells.table, heading, cells.rows)
    values = [KIND.read(text, NO_HINT).value for text in column.texts]
    days = [each.low if isinstance(each, Interval) else NOT_KNOWN for each in values]
    return np.array(days, np.int64)[column.codes]


def _heading(cells: Cells, names: tuple[tuple[str, ...], ...]) -> Heading | None:
    words = {heading_words(each.text): each for each in reversed(cells.table.headings) if len(each.text) < 60}
    return next((words[name] for name in names if name in words), None)
