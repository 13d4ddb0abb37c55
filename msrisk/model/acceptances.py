"""A finding that a person accepts for a while, with their name and reason."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Acceptance:
    """One row of an acceptances workbook in which somebody wrote something.

    supplier, number, rule, facts: the finding as it stood.  by, on, until, why: as the person wrote them.
    where: the row's cell under *Accepted by*.  blank: the cells that must be filled and are not, by heading.
    cells: the whole row as it stands, by heading.
    """

    supplier: str
    number: str
    rule: str
    facts: str
    by: str
    on: str
    until: str
    why: str
    where: str
    blank: tuple[tuple[str, str], ...] = ()
    cells: tuple[tuple[str, str], ...] = ()
