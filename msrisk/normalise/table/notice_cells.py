"""Who was awarded a contract, as the cells of two exports say: Contracts Finder's, and flattened OCDS."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from msrisk.model import Sheet

Cell = tuple[str, int]  # what it holds, and the column in which it stands

NOWHERE: Cell = ("", 0)
_COMPANIES_HOUSE = "COMPANIES_HOUSE"
_BLOCKS = re.compile(r"supplier\s*\[\s*name\s*\|", re.IGNORECASE)
_BLOCK = re.compile(r"\[(.*?)\](?=\s*\[|\s*$)", re.DOTALL)
_VALUE = re.compile(r"award(?:ed)? value", re.IGNORECASE)
_PATH = re.compile(
    r"(?:.*[/.])?awards[/.](?P<award>\d+)[/.]"
    r"(?:suppliers[/.](?P<supplier>\d+)[/.](?P<what>name|id|identifier[/.]id|identifier[/.]scheme)|"
    r"value[/.](?P<value>amount|currency))",
    re.IGNORECASE,
)
_REGISTERED = re.compile(r"GB-COH-([A-Z0-9]{6,8})", re.IGNORECASE)
_POUNDS = "GBP"

Paths = Mapping[tuple[int, int, str], int]


@dataclass(frozen=True, slots=True)
class Awarded:
    """One supplier of a notice.  shared: the value, when several suppliers share it; then it is nobody's."""

    name: Cell
    number: Cell
    value: Cell
    shared: str = ""


def is_blocks(heading: str) -> bool:
    """Whether a heading is that of a column with a block ``[name|address|...]`` for each supplier."""
    return _BLOCKS.match(heading.strip()) is not None


def from_blocks(sheet: Sheet, header: int, column: int) -> list[list[Awarded]]:
    """The suppliers of each row below the headings, from blocks in one column."""
    headings = sheet.row(header)
    value = next((at for at, text in enumerate(headings) if _VALUE.fullmatch(text.strip())), None)
    found = []
    for row in range(header + 1, sheet.height):
        names = _blocks(sheet.columns[column].at(row))
        amount = NOWHERE if value is None else (sheet.columns[value].at(row).strip(), value)
        found.append(_sharing([((name, column), (number, column)) for name, number in names], amount))
    return found


def _blocks(text: str) -> list[tuple[str, str]]:
    """Each supplier's name and company number; a cell that holds no block is a name as it stands."""
    blocks = _BLOCK.findall(text)
    if not blocks:
        return [(text.strip(), "")] if text.strip() else []
    return [_block(each.split("|")) for each in blocks if each.split("|")[0].strip()]


def _block(parts: Sequence[str]) -> tuple[str, str]:
    """The last four parts are the kind of reference, the reference and two answers."""
    registered = len(parts) >= 6 and parts[-4].strip().upper() == _COMPANIES_HOUSE
    return parts[0].strip(), parts[-3].strip() if registered else ""


def paths_of(headings: Sequence[str]) -> Paths:
    """The columns of awards, by award, supplier and what they hold; none where no supplier is named."""
    found = {}
    for column, heading in enumerate(headings):
        path = _PATH.fullmatch(heading.strip())
        if path:
            supplier = -1 if path["supplier"] is None else int(path["supplier"])
            what = (path["what"] or path["value"]).casefold().replace(".", "/")
            found[int(path["award"]), supplier, what] = column
    return found if any(what == "name" for _, _, what in found) else {}


def from_columns(sheet: Sheet, header: int, paths: Paths) -> list[list[Awarded]]:
    """The suppliers of each row below the headings, from a column for each of them."""
    awards = sorted({award for award, _, _ in paths})
    named = {
        award: sorted(who for each, who, what in paths if each == award and what == "name") for award in awards
    }
    found = []
    for row in range(header + 1, sheet.height):
        suppliers: list[Awarded] = []
        for award in awards:
            who = [
                ((name[0].strip(), name[1]), _number(sheet, row, paths, award, each))
                for each in named[award]
                if (name := _cell(sheet, row, paths, award, each, "name"))[0].strip()
            ]
            suppliers += _sharing(who, _amount(sheet, row, paths, award))
        found.append(suppliers)
    return found


def _sharing(who: Sequence[tuple[Cell, Cell]], amount: Cell) -> list[Awarded]:
    if len(who) > 1:
        return [Awarded(name, number, ("", amount[1]), amount[0] or "not given") for name, number in who]
    return [Awarded(name, number, amount) for name, number in who]


def _cell(sheet: Sheet, row: int, paths: Paths, award: int, supplier: int, what: str) -> Cell:
    column = paths.get((award, supplier, what))
    return NOWHERE if column is None else (sheet.columns[column].at(row), column)


def _number(sheet: Sheet, row: int, paths: Paths, award: int, supplier: int) -> Cell:
    """``GB-COH-01234567``, or an id whose scheme says that it is the register's."""
    scheme = _cell(sheet, row, paths, award, supplier, "identifier/scheme")[0].strip().upper()
    held = _cell(sheet, row, paths, award, supplier, "identifier/id")
    if scheme == "GB-COH":
        return held[0].strip(), held[1]
    for what in ("id", "identifier/id"):
        text, column = _cell(sheet, row, paths, award, supplier, what)
        registered = _REGISTERED.fullmatch(text.strip())
        if registered:
            return registered[1], column
    return NOWHERE


def _amount(sheet: Sheet, row: int, paths: Paths, award: int) -> Cell:
    """The value; another currency than ours is said with it."""
    text, column = _cell(sheet, row, paths, award, -1, "amount")
    currency = _cell(sheet, row, paths, award, -1, "currency")[0].strip().upper()
    foreign = text.strip() and currency not in ("", _POUNDS)
    return (f"{currency} {text.strip()}" if foreign else text.strip()), column
