"""Which department buys from a supplier: that with the most money comes first, and none is lost."""

from __future__ import annotations

import pytest

from msrisk import load_rules
from msrisk.model import Suppliers
from msrisk.ruleset.conditions import fields_read
from tests.normalise.sheet_making import list_of, sheet, suppliers_of


def who_acts(suppliers: Suppliers) -> dict[str, str]:
    return dict(zip(suppliers.names, suppliers.departments, strict=True))


def test_the_department_with_the_most_money_acts_and_the_others_are_counted() -> None:
    rows = ["Alder Ltd | 5 | IT", "Alder Ltd | 3 | IT", "Alder Ltd | 90 | Adult Social Care", "Oak Ltd | 1 | IT"]
    suppliers = list_of([*rows, "Alder Ltd | 7 | Highways"], "Supplier", "Net amount", "Buying department")
    assert who_acts(suppliers) == {"Alder Ltd": "Adult Social Care, and 2 more", "Oak Ltd": "IT"}
    assert suppliers.columns["department"].reading(0).parts == ("Adult Social Care", "IT", "Highways")


def test_the_cell_it_comes_from_is_the_first_that_names_it() -> None:
    rows = ["Alder Ltd | 5 | IT", "Alder Ltd | 80 | Care", "Alder Ltd | 9 | Care", "Oak Ltd | 1 | IT"]
    suppliers = list_of(rows, "Supplier", "Net amount", "Directorate")
    column = suppliers.columns["department"]
    assert suppliers.book.address(int(column.rows[0]), column.spoken_by(0)) == "C3"


def test_without_amounts_the_department_of_most_rows_acts_and_of_equals_the_first_by_the_alphabet() -> None:
    rows = ["Alder Ltd | IT", "Alder Ltd | Care", "Alder Ltd | Care", "Oak Ltd | Parks", "Oak Ltd | Estates"]
    assert who_acts(list_of(rows, "Supplier", "Directorate")) == {
        "Alder Ltd": "Care, and 1 more",
        "Oak Ltd": "Estates, and 1 more",
    }


def test_one_department_in_two_spellings_is_one_and_a_blank_or_a_placeholder_is_none() -> None:
    rows = ["Alder Ltd | 5 | IT Services", "Alder Ltd | 3 | it  services", "Alder Ltd | 9 | n/a", "Oak Ltd | 1 | "]
    suppliers = list_of(rows, "Supplier", "Net amount", "Buying department")
    assert who_acts(suppliers) == {"Alder Ltd": "IT Services", "Oak Ltd": ""}


def test_a_list_without_such_a_column_says_nobody() -> None:
    suppliers = list_of(["Alder Ltd | 5"], "Supplier", "Net amount")
    assert "department" not in suppliers.columns
    assert suppliers.departments == ("",)


def test_a_column_left_blank_says_nobody() -> None:
    suppliers = list_of(["Alder Ltd | 5 | ", "Oak Ltd | 3 | "], "Supplier", "Net amount", "Buying department")
    assert suppliers.departments == ("", "")


def test_the_departments_of_two_lists_are_added_up_together() -> None:
    suppliers = suppliers_of(
        sheet(
            ["Supplier | Net amount | Directorate", "Alder Ltd | 5 | IT", "Oak Ltd | 5 | IT"], file="april.xlsx"
        ),
        sheet(
            ["Supplier | Net amount | Division", "Alder Ltd | 9 | Care", "Oak Ltd | 2 | Parks"], file="may.xlsx"
        ),
    )
    assert who_acts(suppliers) == {"Alder Ltd": "Care, and 1 more", "Oak Ltd": "IT, and 1 more"}


def test_a_person_who_is_paid_is_not_named_by_a_department() -> None:
    rows = [
        "Mrs Jane Wheatcroft | 5 | Children | Fostering allowances",
        "Alder Ltd | 3 | Carer of Mrs Jane Wheatcroft | Taxi",
    ]
    suppliers = list_of(rows, "Supplier", "Net amount", "Buying department", "Category")
    assert suppliers.departments[suppliers.names.index("Alder Ltd")] == "Carer of [a person's name]"


def test_departments_split_no_line_of_what_is_bought() -> None:
    rows = [f"Alder Ltd | 5 | {department} | Care" for department in ("IT", "Parks", "Estates")]
    with_them = list_of([*rows, "Alder Ltd | 5 | IT | Food"], "Supplier", "Net amount", "Directorate", "Category")
    assert len(with_them.line_owner) == 2
    assert with_them.categories == ("Care",)


@pytest.mark.parametrize(
    "heading", ["Department", "Expense area", "Cost centre description", "Organisational unit"]
)
def test_the_name_of_who_publishes_the_list_in_every_row_is_no_department(heading: str) -> None:
    rows = ["Alder Ltd | 5 | Department of Health", "Oak Ltd | 3 | Department of Health"]
    assert "department" not in list_of(rows, "Supplier", "Net amount", heading).columns
    rows = ["Alder Ltd | 5 | Estates", "Oak Ltd | 3 | Pharmacy"]
    assert "department" in list_of(rows, "Supplier", "Net amount", heading).columns


@pytest.mark.parametrize("heading", ["Cost centre", "Department"])
def test_codes_name_nobody(heading: str) -> None:
    suppliers = list_of(["Alder Ltd | 5 | 104422", "Oak Ltd | 3 | 103331"], "Supplier", "Net amount", heading)
    assert "department" not in suppliers.columns


@pytest.mark.parametrize(
    "heading",
    ["Department code", "Department family", "Directorate contact", "Head of division", "Division email"],
)
def test_what_only_speaks_of_a_department_is_not_taken_for_it(heading: str) -> None:
    suppliers = list_of(["Alder Ltd | 5 | Estates", "Oak Ltd | 3 | Parks"], "Supplier", "Net amount", heading)
    assert "department" not in suppliers.columns


def test_of_a_department_and_a_cost_centre_the_department_acts() -> None:
    rows = ["Alder Ltd | 5 | Depot 4 | Highways", "Oak Ltd | 3 | Home 7 | Care"]
    suppliers = list_of(rows, "Supplier", "Net amount", "Cost centre description", "Department")
    assert who_acts(suppliers) == {"Alder Ltd": "Highways", "Oak Ltd": "Care"}


def test_no_rule_reads_it() -> None:
    rules = load_rules("uk-public-procurement")
    read = {name for rule in rules.rules.values() for name in fields_read(rule.condition, rules.conditions())}
    assert "spend" in rules.fields
    assert "department" not in rules.with_what_is_behind(read)
