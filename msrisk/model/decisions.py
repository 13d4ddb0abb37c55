"""What a person decided of two names that may be one organisation."""

from __future__ import annotations

from dataclasses import dataclass

from msrisk.values.name import key as name_key


@dataclass(frozen=True, slots=True)
class AsDecided:
    """One of the two as it stood when the decision was made; another name, number or country makes it lapse."""

    name: str
    number: str
    countries: str

    @property
    def key(self) -> tuple[str, str, str]:
        """What makes it another one: capitals and Ltd for Limited do not, nor noughts dropped from a number."""
        return name_key(self.name), self.number.casefold().lstrip("0"), self.countries.casefold()


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether a supplier is an entry of a source.

    source: the source's title.  entry_id: what the entry is known by there.
    accepted: None while it waits, and a person only wrote something beside it.
    parent: whether the entry is the supplier's parent, not the supplier itself.
    by, on, why: as the person wrote them.  where: the cell of the decision.
    lapsed: why it no longer holds, '' while it does.  cells: the whole row as it stands, by heading.
    """

    source: str
    ours: AsDecided
    theirs: AsDecided
    entry_id: str
    accepted: bool | None
    parent: bool = False
    by: str = ""
    on: str = ""
    why: str = ""
    where: str = ""
    lapsed: str = ""
    cells: tuple[tuple[str, str], ...] = ()

    @property
    def counts(self) -> bool:
        """Whether it decides anything."""
        return self.accepted is not None and not self.lapsed

    @property
    def pair(self) -> tuple[object, ...]:
        """Which two it is about."""
        return self.source, self.ours.key, self.entry_id
