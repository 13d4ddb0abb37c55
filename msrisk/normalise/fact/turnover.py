"""Turnover with subsidiaries, put together from what the list holds of it.

Own and subsidiaries' turnover are added up; a figure without the subsidiaries is a least; a whole group's is a
most (a parent's turnover never counts towards this company's); 0, and a few pounds, are not believed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from msrisk.model import Book, Column, Field, Note, bounds
from msrisk.model.filling import Columns, Offer, base_column, each_of, fill, offer_of
from msrisk.values.interval import LIMIT, Interval
from msrisk.values.reading import Grade, Reading, unread

_LEAST = 1_000_00  # pence


def derive_turnover(
    fields: Mapping[str, Field], columns: Columns, book: Book, size: int
) -> tuple[Column, list[Note]]:
    base, notes = _without_zero(base_column(fields, columns, "turnover", size), book)
    own, subsidiaries = columns.get("turnover_own"), columns.get("turnover_subsidiaries")
    group = columns.get("turnover_group")
    offers = []
    if own is not None and subsidiaries is not None:
        offers.append(_sum(own, subsidiaries))
    if own is not None:
        offers.append(each_of(own, lambda each, text: _at_least(each, "without its subsidiaries")))
    if subsidiaries is not None:
        offers.append(each_of(subsidiaries, lambda each, text: _at_least(each, "of its subsidiaries alone")))
    if group is not None:
        offers.append(each_of(group, lambda each, text: _at_most(each)))
    return fill(fields["turnover"], base, offers), notes


def _too_small(reading: Reading) -> bool:
    """Nothing, less than nothing, or a bare figure of a few hundred pounds: T2, and T8 without a unit."""
    return isinstance(reading.value, Interval) and (
        reading.value.high <= 0 or (reading.value.is_point and reading.value.high < _LEAST)
    )


def _without_zero(base: Column, book: Book) -> tuple[Column, list[Note]]:
    """A turnover of 0 or of 36 beside the name of a firm we pay is a gap, or a figure whose unit was not typed."""
    zero = [_too_small(each) for each in base.readings]
    if not any(zero):
        return base, []
    problem = "so small a turnover is not believed of a supplier (in thousands, or millions?); taken as not known"
    readings = tuple(
        unread(problem) if is_zero else each for each, is_zero in zip(base.readings, zero, strict=True)
    )
    suppliers = np.flatnonzero(np.array(zero, np.bool_)[base.codes]).tolist()
    notes = [
        Note(book.address(int(base.rows[each]), "turnover"), base.text(each), problem) for each in suppliers[:50]
    ]
    return replace(base, readings=readings), notes


def _sum(own: Column, subsidiaries: Column) -> Offer:
    """Own turnover and that of subsidiaries, pair by pair; the evidence stands at the own figure."""
    pairs = own.codes.astype(np.int64) * len(subsidiaries.readings) + subsidiaries.codes
    _, first, codes = np.unique(pairs, return_index=True, return_inverse=True)
    readings: list[Reading | None] = []
    for at in first.tolist():
        mine, theirs = own.reading(at), subsidiaries.reading(at)
        readings.append(
            Reading(
                _own_figure(mine).plus(bounds(theirs)),
                min(mine.grade, theirs.grade),
                note=f"{own.text(at)} and, for its subsidiaries, {subsidiaries.text(at)}",
            )
            if mine.understood and theirs.understood
            else None
        )
    return offer_of(replace(own, codes=codes.astype(np.int32)), readings)


def _own_figure(reading: Reading) -> Interval:
    """The figure without subsidiaries itself; under "excluding subsidiaries" it was read as a least."""
    held = bounds(reading)
    return Interval(held.low, held.low) if held.high == LIMIT else held


def _at_least(reading: Reading, why: str) -> Reading:
    low = bounds(reading).low
    return Reading(Interval(low, LIMIT), reading.grade, note=f"a figure {why}: with them it is at least that")


def _at_most(reading: Reading) -> Reading:
    high = bounds(reading).high
    return Reading(
        Interval(min(0, high), high),
        Grade.ESTIMATED,
        note="a whole group's figure: this company's own is at most that",
    )
