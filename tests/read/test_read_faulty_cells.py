"""Cells that say something else than they hold: links behind words, pence, and columns that disagree."""

from __future__ import annotations

from pathlib import Path

import pandas
import pytest
import xlsxwriter

from msrisk.model import Suppliers
from msrisk.model.told import Told
from msrisk.screening import read_suppliers


def of(*rows: list[str], mapping: dict[str, str] | None = None) -> Suppliers:
    return read_suppliers(pandas.DataFrame(list(rows[1:]), columns=rows[0]), told=Told(mapping or {}))


@pytest.mark.xfail(reason="a second column of the country is not read", strict=True)
def test_fault_66_a_countrys_code_that_is_not_its_name_is_told() -> None:
    suppliers = of(["Supplier", "Country", "Country code"], ["Alder Ltd", "Norway", "FR"])
    assert any("FR" in note.problem for note in suppliers.notes)


def test_fault_67_a_supplier_called_like_a_value_has_a_country_of_its_own() -> None:
    suppliers = of(["Supplier", "Country"], ["NA", "NA"], ["None", "Norway"], ["TRUE", "n/a"])
    column = suppliers.columns["country"]
    assert suppliers.names == ("NA", "None", "TRUE")
    assert [column.reading(number).value for number in range(3)] == [("NA",), ("NO",), None]


@pytest.mark.parametrize(
    ("heading", "cell", "pence"),
    [
        ("Spend (pence)", "123456", 1234_56),
        ("Amount in pence", "50", 50),
        ("Spend (pence)", "£12", 12_00),
        ("Spend", "50p", None),
        ("Spend", "1,5", None),
        ("Spend", ",50", None),
    ],
)
def test_fault_70_pence_are_pence_where_it_is_said_and_else_not_known(
    heading: str, cell: str, pence: int | None
) -> None:
    suppliers = of(["Supplier", heading], ["Alder Ltd", cell], mapping={"spend": heading})
    assert (suppliers.spend[0] if suppliers.has_spend[0] else None) == pence
    assert pence is not None or any(cell in note.problem for note in suppliers.notes)


def test_fault_72_a_link_behind_other_words_is_not_known_and_the_cell_is_named(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "suppliers.xlsx") as book:
        sheet = book.add_worksheet("List")
        sheet.write_row(0, 0, ["Supplier", "Statement URL"])
        sheet.write_column(1, 0, ["Alder Ltd", "Birch plc", "Cedar Ltd"])
        sheet.write_url(1, 1, "https://a.co.uk/ms", string="Statement")
        sheet.write_formula(2, 1, '=HYPERLINK("https://b.co.uk/ms","Our page")', None, "Our page")
        sheet.write_url(3, 1, "https://c.co.uk/ms")
    suppliers = read_suppliers(tmp_path / "suppliers.xlsx")
    column = suppliers.columns["statement_url"]
    assert [column.reading(number).value for number in range(3)] == [None, None, ("https://c.co.uk/ms",)]
    assert [(note.where, "is not a link" in note.problem) for note in suppliers.notes] == [
        ("List!B2", True),
        ("List!B3", True),
    ]


@pytest.mark.parametrize("year", ["2062-01-01", "1899-12-31", "31/03/1899"])
def test_fault_73_a_day_of_another_age_is_not_the_lists_period(year: str) -> None:
    suppliers = of(
        ["Supplier", "Spend", "Payment date"],
        *([f"{name} Ltd", "5", f"2025-04-{20 + len(name)}"] for name in ("Alder", "Rowans", "Hawthorn")),
        ["Dogwood Ltd", "5", year],
    )
    assert suppliers.period is not None
    assert suppliers.period.last.year == 2025


@pytest.mark.parametrize("cell", ["TRUE", "2025", "12.5", "1E+05"])
def test_fault_81_a_value_in_a_column_of_text_is_that_text(cell: str) -> None:
    suppliers = of(["Supplier", "Country"], [cell, "UK"], ["Alder Ltd", "UK"])
    assert cell in suppliers.names
