"""Which rows of a list belong to suppliers; the others with their reason and what was paid in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from msrisk.errors import InputError
from msrisk.model import Field, Ints, LeftOut, Table
from msrisk.normalise.row.left_out import NO_NAME, TOTAL, UNNAMED, above, reasons
from msrisk.normalise.row.rows import Rows
from msrisk.normalise.spend.amounts import read_amounts

NAME, SPEND, CONTRACT = "supplier_name", "spend", "contract"


@dataclass(frozen=True)
class RowsLeftOut:
    """The rows that belong to no supplier, and the pence in them by reason."""

    rows: tuple[LeftOut, ...]
    spend: Mapping[str, int]

    def and_also(self, rows: tuple[LeftOut, ...], spend: Mapping[str, int]) -> RowsLeftOut:
        """These and more, of other reasons."""
        return RowsLeftOut((*self.rows, *rows), {**self.spend, **spend})


def supplier_rows(tables: tuple[Table, ...], fields: Mapping[str, Field]) -> tuple[Rows, RowsLeftOut]:
    """The rows that belong to suppliers, and those that do not.  Raises InputError when there are none."""
    split = [_kept_rows(table) for table in tables]
    rows = Rows(tables, tuple(kept for kept, _ in split))
    found: list[LeftOut] = []
    spend: dict[str, int] = {}
    for table, (kept, left_out) in zip(tables, split, strict=True):
        found += [replace(each, where=rows.book.within(table, each.where)) for each in (*above(table), *left_out)]
        for reason, pence in _spend_left_out(table, fields, left_out, kept).items():
            spend[reason] = spend.get(reason, 0) + pence
    if not len(rows):
        raise InputError(
            "has headings but no suppliers" if not found else "has no suppliers: every row was left out",
            where=", ".join(dict.fromkeys(table.sheet.file for table in tables)),
            hint=_summary([each for _, left_out in split for each in left_out]),
        )
    return rows, RowsLeftOut(tuple(found), spend)


def _kept_rows(table: Table) -> tuple[Ints, list[LeftOut]]:
    """The rows, counted from 0 in the sheet, that belong to suppliers; and the others with their reason."""
    start, column = table.below, table.mapping[NAME].column
    said, found = reasons(table, start, column)
    contract = table.mapping.get(CONTRACT)
    if contract is not None and UNNAMED in said:
        texts = table.sheet.columns[contract.column]
        has_contract = np.array([bool(text.strip(" -")) for text in texts.texts], np.bool_)
        found[(found == said.index(UNNAMED)) & has_contract[texts.codes[start:]]] = 0
    left_out = [
        LeftOut(
            table.sheet.address(start + row, column),
            table.sheet.columns[column].at(start + row),
            said[int(found[row])],
        )
        for row in np.flatnonzero(found).tolist()
    ]
    return (np.flatnonzero(found == 0) + start).astype(np.int32), left_out


def _summary(left_out: Sequence[LeftOut]) -> str:
    counts: dict[str, int] = {}
    for each in left_out:
        counts[each.reason] = counts.get(each.reason, 0) + 1
    return "; ".join(f"{count:,} × {reason}" for reason, count in counts.items())


def _spend_left_out(
    table: Table, fields: Mapping[str, Field], left_out: Sequence[LeftOut], kept: Ints
) -> dict[str, int]:
    """The exact amounts in rows left out, by reason; a total repeats what is counted, so it is not added."""
    if SPEND not in table.mapping or not left_out:
        return {}
    rows = np.setdiff1d(np.arange(table.below, table.sheet.height, dtype=np.int32), kept)
    amounts, known, _ = read_amounts(table, fields[SPEND], rows)
    sums: dict[str, int] = {}
    for row, each, amount, is_known in zip(rows.tolist(), left_out, amounts.tolist(), known.tolist(), strict=True):
        if is_known and amount and each.reason != TOTAL and (each.reason != NO_NAME or _says_what(table, row)):
            sums[each.reason] = sums.get(each.reason, 0) + amount
    return sums


def _says_what(table: Table, row: int) -> bool:
    """Whether a row without a name has words beside its figures: a payment has, a total need not."""
    name = table.mapping[NAME].column
    cells = enumerate(table.sheet.row(row))
    return any(column != name and any(map(str.isalpha, text)) for column, text in cells)
