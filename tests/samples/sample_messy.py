"""The messy list: the same facts as people type them, among rows that are no supplier."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sample_columns import COLUMNS, Row, rows_of
from sample_exposure import SUPPLIERS
from supplier_making import Cell, Supplier

NUMBERED = {supplier.id: number for number, supplier in enumerate(SUPPLIERS)}
_BLANKS = ("", "", "", "-", "n/a", "")
_YES = ("Yes", "Y", "yes", "TRUE", "✓", "Yes ", "y")
_NO = ("No", "N", "no", "FALSE", "✗", "No.", "n")
_DATES = ("{0:%d/%m/%Y}", "{0.day} {0:%B %Y}", "{0:%d.%m.%y}")
_NBSP = "\u00a0"


def messy_rows(supplier: Supplier) -> list[Row]:
    """The rows of one supplier in the messy list."""
    number = NUMBERED[supplier.id]
    rows = [
        {field: messy(field, cell, number + at) for at, (field, cell) in enumerate(row.items())}
        for row in rows_of(supplier)
    ]
    kept: list[Row] = [{**row, **supplier.messy} for row in rows]
    if supplier.spellings:
        kept = [{**kept[at % len(kept)], "supplier_name": name} for at, name in enumerate(supplier.spellings)]
    return kept


def messy(field: str, cell: Cell, turn: int) -> Cell:
    """One cell as a busy person keeps it; ``turn`` picks among the ways of typing it."""
    if cell in ("Yes", "No"):
        return (_YES if cell == "Yes" else _NO)[turn % len(_YES)]
    if isinstance(cell, date):
        return cell if turn % 2 else _DATES[turn // 2 % len(_DATES)].format(cell)
    if field == "supplier_name":
        return _messy_name(str(cell), turn)
    if field == "turnover" and not isinstance(cell, str):
        return round(cell / 1_000_000, 8)
    if field == "spend" and isinstance(cell, int | float) and turn % 4 == 0:
        return f"£{cell:,.2f}"
    if field == "company_number":
        return int(str(cell)) if str(cell).isdigit() else _without_zeros(str(cell))
    if cell == "" and field != "department":
        return _BLANKS[turn % len(_BLANKS)]
    return cell


def _messy_name(name: str, turn: int) -> str:
    """A name in another spelling of the same words."""
    ways = (
        name,
        name.replace(" Ltd", " Limited"),
        name.replace(" ", "  ", 1),
        name.upper() if name.isascii() and "[" not in name and "=" not in name else name,
        name.replace(" ", _NBSP, 1),
        f" {name} ",
    )
    return ways[turn % len(ways)]


def _without_zeros(number: str) -> str:
    """``SL099104`` as a person who drops zeros types it: SL 99104."""
    return f"{number[:2]} {number[2:].lstrip('0')}" if number[2:].isdigit() else number


@dataclass(frozen=True)
class Stray:
    """A row of the messy list that is no supplier: after which supplier it stands, and why it is left out."""

    after: str
    cells: Row
    reason: str


def strays() -> list[Stray]:
    """The rows that no supplier owns, in order."""
    heading: Row = {field: messy_heading for field, (_, messy_heading, _) in COLUMNS.items()}
    various: Row = {
        "supplier_id": "V9001",
        "supplier_name": "Various",
        "category": "Sundry items",
        "spend": 8_210.4,
    }
    redacted: Row = {"supplier_name": "REDACTED PERSONAL DATA", "category": "Direct payments", "spend": 1_140}
    withheld: Row = {
        "supplier_name": "Redacted - Commercial Confidentiality",
        "category": "Legal",
        "spend": 23_000,
    }
    footnote: Row = {
        "supplier_id": "* T/O = turnover from the last accounts we have on file; ask finance if in doubt"
    }
    last = SUPPLIERS[-1].id
    return [
        Stray("S006", {}, "blank row"),
        Stray("S012", redacted, "the supplier's name is redacted"),
        Stray("S020", {}, "blank row"),
        Stray("S020", heading, "the heading repeated"),
        Stray("S027", withheld, "the supplier's name is redacted"),
        Stray("S033", various, "not the name of one supplier"),
        Stray(last, {}, "blank row"),
        Stray(last, {"supplier_name": "TOTAL", "spend": _total()}, "a total, not a supplier"),
        Stray(last, {}, "blank row"),
        Stray(last, footnote, "a note, not a supplier"),
    ]


def _total() -> float:
    spends = (row["spend"] for supplier in SUPPLIERS for row in rows_of(supplier))
    return float(sum(spend for spend in spends if isinstance(spend, int | float)))


def messy_list() -> Iterator[Row]:
    """Every row of the messy list below its headings."""
    beside = strays()
    for supplier in SUPPLIERS:
        yield from messy_rows(supplier)
        yield from (stray.cells for stray in beside if stray.after == supplier.id)
