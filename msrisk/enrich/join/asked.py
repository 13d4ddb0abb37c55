"""Who is looked for, and who there is to be found: both sides of a join in one shape."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

import numpy as np

from msrisk.enrich.join.names import NAME, REGISTERED, Names, RowsByKey, names_of
from msrisk.model import Column, Entries, SourceKind, Suppliers, Way
from msrisk.model.payees import UNNAMED
from msrisk.values.reading import Grade

_SURE = (Way.NUMBER, Way.DECISION)
Said = TypeVar("Said")
_TELLING = 5  # letters and figures; a shorter number is many things' number


@dataclass(frozen=True)
class Side:
    """Organisations by number, from 0: their names, company numbers ('' where none) and countries.

    identifiers: the company number again, and any other number it goes by, as capitals and figures.
    stated_numbers: those that our list itself gives.  certain_countries: see there. What a source gave to a mere
    name contradicts nobody.
    parents: the names of the parents our list gives, by the number of the supplier.
    """

    names: Names
    numbers: tuple[str, ...]
    countries: tuple[tuple[str, ...], ...]
    postcodes: tuple[str, ...]
    identifiers: tuple[tuple[str, ...], ...]
    stated_numbers: tuple[str, ...]
    certain_countries: tuple[tuple[str, ...], ...]
    parents: Names = field(default_factory=Names)

    def __len__(self) -> int:
        return len(self.numbers)

    @cached_property
    def by_identifier(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for owner, identifiers in enumerate(self.identifiers):
            for each in identifiers:
                found.setdefault(each, []).append(owner)
        return found

    @cached_property
    def by_run(self) -> RowsByKey:
        return RowsByKey(self.names.run)

    @cached_property
    def rows_of(self) -> list[list[int]]:
        """The rows of names of each organisation."""
        found: list[list[int]] = [[] for _ in self.numbers]
        for row, owner in enumerate(self.names.owners):
            found[owner].append(row)
        return found


def our_side(suppliers: Suppliers) -> Side:
    """The suppliers that are screened; whoever is set aside or names nobody has no name to be found by."""
    sought = ~suppliers.set_aside
    sought[[number for number in range(len(suppliers)) if suppliers.kind(number) == UNNAMED]] = False
    return Side(
        names_of(_ours(suppliers, sought.tolist())),
        _firsts(suppliers, "company_number"),
        _all_parts(suppliers, "country"),
        _firsts(suppliers, "postcode"),
        _identifiers(suppliers),
        _firsts(suppliers, "company_number", Grade.STATED),
        certain_countries(suppliers),
        names_of((number, name, NAME) for number, name in enumerate(_firsts(suppliers, "parent")) if name),
    )


def _ours(suppliers: Suppliers, sought: list[bool]) -> Iterator[tuple[int, str, str]]:
    for number, name in enumerate(suppliers.names):
        if sought[number]:
            yield number, name, NAME
            for spelling in suppliers.spellings.get(number, ()):
                yield number, spelling, NAME
    for join in suppliers.joins:
        if join.entries.kind is SourceKind.COMPANIES:  # a company that was renamed is elsewhere under its new name
            for number in np.flatnonzero((join.entry >= 0) & np.array(sought, np.bool_)).tolist():
                yield number, join.entries.names[int(join.entry[number])].strip(), REGISTERED


def certain_countries(suppliers: Suppliers) -> tuple[tuple[str, ...], ...]:
    """The countries that our list gives, or the register of a company that its number or a person told."""
    column = suppliers.columns.get("country")
    if column is None:
        return ((),) * len(suppliers)
    settled = [each.parts if each.settled else () for each in column.readings]
    stated = [
        parts if each.grade is Grade.STATED else () for each, parts in zip(column.readings, settled, strict=True)
    ]
    sure = np.zeros(len(suppliers), np.bool_)
    for join in suppliers.joins:
        sure |= np.isin(join.way, _SURE) & (join.entries.kind is SourceKind.COMPANIES)
    codes = zip(column.codes.tolist(), sure.tolist(), strict=True)
    return tuple(settled[code] if is_sure else stated[code] for code, is_sure in codes)


def _identifiers(suppliers: Suppliers) -> tuple[tuple[str, ...], ...]:
    """The company number as understood; one that is not a UK company's as it is typed."""
    column = suppliers.columns.get("company_number")
    if column is None:
        return ((),) * len(suppliers)
    said = zip(column.readings, column.texts, strict=True)
    return _taken(column, [reading.parts or _typed(text) for reading, text in said])


def _typed(text: str) -> tuple[str, ...]:
    bare = "".join(filter(str.isalnum, text)).upper()
    return (bare,) if len(bare) >= _TELLING and any(map(str.isdigit, bare)) else ()


def _firsts(suppliers: Suppliers, name: str, least: Grade = Grade.ASSUMED) -> tuple[str, ...]:
    return tuple(next(iter(parts), "") for parts in _all_parts(suppliers, name, least))


def _all_parts(suppliers: Suppliers, name: str, least: Grade = Grade.ASSUMED) -> tuple[tuple[str, ...], ...]:
    """What a field says of each supplier, where it is known that well."""
    column = suppliers.columns.get(name)
    if column is None:
        return ((),) * len(suppliers)
    return _taken(column, [each.parts if each.grade >= least else () for each in column.readings])


def _taken(column: Column, said: list[Said]) -> tuple[Said, ...]:
    return tuple(said[code] for code in column.codes.tolist())


def their_side(entries: Entries) -> Side:
    """The entries of a source, by every name they go by."""
    own = [(number, name, NAME) for number, name in enumerate(entries.names)]
    others = [(each.entry, each.name, each.what) for each in entries.other_names]
    postcode = (entries.columns or {}).get("postcode")
    postcodes = (
        ("",) * len(entries) if postcode is None else _taken(postcode, [each.first for each in postcode.readings])
    )
    more = entries.identifiers or ((),) * len(entries)
    identifiers = tuple(
        tuple(dict.fromkeys(filter(None, (number, *further))))
        for number, further in zip(entries.numbers, more, strict=True)
    )
    numbers, countries = entries.numbers, entries.countries
    return Side(names_of([*own, *others]), numbers, countries, postcodes, identifiers, numbers, countries)


# The legal forms a ledger leaves off.
_LEFT_OFF = ("ltd", "plc", "llp", "cic")


def keys_to_ask(suppliers: Suppliers) -> dict[str, tuple[str, ...]]:
    """For each name of a supplier that is screened, by its key, every key a register may have it under."""
    names = our_side(suppliers).names
    return {
        full: (full,) if form else (full, *(f"{core} {each}" for each in _LEFT_OFF))
        for full, core, form in zip(names.full, names.core, names.form, strict=True)
    }
