"""What is told of the rows that belong to no supplier."""

from pathlib import Path

import pytest

from msrisk.screening import read_suppliers
from tests.normalise.sheet_making import sheet, suppliers_of


def test_a_list_with_the_name_in_the_first_row_of_each_group_only_is_told_to_be_filled_down() -> None:
    rows = ["Supplier | For | Amount", "Alder Ltd | Care | 5", *[" | Care | 6"] * 3, "Birch Ltd | Works | 7"]
    (said,) = suppliers_of(sheet(rows)).book.tables[0].sheet.remarks
    assert said.startswith("3 rows have no supplier's name, such as Sheet1!A3, and 2 have one.")


def test_a_row_that_slid_names_no_person(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    rows = [f"Alder {number} Ltd,Care,5" for number in range(9)]
    slid = ["Mrs Joan Quillfeather,Care, at home, and so on,5", "Elm Care Ltd,Care, at home, and so on,5"]
    path.write_text("\n".join(["Supplier,Description,Amount", *rows, *slid]), encoding="utf-8")
    told = {each.where: each.said for each in read_suppliers(path).left_out}
    assert told == {"A11": "[a person's name]", "A12": "Elm Care Ltd"}


@pytest.mark.parametrize("row", ["#NAME? | | 70", "#REF! | 03/04/2026 | 70", " | 03/04/2026 | 70"])
def test_money_beside_a_name_that_is_an_error_or_missing_on_a_day_is_told(row: str) -> None:
    held = suppliers_of(sheet(["Supplier | Date | Amount", "Alder Ltd | 02/04/2026 | 5", row]))
    assert held.spend_left_out == {"no supplier's name": 7_000}
