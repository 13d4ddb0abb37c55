"""Tables to Suppliers: rows left out, rows joined, facts pooled, lines made, the rest derived."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from msrisk.files import one_line
from msrisk.model import (
    NOTHING_TOLD,
    Column,
    Field,
    Flags,
    Ints,
    Longs,
    Note,
    Numbers,
    Sheet,
    Suppliers,
    Table,
    Told,
    all_suppliers,
)
from msrisk.normalise.column.columns import ReadColumn
from msrisk.normalise.column.period import period_of
from msrisk.normalise.fact.by_spend import by_spend
from msrisk.normalise.fact.derived import derive
from msrisk.normalise.fact.lines import Lines, make_lines
from msrisk.normalise.fact.pool import add_up, pool
from msrisk.normalise.identity import Identity, Labels, identify
from msrisk.normalise.payee.payees import all_bidders, payees
from msrisk.normalise.row.left_out import UNNAMED, reason_for, trading_names
from msrisk.normalise.row.repeated_rows import without_repeats
from msrisk.normalise.row.rows import Rows
from msrisk.normalise.row.supplier_rows import RowsLeftOut, supplier_rows
from msrisk.normalise.spend.amounts import below_nought
from msrisk.normalise.spend.money_unread import with_money_unread
from msrisk.normalise.table.tables import find_tables

NAME, ID, NUMBER, SPEND, CONTRACT = "supplier_name", "supplier_id", "company_number", "spend", "contract"
DATE = "payment_date"
NOT_NAMED = "no single supplier named"


def normalise(
    sheets: Sequence[Sheet],
    fields: Mapping[str, Field],
    told: Told = NOTHING_TOLD,
    kinds: Mapping[str, str] | None = None,
    bidders: bool = False,
) -> Suppliers:
    """The suppliers of one file or several.

    told: how to read them, where they do not speak for themselves.
    kinds: name to kind of payee, which overrules what the words say.
    bidders: everyone on the list bids: nobody is set aside, and what we spend is not read.
    Raises InputError when no supplier list, or no supplier, is found.
    """
    tables = find_tables(sheets, fields, told)
    tables = tuple(map(_without_spend if bidders else with_money_unread, tables))
    rows, left_out = supplier_rows(tables, fields)
    once = without_repeats(rows, fields)
    rows, left_out = once.rows, left_out.and_also(once.left_out, once.spend)
    reads: dict[str, ReadColumn] = {}
    notes: list[Note] = []
    for name in rows.fields:
        if name not in (NAME, SPEND) and fields[name].of != "row":
            reads[name], said = rows.read(fields[name])
            notes += said
    names, unnamed = _names(rows, reads.get(CONTRACT))
    identity = _identity(names, reads)
    notes += _remarks(identity, rows)
    joined = _joined(rows, fields, reads, identity, names, left_out, notes)
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


def _names(rows: Rows, contracts: ReadColumn | None) -> tuple[Labels, Flags]:
    """The distinct shown names and each row's, tidied, "Various" named by contract; and which rows those are."""
    shown: Numbers[str] = Numbers()
    found = []
    for table, kept in rows.tables_and_rows():
        column = table.sheet.columns[table.mapping[NAME].column]
        found.append(shown.codes([one_line(text) for text in trading_names(column.texts)])[column.codes[kept]])
    codes = np.concatenate(found)
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
    distinct: Numbers[str] = Numbers()
    codes = distinct.codes([each.first for each in read.readings])[read.codes]
    return Labels(tuple(distinct), codes)


def _remarks(identity: Identity, rows: Rows) -> list[Note]:
    return [
        Note(rows.book.address(int(rows.numbers[each.row]), NAME), each.said, each.problem)
        for each in identity.remarks
    ]


def _joined(
    rows: Rows,
    fields: Mapping[str, Field],
    reads: Mapping[str, ReadColumn],
    identity: Identity,
    names: Labels,
    left_out: RowsLeftOut,
    notes: list[Note],
) -> Suppliers:
    size = len(identity.keys)
    columns, notes_on_facts = _facts(rows, fields, reads, identity.owner, size)
    shown, spellings = _spellings(names, identity.owner, size)
    line_reads = [read for name, read in reads.items() if fields[name].of == "line"]
    lines = make_lines(line_reads, identity.owner, rows.numbers)
    spend = _spend(rows, fields, identity.owner, lines, shown)
    columns |= {
        name: by_spend(read, identity.owner, size, spend.of_row, rows.numbers)
        for name, read in reads.items()
        if fields[name].pool == "by spend"
    }
    row_owner = np.full(rows.book.height, -1, np.int32)
    row_owner[rows.numbers] = identity.owner
    derived, said = derive(fields, columns, rows.book, size)
    return Suppliers(
        names=shown,
        keys=identity.keys,
        columns={**columns, **derived, **lines.columns},
        line_owner=lines.owner,
        row_owner=row_owner,
        spend=spend.of_supplier,
        has_spend=spend.known,
        line_spend=spend.of_line,
        book=rows.book,
        fields=fields,
        payees=all_suppliers(size),
        left_out=left_out.rows,
        notes=(*notes, *notes_on_facts, *spend.notes, *said),
        spellings=spellings,
        spend_left_out=left_out.spend,
        spend_basis=rows.spend_basis(),
        period=period_of(reads.get(DATE)),
    )


def _facts(
    rows: Rows, fields: Mapping[str, Field], reads: Mapping[str, ReadColumn], owner: Ints, size: int
) -> tuple[dict[str, Column], list[Note]]:
    """What the rows of each supplier say of it, field by field."""
    columns: dict[str, Column] = {}
    notes: list[Note] = []
    for name, read in reads.items():
        if fields[name].of == "supplier" and fields[name].pool not in ("sum", "span", "by spend"):
            columns[name], said = pool(read, owner, size, rows)
            notes += said
    return columns, notes


@dataclass(frozen=True, slots=True)
class _Spend:
    """Pence, added up; of a row 0 where it says none.  known: whether the list says anything of a supplier."""

    of_supplier: Longs
    known: Flags
    of_line: Longs
    of_row: Longs
    notes: list[Note]


def _spend(rows: Rows, fields: Mapping[str, Field], owner: Ints, lines: Lines, shown: Sequence[str]) -> _Spend:
    """What we spend with each supplier, added up over its rows.  shown: their names."""
    if SPEND not in rows.fields:
        nothing = np.zeros(len(lines.owner), np.int64)
        unpaid = np.zeros(len(owner), np.int64)
        return _Spend(np.zeros(len(shown), np.int64), np.zeros(len(shown), np.bool_), nothing, unpaid, [])
    amounts, known, notes = rows.amounts(fields[SPEND])
    spend, has_spend = add_up(amounts, known, owner, len(shown))
    of_line, _ = add_up(amounts, known, lines.of_row, len(lines.owner))
    first = rows.numbers[np.unique(owner, return_index=True)[1]]
    below = below_nought(spend, has_spend, lambda each: rows.book.address(int(first[each]), SPEND), shown)
    return _Spend(spend, has_spend, of_line, amounts, [*notes, *below])


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
