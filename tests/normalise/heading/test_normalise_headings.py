"""Headings as whole words: exact before contained, never a substring; what looks alike is offered, not taken."""

from pathlib import Path

import pandas
import pytest

from msrisk.errors import InputError
from msrisk.model import Suppliers, Told
from msrisk.normalise.heading.headings import heading_words
from msrisk.screening import read_suppliers


def read(headings: dict[str, object], **options: object) -> Suppliers:
    frame = pandas.DataFrame({name: [cell] for name, cell in headings.items()})
    return read_suppliers(frame, **options)  # type: ignore[arg-type]


def mapped(suppliers: Suppliers) -> dict[str, str]:
    return {name: heading.text for name, heading in suppliers.book.tables[0].mapping.items()}


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("Net Amount (£)", ("net", "amount")),
        ("Net Amount(œ)", ("net", "amount")),
        ("Turnover £m", ("turnover",)),
        ("Turnover £000", ("turnover",)),
        ("BeneficiaryName", ("beneficiary", "name")),
        ("VATRegistrationNumber", ("vat", "registration", "number")),
        ("SUPPLIER_NAME", ("supplier", "name")),
        ("6 Supplier", ("supplier",)),
        ("Name:  ", ("name",)),
        ("Supplier(Beneficiary)\nName", ("supplier", "beneficiary", "name")),
        ("ï»¿Body Name", ("body", "name")),
        ("Statement published (Y/N)", ("statement", "published")),
        ("Spend 2025/26", ("spend",)),
        ("Turnover 2024 (£m)", ("turnover",)),
        ("2024", ("2024",)),
        pytest.param("Supplier¹", ("supplier",), id="the raised figure of a footnote"),
        pytest.param("Amount [note 2]", ("amount",), id="a footnote in brackets"),
        pytest.param("Amount [1]", ("amount",), id="the number of a footnote"),
        pytest.param("Name (see note 1)", ("name",), id="a footnote in words"),
        ("Spend in £000", ("spend",)),
        ("Value £ million", ("value",)),
        ("Amount £’000", ("amount",)),
        ("(£'000)", ("£",)),
    ],
)
def test_a_heading_is_its_words_without_case_punctuation_unit_or_number(
    heading: str, words: tuple[str, ...]
) -> None:
    assert heading_words(heading) == words


def test_fault_57_supplier_number_before_supplier_name_is_not_the_name() -> None:
    held = mapped(read({"Supplier number": "1001", "Supplier name": "Alder Ltd"}))
    assert held == {"supplier_id": "Supplier number", "supplier_name": "Supplier name"}


def test_the_name_may_stand_under_supplier_id_t() -> None:
    assert mapped(read({"Supplier ID(T)": "Alder Ltd", "Amount": "5"}))["supplier_name"] == "Supplier ID(T)"


def test_fault_58_a_column_of_numbers_is_not_a_name() -> None:
    with pytest.raises(InputError, match="no column was found that holds the supplier's name"):
        read({"Supplier": "1001", "Amount": "5"})


def test_the_buying_department_is_not_the_supplier() -> None:
    held = mapped(read({"Organisation Name": "Borset Council", "Supplier": "Alder Ltd", "Entity": "X"}))
    assert held["supplier_name"] == "Supplier"


def test_a_contract_value_is_not_turnover_and_neither_is_a_year() -> None:
    held = mapped(read({"Supplier": "Alder Ltd", "Turnover year": "2024", "Contract value": "£9m"}))
    assert "turnover" not in held


def test_two_amounts_the_better_known_one_is_taken_and_the_other_offered() -> None:
    suppliers = read({"Supplier": "Alder Ltd", "Gross": "120", "Net Amount": "100"})
    assert mapped(suppliers)["spend"] == "Net Amount"
    gross = suppliers.book.tables[0].headings[1]
    assert gross.field == ""
    assert gross.how == "also looks like Spend with us (gross; the net one, 'Net Amount', is taken)"


def test_a_statement_column_of_links_is_the_link_and_not_a_yes() -> None:
    suppliers = read({"Supplier": "Alder Ltd", "Modern slavery statement": "https://alder.example/msa"})
    assert "statement_published" not in mapped(suppliers)
    assert "its cells are links" in suppliers.book.tables[0].headings[1].how


def test_map_settles_what_a_heading_does_not_say() -> None:
    suppliers = read(
        {"Firm": "Alder Ltd", "Size of firm": "£40m"},
        told=Told(mapping={"supplier_name": "Firm", "turnover": "size of firm"}),
    )
    assert mapped(suppliers) == {"supplier_name": "Firm", "turnover": "Size of firm"}


@pytest.mark.parametrize(
    ("told", "said"),
    [
        pytest.param({"turnovr": "Supplier"}, "did you mean 'turnover'", id="a misspelt field"),
        pytest.param({"turnover": "Suplier"}, "did you mean 'supplier'", id="a misspelt heading"),
    ],
)
def test_map_that_names_nothing_says_what_was_meant(told: dict[str, str], said: str) -> None:
    with pytest.raises(InputError) as refused:
        read({"Supplier": "Alder Ltd"}, told=Told(mapping=told))
    assert said in str(refused.value).casefold()


def test_no_supplier_column_shows_what_was_seen_and_the_map_that_fixes_it() -> None:
    with pytest.raises(InputError) as refused:
        read({"Firm": "Alder Ltd", "Amount": "5"})
    assert "Firm | Amount" in refused.value.hint
    assert '--map "supplier_name=Firm"' in refused.value.hint


@pytest.mark.parametrize(
    "heading",
    [
        "No modern slavery statement",
        "Modern slavery statement overdue",
        "Modern slavery statement needed?",
        "Total turnover with the Trust",
        "Holding company turnover",
        "Annual turnover above £36m",
        "Capital | Revenue",
        "CQC Registration No",
        "Signed",
    ],
)
def test_a_heading_that_only_contains_a_name_is_offered_and_never_taken(heading: str) -> None:
    suppliers = read({"Supplier": "Alder Ltd", heading: "yes"})
    assert set(mapped(suppliers)) == {"supplier_name"}


@pytest.mark.parametrize(
    "heading", ["Previous supplier name", "Sub contractor name", "Supplier name changed from"]
)
def test_another_suppliers_name_is_not_the_name(heading: str) -> None:
    assert mapped(read({heading: "Birch Ltd", "Supplier": "Alder Ltd"}))["supplier_name"] == "Supplier"


def test_the_buyer_of_a_contracts_export_is_not_taken_for_the_supplier() -> None:
    awarded = "Supplier [Name|Address|Ref type|Ref Number|Is SME|Is VCSE]"
    suppliers = read({"Organisation Name": "Leeds City Council", awarded: "[Alder Ltd|x|y|1|No|No]"})
    assert suppliers.names == ("Alder Ltd",)


@pytest.mark.parametrize(("heading", "pence"), [("£", 1234_50), ("£'000", 1234500_00), ("(£k)", 1234500_00)])
def test_a_heading_that_is_only_pounds_is_an_amount_and_its_unit_counts(heading: str, pence: int) -> None:
    assert read({"Supplier": "Alder Ltd", heading: "1234.50"}).spend.tolist() == [pence]


def test_pounds_below_an_amount_are_the_unit_of_the_heading_above(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(
        "Payment,,Supplier,,Amount\nDate,Reference,Name,Description,(£'000)\n"
        "01/04/2026,R1,Alder Ltd,Care,12.50\n02/04/2026,R2,Birch Ltd,Works,20.00\n",
        encoding="utf-8",
    )
    assert read_suppliers(path).spend.tolist() == [12500_00, 20000_00]


@pytest.mark.parametrize(
    "headings",
    [
        ("2023/24 Spend", "2024/25 Spend"),
        ("Spend 24/25", "Spend 25/26"),
        ("Spend 2025", "Spend 2026"),
        ("Turnover 2022", "Turnover 2023"),
    ],
)
def test_of_two_years_the_later_is_read_wherever_it_stands(headings: tuple[str, str]) -> None:
    older, later = headings
    for order in (headings, headings[::-1]):
        held = mapped(read({"Supplier": "Alder Ltd", **dict.fromkeys(order, "£40m")}))
        assert later in held.values()
        assert older not in held.values()
