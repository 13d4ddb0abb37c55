"""What we spend: credits, dashes, other currencies, hashes, and what cannot be added up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msrisk.model import Flags, Longs, Note
from msrisk.normalise.spend.amounts import below_nought, read_amounts
from msrisk.ruleset.vocabulary import load_vocabulary
from tests.normalise.columns_making import all_rows, table_of

FIELD = load_vocabulary()["spend"]


def read(*texts: str, heading: str = "Amount") -> tuple[Longs, Flags, list[Note]]:
    table = table_of([heading], [[text] for text in texts], ["spend"])
    return read_amounts(table, FIELD, all_rows(table))


def with_currency(*rows: tuple[str, str], heading: str = "Amount") -> tuple[Longs, Flags, list[Note]]:
    table = table_of([heading, "Currency"], rows, ["spend"])
    return read_amounts(table, FIELD, all_rows(table))


@pytest.mark.parametrize("text", ["(1,234.56)", "-£1,234.56", "1,234.56-", "1,234.56 CR", "(£1,234.56)"])
def test_a_credit_is_taken_off_and_told(text: str) -> None:
    amounts, known, notes = read("2000", text)
    assert amounts.tolist() == [200_000, -123_456]
    assert known.all()
    (note,) = notes
    assert note.where == "A1"
    assert "1 amount below nought" in note.problem
    assert "-£1,234.56" in note.problem


@pytest.mark.parametrize("text", ["-", " - ", "£-", " £ -   ", "–"])
def test_a_dash_in_a_ledger_is_nil(text: str) -> None:
    amounts, known, notes = read("5", text)
    assert (amounts.tolist(), known.tolist(), notes) == ([500, 0], [True, True], [])


def test_a_dash_for_the_value_of_a_contract_is_not_known() -> None:
    _, known, notes = read("5", "-", heading="Annual Value")
    assert known.tolist() == [True, False]
    assert [note.where for note in notes] == ["A3"]


def test_hashes_are_never_nought() -> None:
    amounts, known, notes = read("5", "########")
    assert known.tolist() == [True, False]
    assert amounts[1] == 0
    assert [note.where for note in notes] == ["A3"]


def test_a_column_of_hashes_says_so_once_with_the_remedy() -> None:
    _, known, notes = read("########", "#" * 255, "")
    assert not known.any()
    assert [note.where for note in notes] == ["A1"]
    assert "widen the column" in notes[0].problem


@pytest.mark.parametrize("text", ["PLANNED MAINTENANCE", "over £500", "1e400", "nan", "inf", "12%", "1.234"])
def test_fault_69_what_is_no_sum_is_told_and_not_added(text: str) -> None:
    _, known, notes = read("5", text)
    assert known.tolist() == [True, False]
    assert [(note.where, note.understood) for note in notes] == [("A3", False)]


@pytest.mark.parametrize("text", ["€500", "500 EUR", "US$ 500"])
def test_fault_69_another_currency_is_not_added_to_pounds(text: str) -> None:
    _, known, notes = read("5", text)
    assert known.tolist() == [True, False]
    assert "not added up" in notes[0].problem
    assert not notes[0].understood


def test_pounds_in_a_column_of_millions_are_millions() -> None:
    assert read("£0.10", "12", heading="Value (£m)")[0].tolist() == [10_000_000, 1_200_000_000]


def test_amounts_a_column_beside_them_gives_in_euros_are_left_and_told() -> None:
    amounts, known, notes = with_currency(("100", "GBP"), ("70.50", "EUR"), ("9.50", "Euro"), ("1", ""))
    assert known.tolist() == [True, False, False, True]
    assert amounts.tolist() == [10_000, 0, 0, 100]
    (note,) = notes
    assert note.where == "A3"
    assert note.problem.startswith("2 amounts are in EUR, as 'Currency' says, 80.00 in all")


def test_a_heading_that_says_sterling_holds_whatever_the_invoice_was_in() -> None:
    assert with_currency(("100", "GBP"), ("70", "EUR"), heading="Amount (£)")[1].all()


def test_a_supplier_below_nought_is_kept_and_told() -> None:
    amounts, known, _ = read("50", "-80", "7")
    notes = below_nought(amounts, known, lambda number: f"A{number + 2}", ["Alder Ltd", "Birch Ltd", "Cedar Ltd"])
    assert [(note.where, note.said) for note in notes] == [("A3", "Birch Ltd")]
    assert "-£80" in notes[0].problem


TEXTS = st.sampled_from(["5", "-5", "(1,000.00)", "-", "", "#####", "€5", "text", "3.10 CR", "£1.2m"])


@given(st.lists(TEXTS, min_size=1, max_size=8), st.randoms())
def test_the_order_of_the_rows_changes_no_amount(texts: list[str], random: object) -> None:
    turned = sorted(texts, key=lambda _: random.random())  # type: ignore[attr-defined]
    one, other = read(*texts), read(*turned)
    assert sorted(zip(texts, one[0].tolist(), one[1].tolist(), strict=True)) == sorted(
        zip(turned, other[0].tolist(), other[1].tolist(), strict=True)
    )


@given(st.lists(st.text(st.characters(categories=["L", "P", "Z"]), max_size=12), min_size=1, max_size=6))
def test_a_text_without_a_figure_is_never_more_than_nil(texts: list[str]) -> None:
    assert not read(*texts)[0].any()
