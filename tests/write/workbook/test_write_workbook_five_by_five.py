"""The sheet *5 by 5*: two grids of plain numbers, each of which has every supplier once."""

from __future__ import annotations

from msrisk.write.workbook.five_by_five import AT_MOST, ON_FACTS, grid
from tests.write.workbook.sheets_making import report, table


def test_c25_each_grid_is_plain_numbers_that_add_up_to_all() -> None:
    made = report()
    rows = table(grid(made))
    assert len(rows) == 10
    for name in (ON_FACTS, AT_MOST):
        cells = [
            cell
            for row in rows
            if row["Suppliers counted"] == name
            for heading, cell in row.items()
            if heading.startswith("Impact")
        ]
        assert len(cells) == 25
        assert all(isinstance(cell, int) for cell in cells)
        assert sum(int(str(cell)) for cell in cells) == int(made.screened.sum())


def test_the_gravest_row_is_the_uppermost_of_each_grid() -> None:
    rows = table(grid(report()))
    assert [str(row["Likelihood"])[0] for row in rows] == list("54321" * 2)
