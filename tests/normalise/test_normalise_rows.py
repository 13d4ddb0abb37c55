"""Rows: which are suppliers, which are left out and why, and which belong together."""

from itertools import permutations
from pathlib import Path

import pandas
import pytest

from msrisk.errors import InputError
from msrisk.model import Suppliers
from msrisk.normalise.identity import agree
from msrisk.normalise.left_out import reason_for, trading_name
from msrisk.screening import read_suppliers


def table(rows: list[str], *headings: str) -> Suppliers:
    """Suppliers from rows written ``Alder Ltd | 5``; a frame has its headings in row 1."""
    cells = [[cell.strip() for cell in row.split("|")] for row in rows]
    return read_suppliers(pandas.DataFrame(cells, columns=list(headings)))


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
    suppliers = table(
        ["Alder | 5", " | ", "Supplier | Amount", "Birch | 7", "Total | 12", " | 12"], "Supplier", "Amount"
    )
    assert [(each.where, each.reason) for each in suppliers.left_out] == [
        ("A3", "blank row"),
        ("A4", "the heading repeated"),
        ("A6", "a total, not a supplier"),
        ("A7", "no supplier's name"),
    ]
    assert suppliers.names == ("Alder", "Birch")


def test_various_with_a_contract_is_kept_and_named_by_it() -> None:
    suppliers = table(["Various | S99", "Various | ", "Alder | S1"], "Supplier", "Contract reference")
    assert suppliers.names == ("Contract S99: no single supplier named", "Alder")
    assert [each.where for each in suppliers.left_out] == ["A3"]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(
            ["Schofield and Sons Ltd", "SCHOFIELD & SONS LIMITED", "Schofield  & Sons Ltd."], id="spelling"
        ),
        pytest.param(["The Alder Company Ltd", "Alder Company Ltd (The)"], id="the article"),
    ],
)
def test_t71_one_firm_in_several_spellings_is_one_supplier(rows: list[str]) -> None:
    suppliers = table(rows, "Supplier")
    assert len(suppliers) == 1
    assert len(suppliers.spellings[0]) == len(rows) - 1


def test_unlike_legal_forms_are_not_merged() -> None:
    assert len(table(["Acme Ltd", "Acme Plc", "Acme"], "Supplier")) == 3


def test_the_shown_name_is_the_commonest_spelling_then_alphabetical() -> None:
    assert table(["ACME LTD", "Acme Ltd", "Acme Ltd"], "Supplier").names == ("Acme Ltd",)
    for rows in permutations(["ACME LTD", "Acme Ltd"]):
        assert table(list(rows), "Supplier").names == ("ACME LTD",)


def test_t90_one_supplier_on_many_rows_is_added_up_once() -> None:
    suppliers = table(["Alder | 100.10", "Birch | 5", "Alder | (50.05)"], "Supplier", "Amount")
    assert dict(zip(suppliers.names, suppliers.spend.tolist(), strict=True)) == {"Alder": 5005, "Birch": 500}


def test_a_supplier_id_joins_a_name_cut_short_with_the_whole_one() -> None:
    suppliers = table(
        ["RAILWAYS PENSION MANAGEMENT LT | 7", "Railways Pension Management Ltd | 7"], "Supplier", "Supplier ID"
    )
    assert len(suppliers) == 1


def test_one_id_beside_unlike_names_joins_nobody_and_says_so() -> None:
    suppliers = table(["Alder Ltd | ONETIME", "Birch Ltd | ONETIME"], "Supplier", "Supplier ID")
    assert len(suppliers) == 2
    assert "stands beside unlike names" in suppliers.notes[0].problem


def test_a_redacted_id_joins_nobody() -> None:
    suppliers = table(
        ["Alder Ltd | Redacted", "Birch Ltd | Redacted", "Alder Ltd | Redacted"], "Supplier", "Supplier ID"
    )
    assert suppliers.names == ("Alder Ltd", "Birch Ltd")


def test_one_name_with_two_ids_is_proposed_as_one_and_kept_apart() -> None:
    suppliers = table(["Alder Ltd | 1", "Alder Ltd | 2"], "Supplier", "Supplier ID")
    assert len(suppliers) == 2
    assert len(set(suppliers.keys)) == 2
    assert "perhaps one supplier" in suppliers.notes[0].problem


def test_fault_53_one_name_with_two_company_numbers_is_two_suppliers_and_a_note() -> None:
    suppliers = table(["Alder Ltd | 01234567", "Alder Ltd | 07654321"], "Supplier", "Company number")
    assert len(suppliers) == 2
    assert "01234567, 07654321" in suppliers.notes[-1].problem


def test_fault_54_one_company_number_with_two_names_is_two_suppliers_and_a_note() -> None:
    suppliers = table(["Alder Energy | 101100", "Birch Power | 101100"], "Supplier", "Company number")
    assert len(suppliers) == 2
    assert "one of them is wrong" in suppliers.notes[-1].problem


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("bunzl cleaning supplie", "bunzl cleaning supplies ltd", True),
        ("jones david", "david jones", True),
        ("borough care ltd", "borough care", True),
        ("alder", "alder grange", False),
        ("alder ltd", "birch ltd", False),
    ],
)
def test_when_two_names_under_one_id_agree(first: str, second: str, expected: bool) -> None:
    assert agree(first, second) is expected
    assert agree(second, first) is expected


def test_headings_without_suppliers_are_an_error_and_never_an_empty_result() -> None:
    with pytest.raises(InputError, match="has headings but no suppliers"):
        read_suppliers(pandas.DataFrame({"Supplier": [], "Amount": []}))
    with pytest.raises(InputError, match="every row was left out"):
        table(["Nil Return | "], "Supplier", "Amount")


def test_a_long_list_with_an_id_for_every_supplier_keeps_every_supplier_apart() -> None:
    number = 50_000  # ids times names is past what 32 bits hold
    names = [f"Supplier {each}" for each in range(number)]
    suppliers = read_suppliers(
        pandas.DataFrame({"Supplier": names, "Supplier ID": [f"S{each}" for each in range(number)]})
    )
    assert suppliers.names == tuple(names)


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
    suppliers = table(rows, "Supplier", "Amount")
    assert suppliers.names == ("Alder Ltd", "Birch Ltd", "N/A")
    assert {each.reason for each in suppliers.left_out} == {"a note, not a supplier"}


def test_money_in_rows_left_out_is_told_by_reason_and_totals_are_not_added() -> None:
    rows = ["Alder | 100", "Redacted | 40.50", "Redacted | 9.50", "Total | 150"]
    suppliers = table(rows, "Supplier", "Amount")
    assert suppliers.spend.tolist() == [10_000]
    assert suppliers.spend_left_out == {"the supplier's name is redacted": 5_000}


def test_one_company_number_written_in_two_ways_is_one() -> None:
    suppliers = table(["Alder Ltd | 04512378", "Alder Ltd | 4512378"], "Supplier", "Company number")
    assert suppliers.names == ("Alder Ltd",)


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
    assert table([f"{name} | 5"], "Supplier", "Amount").names == (name,)


@pytest.mark.parametrize("order", list(permutations(["Acme Care", "Acme Care North", "Acme Care South"])))
def test_names_under_one_id_are_judged_alike_in_any_order(order: tuple[str, ...]) -> None:
    assert len(table([f"{name} | 7" for name in order], "Supplier", "Supplier ID")) == 3


@pytest.mark.parametrize("order", list(permutations(["Alder | 01234567", "Alder | 07654321", "Alder | "])))
def test_a_row_without_a_number_is_given_to_neither_of_two(order: tuple[str, ...]) -> None:
    assert len(table(list(order), "Supplier", "Company number")) == 3


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
    suppliers = table(rows, "Supplier", "Amount", "Category")
    assert suppliers.names == ("Alder Ltd", "Birch Ltd", "Cedar Ltd")
    assert suppliers.spend.tolist() == [500, 90_000, 700]
    assert suppliers.categories == ("Care", "Works", "Food")
    assert not suppliers.left_out


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        pytest.param(
            "10008721",
            "a number stands where the name should be",
            id="fault_58 an id, behind which many payees stand",
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
    suppliers = table([f"{name} | 5 | Care", "Alder | 7 | Care"], "Supplier", "Amount", "Category")
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
    suppliers = table([row, "Alder | 7 | Care"], "Supplier", "Amount", "Category")
    assert [each.reason for each in suppliers.left_out] == [reason]
