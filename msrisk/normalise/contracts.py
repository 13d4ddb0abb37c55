"""The value of a contract that stands on several rows, once for each time it was extended.

Rows of one contract and supplier that start on one day are parts of one award (lots): they are added up, unless
they say the same twice. Of several awards, the one that ends last is in force, and only that counts; among those
that end together the largest. Rows without a contract's reference each count.
"""

from __future__ import annotations

import numpy as np

from msrisk.model import Flags, Heading, Ints, Longs, Note, Numbers
from msrisk.normalise.cells import Cells, cells_of
from msrisk.normalise.headings import heading_words
from msrisk.normalise.references import NONE, reference_codes
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
NOT_KNOWN = 0  # a day of which nothing is said


def in_force(contracts: Ints, suppliers: Ints, amounts: Longs, starts: Longs, ends: Longs, titles: Ints) -> Flags:
    """Which rows count; all six have one entry a row.

    contracts: NONE where a row names none.  starts, ends: ordinals, NOT_KNOWN where the row does not say.
    titles: what each row is for, as a number; rows of one award that agree in title and amount are one.
    """
    counts = np.ones(len(contracts), np.bool_)
    rows = np.flatnonzero(contracts != NONE)
    pairs = np.stack([contracts[rows], suppliers[rows]])
    _, group, size = np.unique(pairs, axis=1, return_inverse=True, return_counts=True)
    several = rows[size[group] > 1]
    by_contract: dict[tuple[int, int], list[int]] = {}
    for row in several.tolist():
        by_contract.setdefault((int(contracts[row]), int(suppliers[row])), []).append(row)
    for held in by_contract.values():
        counts[held] = False
        awards: dict[tuple[int, int], dict[tuple[int, int], int]] = {}
        for row in held:
            start = int(starts[row])
            award = (start, 0) if start != NOT_KNOWN else (NOT_KNOWN, row + 1)
            awards.setdefault(award, {}).setdefault((int(titles[row]), int(amounts[row])), row)
        last = max(awards.values(), key=lambda parts: _weight(list(parts.values()), amounts, starts, ends))
        counts[list(last.values())] = True
    return counts


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
        f"{cells.address_of_row(int(np.argmax(left)))}; of each contract the award that ends last is counted, "
        f"with all its parts, and {pounds(int(amounts[left].sum()))} of the others is not added"
    )
    return left, [cells.at_heading(said, True)]


def _alike(titles: Cells) -> Ints:
    """A number for each title, the same where only case and spaces differ."""
    plain: Numbers[str] = Numbers()
    return plain.codes([" ".join(text.split()).casefold() for text in titles.texts])[titles.codes]


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
