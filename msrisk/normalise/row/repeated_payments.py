"""The same payment in two inputs: a month's file and a year's, or two sheets, are added up once.

A row repeats one of an earlier table when reference, supplier and amount are the same, and the day where both say
one. Rows are matched one to one: where each table holds two alike, two are counted. Within one table nothing is
left out. Tables without references are compared by supplier, amount and day: one that stands in another as a whole
is a copy of it; of a part that does, only a note is made, since two payments may be alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from msrisk.model import Flags, Ints, Longs
from msrisk.normalise.column.references import NONE
from msrisk.values.money import pounds

NO_DAY = 0
_FEWEST_OF_A_COPY = 10
_HERE = -1
_SAME_PAYMENT, _COPY = "the same payment as in {}", "a copy of what stands in {}"


@dataclass(frozen=True)
class Payments:
    """The kept rows of one table; every array has one entry a row.

    said: how to name the table: its file, and its sheet where the file has several lists.
    suppliers, references: numbers that are the same in all tables; references NONE where a row has none.
    amounts: pence, of use where ``known``.  days: ordinals, NO_DAY where the row says no single day.
    """

    said: str
    suppliers: Ints
    references: Ints
    amounts: Longs
    known: Flags
    days: Longs

    @property
    def has_references(self) -> bool:
        return bool((self.references != NONE).any())


@dataclass
class Again:
    """For each kept row of one table, which row says the same payment.

    table: the number of the table that holds it, -1 where the row is counted here.  row: its kept row there.
    copy: the rows are a copy as a whole, and not matched by a reference.
    """

    table: Ints
    row: Ints
    copy: bool = False

    @property
    def left_out(self) -> Flags:
        return np.asarray(self.table != _HERE, np.bool_)

    def reason(self, row: int, tables: Sequence[Payments]) -> str:
        """Why a row is left out: without its number there, so that rows left out are counted by table."""
        return (_COPY if self.copy else _SAME_PAYMENT).format(tables[int(self.table[row])].said)


def repeated(tables: Sequence[Payments]) -> tuple[list[Again], list[str]]:
    """Which rows of each table are counted in another already, and what to tell of rows that are only alike."""
    found = [
        Again(np.full(len(each.known), _HERE, np.int32), np.full(len(each.known), _HERE, np.int32))
        for each in tables
    ]
    for number in range(1, len(tables)):
        for passed in _PASSES:
            _match(tables, found, number, passed)
    notes = []
    for later in range(1, len(tables)):
        for earlier in range(later):
            if not (tables[earlier].has_references and tables[later].has_references):
                said = _compare_whole(tables, found, earlier, later)
                notes += [said] if said else []
    return found, notes


@dataclass(frozen=True)
class _Pass:
    """One round of matching: whether rows of the later and of the earlier tables say a day; None for either."""

    later: bool | None
    earlier: bool | None


# Rows with a day first look for the same day, then for rows without one; those without take what is left.
_PASSES = (_Pass(True, True), _Pass(True, False), _Pass(False, None))


def _match(tables: Sequence[Payments], found: list[Again], number: int, passed: _Pass) -> None:
    """Matches the rows of one table with counted rows of those before it, one to one."""
    later, with_day = tables[number], passed.later is True and passed.earlier is True
    rows = np.flatnonzero(_comparable(later, passed.later) & ~found[number].left_out)
    if not len(rows):
        return
    rows = rows[np.argsort(later.days[rows], kind="stable")]  # which row finds a match is not its place's doing
    taken = _taken(found, number)
    places = [
        np.flatnonzero(_comparable(earlier, passed.earlier) & ~found[before].left_out & ~taken[before])
        for before, earlier in enumerate(tables[:number])
    ]
    theirs = [_keys(tables[before], held, with_day) for before, held in enumerate(places)]
    mine, yours = _one_to_one(_keys(later, rows, with_day), np.concatenate(theirs, axis=1))
    of_table = np.repeat(np.arange(number, dtype=np.int32), [len(held) for held in places])
    found[number].table[rows[mine]] = of_table[yours]
    found[number].row[rows[mine]] = np.concatenate(places)[yours]


def _comparable(payments: Payments, with_day: bool | None) -> Flags:
    held: Flags = payments.known & (payments.references != NONE)
    says_day: Flags = payments.days != NO_DAY
    if with_day is not None:
        held &= says_day if with_day else ~says_day
    return held


def _taken(found: list[Again], number: int) -> list[Flags]:
    """The rows of earlier tables that a row of this one says again already."""
    taken = [np.zeros(len(each.table), np.bool_) for each in found[:number]]
    for before, flags in enumerate(taken):
        flags[found[number].row[found[number].table == before]] = True
    return taken


def _keys(payments: Payments, rows: Ints | Longs, with_day: bool, with_reference: bool = True) -> Longs:
    """What must be the same, one column a row."""
    parts: list[Ints | Longs] = [payments.suppliers[rows], payments.amounts[rows]]
    if with_reference:
        parts.append(payments.references[rows])
    if with_day:
        parts.append(payments.days[rows])
    return np.stack([part.astype(np.int64) for part in parts])


def _one_to_one(ours: Longs, theirs: Longs) -> tuple[Longs, Longs]:
    """Pairs of columns that are the same: the first with the first, the second with the second, and so on."""
    codes = _codes(np.concatenate([ours, theirs], axis=1))
    split = ours.shape[1]
    ours_numbered = _numbered(codes[:split])
    theirs_numbered = _numbered(codes[split:])
    _, mine, yours = np.intersect1d(ours_numbered, theirs_numbered, assume_unique=True, return_indices=True)
    return mine, yours


def _codes(keys: Longs) -> Longs:
    """A number for each different column."""
    order = np.lexsort(keys)
    held = keys[:, order]
    new = np.ones(len(order), np.int64)
    new[1:] = (held[:, 1:] != held[:, :-1]).any(axis=0)
    codes = np.empty(len(order), np.int64)
    codes[order] = np.cumsum(new) - 1
    return codes


def _numbered(codes: Longs) -> Longs:
    """Each code with how often it stood before, as one number."""
    order = np.argsort(codes, kind="stable")
    held = codes[order]
    starts = np.flatnonzero(np.diff(held, prepend=-1))
    before = np.arange(len(held)) - np.repeat(starts, np.diff(starts, append=len(held)))
    numbered = np.empty(len(codes), np.int64)
    numbered[order] = held * 2**32 + before
    return numbered


def _compare_whole(tables: Sequence[Payments], found: list[Again], earlier: int, later: int) -> str:
    """Leaves a table out that stands in another as a whole; else says how much of it is alike."""
    part: tuple[Longs, Longs] | None = None
    for copy, whole in ((later, earlier), (earlier, later)):
        rows = np.flatnonzero(~found[copy].left_out)
        against = np.flatnonzero(tables[whole].known & ~found[whole].left_out)
        alike = _alike(tables[copy], rows[tables[copy].known[rows]], tables[whole], against)
        if len(rows) >= _FEWEST_OF_A_COPY and len(alike[0]) == len(rows):
            found[copy].table[alike[0]], found[copy].row[alike[0]] = whole, alike[1]
            found[copy].copy = True
            return ""
        part = part or alike
    if part is None or not len(part[0]):
        return ""
    amount = pounds(int(tables[later].amounts[part[0]].sum()))
    rows_said = "1 row" if len(part[0]) == 1 else f"{len(part[0]):,} rows"
    verb, they = ("stands", "it has") if len(part[0]) == 1 else ("stand", "they have")
    return (
        f"{rows_said} ({amount}) of {tables[later].said} {verb} alike in {tables[earlier].said}; "
        f"counted in both, since {they} no payment reference to compare"
    )


def _alike(one: Payments, rows: Longs, other: Payments, against: Longs) -> tuple[Longs, Longs]:
    """The rows of one table that stand in another, and where."""
    if not len(rows) or not len(against):
        return rows[:0], against[:0]
    with_day = bool((one.days[rows] != NO_DAY).any() and (other.days[against] != NO_DAY).any())
    ours, theirs = (
        _keys(each, held, with_day, with_reference=False) for each, held in ((one, rows), (other, against))
    )
    mine, yours = _one_to_one(ours, theirs)
    return rows[mine], against[yours]
