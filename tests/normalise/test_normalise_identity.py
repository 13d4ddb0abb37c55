"""Which rows are one supplier: by name, id and company number, in any order; and what is only said."""

from itertools import permutations

import pandas
import pytest

from msrisk.normalise.identity import agree
from msrisk.screening import read_suppliers
from tests.normalise.sheet_making import list_of


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
    suppliers = list_of(rows, "Supplier")
    assert len(suppliers) == 1
    assert len(suppliers.spellings[0]) == len(rows) - 1


def test_unlike_legal_forms_are_not_merged() -> None:
    assert len(list_of(["Acme Ltd", "Acme Plc", "Acme"], "Supplier")) == 3


def test_the_shown_name_is_the_commonest_spelling_then_alphabetical() -> None:
    assert list_of(["ACME LTD", "Acme Ltd", "Acme Ltd"], "Supplier").names == ("Acme Ltd",)
    for rows in permutations(["ACME LTD", "Acme Ltd"]):
        assert list_of(list(rows), "Supplier").names == ("ACME LTD",)


def test_a_supplier_id_joins_a_name_cut_short_with_the_whole_one() -> None:
    suppliers = list_of(
        ["RAILWAYS PENSION MANAGEMENT LT | 7", "Railways Pension Management Ltd | 7"], "Supplier", "Supplier ID"
    )
    assert len(suppliers) == 1


def test_one_id_beside_unlike_names_joins_nobody_and_says_so() -> None:
    suppliers = list_of(["Alder Ltd | ONETIME", "Birch Ltd | ONETIME"], "Supplier", "Supplier ID")
    assert len(suppliers) == 2
    assert "stands beside unlike names" in suppliers.notes[0].problem


def test_a_redacted_id_joins_nobody() -> None:
    suppliers = list_of(
        ["Alder Ltd | Redacted", "Birch Ltd | Redacted", "Alder Ltd | Redacted"], "Supplier", "Supplier ID"
    )
    assert suppliers.names == ("Alder Ltd", "Birch Ltd")


def test_one_name_with_two_ids_is_proposed_as_one_and_kept_apart() -> None:
    suppliers = list_of(["Alder Ltd | 1", "Alder Ltd | 2"], "Supplier", "Supplier ID")
    assert len(suppliers) == 2
    assert len(set(suppliers.keys)) == 2
    assert "perhaps one supplier" in suppliers.notes[0].problem


def test_fault_53_one_name_with_two_company_numbers_is_two_suppliers_and_a_note() -> None:
    suppliers = list_of(["Alder Ltd | 01234567", "Alder Ltd | 07654321"], "Supplier", "Company number")
    assert len(suppliers) == 2
    assert "01234567, 07654321" in suppliers.notes[-1].problem


def test_fault_54_one_company_number_with_two_names_is_two_suppliers_and_a_note() -> None:
    suppliers = list_of(["Alder Energy | 101100", "Birch Power | 101100"], "Supplier", "Company number")
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


def test_a_long_list_with_an_id_for_every_supplier_keeps_every_supplier_apart() -> None:
    number = 50_000  # ids times names is past what 32 bits hold
    names = [f"Supplier {each}" for each in range(number)]
    suppliers = read_suppliers(
        pandas.DataFrame({"Supplier": names, "Supplier ID": [f"S{each}" for each in range(number)]})
    )
    assert suppliers.names == tuple(names)


def test_one_company_number_written_in_two_ways_is_one() -> None:
    suppliers = list_of(["Alder Ltd | 04512378", "Alder Ltd | 4512378"], "Supplier", "Company number")
    assert suppliers.names == ("Alder Ltd",)


@pytest.mark.parametrize("order", list(permutations(["Acme Care", "Acme Care North", "Acme Care South"])))
def test_names_under_one_id_are_judged_alike_in_any_order(order: tuple[str, ...]) -> None:
    assert len(list_of([f"{name} | 7" for name in order], "Supplier", "Supplier ID")) == 3


@pytest.mark.parametrize("order", list(permutations(["Alder | 01234567", "Alder | 07654321", "Alder | "])))
def test_a_row_without_a_number_is_given_to_neither_of_two(order: tuple[str, ...]) -> None:
    assert len(list_of(list(order), "Supplier", "Company number")) == 3
