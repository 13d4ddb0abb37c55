"""Amounts in another currency than pounds, as a column beside them says."""

from __future__ import annotations

import numpy as np

from msrisk.model import Flags, Heading, Longs, Note, Table
from msrisk.normalise.column.kept_cells import Cells, cells_of
from msrisk.normalise.heading.headings import LONGEST, heading_words
from msrisk.values.currency import POUNDS, spellings
from msrisk.values.money_words import heading

_NAMES = ("currency", "ccy", "curr")
_NOT_OF_PAYMENTS = frozenset(("turnover", "revenue", "budget"))


def in_other_currencies(cells: Cells, amounts: Longs, known: Flags) -> tuple[Flags, list[Note]]:
    """The rows whose amount is not in pounds, and what to tell of them."""
    others = np.zeros(len(known), np.bool_)
    beside = _column_beside(cells.table)
    if beside is None or heading(cells.heading.text).currencies == (POUNDS,):
        return others, []
    said = cells_of(cells.table, beside, cells.rows)
    codes = [_currency(text) for text in said.texts]
    if not any(codes):
        return others, []  # it says something else: a rate, yes or no
    notes = []
    for currency in sorted({code for code in codes if code and code != POUNDS}):
        rows = said.holding(number for number, code in enumerate(codes) if code == currency) & known
        if rows.any():
            others |= rows
            place = cells.address_of_row(int(np.argmax(rows)))
            sum_of_them = f"{int(amounts[rows].sum()) / 100:,.2f}"
            told = (
                f"{int(rows.sum()):,} amounts are in {currency}, as '{beside.text.strip()}' says, "
                f"{sum_of_them} in all; not added to the pounds"
            )
            notes.append(Note(place, currency, told))
    return others, notes


def _column_beside(table: Table) -> Heading | None:
    for each in table.headings:
        words = heading_words(each.text) if len(each.text) <= LONGEST else ()
        if any(name in words for name in _NAMES) and _NOT_OF_PAYMENTS.isdisjoint(words):
            return each
    return None


def _currency(text: str) -> str:
    """The code of a currency, '' where the text is none."""
    return spellings().get(" ".join(text.split()).casefold(), "")
