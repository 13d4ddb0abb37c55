"""Who is meant: by name, spelling, id, row or part of a name; and no answer names a private person."""

import pandas
import pytest

from msrisk import InputError
from msrisk.model import Suppliers
from msrisk.normalise.find import find_supplier
from msrisk.screening import read_suppliers
from tests.normalise.payees_making import ledger

PERSONS = (
    ("Hollingbery Works Ltd", "Books"),
    ("Mrs J Hollingbery", "FOSTER ALLOWANCES"),
    ("Mr K Hollingbery", "FOSTER ALLOWANCES"),
)


def listed() -> Suppliers:
    """Two firms with ids, one of them in two spellings."""
    frame = pandas.DataFrame(
        [("17", "Alder Works plc", "5"), ("17", "Alder Works plc (North)", "1"), ("40", "Cedar Foods Ltd", "1")],
        columns=["Supplier id", "Supplier", "Amount"],
    )
    return read_suppliers(frame)


@pytest.mark.parametrize(
    "wanted",
    ["Alder Works plc", "ALDER  WORKS PLC", "alder works", "alder works plc (north)", "17", "2", "row 3", "ald"],
)
def test_one_supplier_is_found_by_name_spelling_id_row_or_part(wanted: str) -> None:
    suppliers = listed()
    assert suppliers.names[find_supplier(suppliers, wanted)].startswith("Alder Works plc")


def test_the_id_is_understood_before_the_row() -> None:
    frame = pandas.DataFrame(
        [("3", "Alder Ltd", "1"), ("2", "Cedar Ltd", "1")], columns=["Supplier id", "Supplier", "Amount"]
    )
    suppliers = read_suppliers(frame)
    assert suppliers.names[find_supplier(suppliers, "3")] == "Alder Ltd"
    assert suppliers.names[find_supplier(suppliers, "row 3")] == "Cedar Ltd"


@pytest.mark.parametrize("wanted", ["Mrs J Hollingbery", "Person (row 3)", "row 3", "3", "mrs j"])
def test_a_person_is_found_by_name_and_by_row(wanted: str) -> None:
    assert find_supplier(ledger(*PERSONS), wanted) == 1


def test_firms_called_alike_are_offered_by_name_and_persons_by_row() -> None:
    with pytest.raises(InputError, match="3 suppliers are called like 'hollingbery'") as refused:
        find_supplier(ledger(*PERSONS), "hollingbery")
    assert refused.value.hint == (
        "Name one by its row: 'Hollingbery Works Ltd' (row 2), 'Person (row 3)', 'Person (row 4)'"
    )


@pytest.mark.parametrize("wanted", ["Mrs J Holingbery", "Mr K Hollingbury", "Persn (row 3)", "Mr", "hollingbery"])
def test_no_answer_names_a_person(wanted: str) -> None:
    with pytest.raises(InputError) as refused:
        find_supplier(ledger(*PERSONS[1:]), wanted)
    assert "Hollingbery" not in refused.value.hint
    with pytest.raises(InputError) as told:
        ledger(*PERSONS[1:], **{f"{wanted} Esq": "supplier"})
    assert "Hollingbery" not in told.value.hint


def test_a_misspelt_name_is_offered_the_nearest_and_a_person_by_row() -> None:
    with pytest.raises(InputError) as firm:
        find_supplier(listed(), "Ceder Foods Ltd")
    assert firm.value.hint == "Did you mean 'Cedar Foods Ltd'?"
    with pytest.raises(InputError) as person:
        find_supplier(ledger(*PERSONS), "Mrs J Holingbery")
    assert "'Person (row 3)'" in person.value.hint


@pytest.mark.parametrize("wanted", ["row 17", "17", "Alder Works plc (North)"])
def test_a_kind_is_told_by_spelling_id_or_row_as_well(wanted: str) -> None:
    frame = pandas.DataFrame(
        [("17", "Alder Works plc", "5"), ("17", "Alder Works plc (North)", "1")] + [("40", "Cedar Ltd", "1")] * 14,
        columns=["Supplier id", "Supplier", "Amount"],
    )
    suppliers = read_suppliers(frame, kinds={wanted: "public body"})
    aside = {suppliers.names[number] for number in range(len(suppliers)) if suppliers.set_aside[number]}
    assert aside == ({"Cedar Ltd"} if wanted == "row 17" else {"Alder Works plc"})
