"""Payment references as they can be compared."""

import numpy as np
import pandas
import pytest

from msrisk.model import Numbers
from msrisk.normalise.column.references import NONE, reference_codes, reference_key
from msrisk.ruleset.vocabulary import load_vocabulary
from msrisk.screening import read_suppliers


@pytest.mark.parametrize(
    ("one", "other"),
    [("0000054083", "54083"), ("54083.0", "54083"), (" INV 12/a", "inv12/A"), ("5100509851", "5100509851")],
)
def test_one_reference_in_two_spellings(one: str, other: str) -> None:
    assert reference_key(one) == reference_key(other) != ""


@pytest.mark.parametrize(
    "text", ["", " ", "-", "N/A", "TBC", "0", "000", "BACS", "5.1E+09", "#N/A", "######", "Various"]
)
def test_what_names_no_payment_is_no_reference(text: str) -> None:
    assert reference_key(text) == ""


@pytest.mark.parametrize(("one", "other"), [("100", "10"), ("A1", "A01"), ("INV1", "1"), ("12.5", "125")])
def test_two_references_stay_two(one: str, other: str) -> None:
    assert reference_key(one) != reference_key(other)


def test_a_reference_has_one_number_in_all_tables() -> None:
    numbers: Numbers[str] = Numbers()
    first = reference_codes(("A1", "", "B2"), np.array([0, 1, 2, 0], np.int32), numbers)
    second = reference_codes(("b 2", "C3"), np.array([1, 0], np.int32), numbers)
    assert first[1] == NONE
    assert first[2] == second[1] != second[0]
    assert first[0] == first[3]


@pytest.mark.parametrize(
    ("heading", "taken"),
    [
        ("Transaction Number", True),
        ("TransactionNumber", True),
        ("7 Transaction No", True),
        ("INV_NUM", True),
        ("Invoice Ref", True),
        ("Voucher Number", True),
        ("Local Supplier Internal Reference", False),
        ("PO Number", False),
        ("Contract Number", False),
        ("VAT Registration Number", False),
        ("Supplier Number", False),
    ],
)
def test_which_headings_are_a_payment_reference(heading: str, taken: bool) -> None:
    held = read_suppliers(pandas.DataFrame([["Alder Ltd", "A17", "5"]], columns=["Supplier", heading, "Amount"]))
    assert ("reference" in held.book.tables[0].mapping) == taken


def test_a_reference_is_pooled_into_no_supplier_and_makes_no_line() -> None:
    rows = [["Alder Ltd", f"A{number}", "5"] for number in range(3)]
    held = read_suppliers(pandas.DataFrame(rows, columns=["Supplier", "Transaction Number", "Amount"]))
    assert "reference" not in held.columns
    assert len(held.line_owner) == 1
    assert held.notes == ()
    assert load_vocabulary()["reference"].ask == "never"
