"""Sheets of text for tests, written as rows of cells separated by bars."""

from collections.abc import Sequence

import numpy as np
import pandas

from msrisk.model import NOTHING_TOLD, Sheet, Suppliers, Table, TextColumn, Told
from msrisk.normalise import normalise
from msrisk.normalise.table.tables import find_tables
from msrisk.ruleset.vocabulary import load_vocabulary
from msrisk.screening import read_suppliers

FIELDS = load_vocabulary()


def sheet(rows: Sequence[str], name: str = "Sheet1", file: str = "list.xlsx", **more: object) -> Sheet:
    """A sheet of rows such as ``Alder Ltd | 5 | Care``; short rows end in blanks."""
    cells = [[text.strip() for text in row.split("|")] for row in rows]
    width = max(map(len, cells))
    columns = []
    for column in range(width):
        texts = [row[column] if column < len(row) else "" for row in cells]
        distinct = tuple(dict.fromkeys(texts))
        columns.append(TextColumn(distinct, np.array([distinct.index(text) for text in texts], np.int32)))
    return Sheet(file, name, str(more.pop("sha256", file)), tuple(columns), **more)  # type: ignore[arg-type]


def tables_of(*sheets: Sheet, told: Told = NOTHING_TOLD) -> tuple[Table, ...]:
    return find_tables(sheets, FIELDS, told)


def suppliers_of(*sheets: Sheet, told: Told = NOTHING_TOLD) -> Suppliers:
    return normalise(sheets, FIELDS, told)


def list_of(rows: list[str], *headings: str) -> Suppliers:
    """Suppliers from rows written ``Alder Ltd | 5``; a frame has its headings in row 1."""
    cells = [[cell.strip() for cell in row.split("|")] for row in rows]
    return read_suppliers(pandas.DataFrame(cells, columns=list(headings)))


def spend_of(suppliers: Suppliers) -> dict[str, str]:
    """What is spent with each, in pounds."""
    return {
        name: f"{pence / 100:.2f}" for name, pence in zip(suppliers.names, suppliers.spend.tolist(), strict=True)
    }


def places_of(suppliers: Suppliers) -> dict[str, list[str]]:
    """The cells in which each supplier's name stands."""
    return {
        name: [suppliers.book.address(row, "supplier_name") for row in suppliers.rows_of(number)]
        for number, name in enumerate(suppliers.names)
    }
