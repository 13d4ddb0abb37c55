"""An invoice's total that stands on each of its lines: added up it would count several times."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from msrisk.model import Flags, Heading, Ints, Longs, Note, Numbers
from msrisk.normalise.column.kept_cells import Cells, cells_of
from msrisk.normalise.column.references import NONE, reference_codes
from msrisk.values.money import pounds

_A_TOTAL = re.compile(
    r"\b(?:invoice|payment|document|voucher)s?\b.*\b(?:total|value|amount)\b|\btotal\b", re.IGNORECASE
)
_A_REFERENCE = re.compile(r"\b(?:inv|invoice)\b.*\b(?:no|num|number|ref|reference|id)\b", re.IGNORECASE)
_A_LINE = re.compile(r"\b(?:line|distribution)\b", re.IGNORECASE)
_SURE, _DOUBTED, _NEARLY_ALL = 3, 10, 0.9


@dataclass(frozen=True)
class Repeated:
    """What stands on several rows of one reference.

    several, alike: how many references have several rows, and how many of these the same amount on each.
    again: the rows that say the amount of their reference once more.
    """

    several: int
    alike: int
    again: Flags


def repeated_amounts(references: Ints, suppliers: Ints, amounts: Longs, known: Flags) -> Repeated:
    """Which references of a supplier stand on several rows with one amount.

    references: NONE where a row has none; all four have one entry for each kept row.
    """
    rows = np.flatnonzero(known & (references != NONE) & (amounts != 0))
    again = np.zeros(len(known), np.bool_)
    if not len(rows):
        return Repeated(0, 0, again)
    order = rows[np.lexsort((rows, references[rows], suppliers[rows]))]
    first = np.ones(len(order), np.bool_)
    first[1:] = (np.diff(references[order]) != 0) | (np.diff(suppliers[order]) != 0)
    starts = np.flatnonzero(first)
    sizes = np.diff(starts, append=len(order))
    least, most = np.minimum.reduceat(amounts[order], starts), np.maximum.reduceat(amounts[order], starts)
    alike = (sizes > 1) & (least == most)
    again[order[np.repeat(alike, sizes) & ~first]] = True
    return Repeated(int((sizes > 1).sum()), int(alike.sum()), again)


def counted_once(cells: Cells, amounts: Longs, known: Flags) -> tuple[Flags, list[Note]]:
    """Which amounts are left out of the sum, since they say an invoice's total once more; and what to tell.

    Only where the heading says a total and no invoice has lines of its own; else doubt is told and all is counted.
    """
    none = np.zeros(len(known), np.bool_)
    found = _most_alike(cells, amounts, known)
    if found is None:
        return none, []
    sum_again = pounds(int(amounts[found.again].sum()))
    heading = re.sub(r"[\W_]+", " ", cells.heading.text)
    is_total = _A_TOTAL.search(heading) is not None and not _A_LINE.search(heading)
    if is_total and found.several >= _SURE and found.alike == found.several:
        said = (
            f"the same total stands on every row of a reference ({found.alike:,} of them, such as "
            f"{_example(cells, found)}); each is counted once, and {sum_again} that repeats it is not added"
        )
        return found.again, [cells.at_heading(said)]
    if found.several >= _DOUBTED and found.alike >= _NEARLY_ALL * found.several:
        said = (
            f"{found.alike:,} of {found.several:,} references with several rows have one amount on each of them, "
            f"such as {_example(cells, found)}; if it is the invoice's total, {sum_again} is counted too often"
        )
        return none, [cells.at_heading(said)]
    return none, []


def _most_alike(cells: Cells, amounts: Longs, known: Flags) -> Repeated | None:
    """By whichever column of references the amounts are most alike: a list may have invoices and payment runs."""
    beside = [each for each in cells.table.headings if _is_of_references(each)]
    if not beside:
        return None
    suppliers = cells_of(cells.table, cells.table.mapping["supplier_name"], cells.rows).codes
    found = []
    for heading in beside:
        held = cells_of(cells.table, heading, cells.rows)
        references = reference_codes(held.texts, held.codes, Numbers())
        found.append(repeated_amounts(references, suppliers, amounts, known))
    return max(found, key=lambda each: (each.alike / max(each.several, 1), each.several))


def _is_of_references(heading: Heading) -> bool:
    plain = re.sub(r"[\W_]+", " ", heading.text[:60])
    return heading.field == "reference" or _A_REFERENCE.search(plain) is not None


def _example(cells: Cells, found: Repeated) -> str:
    return cells.address_of_row(int(np.argmax(found.again)))
