"""Who may be on a watchlist while nobody has said whether they are, in words all outputs share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from msrisk.files import one_line
from msrisk.model import PERSON, Join, SourceKind, Suppliers, Way
from msrisk.write.match import listed_at


@dataclass(frozen=True, slots=True)
class MayBe:
    """A listed name that may be a supplier.  cells: ours, then theirs."""

    name: str
    listing: str
    way: Way
    cells: tuple[str, str]

    @property
    def said(self) -> str:
        """``'Acme Ltd' on UK Sanctions List, 28-Jan-2026``."""
        return f"'{self.name}' on {self.listing}"


def may_be_listed(suppliers: Suppliers, number: int) -> list[MayBe]:
    """The listed names that wait for a person to say whether they are this supplier; of a person none is named."""
    if suppliers.kind(number) == PERSON:
        return []
    lists = [join for join in suppliers.joins if join.entries.kind is SourceKind.WATCHLIST]
    return [_may_be(suppliers, number, join, *each) for join in lists for each in _undecided(join, number)]


def _undecided(join: Join, number: int) -> Iterator[tuple[int, Way]]:
    entry, way = int(join.entry[number]), Way(int(join.way[number]))
    decided = way is Way.DECISION or any((each.supplier, each.entry) == (number, entry) for each in join.decided)
    if entry >= 0 and not decided:
        yield entry, way
    yield from ((each.entry, each.way) for each in join.waiting.get(number, ()))


def _may_be(suppliers: Suppliers, number: int, join: Join, entry: int, way: Way) -> MayBe:
    ours = suppliers.book.address(suppliers.rows_of(number)[0], "supplier_name")
    return MayBe(
        one_line(join.entries.names[entry]),
        one_line(join.entries.dated_title.removeprefix("Watchlist: ")),
        way,
        (ours, one_line(listed_at(join.entries, entry))),
    )
