"""With VAT or without, payments or contracts: by the heading, else by what adds up."""

import pytest

from msrisk.model import Note, SpendBasis
from msrisk.model.spend_basis import A_YEAR, GROSS, NET, NOT_SAID, PAYMENTS, VAT_ALONE, WHOLE_TERM
from msrisk.normalise.heading.vat import vat_of
from msrisk.normalise.spend.amounts import read_amounts
from msrisk.normalise.spend.basis import basis_of
from msrisk.ruleset.vocabulary import load_vocabulary
from tests.normalise.columns_making import all_rows, table_of


def basis(headings: list[str], rows: list[list[str]], taken: int = 0) -> tuple[SpendBasis, str]:
    fields = ["spend" if column == taken else "" for column in range(len(headings))]
    table = table_of(headings, rows, fields)
    found, notes = basis_of(table, table.headings[taken], all_rows(table))
    return found, said(notes)


def said(notes: list[Note]) -> str:
    return " ".join(note.problem for note in notes)


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Net Amount", NET),
        ("Sum of Invoice Nett Amount", NET),
        ("Invoice Line Value (net of VAT)", NET),
        ("Total (excludes VAT)", NET),
        ("Amount excl. VAT", NET),
        ("Amount ex VAT", NET),
        ("NetAmount", NET),
        ("NET_AMOUNT", NET),
        ("Gross", GROSS),
        ("Amount incl VAT", GROSS),
        ("Amount (inc. VAT)", GROSS),
        ("Irrecoverable VAT", VAT_ALONE),
        ("VAT Amount", VAT_ALONE),
        ("IrrecoverableVATAmount", VAT_ALONE),
        ("VAT Registration Number", NOT_SAID),
        ("Amount", NOT_SAID),
        ("Network charge", NOT_SAID),
        ("Planet cost", NOT_SAID),
    ],
)
def test_what_a_heading_says_of_vat(heading: str, expected: str) -> None:
    assert vat_of(heading) == expected


ROWS = [[str(100 + row), str(20 + row), str(120 + 2 * row)] for row in range(12)]


def test_net_and_vat_that_add_up_to_a_total_make_the_amount_net() -> None:
    found, told = basis(["Amount", "VAT", "Total"], ROWS)
    assert (found.vat, found.of) == (NET, PAYMENTS)
    assert "with 'VAT' it adds up to 'Total'" in found.how
    assert "'Total' (column C), with it, comes to £1,572" in told


def test_a_total_to_which_an_amount_and_vat_add_up_is_gross() -> None:
    found, told = basis(["Amount", "VAT", "Total"], ROWS, taken=2)
    assert found.vat == GROSS
    assert "counted with VAT" in told


def test_columns_that_do_not_add_up_say_nothing() -> None:
    rows = [[amount, vat, "7"] for amount, vat, _ in ROWS]
    assert basis(["Amount", "VAT", "Total"], rows) == (SpendBasis(NOT_SAID, PAYMENTS), "")


def test_nought_vat_throughout_proves_nothing() -> None:
    rows = [[amount, "0.00", amount] for amount, _, _ in ROWS]
    assert basis(["Amount", "VAT", "Total"], rows)[0].vat == NOT_SAID


def test_where_net_and_gross_both_stand_the_other_is_told() -> None:
    found, told = basis(["Net Amount", "Gross Amount"], [["100", "120"], ["10", "12"]])
    assert found.vat == NET
    assert "'Gross Amount' (column B), with it, comes to £132" in told


def test_vat_alone_is_not_read_as_spend() -> None:
    table = table_of(["VAT Amount"], [["20"], ["30"]], ["spend"])
    _, known, notes = read_amounts(table, load_vocabulary()["spend"], all_rows(table))
    assert not known.any()
    assert "VAT alone" in said(notes)


@pytest.mark.parametrize(
    ("heading", "of"),
    [
        ("Annual Value", A_YEAR),
        ("Annual contract value", A_YEAR),
        ("Total Contract Value (including extensions)", WHOLE_TERM),
        ("Contract value", WHOLE_TERM),
        ("Award Value", WHOLE_TERM),
        ("Invoice value", PAYMENTS),
        ("Annual spend", PAYMENTS),
    ],
)
def test_the_value_of_a_contract_is_no_payment(heading: str, of: str) -> None:
    found, told = basis([heading], [["100"]])
    assert found.of == of
    assert ("not what is spent in a year" in told) == (of == WHOLE_TERM)
