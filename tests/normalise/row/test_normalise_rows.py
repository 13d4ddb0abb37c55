"""Rows under their headings: read by them, added up once, and never shifted."""

from pathlib import Path

import pandas
import pytest

from msrisk.errors import InputError
from msrisk.model import Suppliers
from msrisk.screening import read_suppliers
from tests.normalise.sheet_making import list_of


def test_various_with_a_contract_is_kept_and_named_by_it() -> None:
    suppliers = list_of(["Various | S99", "Various | ", "Alder | S1"], "Supplier", "Contract reference")
    assert suppliers.names == ("Contract S99: no single supplier named", "Alder")
    assert [each.where for each in suppliers.left_out] == ["A3"]


def test_t90_one_supplier_on_many_rows_is_added_up_once() -> None:
    suppliers = list_of(["Alder | 100.10", "Birch | 5", "Alder | (50.05)"], "Supplier", "Amount")
    assert dict(zip(suppliers.names, suppliers.spend.tolist(), strict=True)) == {"Alder": 5005, "Birch": 500}


def test_headings_without_suppliers_are_an_error_and_never_an_empty_result() -> None:
    with pytest.raises(InputError, match="has headings but no suppliers"):
        read_suppliers(pandas.DataFrame({"Supplier": [], "Amount": []}))
    with pytest.raises(InputError, match="every row was left out"):
        list_of(["Nil Return | "], "Supplier", "Amount")


def written(folder: Path, text: str) -> Suppliers:
    path = folder / "list.csv"
    path.write_text(text, encoding="utf-8")
    return read_suppliers(path)


def test_a_second_table_below_the_first_never_replaces_it(tmp_path: Path) -> None:
    suppliers = written(tmp_path, "Supplier,Amount\nAlder,1\nBirch,2\n\nSupplier,Amount,Category\nCedar,3,Food\n")
    assert suppliers.names[:2] == ("Alder", "Birch")
    assert [each.where for each in suppliers.left_out] == ["A4", "A5", "A6"]


def test_rows_above_the_headings_are_listed(tmp_path: Path) -> None:
    suppliers = written(tmp_path, "Spend over £500,\n,March 2026\nSupplier,Amount\nAlder,1\n")
    assert [(each.where, each.reason) for each in suppliers.left_out] == [
        ("A1", "above the headings"),
        ("B2", "above the headings"),
    ]


def test_fault_87_a_row_with_a_comma_too_many_is_left_out_and_never_shifted(tmp_path: Path) -> None:
    text = "Supplier,Amount,Turnover,Country\nAlder,1,£2m,UK\nSmith, Jones and Co Ltd,7,£500m,UK\n"
    suppliers = written(tmp_path, text)
    assert suppliers.names == ("Alder",)
    assert "more cells than headings" in suppliers.left_out[0].reason


@pytest.mark.parametrize("name", ["TotalNet", "Sum 41", "Total 24", "Nil 5", "#Hash Media Ltd"])
def test_names_are_not_read_as_headings(name: str) -> None:
    assert list_of([f"{name} | 5"], "Supplier", "Amount").names == (name,)


def test_a_column_without_a_heading_is_no_slid_cell(tmp_path: Path) -> None:
    suppliers = written(tmp_path, "Supplier,Amount,\nAlder,1,seen\nBirch,2,\n")
    assert suppliers.names == ("Alder", "Birch")


def test_fault_50_rows_under_a_heading_row_in_another_order_are_read_by_it() -> None:
    rows = [
        "Alder Ltd | 5 | Care",
        "Supplier | Category | Amount",
        "Birch Ltd | Works | 900",
        "Supplier | Amount | Category",
        "Cedar Ltd | 7 | Food",
    ]
    suppliers = list_of(rows, "Supplier", "Amount", "Category")
    assert suppliers.names == ("Alder Ltd", "Birch Ltd", "Cedar Ltd")
    assert suppliers.spend.tolist() == [500, 90_000, 700]
    assert suppliers.categories == ("Care", "Works", "Food")
    assert not suppliers.left_out
