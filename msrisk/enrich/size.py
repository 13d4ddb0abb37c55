"""What the kind of accounts a company filed says of its turnover: an estimate, where nothing better is known.

A small company, and a micro-entity, meets two of three limits, of which turnover is one; so the turnover is
likely, and not surely, at most that limit. It is the limit for a company with its subsidiaries, since section 54
counts theirs. A turnover that the list gives stands; where it is more than the accounts make likely, it is noted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import numpy as np

from msrisk.model import Column, Flags, Note, Suppliers
from msrisk.model.filling import Offer, base_column, fill, offer_of, says_nothing
from msrisk.ruleset.rules import RuleSet
from msrisk.values.interval import Interval
from msrisk.values.name import key
from msrisk.values.reading import Grade, Reading

PARAMETER = "small_group_turnover"
_OLD = 3 * 366  # days
_MOST_NOTES = 50
_OVERSEAS = frozenset(("FC", "SF", "NF"))
CATEGORIES = ("micro-entity", "small")


def estimate_turnover(suppliers: Suppliers, rules: RuleSet, as_of: date) -> Suppliers:
    """The suppliers, with an estimate of turnover where their list and every source leave it open.

    Only by the accounts of a micro-entity or a small company, and the limit that held for their financial year.
    Not by accounts over three years old on the day of the run, which is our own choice, or dated after it; and not
    of a public or an overseas company, which files under other rules.
    """
    category = suppliers.columns.get("accounts_category")
    made_up_to = suppliers.columns.get("filed_accounts_to")
    if category is None or made_up_to is None or PARAMETER not in rules.parameters:
        return suppliers
    pairs = category.codes.astype(np.int64) * len(made_up_to.readings) + made_up_to.codes
    _, first, codes = np.unique(pairs, return_index=True, return_inverse=True)
    given = [_estimate(category, made_up_to, at, rules, as_of) for at in first.tolist()]
    offer = offer_of(replace(category, codes=codes.astype(np.int32)), given)
    base = base_column(suppliers.fields, suppliers.columns, "turnover", len(suppliers))
    small = _files_as_small(suppliers)
    filled = fill(suppliers.fields["turnover"], base, [offer], says_nothing(base) & small)
    notes = tuple(_contradictions(suppliers, base, offer, small))
    columns = {**suppliers.columns, "turnover": filled}
    return replace(suppliers, columns=columns, notes=(*suppliers.notes, *notes))


def _contradictions(suppliers: Suppliers, base: Column, offer: Offer, small: Flags) -> Iterator[Note]:
    """A note for each turnover that lies above what the accounts make likely."""
    if not offer.readings:
        return
    given = offer.codes[offer.speaker.codes]
    limits = np.array([each.value.high for each in offer.readings if isinstance(each.value, Interval)], np.int64)
    above = base.understood[base.codes] & (given >= 0) & small & (base.low[base.codes] > limits[given])
    for number in np.flatnonzero(above)[:_MOST_NOTES].tolist():
        row, likely = int(base.rows[number]), offer.readings[given[number]].note
        where = suppliers.book.address(row, base.spoken_by(number)) if row >= 0 else ""
        problem = f"{likely}; what the list says stands: is it the turnover, and the accounts, of one company?"
        yield Note(where, base.text(number), problem, understood=True)
    if above.sum() > _MOST_NOTES:
        more = f"turnover: {above.sum() - _MOST_NOTES:,} more suppliers whose accounts make less likely"
        yield Note("", "", more, understood=True)


def _files_as_small(suppliers: Suppliers) -> Flags:
    """Whose accounts say what we take them to say."""
    numbers = suppliers.columns.get("company_number")
    prefixes = [""] if numbers is None else [each.first[:2] for each in numbers.readings]
    codes = np.zeros(len(suppliers), np.int32) if numbers is None else numbers.codes
    here = np.array([each not in _OVERSEAS for each in prefixes], np.bool_)[codes]
    private = np.array([not key(name).endswith(" plc") for name in suppliers.names], np.bool_)
    result: Flags = here & private
    return result


def _estimate(category: Column, made_up_to: Column, supplier: int, rules: RuleSet, as_of: date) -> Reading | None:
    """What one pair of a kind of accounts and their last day gives; None for nothing."""
    kind, day = category.reading(supplier), made_up_to.reading(supplier).value
    if kind.first not in CATEGORIES or not isinstance(day, Interval) or not day.is_point:
        return None
    last = date.fromordinal(day.low)
    if not 0 <= as_of.toordinal() - day.low <= _OLD:
        return None
    text = rules.parameters[PARAMETER].on(first_day(last))
    limit = rules.fields["turnover"].read(text).value if text else None
    if not isinstance(limit, Interval):
        return None
    what = "micro-entity accounts" if kind.first == "micro-entity" else "small-company accounts"
    note = (
        f"{what} to {last.day} {last:%B} {last.year}: two of three limits hold, of which turnover is one, "
        f"at most {text} with subsidiaries; likely below, an estimate"
    )
    return Reading(Interval(0, limit.high), Grade.ESTIMATED, note=note)


def first_day(last: date) -> date:
    """The first day of a financial year of twelve months, by its last day."""
    day_after = last + timedelta(days=1)
    try:
        return day_after.replace(year=day_after.year - 1)
    except ValueError:  # a year that begins on 29 February
        return day_after.replace(year=day_after.year - 1, month=3, day=1)
