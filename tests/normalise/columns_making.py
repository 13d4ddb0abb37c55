"""Tables made of a few rows, for tests of whole columns."""

from collections.abc import Sequence

import numpy as np

from msrisk.model import Heading, Ints, Numbers, Sheet, Table, TextColumn
from msrisk.normalise.column.kept_cells import Cells, cells_of


def table_of(
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    fields: Sequence[str] = (),
    title: str = "",
    name: str = "",
) -> Table:
    """A table with its headings in row 1, or below a title in row 2; fields: what each column was taken for."""
    above = [[title, *[""] * (len(headings) - 1)]] if title else []
    columns = []
    for cells in zip(*above, headings, *rows, strict=True):
        numbers: Numbers[str] = Numbers()
        codes = numbers.codes(cells)
        columns.append(TextColumn(tuple(numbers), codes))
    sheet = Sheet("list.csv", name, "0" * 64, tuple(columns))
    taken = [*fields, *[""] * (len(headings) - len(fields))]
    named = tuple(Heading(column, text, taken[column], "exact") for column, text in enumerate(headings))
    return Table(sheet, len(above) + 1, named, start=len(above))


def all_rows(table: Table) -> Ints:
    return np.arange(table.below, table.sheet.height, dtype=np.int32)


def column(table: Table, number: int) -> Cells:
    return cells_of(table, table.headings[number], all_rows(table))
