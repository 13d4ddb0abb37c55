"""What a person decided of two names that may be one organisation."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two as it stood when the decision was made; another name, number or country makes it lapse."""

    name: str
    number: str
    countries: str


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether a supplier is an entry of a source.

    source: the source's title.  entry_id: what the entry is known by there.
    parent: whether the entry is the supplier's parent, not the supplier itself.
    by, on, why: as the person wrote them.  where: the row of the decision.
    """

    source: str
    ours: Side
    theirs: Side
    entry_id: str
    accepted: bool
    parent: bool = False
    by: str = ""
    on: str = ""
    why: str = ""
    where: str = ""
