"""Derived fields: a short closed list. Each fills only what the list itself leaves open, and names its input.

turnover: own and subsidiaries' added up; without the subsidiaries a least; a group's a most; 0 is not believed.
statement published: a link is held, and the list has no column for it; or *yes* and no link: estimated.
statement covers the supplier: whose statement it is.
What is estimated from names and numbers comes later, in ``estimates``: a public file is asked first.
"""

from __future__ import annotations

from collections.abc import Mapping

from msrisk.model import Book, Column, Field, Note
from msrisk.model.filling import Columns
from msrisk.normalise.fact.statement import derive_statement
from msrisk.normalise.fact.turnover import derive_turnover


def derive(
    fields: Mapping[str, Field], columns: Columns, book: Book, size: int
) -> tuple[dict[str, Column], list[Note]]:
    """The derived columns of suppliers, and what there is to say about them."""
    turnover, notes = derive_turnover(fields, columns, book, size)
    statement, contradictions = derive_statement(fields, columns, book, size)
    return {each.field.name: each for each in (turnover, *statement)}, notes + contradictions
