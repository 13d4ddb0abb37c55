"""Facts: pooled over a supplier's rows, derived where the list leaves them open, always with their cells."""

import pandas
import pytest

from msrisk.model import Column, Suppliers
from msrisk.screening import read_suppliers
from msrisk.values.interval import LIMIT, Interval
from msrisk.values.reading import Grade


def read(**columns: list[str]) -> Suppliers:
    return read_suppliers(pandas.DataFrame({name.replace("_", " "): cells for name, cells in columns.items()}))


def column(suppliers: Suppliers, name: str) -> Column:
    return suppliers.columns[name]


def test_rows_that_agree_in_other_words_agree() -> None:
    suppliers = read(Supplier=["Alder Ltd"] * 3, Turnover=["£36m", "", "36,000,000"])
    assert column(suppliers, "turnover").reading(0).value == Interval(3_600_000_000, 3_600_000_000)
    assert suppliers.notes == ()


def test_rows_that_disagree_are_not_known_and_a_note_names_both_cells() -> None:
    suppliers = read(Supplier=["Alder Ltd", "Birch Ltd", "Alder Ltd"], Turnover=["£36m", "£1m", "£40m"])
    assert not column(suppliers, "turnover").reading(0).understood
    assert column(suppliers, "turnover").reading(1).understood
    (note,) = suppliers.notes
    assert "'£36m' (B2) and '£40m' (B4)" in note.problem


def test_a_blank_is_ignored_and_what_could_not_be_read_is_kept_for_the_note() -> None:
    suppliers = read(Supplier=["Alder Ltd", "Alder Ltd"], Turnover=["tbc", "£2m"])
    assert column(suppliers, "turnover").text(0) == "£2m"
    assert [note.where for note in suppliers.notes] == ["B2"]


def test_several_postcodes_or_sic_codes_of_one_supplier_are_all_kept() -> None:
    suppliers = read(Supplier=["Alder Ltd", "Alder Ltd"], SIC_code=["81210", "80100"])
    assert column(suppliers, "sic").reading(0).value == ("81210", "80100")
    assert suppliers.notes == ()


def test_lines_are_what_differs_in_category_and_never_amounts() -> None:
    suppliers = read(
        Supplier=["Alder Ltd", "Alder Ltd", "Alder Ltd", "Birch Ltd"],
        Category=["Cleaning", "Laundry", "Laundry", "Cleaning"],
        Amount=["1", "2", "3", "4"],
    )
    lines = [column(suppliers, "category").text(line) for line in range(len(suppliers.line_owner))]
    assert suppliers.line_owner.tolist() == [0, 0, 1]
    assert lines == ["Laundry", "Cleaning", "Cleaning"]
    assert suppliers.categories == ("Laundry", "Cleaning")


@pytest.mark.parametrize(
    ("name", "number", "form"),
    [
        ("Alder Ltd", "", "company"),
        ("Alder LLP", "", "llp"),
        ("Alder & Partners", "", None),
        ("Alder", "OC301234", "llp"),
        ("Alder", "SC123456", "company"),
        ("Borset County Council", "", "public body"),
        ("Borough Care Ltd", "", "company"),
    ],
)
def test_the_legal_form_comes_from_the_name_or_the_number_and_is_estimated(
    name: str, number: str, form: str | None
) -> None:
    suppliers = read(Supplier=[name], Company_number=[number])
    reading = column(suppliers, "legal_form").reading(0)
    assert reading.value == ((form,) if form else None)
    assert form is None or reading.grade is Grade.ESTIMATED


def test_a_stated_legal_form_overrules_the_name() -> None:
    suppliers = read(Supplier=["Alder Ltd"], Legal_form=["Sole trader"])
    assert column(suppliers, "legal_form").reading(0).value == ("sole trader",)


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ({"Company_number": ["01234567"]}, True),
        ({"Country": ["England"]}, True),
        ({"Postcode": ["M33 7ZF"]}, True),
        ({"Country": ["France"]}, False),
        ({"Country": ["Jersey"]}, False),
        ({"Country": ["UK / China"]}, False),
        ({"Postcode": ["JE2 3QA"]}, False),
        ({"Postcode": ["75001"]}, False),
    ],
)
def test_uk_business_is_assumed_of_what_is_registered_or_based_here(
    columns: dict[str, list[str]], expected: bool
) -> None:
    reading = column(read(Supplier=["Alder"], **columns), "uk_business").reading(0)
    assert reading.understood is expected
    assert not expected or reading.grade is Grade.ASSUMED


def test_a_derived_value_points_at_the_cell_it_came_from() -> None:
    suppliers = read(Supplier=["Alder Ltd"], Country=["Wales"])
    uk_business, form = column(suppliers, "uk_business"), column(suppliers, "legal_form")
    assert suppliers.book.address(int(uk_business.rows[0]), uk_business.spoken_by(0)) == "B2"
    assert suppliers.book.address(int(form.rows[0]), form.spoken_by(0)) == "A2"


def test_a_public_body_is_not_assumed_to_carry_on_a_business() -> None:
    assert (
        not column(read(Supplier=["Borset County Council"], Country=["UK"]), "uk_business").reading(0).understood
    )


def test_a_held_link_counts_as_a_statement_found_and_is_estimated() -> None:
    reading = column(
        read(Supplier=["Alder"], Statement_URL=["https://a.example/x"]), "statement_published"
    ).reading(0)
    assert (reading.value, reading.grade) == (("yes",), Grade.ESTIMATED)


@pytest.mark.parametrize(
    ("columns", "low", "high"),
    [
        ({"Turnover_excluding_subsidiaries": ["£2m"]}, 2, None),
        ({"Turnover_excluding_subsidiaries": ["£2m"], "Subsidiaries_turnover": ["£3m"]}, 5, 5),
        ({"Group_turnover": ["£900m"]}, 0, 900),
        ({"Turnover": ["£4m"], "Group_turnover": ["£900m"]}, 4, 4),
    ],
)
def test_turnover_is_put_together_from_its_parts(
    columns: dict[str, list[str]], low: int, high: int | None
) -> None:
    value = column(read(Supplier=["Alder"], **columns), "turnover").reading(0).value
    million = 100_000_000
    assert value == Interval(low * million, LIMIT if high is None else high * million)


def test_dollars_throughout_our_own_ledger_are_pounds_and_it_is_said() -> None:
    suppliers = read(Supplier=["Alder", "Birch"], Amount=["$350.00", "$1,527,740.08"])
    assert suppliers.spend.tolist() == [35_000, 152_774_008]
    assert "taken as pounds" in suppliers.notes[0].problem


def test_dollars_beside_pounds_are_not_taken_as_pounds() -> None:
    suppliers = read(Supplier=["Alder", "Birch"], Amount=["$350.00", "£10"])
    assert suppliers.has_spend.tolist() == [False, True]
