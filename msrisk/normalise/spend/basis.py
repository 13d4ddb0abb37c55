"""What a column of spend is: without VAT or with it, payments or contracts; by its heading, else by arithmetic."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np

from msrisk.model import Flags, Heading, Ints, Longs, Note, Table
from msrisk.model.spend_basis import (
    A_YEAR,
    GROSS,
    NET,
    NOT_SAID,
    PAYMENTS,
    VAT_ALONE,
    WHOLE_TERM,
    SpendBasis,
)
from msrisk.normalise.column.kept_cells import Cells, cells_of
from msrisk.normalise.heading.vat import plain_words, vat_of
from msrisk.normalise.spend.plain_amounts import plain_amounts
from msrisk.values.money import pounds

_MONEY = re.compile(r"\b(?:amount|total|value|nett?|gross|paid|sum|spend|cost)\b")
_A_YEAR = re.compile(
    r"\b(?:annual|yearly|per annum|per year)\b.*\b(?:value|contract|cost)\b|\bvalue per (?:annum|year)\b"
)
_CONTRACT = re.compile(r"\b(?:contract|award|tender) value\b|\bvalue of (?:the )?contract\b|\btotal contract\b")
_FEWEST_ROWS, _NEARLY_ALL = 10, 0.95


def basis_of(table: Table, heading: Heading, rows: Ints) -> tuple[SpendBasis, list[Note]]:
    """What the column under a heading adds up to, and what there is to say of it.

    rows: the kept rows of the table, whose figures are compared.
    """
    words = plain_words(heading.text)
    of = A_YEAR if _A_YEAR.search(words) else WHOLE_TERM if _CONTRACT.search(words) else PAYMENTS
    cells = cells_of(table, heading, rows)
    if vat_of(heading.text) == VAT_ALONE:
        said = "this is the VAT alone, not what was paid; not read as spend"
        return SpendBasis(VAT_ALONE, of, "its heading"), [cells.at_heading(said)]
    basis, other = SpendBasis(vat_of(heading.text), of, "its heading"), None
    if basis.vat == NOT_SAID:
        basis, other = _by_arithmetic(cells, of)
    said = _said(cells, basis, other or _other(cells, basis.vat))
    notes = [cells.at_heading(said, True)] if said else []
    if of == WHOLE_TERM:
        said = "the value of contracts over their whole term, which is not what is spent in a year"
        notes.append(cells.at_heading(said, True))
    return basis, notes


def _by_arithmetic(cells: Cells, of: str) -> tuple[SpendBasis, Heading | None]:
    """Net and VAT together are gross: whichever of them the column is, when two others bear it out."""
    columns = [heading for heading in cells.table.headings if heading.column != cells.heading.column]
    vats = [heading for heading in columns if vat_of(heading.text) == VAT_ALONE]
    others = [heading for heading in columns if _may_be_money(heading)]
    if not vats or not others:
        return SpendBasis(NOT_SAID, of), None
    own = _amounts(cells, cells.heading)
    for vat in vats:
        tax = _amounts(cells, vat)
        for other in others:
            beside = _amounts(cells, other)
            for word, less, more in ((NET, own, beside), (GROSS, beside, own)):
                if _adds_up(less, tax, more):
                    named = f"'{vat.text.strip()}'", f"'{other.text.strip()}'"
                    to_other = f"with {named[0]} it adds up to {named[1]}"
                    how = to_other if word == NET else f"{named[1]} and {named[0]} add up to it"
                    return SpendBasis(word, of, how), other
    return SpendBasis(NOT_SAID, of), None


def _may_be_money(heading: Heading) -> bool:
    return (
        not heading.field
        and _MONEY.search(plain_words(heading.text)) is not None
        and vat_of(heading.text) != VAT_ALONE
    )


def _amounts(cells: Cells, heading: Heading) -> tuple[Longs, Flags]:
    return plain_amounts(cells_of(cells.table, heading, cells.rows))


def _adds_up(net: tuple[Longs, Flags], vat: tuple[Longs, Flags], gross: tuple[Longs, Flags]) -> bool:
    """Whether net and VAT are gross, to the penny, in nearly all rows that have VAT."""
    rows = net[1] & vat[1] & gross[1] & (vat[0] != 0)
    right = np.abs(net[0] + vat[0] - gross[0])[rows] <= 1
    return len(right) >= _FEWEST_ROWS and bool(right.mean() >= _NEARLY_ALL)


def _other(cells: Cells, vat: str) -> Heading | None:
    """The column that has the same the other way: gross where this is net."""
    wanted = {NET: GROSS, GROSS: NET}.get(vat)
    found: Iterator[Heading] = (
        heading for heading in cells.table.headings if not heading.field and vat_of(heading.text) == wanted
    )
    return next(found, None)


def _said(cells: Cells, basis: SpendBasis, other: Heading | None) -> str:
    """With or without VAT, where that is more than a heading that says it; and what the other column comes to."""
    if basis.vat == NOT_SAID or (basis.vat == NET and other is None):
        return ""
    with_vat = basis.vat == GROSS
    said = f"spend is counted {'with' if with_vat else 'without'} VAT, as {basis.how} says"
    if basis.how != "its heading":
        said = f"spend is counted {'with' if with_vat else 'without'} VAT: {basis.how}"
    if other is None:
        return said
    amounts, known = _amounts(cells, other)
    place = cells.table.sheet.letters_of(other.column)
    comes_to = f", comes to {pounds(int(amounts[known].sum()))}" if known.any() else ""
    return f"{said}; '{other.text.strip()}' (column {place}), {'without' if with_vat else 'with'} it{comes_to}"
