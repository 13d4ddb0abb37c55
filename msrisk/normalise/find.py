"""Who is meant by a name, part of one, an id or a row; whatever is answered names no private person."""

from __future__ import annotations

import re

from msrisk.errors import InputError
from msrisk.model import PERSON, Suppliers
from msrisk.ruleset.keys import did_you_mean
from msrisk.values.name import key

_SHOWN = 6  # of those who are called alike
_IN_ROW = re.compile(r"(?:(?:person )?\(?row )?(\d+)( of .+?)?\)?")


def find_supplier(suppliers: Suppliers, wanted: str) -> int:
    """The one supplier that is meant.  Raises InputError with those of that name, or the nearest."""
    text = " ".join(wanted.split())
    if not text:
        raise InputError(
            "no name was given", hint="Give the supplier's name, its id, or a row number of the sheet."
        )
    meant = called(suppliers, text) or _called_in_part(suppliers, text)
    if len(meant) == 1:
        return meant[0]
    if not meant:
        raise InputError(f"there is no supplier called '{text}'", hint=nearest(suppliers, text))
    places = ", ".join(_with_row(suppliers, each) for each in meant[:_SHOWN])
    raise InputError(
        f"{len(meant)} suppliers are called like '{text}'",
        hint=f"Name one by its row: {places}{' …' if len(meant) > _SHOWN else ''}",
    )


def called(suppliers: Suppliers, wanted: str) -> list[int]:
    """Everyone of that name, in any spelling of it; else of that id; else who stands in that row."""
    folded, plain = " ".join(wanted.split()).casefold(), key(wanted)
    exact = [number for number, name in enumerate(suppliers.names) if name.casefold() == folded]
    exact = exact or [number for number, each in enumerate(suppliers.keys) if each.split(" #")[0] == plain]
    exact = exact or [
        number
        for number, others in suppliers.spellings.items()
        if any(other.casefold() == folded for other in others)
    ]
    return exact or _of_id(suppliers, wanted.strip()) or _in_row(suppliers, folded)


def nearest(suppliers: Suppliers, wanted: str) -> str:
    """A sentence that offers the nearest, compared without case, also by their first words; '' for none."""
    folded = " ".join(wanted.split()).casefold()
    shown = [suppliers.shown_name(number) for number in range(len(suppliers))]
    whole = {each.casefold(): name for each, name in zip((*suppliers.names, *shown), shown * 2, strict=True)}
    words = len(folded.split())
    by_start = {" ".join(each.split()[:words]): name for each, name in whole.items()}
    return did_you_mean(folded, {**by_start, **whole}, {**by_start, **whole})


def _called_in_part(suppliers: Suppliers, text: str) -> list[int]:
    folded = text.casefold()
    return [number for number, name in enumerate(suppliers.names) if folded in name.casefold()]


def _of_id(suppliers: Suppliers, text: str) -> list[int]:
    column = suppliers.columns.get("supplier_id")
    if column is None:
        return []
    return [number for number in range(len(suppliers)) if column.text(number).strip() == text]


def _in_row(suppliers: Suppliers, folded: str) -> list[int]:
    """Who stands in a row, however it is said: ``12``, *row 12*, *Person (row 12)*, *row 12 of Apr 18*."""
    said = _IN_ROW.fullmatch(folded)
    if said is None:
        return []
    found: dict[int, None] = {}
    for table in suppliers.book.tables:
        if said[2] and suppliers.book.of_sheet(table).casefold() != said[2]:
            continue
        row = table.sheet.numbered(int(said[1]))
        owner = int(suppliers.row_owner[table.offset + row]) if row >= 0 else -1
        if owner >= 0:
            found[owner] = None
    return list(found)


def _with_row(suppliers: Suppliers, number: int) -> str:
    """A name and its row; a person's row is said in place of the name."""
    name = f"'{suppliers.shown_name(number)}'"
    return name if suppliers.kind(number) == PERSON else f"{name} ({suppliers.shown_row(number)})"
