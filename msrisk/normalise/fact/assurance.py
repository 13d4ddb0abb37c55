"""What the list holds of assurance schemes: whether anything is, since when, and how long it counts.

held: *yes* where a score, a medal or a day is given; else *no*, since the list itself is what we hold. So a list
without such columns asks nothing, and a blank brings no relief. Where the list keeps the result and a row has none
(a score of 0, *incomplete*, a blank), its day alone does not show that a result is held: not known.
in date until: where the list keeps no column for it, some months from the day; how many is our own choice.
day: where the list keeps no column for it, at the latest so many months before it runs out.
Both ways only for a whole column: a blank cell that the other day could fill would let taking an expiry away help.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

import numpy as np

from msrisk.logic.facts import before
from msrisk.model import Column, Field, Flags, blank_column, bounds
from msrisk.model.filling import Columns, Offer, each_of, fill, recoded
from msrisk.values.interval import LIMIT, Interval, point
from msrisk.values.reading import Grade, Reading, unread


@dataclass(frozen=True, slots=True)
class Scheme:
    """One scheme's fields.  results: those that show an outcome.  months: how long a result counts; our choice.

    Clauses in a contract have neither day nor months: how long they bind stands in the contract alone.
    """

    held: str
    results: tuple[str, ...] = ()
    day: str = ""
    until: str = ""
    months: int = 0


SCHEMES = (
    Scheme("msat_held", ("msat_score",), "msat_date", "msat_expiry", 24),
    Scheme("ecovadis_held", ("ecovadis_score", "ecovadis_medal"), "ecovadis_date", "ecovadis_expiry", 12),
    Scheme("sedex_audit_held", (), "sedex_audit_date", "sedex_audit_expiry", 12),
    Scheme("social_audit_held", (), "social_audit_date", "social_audit_expiry", 12),
    Scheme("sa8000_held", (), "sa8000_date", "sa8000_expiry", 36),
    Scheme("contract_clauses"),
)
_NOT_HELD = Reading(("no",), note="the list holds none")
_HELD = Reading(("yes",))
_NO_RESULT = unread("a day is given and no result")


def derive_assurance(fields: Mapping[str, Field], columns: Columns, size: int) -> dict[str, Column]:
    """For each scheme whether anything is held, and the day that the list keeps no column for."""
    found: dict[str, Column] = {}
    for scheme in SCHEMES:
        found[scheme.held] = _held(fields, columns, scheme, size)
        day, until = columns.get(scheme.day), columns.get(scheme.until)
        if day is not None and until is None:
            filled = _filled(fields[scheme.until], size, each_of(day, partial(_runs_out, scheme.months)))
            found[scheme.until] = replace(filled, behind=(day,))  # the day is what to ask for
        elif day is None and until is not None:
            found[scheme.day] = _filled(fields[scheme.day], size, each_of(until, partial(_done, scheme.months)))
    return found


def _held(fields: Mapping[str, Field], columns: Columns, scheme: Scheme, size: int) -> Column:
    """A column of that name counts where it says *yes* only: beside a score, taking a *no* away would help."""
    field = fields[scheme.held]
    names = (*scheme.results, scheme.day, scheme.until, scheme.held)
    offers = [each_of(columns[name], partial(_shows, fields[name])) for name in names if name in columns]
    filled = _filled(field, size, *offers)
    results = [columns[name] for name in scheme.results if name in columns]
    held = recoded(filled, ~filled.understood[filled.codes], _NOT_HELD, "no")
    if not results:
        return held
    none = ~np.logical_or.reduce([_has_result(each) for each in results])
    open_ = recoded(held, none & filled.understood[filled.codes], _NO_RESULT, "a day, and no result")
    return replace(open_, behind=tuple(results))  # the result is what to ask for


def _has_result(column: Column) -> Flags:
    """Where a score or medal is given; a score of 0 is none."""
    found = [reading.value not in (None, point(0), ("none",)) for reading in column.readings]
    return np.array(found, np.bool_)[column.codes]


def _filled(field: Field, size: int, *offers: Offer) -> Column:
    return fill(field, blank_column(field, size), offers)


def _shows(field: Field, reading: Reading, text: str) -> Reading | None:
    """That something is held, and what; the evidence stands at the cell that says so."""
    if reading.first in ("no", "none") or reading.value == point(0):
        return None
    if reading.value is None or field.kind.name in ("date", "yes_no"):
        return _HELD
    return Reading(("yes",), note=f"{field.label}: {field.kind.show(reading.value)}")


def _runs_out(months: int, reading: Reading, text: str) -> Reading:
    day = bounds(reading)
    note = f"{months} months from the day of it; how long it counts is our own choice"
    return Reading(Interval(_later(day.low, months), _later(day.high, months)), Grade.ESTIMATED, note=note)


def _done(months: int, reading: Reading, text: str) -> Reading:
    latest = _later(bounds(reading).high, -months)
    note = f"taken as at least {months} months before it runs out, our own choice"
    return Reading(Interval(-LIMIT, latest), Grade.ESTIMATED, note=note)


def _later(day: int, months: int) -> int:
    return before(date.fromordinal(day), -months, "month").toordinal()
