"""Faults of a sheet's structure that are read through, with what is said of them."""

import pytest

from msrisk.errors import InputError
from msrisk.model import Told
from tests.normalise.sheet_making import places_of, sheet, spend_of, suppliers_of

TWO = ["Supplier | Amount", "Alder Ltd | 5", "Birch Ltd | 7"]


@pytest.mark.parametrize("asked", ["Final Review ", "final review", "FINAL REVIEW"])
def test_fault_48_a_sheet_is_found_whatever_its_case_and_spaces(asked: str) -> None:
    other = sheet(["Company name | Turnover", "Cedar Ltd | £1m"], "Other")
    read = suppliers_of(sheet(TWO, "Final Review "), other, told=Told(sheets=(asked,)))
    assert places_of(read)["Alder Ltd"] == ["'Final Review '!A2"]


def test_fault_48_of_two_sheets_that_differ_by_case_the_one_spelt_so_is_read() -> None:
    first, second = sheet(TWO, "list"), sheet(["Supplier | Amount", "Cedar Ltd | 9"], "List")
    assert suppliers_of(first, second, told=Told(sheets=("List",))).names == ("Cedar Ltd",)


def test_fault_48_a_sheet_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(InputError) as refused:
        suppliers_of(sheet(TWO, "O'Hare's"), told=Told(sheets=("Q3",)))
    assert "Its sheets are: 'O'Hare's'." in refused.value.hint


def test_several_sheets_can_be_named() -> None:
    quarter = [sheet(TWO, name) for name in ("April", "May", "June")]
    assert spend_of(suppliers_of(*quarter, told=Told(sheets=("April", "June"))))["Alder Ltd"] == "10.00"


@pytest.mark.parametrize(
    "row", ["Total | 12", "Sub total | 12", "Grand Total | 12", "TOTALS: | 12", "Total (all suppliers) | 12"]
)
def test_fault_49_a_total_is_no_supplier_and_is_not_added(row: str) -> None:
    read = suppliers_of(sheet([*TWO, row]))
    assert spend_of(read) == {"Alder Ltd": "5.00", "Birch Ltd": "7.00"}
    assert [(each.where, each.reason) for each in read.left_out] == [("Sheet1!A4", "a total, not a supplier")]


def test_fault_49_prepared_by_is_a_note() -> None:
    read = suppliers_of(sheet([*TWO, "Prepared by the finance team"]))
    assert [each.reason for each in read.left_out] == ["a note, not a supplier"]


def test_fault_51_blank_rows_inside_are_counted_and_cost_no_supplier() -> None:
    read = suppliers_of(sheet([*TWO[:2], *[" | "] * 50, TWO[2]]))
    assert spend_of(read) == {"Alder Ltd": "5.00", "Birch Ltd": "7.00"}
    assert [each.reason for each in read.left_out] == ["blank row"] * 50
    assert places_of(read)["Birch Ltd"] == ["Sheet1!A53"]


def test_fault_52_a_supplier_on_many_rows_is_one_with_its_rows_and_their_sum() -> None:
    read = suppliers_of(sheet([*TWO, "ALDER LTD. | 3", "Alder Limited | 2"]))
    assert len(read) == 2
    assert sorted(spend_of(read).values()) == ["10.00", "7.00"]
    assert ["Sheet1!A2", "Sheet1!A4", "Sheet1!A5"] in places_of(read).values()


def test_fault_60_a_list_of_one_row_is_a_list() -> None:
    assert suppliers_of(sheet(TWO[:2])).names == ("Alder Ltd",)
