"""Rows that are no supplier: each is left out with its reason, and names that only look like one stay."""

import pytest

from msrisk.normalise.row.left_out import reason_for, trading_name
from tests.normalise.sheet_making import list_of, sheet, suppliers_of


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("REDACTED PERSONAL DATA", "redacted"),
        ("Redacted - Commercial Confidentiality", "redacted"),
        ("Personal expenses name witheld", "redacted"),
        ("Personal Expense, Name Witheld", "redacted"),
        ("Name withheld - data protection", "redacted"),
        ("REDACTED \x96 PERSONAL DATA", "redacted"),
        ("THIRD PARTY SUPPLIER", "redacted"),
        ("Payment to individual", "redacted"),
        ("Grand Total", "total"),
        ("Sum:", "total"),
        ("Nil Return", "nil return"),
        ("Various Providers", "not the name of one supplier"),
        ("-", "no supplier's name"),
        ("#N/A", "no supplier's name"),
        ("###", "no supplier's name"),
    ],
)
def test_t89_what_is_no_supplier_is_left_out_with_its_reason(name: str, reason: str) -> None:
    assert reason in reason_for(name)


@pytest.mark.parametrize(
    "name",
    [
        "REDACTIVE PUBLISHING LTD",
        "PRIVACY & DATA PROTECTION LTD",
        "MISCO COMPUTER SUPPLIES",
        "Confidential Direct",
        "THE UNKNOWN CREATIVE LTD",
        "Total Fitness Ltd",
        "Nilfisk Ltd",
        "Redacted Personal Information Ltd t/a Oaklea House",
        "REDACTED PERSONAL DATA T/A  Fairway Minibus",
        pytest.param("None", id="fault 67 a supplier called None"),
        pytest.param("NULL", id="fault 67 a supplier called NULL"),
        pytest.param("1E5", id="fault 67 a supplier called 1E5"),
    ],
)
def test_names_that_only_look_like_it_stay_suppliers(name: str) -> None:
    assert reason_for(name) == ""


def test_a_redacted_trader_is_screened_by_its_trading_name() -> None:
    assert trading_name("REDACTED PERSONAL DATA T/A  Fairway Minibus") == "Fairway Minibus"
    assert trading_name("Canterbury Homes Ltd T/A The Rowans") == "Canterbury Homes Ltd T/A The Rowans"


def test_t88_totals_blanks_and_repeated_headings_are_listed_with_their_cells() -> None:
    suppliers = list_of(
        ["Alder | 5", " | ", "Supplier | Amount", "Birch | 7", "Total | 12", " | 12"], "Supplier", "Amount"
    )
    assert [(each.where, each.reason) for each in suppliers.left_out] == [
        ("A3", "blank row"),
        ("A4", "the heading repeated"),
        ("A6", "a total, not a supplier"),
        ("A7", "no supplier's name"),
    ]
    assert suppliers.names == ("Alder", "Birch")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("Total (all suppliers)", "a total, not a supplier"),
        ("Various - see list", "not the name of one supplier"),
        ("Various (see attached)", "not the name of one supplier"),
        ("Total Fitness Ltd", ""),
        ("Multiple Sclerosis Trust", ""),
        ("Sundry Brothers Ltd", ""),
    ],
)
def test_a_telling_word_counts_only_with_words_that_go_with_it(name: str, reason: str) -> None:
    assert reason_for(name) == reason


def test_footnotes_under_the_names_are_left_out_and_a_bare_name_is_not() -> None:
    rows = [
        "Alder Ltd | 5",
        "Birch Ltd | ",
        "* from last accounts | ",
        "Note: provisional | ",
        "N/A | ",
        "N/A | 7",
    ]
    suppliers = list_of(rows, "Supplier", "Amount")
    assert suppliers.names == ("Alder Ltd", "Birch Ltd", "N/A")
    assert {each.reason for each in suppliers.left_out} == {"a note, not a supplier"}


def test_money_in_rows_left_out_is_told_by_reason_and_totals_are_not_added() -> None:
    rows = ["Alder | 100", "Redacted | 40.50", "Redacted | 9.50", "Total | 150"]
    suppliers = list_of(rows, "Supplier", "Amount")
    assert suppliers.spend.tolist() == [10_000]
    assert suppliers.spend_left_out == {"the supplier's name is redacted": 5_000}


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        pytest.param(
            "10008721",
            "a number stands where the name should be",
            id="fault_58 an id of many payees",
        ),
        pytest.param("171,330.00", "a number stands where the name should be", id="an amount"),
        pytest.param("4715050164000013", "a number stands where the name should be", id="an account"),
        pytest.param("\\N", "no supplier's name", id="a null as databases write it"),
        pytest.param("Not awarded", "not the name of one supplier", id="a notice without an award"),
        pytest.param(
            "Compensation Scheme - Name Withheld", "the supplier's name is redacted", id="withheld at the end"
        ),
        pytest.param("365", "", id="a short number may be a name"),
        pytest.param("3663 First for Foodservice", "", id="a number and words"),
        pytest.param("Barnardo's - Redacted", "", id="a name stands before it"),
    ],
)
def test_a_text_that_names_nobody_is_left_out(name: str, reason: str) -> None:
    suppliers = list_of([f"{name} | 5 | Care", "Alder | 7 | Care"], "Supplier", "Amount", "Category")
    assert [each.reason for each in suppliers.left_out] == ([reason] if reason else [])


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        pytest.param(" | 12 | ", "a total, not a supplier", id="T88 a total without the word"),
        pytest.param(" | | © Borset Council 2026", "a note, not a supplier", id="a note in another column"),
        pytest.param(" | 12 | Care", "no supplier's name", id="a payment without a name"),
    ],
)
def test_a_row_without_a_name_says_what_it_is(row: str, reason: str) -> None:
    suppliers = list_of([row, "Alder | 7 | Care"], "Supplier", "Amount", "Category")
    assert [each.reason for each in suppliers.left_out] == [reason]


def test_the_number_of_a_page_is_no_supplier_and_a_firm_called_page_is() -> None:
    rows = ["Supplier | Amount", "Alder Ltd | 5", "Page 1 of 2 |", "Page 2 Ltd |", "Page 3 | 7", "- Page 2 - |"]
    held = suppliers_of(sheet(rows))
    assert set(held.names) == {"Alder Ltd", "Page 2 Ltd", "Page 3"}
    assert {each.reason for each in held.left_out} == {"a note, not a supplier"}
