"""Which rows of a list belong to suppliers; the others with their reason and what was paid in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from msrisk.errors import InputError
from msrisk.model import Field, Ints, LeftOut, Table
from msrisk.normalise.heading.cell_kinds import is_kind
from msrisk.normalise.payee.person_name import looks_like_a_person
from msrisk.normalise.row.left_out import NO_NAME, TOO_WIDE, TOTAL, UNNAMED, above, reasons
from msrisk.normalise.row.rows import Rows
from msrisk.normalise.row.totals_told import totals_told
from msrisk.normalise.spend.amounts import read_amounts
from msrisk.values.placeholders import is_error

NAME, SPEND, CONTRACT = "supplier_name", "spend", "contract"
_MANY_BLANK = 3


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
    tables = tuple(_with_names_missing(table, *each) for table, each in zip(tables, split, strict=True))
    tables = tuple(
        table.saying(*totals_told(table, fields, *each)) for table, each in zip(tables, split, strict=True)
    )
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
            hint="\n".join(
                filter(None, (_summary([each for _, left_out in split for each in left_out]), *_remarks(tables)))
            ),
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
            _shown(table.sheet.columns[column].at(start + row), said[int(found[row])]),
            said[int(found[row])],
        )
        for row in np.flatnonzero(found).tolist()
    ]
    return (np.flatnonzero(found == 0) + start).astype(np.int32), left_out


def _shown(name: str, reason: str) -> str:
    """What is told of a row: where its cells slid, it may pay a person, who is not to be named."""
    is_person = reason == TOO_WIDE and looks_like_a_person(name.casefold().split())
    return "[a person's name]" if is_person else name


def _with_names_missing(table: Table, kept: Ints, left_out: Sequence[LeftOut]) -> Table:
    """The table, with a remark where many rows lack a name: it may stand in the first of a group only."""
    blank = [each for each in left_out if each.reason == NO_NAME and not each.said.strip()]
    if len(blank) < _MANY_BLANK or len(blank) * 2 < len(kept):
        return table
    said = (
        f"{len(blank):,} rows have no supplier's name, such as {blank[0].where}, and {len(kept):,} have one. If "
        "a name holds for the rows below it too, fill it down in the spreadsheet and read it again."
    )
    return table.saying(said)


def _summary(left_out: Sequence[LeftOut]) -> str:
    counts: dict[str, int] = {}
    for each in left_out:
        counts[each.reason] = counts.get(each.reason, 0) + 1
    return "; ".join(f"{count:,} × {reason}" for reason, count in counts.items())


def _remarks(tables: Sequence[Table]) -> Sequence[str]:
    """How the files were read may be why: formulas without a value, rows that were hidden."""
    return tuple(dict.fromkeys(remark for table in tables for remark in table.sheet.remarks))


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
    """Whether a row without a name has words or a day beside its figures, or an error for a name: it is a payment.

    A total need not have them.
    """
    name = table.mapping[NAME].column
    cells = table.sheet.row(row)
    beside = [text for column, text in enumerate(cells) if column != name]
    return is_error(cells[name]) or any(any(map(str.isalpha, text)) or is_kind(text, "dates") for text in beside)
