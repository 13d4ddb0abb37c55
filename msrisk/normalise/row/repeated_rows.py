"""The rows of a list without those that say a payment of another input or sheet once more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

import numpy as np

from msrisk.files import one_line
from msrisk.model import Field, Flags, Ints, LeftOut, Longs, Numbers, Table
from msrisk.normalise.column.dates import read_dates
from msrisk.normalise.column.kept_cells import cells_of
from msrisk.normalise.column.references import NONE, reference_codes
from msrisk.normalise.row.left_out import trading_names
from msrisk.normalise.row.repeated_payments import NO_DAY, Again, Payments, repeated
from msrisk.normalise.row.rows import Rows
from msrisk.normalise.spend.amounts import read_amounts
from msrisk.values.interval import Interval
from msrisk.values.name import key

NAME, SPEND, DATE, REFERENCE = "supplier_name", "spend", "payment_date", "reference"


@dataclass(frozen=True)
class WithoutRepeats:
    """The rows that are left, and of the others each with its reason and the pence in them by reason."""

    rows: Rows
    left_out: tuple[LeftOut, ...] = ()
    spend: Mapping[str, int] = field(default_factory=dict)


def without_repeats(rows: Rows, fields: Mapping[str, Field]) -> WithoutRepeats:
    """Each payment once, where several sheets or files of a list overlap.

    What stands on one sheet is never compared with itself, however many tables it holds.
    """
    by_sheet = [list(each) for _, each in groupby(rows.tables_and_rows(), key=_sheet)]
    if len(by_sheet) == 1:
        return WithoutRepeats(rows)
    names: Numbers[str] = Numbers()
    references: Numbers[str] = Numbers()
    orders = dict(zip(map(id, rows.tables), rows.orders_elsewhere(fields[DATE]), strict=True))
    held = [_payments(rows, tables, fields, orders, names, references) for tables in by_sheet]
    found, said = repeated(held)
    kept, left_out, spend = [], [], dict[str, int]()
    for tables, payments, again in zip(by_sheet, held, found, strict=True):
        out = again.left_out
        split = np.cumsum([len(each) for _, each in tables])[:-1]
        kept += [each[~gone] for (_, each), gone in zip(tables, np.split(out, split), strict=True)]
        places = [(table, row) for table, each in tables for row in each.tolist()] if out.any() else []
        for row in np.flatnonzero(out).tolist():
            reason = again.reason(row, held)
            left_out.append(_left_out(rows, *places[row], reason, _cell(rows, by_sheet, again, row)))
            spend[reason] = spend.get(reason, 0) + int(payments.amounts[row])
    left = Rows(_with_remarks(rows.tables, said), tuple(kept))
    return WithoutRepeats(left, tuple(left_out), spend)


def _with_remarks(tables: tuple[Table, ...], said: Sequence[str]) -> tuple[Table, ...]:
    """What may be counted twice is said where the list is said to be read, not among the notes on cells."""
    *others, last = tables
    return (*others, last.saying(*said))


def _sheet(table_and_rows: tuple[Table, Ints]) -> tuple[str, str]:
    sheet = table_and_rows[0].sheet
    return sheet.file, sheet.name


def _payments(
    rows: Rows,
    tables: Sequence[tuple[Table, Ints]],
    fields: Mapping[str, Field],
    orders: Mapping[int, bool | None],
    names: Numbers[str],
    references: Numbers[str],
) -> Payments:
    """The kept rows of one sheet as they can be compared; its tables one below the other.

    orders: by table, whether the day stands first in the other tables, where its own column does not say.
    """
    each = [_of_table(table, kept, fields, orders[id(table)], names, references) for table, kept in tables]
    suppliers, numbers, amounts, known, days = zip(*each, strict=True)
    sheet = tables[0][0].sheet
    several = len({table.sheet.name for table in rows.tables if table.sheet.file == sheet.file}) > 1
    of_sheet = f"sheet '{one_line(sheet.name)}'" if several else ""
    file = one_line(sheet.file) if len(rows.book.files) > 1 or not several else ""
    said = ", ".join(filter(None, (file, of_sheet)))
    return Payments(said, *map(np.concatenate, (suppliers, numbers, amounts, known, days)))


def _of_table(
    table: Table,
    kept: Ints,
    fields: Mapping[str, Field],
    day_first: bool | None,
    names: Numbers[str],
    references: Numbers[str],
) -> tuple[Ints, Ints, Longs, Flags, Longs]:
    """Supplier, reference, pence, whether these are known, and day, of each kept row."""
    mapping, size = table.mapping, len(kept)
    shown = cells_of(table, mapping[NAME], kept)
    suppliers = names.codes([key(text) for text in trading_names(shown.texts)])[shown.codes]
    numbers, days = np.full(size, NONE, np.int32), np.full(size, NO_DAY, np.int64)
    amounts, known = np.zeros(size, np.int64), np.zeros(size, np.bool_)
    if SPEND in mapping:
        amounts, known, _ = read_amounts(table, fields[SPEND], kept)
    if REFERENCE in mapping:
        cells = cells_of(table, mapping[REFERENCE], kept)
        numbers = reference_codes(cells.texts, cells.codes, references)
    if DATE in mapping:
        cells = cells_of(table, mapping[DATE], kept)
        values = [each.value for each in read_dates(cells, fields[DATE], day_first)[0]]
        points = [each.low if isinstance(each, Interval) and each.is_point else NO_DAY for each in values]
        days = np.array(points, np.int64)[cells.codes]
    return suppliers, numbers, amounts, known, days


def _cell(rows: Rows, by_sheet: Sequence[Sequence[tuple[Table, Ints]]], again: Again, row: int) -> str:
    """The cell of the name in the row that is counted instead."""
    place = int(again.row[row])
    for table, kept in by_sheet[int(again.table[row])]:
        if place < len(kept):
            return rows.book.within(table, table.sheet.address(int(kept[place]), table.mapping[NAME].column))
        place -= len(kept)
    raise AssertionError("a row that is counted stands in a table")


def _left_out(rows: Rows, table: Table, row: int, reason: str, counted: str) -> LeftOut:
    """One row, its name with the cell that is counted for it; the reason alone, so that it can be counted."""
    column = table.mapping[NAME].column
    where = rows.book.within(table, table.sheet.address(row, column))
    return LeftOut(where, f"{table.sheet.columns[column].at(row)} (counted at {counted})", reason)
