"""Headings as people and systems write them: units, instructions, case, languages, exports."""

import pandas
import pytest

from msrisk.errors import InputError
from msrisk.model import Told
from msrisk.screening import read_suppliers
from tests.normalise.mapping_making import AMOUNTS, CODES, COMPANY_NUMBERS, FIRMS, headings, mapped


@pytest.mark.parametrize(
    "heading", ["Turnover £m", "Turnover (£000)", "Turnover (000s)", "Turnover '000s", "Annual turnover 2024 (£m)"]
)
def test_a_unit_in_the_heading_is_no_part_of_its_name(heading: str) -> None:
    assert mapped({"Supplier": FIRMS, heading: ["36"] * 12})["turnover"] == heading


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        (
            "Description ( Please populate using the Invoice Description: Please rememebr no acroynms )",
            "description",
        ),
        ("Turnover (as shown in your latest accounts, in pounds, with subsidiaries)", "turnover"),
        ("Company Number (if known)", "company_number"),
    ],
)
def test_an_instruction_after_a_heading_is_no_part_of_its_name(heading: str, field: str) -> None:
    cells = {
        "description": ["Cleaning of offices"] * 12,
        "turnover": ["£40m"] * 12,
        "company_number": COMPANY_NUMBERS,
    }
    held = {each.field: each for each in headings({"Supplier": FIRMS, heading: cells[field]})}
    assert held[field].how == "its first words"


def test_an_instruction_that_changes_the_meaning_is_heard() -> None:
    heading = "Turnover (please give the figure for the UK excluding subsidiaries)"
    assert "turnover" not in mapped({"Supplier": FIRMS, heading: ["£40m"] * 12})


@pytest.mark.parametrize(
    "heading",
    ["SUPPLIER NAME", " supplier  name ", "Supplier\nName", "Supplier\u00a0Name", "\ufeffSupplier Name",
     "ï»¿Supplier Name", "SUPPLIERNAME", "SupplierName", "supplier_name", "Supplier-Name:", "* SUPPLIER NAME",
     "Supplier / Cyflenwr"],
)  # fmt: skip
def test_fault_44_a_heading_is_known_in_any_case_spacing_and_mark(heading: str) -> None:
    assert mapped({heading: FIRMS, "Amount": AMOUNTS})["supplier_name"] == heading


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Cyflenwr", "supplier_name"),
        ("Enw'r cyflenwr", "supplier_name"),
        ("Enw’r Cyflenwr", "supplier_name"),
        ("Swm", "spend"),
        ("Gwariant", "spend"),
        ("Dyddiad", "payment_date"),
        ("Trosiant", "turnover"),
        ("Gwlad", "country"),
        ("Categori", "category"),
        ("Rhif y cwmni", "company_number"),
    ],
)
def test_fault_45_welsh_headings_are_known(heading: str, field: str) -> None:
    cells = {
        "supplier_name": FIRMS,
        "spend": AMOUNTS,
        "payment_date": ["01/04/2024"] * 12,
        "turnover": ["£40m"] * 12,
        "country": ["Cymru", "UK"] * 6,
        "category": ["Cleaning"] * 12,
        "company_number": COMPANY_NUMBERS,
    }
    beside = {} if field == "supplier_name" else {"Supplier": FIRMS}
    assert mapped({**beside, heading: cells[field]})[field] == heading


def test_fault_45_french_headings_are_refused_with_the_map_that_settles_it() -> None:
    frame = pandas.DataFrame({"Fournisseur": FIRMS, "Montant": AMOUNTS})
    with pytest.raises(InputError) as refused:
        read_suppliers(frame)
    assert '--map "supplier_name=Fournisseur"' in refused.value.hint
    held = read_suppliers(frame, told=Told({"supplier_name": "Fournisseur", "spend": "Montant"}))
    assert len(held) == 12


# Invented rows under the headings of exports of other systems.
EXPORTS: list[tuple[str, dict[str, tuple[str, list[str]]]]] = [
    ("SAP", {"supplier_id": ("Vendor", CODES), "supplier_name": ("Vendor Account Name", FIRMS),
             "account": ("G/L Account Name", ["Cleaning"] * 12), "spend": ("Amount in LC", AMOUNTS),
             "payment_date": ("Clearing Date", ["31.08.2011"] * 12)}),
    ("Oracle", {"supplier_id": ("VENDOR_NUM", CODES), "supplier_name": ("VENDOR_NAME", FIRMS),
                "spend": ("INVOICE_AMOUNT", AMOUNTS), "payment_date": ("CHECK_DATE", ["05-Oct-2010"] * 12)}),
    ("purchase to pay", {"supplier_id": ("Creditor Ref", CODES), "supplier_name": ("Creditor Name", FIRMS),
                         "account": ("Subjective Description", ["Agency staff"] * 12),
                         "spend": ("Net Value", AMOUNTS)}),
    ("payables", {"supplier_name": ("AP Supplier", FIRMS), "spend": ("AP Amount", AMOUNTS)}),
    ("e-tendering", {"supplier_name": ("Bidding Organisation", FIRMS),
                     "company_number": ("Companies House Registration No.", COMPANY_NUMBERS)}),
    ("NHS contracts", {"supplier_name": ("SUPPLIER_NAME", FIRMS),
                       "contract_title": ("CONTRACT_TITLE", ["Lifts"] * 12),
                       "category": ("PRIMARY_PROCUREMENT_CATEGORY", ["Estates"] * 12),
                       "description": ("SHORT_DESCRIPTION", ["Lifts"] * 12),
                       "spend": ("CONTRACT_AWARD_VALUE (excl. VAT)", AMOUNTS)}),
    ("awards", {"supplier_name": ("Awarded Supplier", FIRMS), "spend": ("Awarded Value", AMOUNTS)}),
]  # fmt: skip


@pytest.mark.parametrize(("system", "columns"), EXPORTS, ids=[system for system, _ in EXPORTS])
def test_the_headings_of_other_systems_are_known(system: str, columns: dict[str, tuple[str, list[str]]]) -> None:
    held = mapped(dict(columns.values()))
    assert held == {field: text for field, (text, _) in columns.items()}


@pytest.mark.parametrize(
    "heading", ["Amount1", "FY24 Spend", "Spend FY 24/25", "FY2024-25 Spend", "SPEND24", "Spend2024"]
)
def test_a_year_or_a_figure_stuck_to_a_heading_is_no_part_of_its_name(heading: str) -> None:
    assert mapped({"Supplier": FIRMS, heading: AMOUNTS})["spend"] == heading


@pytest.mark.parametrize("years", [("23-24", "24-25"), ("FY23", "FY24"), ("FY 23/24", "FY 24/25")])
def test_of_two_years_written_short_the_later_is_read(years: tuple[str, str]) -> None:
    cells = {"Supplier": FIRMS, **{f"Spend {year}": AMOUNTS for year in years}}
    assert mapped(cells)["spend"] == f"Spend {years[1]}"
