"""Our own spend as one column of exact pence, and what is to be said of it: it is only ever added up."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from msrisk.model import Field, Flags, Ints, Longs, Note, Table
from msrisk.model.spend_basis import PAYMENTS, VAT_ALONE
from msrisk.normalise.column.kept_cells import HASHES, Cells, cells_of
from msrisk.normalise.spend.basis import basis_of
from msrisk.normalise.spend.contracts import counted_contracts
from msrisk.normalise.spend.currencies import in_other_currencies
from msrisk.normalise.spend.figures import plain_sums
from msrisk.normalise.spend.invoice_totals import counted_once
from msrisk.values.interval import Interval
from msrisk.values.money import plain_pence, pounds
from msrisk.values.money_words import plain_unit
from msrisk.values.reading import BLANK, Hint, Reading, Value

_NILS = frozenset(("-", "--", "–", "—"))


def read_amounts(table: Table, field: Field, rows: Ints) -> tuple[Longs, Flags, list[Note]]:
    """Each kept row's exact pence, whether it counts, and what there is to say.

    A row that does not count says no one sum of pounds, or one that another row says too.
    """
    cells = cells_of(table, table.mapping[field.name], rows)
    basis, notes = basis_of(table, cells.heading, rows)
    if basis.vat == VAT_ALONE:
        return np.zeros(len(rows), np.int64), np.zeros(len(rows), np.bool_), notes
    amounts, known, said = _each(cells, field, dashes_are_nil=basis.of == PAYMENTS)
    notes += said
    leave: tuple[Callable[[Cells, Longs, Flags], tuple[Flags, list[Note]]], ...] = (
        in_other_currencies,
        counted_once if basis.of == PAYMENTS else counted_contracts,
    )
    for which in leave:
        left, said = which(cells, amounts, known)
        known &= ~left
        notes += said
    return np.where(known, amounts, 0), known, notes + _credits(cells, amounts, known)


def _each(cells: Cells, field: Field, dashes_are_nil: bool) -> tuple[Longs, Flags, list[Note]]:
    """Each row's pence as its cell says it; plain figures, which are nearly all, need no reading of their own."""
    said, texts = _sterling(cells.texts)
    unit, hint = plain_unit(cells.heading.text), Hint(cells.heading.text)
    amounts, known = plain_sums(texts, unit)
    odd: dict[int, Reading] = {}
    for number in np.flatnonzero(~known).tolist():
        pence = plain_pence(texts[number], unit)
        if pence is None and dashes_are_nil and _is_nil(texts[number]):
            pence = 0
        if pence is None:
            odd[number] = _only_exact(field.kind.read(texts[number], hint) if texts[number].strip() else BLANK)
            pence = _exact(odd[number].value)
        if pence is not None:
            amounts[number], known[number] = pence, True
    notes = [cells.at_heading(said)] if said else []
    if cells.all_hashes:
        notes.append(cells.at_heading(HASHES))
    else:
        notes += cells.notes(odd.items())
    return amounts[cells.codes], known[cells.codes], notes


def _is_nil(text: str) -> bool:
    """A ledger prints nought as a dash, with a pound sign or without."""
    return text.replace("£", "").strip() in _NILS


def _exact(value: Value | None) -> int | None:
    return value.exact if isinstance(value, Interval) else None


def _only_exact(reading: Reading) -> Reading:
    """A sum that is only known between two ends was understood, but cannot be added up: that is to be said."""
    if reading.value is None or _exact(reading.value) is not None:
        return reading
    return Reading(None, note=f"{reading.note}; no exact sum of pounds, so not added up".removeprefix("; "))


def _sterling(texts: Sequence[str]) -> tuple[str, Sequence[str]]:
    """A buyer's own ledger printed with $ throughout and no other sign is in pounds; said, never silent."""
    marked = sum("$" in text for text in texts)
    if not marked or marked * 10 < len(texts) * 9 or any("£" in text or "€" in text for text in texts):
        return "", texts
    said = "every amount is printed with '$' and none with '£'; taken as pounds, since this is our own spend"
    return said, [text.replace("$", "") for text in texts]


def _credits(cells: Cells, amounts: Longs, known: Flags) -> list[Note]:
    below = known & (amounts < 0)
    if not below.any():
        return []
    count = int(below.sum())
    credits_said = "amount below nought, a credit, is" if count == 1 else "amounts below nought, credits, are"
    first = cells.address_of_row(int(np.argmax(below)))
    said = f"{count:,} {credits_said} taken off, {pounds(int(amounts[below].sum()))} in all, such as {first}"
    return [cells.at_heading(said, True)]


def below_nought(
    spend: Longs, has_spend: Flags, first_cell: Callable[[int], str], names: Sequence[str]
) -> list[Note]:
    """A note for each supplier whose credits are more than its payments; its sum is kept as it is.

    first_cell: the address of a supplier's first amount.
    """
    return [
        Note(
            first_cell(number),
            names[number],
            f"its credits are more than its payments: {pounds(int(spend[number]))} in all; kept as it is",
            True,
        )
        for number in np.flatnonzero(has_spend & (spend < 0)).tolist()
    ]
