"""A supplier list without anybody's name: whole columns at once, and no cell by which a row could be found."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from msrisk.model import (
    PERSON,
    Book,
    Column,
    Entries,
    Heading,
    Join,
    LeftOut,
    PublicFile,
    Sheet,
    SourceKind,
    Suppliers,
    Table,
    TextColumn,
)
from msrisk.model.payees import UNNAMED
from msrisk.redacting.key import Tokens
from msrisk.redacting.values import REDACTED, Words, reading, shown, two_figures

LIST = "a redacted list"
A_PERSON = "[a person]"  # no token: nobody follows a private person from list to list
_WHY = "why is redacted"
_TITLES = {SourceKind.OWN_TABLE: "A table of our own", SourceKind.WATCHLIST: "Watchlist"}
_ANNUAL = "annual"  # in the heading of the amounts, it says that they are a year's


@dataclass(frozen=True)
class NoPlaces(Book):
    """Inputs that say of no value where it stands: a row of a list that was published tells who it is."""

    def address(self, row: int, field: str = "") -> str:
        return REDACTED

    def within(self, table: Table, cell: str) -> str:
        return REDACTED

    def heading(self, row: int, field: str) -> str:
        return ""


def without_names(suppliers: Suppliers, tokens: Tokens, words: Words) -> Suppliers:
    """The list with tokens for names, rounded amounts, and of each other column what is nobody's alone."""
    size = len(suppliers)
    names = tokens.names(identities(suppliers), [_word(suppliers, number) for number in range(size)])
    names = tuple(A_PERSON if suppliers.kind(number) == PERSON else name for number, name in enumerate(names))
    nowhere = np.full(size, -1, np.int32)
    payees = replace(
        suppliers.payees,
        said=("",),
        reasons=np.zeros(size, np.int32),
        rows=nowhere,
        speakers=("",) * size,
        told=(),
    )
    return replace(
        suppliers,
        names=names,
        keys=names,
        columns={name: column_without_names(column, words) for name, column in suppliers.columns.items()},
        row_owner=np.argsort(np.array(names, dtype=object), kind="stable").astype(np.int32),  # no order as typed
        spend=two_figures(suppliers.spend),
        line_spend=two_figures(suppliers.line_spend),
        book=_book(suppliers),
        payees=payees,
        left_out=(LeftOut("", REDACTED, _WHY),) * len(suppliers.left_out),
        notes=(),
        spellings={},
        spend_left_out=_left_out(suppliers),
        spend_basis=tuple(basis and replace(basis, how="") for basis in suppliers.spend_basis),
        joins=tuple(map(_join, suppliers.joins)),
        redacted=True,
    )


def identities(suppliers: Suppliers) -> list[str]:
    """By what each supplier is the same in another list: its company number, else its name in plain words."""
    column = suppliers.columns.get("company_number")
    numbers = [""] * len(suppliers)
    if column is not None:
        texts = [each.first for each in column.readings]
        numbers = [texts[code] for code in column.codes.tolist()]
    return [
        f"number {number}" if number else f"name {key.split(' #', 1)[0]}"
        for number, key in zip(numbers, suppliers.keys, strict=True)
    ]


def _word(suppliers: Suppliers, number: int) -> str:
    return "Contract" if suppliers.kind(number) == UNNAMED else "Supplier"


def column_without_names(column: Column, words: Words) -> Column:
    """One field for everybody, with no text as it was typed and no row it came from."""
    field = column.field
    readings = tuple(reading(field, each, words) for each in column.readings)
    said = tuple(shown(field, each.value, words) for each in column.readings)
    texts = tuple(new or (REDACTED if old.strip() else "") for new, old in zip(said, column.texts, strict=True))
    nowhere = np.full(len(column.codes), -1, np.int32)
    return replace(
        column,
        readings=readings,
        texts=texts,
        rows=nowhere,
        behind=tuple(column_without_names(each, words) for each in column.behind),
    )


def _book(suppliers: Suppliers) -> Book:
    """One list of blank rows under the labels of our own fields, in place of all that was read."""
    taken = {field: heading.text for table in suppliers.book.tables for field, heading in table.mapping.items()}
    headings = tuple(
        Heading(column, _label(suppliers.fields[field].label, text), field)
        for column, (field, text) in enumerate(taken.items())
    )
    blank = TextColumn(("",), np.zeros(len(suppliers) + 1, np.int32))
    sheet = Sheet(LIST, "", "", (blank,) * max(1, len(headings)))
    return NoPlaces((Table(sheet, 1, headings),))


def _label(label: str, heading: str) -> str:
    return f"{label}, {_ANNUAL}" if _ANNUAL in heading.casefold() else label


def _left_out(suppliers: Suppliers) -> dict[str, int]:
    total = sum(suppliers.spend_left_out.values())
    return {_WHY: int(two_figures(np.array([total], np.int64))[0])} if suppliers.spend_left_out else {}


def _join(join: Join) -> Join:
    """A source, how many were found in it and how; neither whom nor what waits for a person."""
    return Join(_entries(join.entries), join.entry, join.way)


def _entries(entries: Entries) -> Entries:
    size, public = len(entries), entries.kind in (SourceKind.REGISTRY, SourceKind.COMPANIES)
    return Entries(
        kind=entries.kind,
        title=entries.title if public else _TITLES[entries.kind],
        names=(REDACTED,) * size,
        ids=("",) * size,
        numbers=("",) * size,
        countries=((),) * size,
        files=tuple(
            PublicFile(REDACTED, "", each.rows, *((each.dated, each.licence) if public else ("", "")))
            for each in entries.files
        ),
    )
