"""Whether a supplier is an organisation on a watchlist: what was found, and what a person has said of it.

A company number or identifier, or the same name where the countries do not differ, is an identity *to check*:
not known until a person looked. A country that either side leaves blank, or that was guessed, never rules a match
out, so that no cell of ours can make a supplier look better by being empty. A listed parent that a person accepted
is to check too. A name merely alike changes nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from msrisk.enrich.join.asked import certain_countries
from msrisk.files import one_line
from msrisk.model import PERSON, Entries, Join, Reason, Suppliers, Way
from msrisk.values import KINDS

FIELD = "watchlist_identity"
NOT_GIVEN = "[not given]"
_FEW = 3
_BY_NUMBER = (Way.NUMBER,)
_BY_NAME = (Way.NAME, Way.PREVIOUS_NAME, Way.OTHER_NAME)


class Identity(IntEnum):
    """What is known of a supplier and an entry, the gravest first."""

    CONFIRMED = 0
    TO_CHECK = 1
    REJECTED = 2
    OTHER_COUNTRY = 3
    NOT_FOUND = 4

    @property
    def words(self) -> str:
        return self.name.lower().replace("_", " ")


@dataclass(frozen=True, slots=True)
class Hit:
    """A supplier and an entry of one of the watchlists.

    join: the number of the watchlist among those given.  OTHER_COUNTRY: the names are the same and the countries
    differ, so that it is possible, and no more.
    """

    supplier: int
    join: int
    entry: int
    way: Way
    identity: Identity
    reasons: tuple[Reason, ...]


def hits_of(suppliers: Suppliers, watchlists: Sequence[Join]) -> list[Hit]:
    """What the watchlists have of the suppliers: by supplier, the gravest of each first."""
    hits = [hit for number, join in enumerate(watchlists) for hit in _hits(suppliers, number, join)]
    return sorted(hits, key=lambda hit: (hit.supplier, hit.identity, hit.join, hit.entry))


def _hits(suppliers: Suppliers, number: int, join: Join) -> Iterator[Hit]:
    """What one watchlist has of the suppliers; persons are not looked for by name alone."""
    rejected, countries = frozenset(join.turned_down), certain_countries(suppliers)
    pairs = [pair for pair in _pairs(join, rejected) if suppliers.kind(pair[0]) != PERSON]
    also = _other_names(join.entries, {entry for _, entry, _ in pairs})
    for supplier, entry, way in pairs:
        reasons = _reasons(suppliers, join.entries, supplier, entry, way, also[entry], countries[supplier])
        yield Hit(supplier, number, entry, way, _identity(supplier, entry, way, reasons, rejected), reasons)


def _pairs(join: Join, rejected: Collection[tuple[int, int]]) -> list[tuple[int, int, Way]]:
    """What was found, what waits for a person with an equal name or number, and what was rejected; each once."""
    found = np.flatnonzero(join.entry >= 0).tolist()
    pairs = {(each, int(join.entry[each])): Way(int(join.way[each])) for each in found}
    for each in join.candidates:
        if each.way in (*_BY_NUMBER, *_BY_NAME):
            pairs.setdefault((each.supplier, each.entry), each.way)
    for pair in sorted(rejected):
        pairs.setdefault(pair, Way.NONE)
    return [(supplier, entry, way) for (supplier, entry), way in pairs.items()]


def _identity(
    supplier: int,
    entry: int,
    way: Way,
    reasons: Sequence[Reason],
    rejected: Collection[tuple[int, int]],
) -> Identity:
    if way is Way.DECISION:
        return Identity.CONFIRMED
    if (supplier, entry) in rejected:
        return Identity.REJECTED
    differ = any(reason.what == "country" and reason.agrees is False for reason in reasons)
    return Identity.OTHER_COUNTRY if differ and way in _BY_NAME else Identity.TO_CHECK


def _reasons(
    suppliers: Suppliers,
    entries: Entries,
    supplier: int,
    entry: int,
    way: Way,
    also: Sequence[str],
    ours: Collection[str],
) -> tuple[Reason, ...]:
    """What was compared: the list and how it was found there, the names, the numbers and the countries."""
    place = suppliers.book.address(suppliers.rows_of(supplier)[0], "supplier_name")
    theirs = entries.countries[entry]
    agrees = not set(ours).isdisjoint(theirs) if ours and theirs else None
    return (
        Reason("found by", way.words, entries.dated_title, None),
        Reason(
            "name",
            f"{suppliers.names[supplier]} ({place})",
            _names_said(entries.names[entry], also),
            way in _BY_NAME or None,
        ),
        Reason(
            "number", our_number(suppliers, supplier), _numbers_said(entries, entry), way in _BY_NUMBER or None
        ),
        Reason("country", _countries_said(ours), _countries_said(theirs), agrees),
    )


def our_number(suppliers: Suppliers, supplier: int) -> str:
    column = suppliers.columns.get("company_number")
    return one_line(column.text(supplier)) if column else ""


def _other_names(entries: Entries, wanted: Collection[int]) -> dict[int, list[str]]:
    """The other names of the entries that were found."""
    found: dict[int, list[str]] = {entry: [] for entry in wanted}
    for other in entries.other_names:
        if other.entry in found:
            found[other.entry].append(other.name)
    return found


def _names_said(name: str, also: Sequence[str]) -> str:
    more = " …" if len(also) > _FEW else ""
    return f"{name}, also {'; '.join(also[:_FEW])}{more}" if also else name


def _numbers_said(entries: Entries, entry: int) -> str:
    others = entries.identifiers[entry] if entries.identifiers else ()
    return "; ".join(filter(None, (entries.numbers[entry], *others)))


def _countries_said(codes: Iterable[str]) -> str:
    return KINDS["country"].show(tuple(sorted(codes)))
