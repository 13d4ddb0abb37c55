"""A table to Suppliers: rows left out, rows joined, facts pooled, lines made, the rest derived."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from msrisk.errors import InputError
from msrisk.files import one_line
from msrisk.model import (
    Book,
    Column,
    Field,
    Flags,
    Ints,
    LeftOut,
    Longs,
    Note,
    Numbers,
    Sheet,
    Suppliers,
    Table,
    all_suppliers,
)
from msrisk.normalise.columns import ReadColumn, read_amounts, read_column
from msrisk.normalise.derived import derive
from msrisk.normalise.header import find_table
from msrisk.normalise.identity import Identity, Labels, identify
from msrisk.normalise.left_out import NO_NAME, TOTAL, UNNAMED, above, reason_for, reasons, trading_names
from msrisk.normalise.lines import make_lines
from msrisk.normalise.payees import all_bidders, payees
from msrisk.normalise.pool import add_up, pool
from msrisk.values.interval import Interval

NAME, ID, NUMBER, SPEND, CONTRACT = "supplier_name", "supplier_id", "company_number", "spend", "contract"
DATE = "payment_date"
_NEAR = 5 * 366  # days from the middle date
NOT_NAMED = "no single supplier named"


def normalise(
    sheets: Sequence[Sheet],
    fields: Mapping[str, Field],
    told: Mapping[str, str] | None = None,
    sheet: str | None = None,
    kinds: Mapping[str, str] | None = None,
    bidders: bool = False,
) -> Suppliers:
    """The suppliers of one file.

    told: field to heading, which overrules what the headings look like.  sheet: the sheet to read.
    kinds: name to kind of payee, which overrules what the words say.
    bidders: everyone on the list bids: nobody is set aside, and what we spend is not read.
    Raises InputError when no supplier list, or no supplier, is found.
    """
    table = find_table(sheets, fields, told or {}, sheet)
    table = _without_spend(table) if bidders else table
    start = table.below
    kept, left_out = _kept_rows(table, start)
    if not len(kept):
        raise InputError(
            "has headings but no suppliers" if not left_out else "has no suppliers: every row was left out",
            where=table.sheet.file,
            hint=_summary(left_out),
        )
    reads, notes = {}, []
    for name in table.mapping:
        if name not in (NAME, SPEND):
            reads[name], said = read_column(table, fields[name], kept)
            notes += said
    names, unnamed = _names(table, kept, reads.get(CONTRACT))
    identity = _identity(names, reads)
    notes += _remarks(identity, table, kept)
    joined = _joined(table, fields, kept, reads, identity, names, left_out, notes)
    judged = all_bidders if bidders else payees
    named = np.bincount(identity.owner, ~unnamed) > 0
    joined = replace(joined, unnamed=frozenset(np.flatnonzero(~named).tolist()))
    return replace(joined, payees=judged(joined, kinds or {}))


def _without_spend(table: Table) -> Table:
    """The table with its column of money unread: what we spend with a bidder is no business of an award."""
    headings = [
        replace(each, field="", how="money is not read before award") if each.field == SPEND else each
        for each in table.headings
    ]
    return replace(table, headings=tuple(headings))


def _kept_rows(table: Table, start: int) -> tuple[Ints, list[LeftOut]]:
    """The rows, counted from 0 in the sheet, that belong to suppliers; and the others with their reason."""
    said, found = reasons(table, start, table.mapping[NAME].column)
    contract = table.mapping.get(CONTRACT)
    if contract is not None and UNNAMED in said:
        texts = table.sheet.columns[contract.column]
        has_contract = np.array([bool(text.strip(" -")) for text in texts.texts], np.bool_)
        found[(found == said.index(UNNAMED)) & has_contract[texts.codes[start:]]] = 0
    out = np.flatnonzero(found)
    column = table.mapping[NAME].column
    left_out = [
        LeftOut(
            table.sheet.address(start + row, column),
            table.sheet.columns[column].at(start + row),
            said[int(found[row])],
        )
        for row in out.tolist()
    ]
    return (np.flatnonzero(found == 0) + start).astype(np.int32), left_out


def _summary(left_out: Sequence[LeftOut]) -> str:
    counts: dict[str, int] = {}
    for each in left_out:
        counts[each.reason] = counts.get(each.reason, 0) + 1
    return "; ".join(f"{count:,} × {reason}" for reason, count in counts.items())


def _names(table: Table, kept: Ints, contracts: ReadColumn | None) -> tuple[Labels, Flags]:
    """The distinct shown names and each row's, tidied, "Various" named by contract; and which rows those are."""
    column = table.sheet.columns[table.mapping[NAME].column]
    shown: Numbers[str] = Numbers()
    codes = shown.codes([one_line(text) for text in trading_names(column.texts)])[column.codes[kept]]
    if contracts is None:
        return Labels(tuple(shown), codes), np.zeros(len(codes), np.bool_)
    unnamed = np.array([reason_for(name) == UNNAMED for name in shown], np.bool_)[codes]
    for row in np.flatnonzero(unnamed).tolist():
        contract = one_line(contracts.texts[contracts.codes[row]])
        codes[row] = shown[f"Contract {contract}: {NOT_NAMED}"]
    return Labels(tuple(shown), codes), unnamed


def _identity(names: Labels, reads: Mapping[str, ReadColumn]) -> Identity:
    return identify(names, _labels(reads.get(ID)), _labels(reads.get(NUMBER)))


def _labels(read: ReadColumn | None) -> Labels | None:
    """Ids or numbers as they were understood, '' where they were not."""
    if read is None:
        return None
    said = [each.first for each in read.readings]
    if len(set(said)) == len(said):
        return Labels(said, read.codes)
    distinct: Numbers[str] = Numbers()
    codes = distinct.codes(said)[read.codes]
    return Labels(tuple(distinct), codes)


def _remarks(identity: Identity, table: Table, kept: Ints) -> list[Note]:
    column = table.mapping[NAME].column
    return [
        Note(table.sheet.address(int(kept[each.row]), column), each.said, each.problem)
        for each in identity.remarks
    ]


def _joined(
    table: Table,
    fields: Mapping[str, Field],
    kept: Ints,
    reads: Mapping[str, ReadColumn],
    identity: Identity,
    names: Labels,
    left_out: list[LeftOut],
    notes: list[Note],
) -> Suppliers:
    size = len(identity.keys)
    columns: dict[str, Column] = {}
    for name, read in reads.items():
        if fields[name].of == "supplier" and fields[name].pool not in ("sum", "span"):
            columns[name], said = pool(read, identity.owner, size, kept, table)
            notes += said
    spend, has_spend, said = _spend(table, fields, kept, identity.owner, size)
    notes += said
    line_reads = [read for name, read in reads.items() if fields[name].of == "line"]
    line_owner, lines = make_lines(line_reads, identity.owner, kept + np.int32(table.offset))
    row_owner = np.full(table.sheet.height, -1, np.int32)
    row_owner[kept] = identity.owner
    shown, spellings = _spellings(names, identity.owner, size)
    derived, said = derive(fields, columns, Book((table,)), size)
    return Suppliers(
        names=shown,
        keys=identity.keys,
        columns={**columns, **derived, **lines},
        line_owner=line_owner,
        row_owner=row_owner,
        spend=spend,
        has_spend=has_spend,
        book=Book((table,)),
        fields=fields,
        payees=all_suppliers(size),
        left_out=(*above(table), *left_out),
        notes=tuple(notes + said),
        spellings=spellings,
        spend_left_out=_spend_left_out(table, fields, left_out, kept),
        period=_period(reads.get(DATE)),
    )


def _spend(
    table: Table, fields: Mapping[str, Field], kept: Ints, owner: Ints, size: int
) -> tuple[Longs, Flags, list[Note]]:
    """What we spend with each supplier, added up over its rows, and whether the list says."""
    if SPEND not in table.mapping:
        return np.zeros(size, np.int64), np.zeros(size, np.bool_), []
    amounts, known, notes = read_amounts(table, fields[SPEND], kept)
    return *add_up(amounts, known, owner, size), notes


def _period(dates: ReadColumn | None) -> tuple[date, date] | None:
    """The first and last day that may have been paid on; None where there is no date.

    Dates years away from the middle one are mistyped (2062): they would stretch the period, and with it the floor.
    """
    values = [] if dates is None else [each.value for each in dates.readings]
    days = [value for value in values if isinstance(value, Interval)]
    if not days:
        return None
    middle = sorted(each.low for each in days)[len(days) // 2]
    near = [each for each in days if max(middle - each.low, each.high - middle) <= _NEAR]
    near = near or days
    return date.fromordinal(min(each.low for each in near)), date.fromordinal(max(each.high for each in near))


def _spend_left_out(
    table: Table, fields: Mapping[str, Field], left_out: Sequence[LeftOut], kept: Ints
) -> dict[str, int]:
    """The exact amounts in rows left out, by reason; a total repeats what is counted, so it is not added."""
    if SPEND not in table.mapping or not left_out:
        return {}
    start = table.below
    rows = np.setdiff1d(np.arange(start, table.sheet.height, dtype=np.int32), kept)
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


def _spellings(names: Labels, owner: Ints, size: int) -> tuple[tuple[str, ...], dict[int, tuple[str, ...]]]:
    """Each supplier's commonest spelling, alphabetical among equals; and the others it was written in."""
    shown, codes = names.texts, names.codes
    pairs, count = np.unique(owner.astype(np.int64) * len(shown) + codes, return_counts=True)
    if len(pairs) == size:  # nobody is written in two ways
        return tuple(shown[code] for code in (pairs % len(shown)).tolist()), {}
    supplier, name = np.divmod(pairs, len(shown))
    starts = np.flatnonzero(np.diff(supplier, prepend=-1))
    ends = np.append(starts[1:], len(pairs))
    spelt, times = [shown[each] for each in name.tolist()], count.tolist()
    chosen = [spelt[start] for start in starts.tolist()]
    others: dict[int, tuple[str, ...]] = {}
    for each in np.flatnonzero(ends - starts > 1).tolist():
        ways = range(starts[each], ends[each])
        chosen[each], *rest = (spelt[way] for way in sorted(ways, key=lambda way: (-times[way], spelt[way])))
        others[each] = tuple(rest)
    return tuple(chosen), others
