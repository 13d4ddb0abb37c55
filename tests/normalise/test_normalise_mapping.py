"""What stands below a heading decides what it says: buyers are not suppliers, codes are not names."""

from collections.abc import Callable

import pandas
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from msrisk.errors import InputError
from msrisk.model import Heading, Sheet, TextColumn, Told
from msrisk.model.arrays import Numbers
from msrisk.normalise.mapping import map_columns
from msrisk.ruleset.vocabulary import load_vocabulary
from msrisk.screening import read_suppliers

FIELDS = load_vocabulary()
FIRMS = [
    f"{tree} {trade} Ltd" for tree in ("Alder", "Birch", "Cedar", "Elm") for trade in ("Works", "Care", "Foods")
]
AMOUNTS = [f"{pounds}.50" for pounds in range(900, 912)]
CODES = [f"V{number}" for number in range(1001, 1013)]
COMPANY_NUMBERS = [f"0{number}" for number in range(1234561, 1234570)] + ["SC123456", "10234567", "OC301234"]
Columns = dict[str, list[str]]


def headings(columns: Columns | list[tuple[str, list[str]]]) -> list[Heading]:
    pairs = list(columns.items()) if isinstance(columns, dict) else columns
    made = []
    for _, cells in pairs:
        texts: Numbers[str] = Numbers()
        codes = texts.codes(cells)
        made.append(TextColumn(tuple(texts), codes))
    sheet = Sheet("list.csv", "", "", tuple(made))
    return map_columns(sheet, [text for text, _ in pairs], 0, FIELDS, {})


def mapped(columns: Columns) -> dict[str, str]:
    return {each.field: each.text for each in headings(columns) if each.field}


def why(columns: Columns, text: str) -> str:
    return next(each.how for each in headings(columns) if each.text == text)


@pytest.mark.parametrize(
    "heading", ["Entity", "Department family", "Body Name", "Organisation", "Organistion Name"]
)
def test_a_buyer_beside_the_suppliers_is_not_read(heading: str) -> None:
    held = mapped({heading: ["Borset Council"] * 12, "Supplier": FIRMS, "Amount": AMOUNTS})
    assert held == {"supplier_name": "Supplier", "spend": "Amount"}


@pytest.mark.parametrize("heading", ["OrganisationName", "Organisation", "Organisation Name", "Company", "Firm"])
def test_an_organisation_column_of_many_names_is_the_supplier_where_nothing_else_is(heading: str) -> None:
    assert mapped({heading: FIRMS, "CompanyNumber": COMPANY_NUMBERS})["supplier_name"] == heading


def test_an_organisation_column_of_few_names_is_the_buyer_and_is_offered() -> None:
    columns = {"Organisation": ["Borset Council", "Borset Fire"] * 6, "Amount": AMOUNTS}
    assert "supplier_name" not in mapped(columns)
    assert why(columns, "Organisation") == (
        "few different values, as a buyer's column has; may be Supplier; settle it with --map"
    )


def test_many_public_bodies_are_buyers_and_offered() -> None:
    columns = {"Organisation": [f"{firm.split()[0]} {n} Borough Council" for n, firm in enumerate(FIRMS)]}
    assert mapped(columns) == {}
    assert "public bodies" in why(columns, "Organisation")


def test_many_organisations_beside_a_supplier_column_of_another_form_are_the_buyers() -> None:
    columns = {"Organisation Name": FIRMS, "Supplier [Name|Address|Ref type]": [f"[{firm}|x|y]" for firm in FIRMS]}
    assert "supplier_name" not in mapped(columns)


@pytest.mark.parametrize("order", [("Company", "Name"), ("Name", "Company")])
def test_one_company_throughout_is_the_buyer_where_another_column_holds_the_names(order: tuple[str, str]) -> None:
    cells = {"Company": ["Borset Homes Ltd"] * 12, "Name": FIRMS}
    assert mapped({heading: cells[heading] for heading in order})["supplier_name"] == "Name"


def test_the_name_may_stand_under_supplier_id_t_and_the_spend_under_grand_total() -> None:
    held = mapped({"Supplier ID(T)": FIRMS, "Grand Total": AMOUNTS})
    assert held == {"supplier_name": "Supplier ID(T)", "spend": "Grand Total"}


def test_a_supplier_id_that_holds_words_is_no_id() -> None:
    columns = {"Supplier ID": FIRMS, "Supplier Name": FIRMS}
    assert mapped(columns) == {"supplier_name": "Supplier Name"}
    assert why(columns, "Supplier ID") == "its heading looks like Supplier id, but its cells are words"


@pytest.mark.parametrize("heading", ["Vendor", "Supplier", "Creditor", "Payee", "Vendor #"])
def test_fault_58_codes_under_a_suppliers_heading_are_the_id_where_the_name_stands_beside(heading: str) -> None:
    held = mapped({heading: CODES, "Vendor Account Name": FIRMS})
    assert held == {"supplier_id": heading, "supplier_name": "Vendor Account Name"}


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        (["01/04/2024", "02/04/2024", "3 May 2024"], "dates"),
        (["https://a.example", "www.b.example/c"], "links"),
        (["BD98 8AA", "M1 1AE", "SW1A 2AA"], "postcodes"),
        (["a@b.example", "c@d.example"], "e-mail addresses"),
        (["Yes", "No"], "yes and no"),
        (["1001", "1002", "£1,003.00"], "numbers"),
    ],
)
def test_fault_58_what_is_no_name_is_refused_as_the_supplier(cells: list[str], kind: str) -> None:
    assert why({"Supplier": cells}, "Supplier") == f"its heading looks like Supplier, but its cells are {kind}"


def test_a_supplier_type_with_postcodes_slid_into_it_is_not_read() -> None:
    columns = {"Supplier": FIRMS, "Supplier Type": ["SME", "Large", "BD9 8AA", "M1 1AE"] * 3}
    assert mapped(columns) == {"supplier_name": "Supplier"}


def test_two_columns_of_one_heading_the_one_with_names_is_taken() -> None:
    held = headings([("Supplier", CODES), ("Supplier", FIRMS)])
    assert [each.field for each in held] == ["supplier_id", "supplier_name"]
    held = headings([("Supplier", FIRMS), ("Supplier", ["M1 1AE", "M2 2AE"] * 6)])
    assert [each.field for each in held] == ["supplier_name", ""]


@pytest.mark.parametrize("heading", ["Registration", "Registration Number", "Reg"])
def test_company_numbers_under_registration_are_proved_by_their_form(heading: str) -> None:
    assert mapped({"Supplier": FIRMS, heading: COMPANY_NUMBERS})["company_number"] == heading


@pytest.mark.parametrize("cells", [CODES, [f"10{n}234" for n in range(10, 22)], ["AB12 CDE"] * 12])
def test_other_numbers_under_registration_are_offered_and_not_taken(cells: list[str]) -> None:
    columns = {"Supplier": FIRMS, "Registration": cells}
    assert "company_number" not in mapped(columns)
    assert why(columns, "Registration") == "may be Company number; settle it with --map"


@pytest.mark.parametrize("heading", ["Number", "Reference"])
def test_a_number_or_reference_is_never_taken_for_a_fact_of_the_supplier(heading: str) -> None:
    held = mapped({"Supplier": FIRMS, heading: COMPANY_NUMBERS})
    assert held.keys() <= {"supplier_name", "reference"}


def test_a_total_is_spend_where_it_holds_pounds_and_nothing_where_it_holds_scores() -> None:
    assert mapped({"Supplier": FIRMS, "Total": AMOUNTS})["spend"] == "Total"
    assert "spend" not in mapped({"Bidder": FIRMS, "Total": ["61", "72", "83"] * 4})


@pytest.mark.parametrize(
    ("amounts", "taken", "said"),
    [
        (("Gross", "Net Amount"), "Net Amount", "(gross; the net one, 'Net Amount', is taken)"),
        (("Amount incl VAT", "Amount excl VAT"), "Amount excl VAT", "(gross; the net one,"),
        (("Amount", "Net"), "Net", "('Net' is taken)"),
        (
            ("Invoice Amount with VAT", "Invoice Amount without VAT"),
            "Invoice Amount without VAT",
            "(gross; the net one,",
        ),
        (
            ("Total Invoice Value", "Distribution Amount"),
            "Distribution Amount",
            "(whole invoice; the line-by-line",
        ),
        (("Total Contract Value", "Annual Value"), "Annual Value", "(whole contract; the yearly one,"),
    ],
)
def test_of_two_amounts_one_is_taken_and_it_is_said_why(amounts: tuple[str, str], taken: str, said: str) -> None:
    for order in (amounts, amounts[::-1]):
        columns = {"Supplier": FIRMS, **dict.fromkeys(order, AMOUNTS)}
        assert mapped(columns)["spend"] == taken
        other = next(each for each in amounts if each != taken)
        assert said in why(columns, other)


def test_vat_is_no_amount_of_ours() -> None:
    assert (
        mapped({"Supplier": FIRMS, "VAT": AMOUNTS, "VAT Amount": AMOUNTS, "Amount": AMOUNTS})["spend"] == "Amount"
    )


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


def test_a_name_beside_an_age_is_a_persons() -> None:
    columns = {"Name": FIRMS, "Age": ["44"] * 12}
    assert mapped(columns) == {}
    assert why(columns, "Name") == "may be Supplier, but 'Age' beside it speaks of persons"
    assert mapped({**columns, "Age": [""] * 12}) == {"supplier_name": "Name"}


def test_the_country_of_origin_in_a_company_register_is_where_the_company_is() -> None:
    register = {
        "CompanyName": FIRMS,
        "CompanyNumber": COMPANY_NUMBERS,
        "CompanyStatus": ["Active"] * 12,
        "IncorporationDate": ["13/03/1984"] * 12,
        "CountryOfOrigin": ["United Kingdom", "China"] * 6,
    }
    assert mapped(register)["country"] == "CountryOfOrigin"
    assert "origin" not in mapped(register)
    assert mapped({"Supplier": FIRMS, "Country of origin": ["China"] * 12})["origin"] == "Country of origin"


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (["Admin", "Programme "] * 6, "its cells name a budget and no purchase"),
        (["12404021", "061120C0"] * 6, "its cells are codes"),
        (["510400", "544075"] * 6, "its cells are numbers"),
        (["ITEM", "VAT"] * 6, "its cells name kinds of invoice lines and no purchase"),
    ],
)
def test_what_says_nothing_of_a_purchase_is_no_account(cells: list[str], said: str) -> None:
    columns = {"Supplier": FIRMS, "Expense Type": ["Cleaning", "Care"] * 6, "Expenditure Type": cells}
    assert mapped(columns) == {"supplier_name": "Supplier", "account": "Expense Type"}
    assert why(columns, "Expenditure Type") == f"its heading looks like Account, but {said}"


def test_what_is_looked_up_has_no_column() -> None:
    assert mapped({"Supplier": FIRMS, "Sector": ["Care"] * 12}) == {
        "supplier_name": "Supplier",
        "category": "Sector",
    }


KNOWN: list[tuple[str, list[str]]] = [
    ("Supplier number", CODES),
    ("Supplier Name", FIRMS),
    ("Organisation", ["Borset Council"] * 12),
    ("Net Amount", AMOUNTS),
    ("Gross", AMOUNTS),
    ("Payment Date", ["01/04/2024"] * 12),
    ("Expense Type", ["Cleaning", "Care"] * 6),
    ("Description", ["Offices", "Beds"] * 6),
    ("Registration", COMPANY_NUMBERS),
    ("Turnover (£m)", ["40"] * 12),
]


@given(st.permutations(KNOWN))
@settings(max_examples=40, deadline=None)
def test_fault_57_the_order_of_columns_changes_nothing(order: list[tuple[str, list[str]]]) -> None:
    assert {each.text: (each.field, each.how) for each in headings(order)} == {
        each.text: (each.field, each.how) for each in headings(KNOWN)
    }


@given(st.integers(0, len(KNOWN)), st.sampled_from(["Zzyzx", "Kolumne", "+", "", "Unnamed: 7"]))
@settings(max_examples=40, deadline=None)
def test_fault_56_a_column_nobody_knows_changes_nothing(at: int, text: str) -> None:
    more = [*KNOWN[:at], (text, ["words of some kind"] * 12), *KNOWN[at:]]
    held = [(each.text, each.field) for each in headings(more)]
    held.remove((text, ""))
    assert held == [(each.text, each.field) for each in headings(KNOWN)]


WAYS: list[Callable[[str], str]] = [
    str.upper,
    str.lower,
    str.title,
    lambda text: text.replace(" ", "\u00a0  "),
    lambda text: f" {text}\n",
]


@given(st.sampled_from(KNOWN), st.sampled_from(WAYS))
def test_fault_44_case_and_spacing_change_nothing(
    column: tuple[str, list[str]], written: Callable[[str], str]
) -> None:
    changed = [(written(text), cells) if text == column[0] else (text, cells) for text, cells in KNOWN]
    assert [each.field for each in headings(changed)] == [each.field for each in headings(KNOWN)]
