"""What stands below a heading decides what it says: buyers are not suppliers, codes are not names."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.normalise.mapping_making import AMOUNTS, CODES, COMPANY_NUMBERS, FIELDS, FIRMS, headings, mapped, why


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


BELOW = {"spend": AMOUNTS, "parent": FIRMS, "msat_score": ["62", "71"], "ecovadis_score": ["62", "71"]}


@pytest.mark.parametrize("name", [name for name, each in FIELDS.items() if each.headers and " " in each.label])
def test_a_column_may_be_headed_as_our_own_sheets_call_it(name: str) -> None:
    label = FIELDS[name].label
    cells = BELOW.get(name, ["yes", "no"])
    columns = {label: FIRMS} if name == "supplier_name" else {"Supplier": FIRMS[: len(cells)], label: cells}
    assert mapped(columns).get(name) == label
