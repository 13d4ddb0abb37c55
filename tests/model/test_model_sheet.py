"""Cells are named as a spreadsheet names them."""

import numpy as np
import pytest

from msrisk.model import Sheet, TextColumn, letters


def sheet(name: str) -> Sheet:
    return Sheet("list.xlsx", name, "", (TextColumn(("x",), np.zeros(3, np.int32)),), first_row=4, first_column=2)


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("", "B6"),
        ("Suppliers", "Suppliers!B6"),
        ("Sheet1", "Sheet1!B6"),
        ("Apr 18", "'Apr 18'!B6"),
        ("Mike's list", "'Mike''s list'!B6"),
        ("Q3", "'Q3'!B6"),
        ("R1C1", "'R1C1'!B6"),
        ("База", "База!B6"),
    ],
)
def test_an_address_is_the_sheet_and_the_cell_counted_from_where_the_table_stands(name: str, address: str) -> None:
    assert sheet(name).address(2, 0) == address


def test_columns_go_on_after_z() -> None:
    assert [letters(number) for number in (1, 26, 27, 702, 703, 16_384)] == ["A", "Z", "AA", "ZZ", "AAA", "XFD"]
