"""Whom of a register we know again, how each stood then, and what is still to be done.

A row is a supplier of today by its register ID; else by a company number that both have once; else by a name that
both have once. Never by a name that is only nearly alike: that is for a person to decide.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from msrisk.errors import InputError
from msrisk.last_register import Actions, LastRegister, RegisterFile, RegisterRow
from msrisk.model import Band
from msrisk.model import register_sheet as headed
from msrisk.model.register_id import register_ids
from msrisk.report import Report
from msrisk.values.name import keys as name_keys

_STATUSES = frozenset(map(str.casefold, headed.STATUSES))


def with_last_register(report: Report, file: RegisterFile) -> Report:
    """The report with the register of last time.

    Raises InputError for a register of a later day than the report.
    """
    if file.day is not None and file.day > report.as_of:
        raise InputError(
            f"it is of {file.day}, after the day of this run, {report.as_of}",
            where=file.file,
            hint="Give the register of an earlier day, or the day of this run with  --as-of.",
        )
    found = _found(report, file.rows)
    then: dict[int, Band | None] = {}
    for row, number in zip(file.rows, found, strict=True):
        if number >= 0:
            then.setdefault(number, row.band)
    pairs = ((band, Band(int(report.scores.band[number]))) for number, band in then.items() if band is not None)
    each = {(row.id, row.number, row.name): row.band for row in reversed(file.rows)}
    gone = {(row.id, row.number, row.name) for row, number in zip(file.rows, found, strict=True) if number < 0}
    last = LastRegister(
        file=file,
        found=tuple(found),
        then=then,
        bands=Counter(band for band in each.values() if band is not None),
        moves=Counter(pairs),
        new=int(report.screened.sum()) - len(then),
        gone=len(gone),
        actions=_actions(file.rows, found, report.as_of) if file.to_fill_in else None,
    )
    return replace(report, last=last)


# -- whom we know again


def _found(report: Report, rows: Sequence[RegisterRow]) -> list[int]:
    """For each row the supplier screened today, or -1."""
    numbers = np.flatnonzero(report.screened).tolist()
    company = _company_numbers(report, numbers)
    names = dict(zip(numbers, name_keys([report.suppliers.names[number] for number in numbers]), strict=True))
    keys = name_keys([row.name for row in rows])
    who = [(row.id, row.number, key) for row, key in zip(rows, keys, strict=True)]
    found = [-1] * len(rows)
    ids = register_ids(report.suppliers)
    _pair(found, {number: ids[number] for number in numbers}, [row.id for row in rows], who)
    _pair(found, company, [row.number for row in rows], who)

    def of_another_company(place: int, number: int) -> bool:
        return bool(rows[place].number and company[number] and rows[place].number != company[number])

    _pair(found, names, keys, who, of_another_company)
    return found


def _company_numbers(report: Report, numbers: Sequence[int]) -> dict[int, str]:
    column = report.suppliers.columns.get("company_number")
    if column is None:
        return dict.fromkeys(numbers, "")
    firsts = [each.first for each in column.readings]
    return {number: firsts[int(column.codes[number])] for number in numbers}


def _pair(
    found: list[int],
    now: Mapping[int, str],
    then: Sequence[str],
    who: Sequence[tuple[str, ...]],
    refused: Callable[[int, int], bool] = lambda place, number: False,
) -> None:
    """Give each row the one supplier of today that says the same, where no other row or supplier does.

    now: what each supplier says.  then: what each row says.  who: what tells rows apart; a row that somebody
    copied is the same supplier again.  refused: whether a row and a supplier are not the same all the same.
    """
    often, whose, taken = Counter(now.values()), {said: number for number, said in now.items()}, set(found)
    rows: dict[str, set[tuple[str, ...]]] = {}
    for said, each in zip(then, who, strict=True):
        rows.setdefault(said, set()).add(each)
    for place, said in enumerate(then):
        if said and found[place] < 0 and often[said] == 1 and len(rows[said]) == 1:
            number = whose[said]
            if number not in taken and not refused(place, number):
                found[place] = number


# -- what is still to be done


def _actions(rows: Sequence[RegisterRow], found: Sequence[int], as_of: date) -> Actions:
    held = [row for row in rows if row.is_action]
    open_ = [row for row in held if row.is_open]
    gone = [row for row, number in zip(rows, found, strict=True) if number < 0 and row.is_open]
    return Actions(
        open_=len(open_),
        closed=len(held) - len(open_),
        overdue=_overdue(open_, as_of),
        undated=sum(row.due_by is None for row in open_),
        unstated=sum(row.status.casefold() not in _STATUSES for row in open_),
        gone=len(gone),
        gone_overdue=_overdue(gone, as_of),
    )


def _overdue(rows: Iterable[RegisterRow], as_of: date) -> int:
    return sum(row.due_by is not None and row.due_by < as_of for row in rows)
