"""What several columns say of one statement: whether there is one, what the link leads to, and whose it is."""

from __future__ import annotations

import pandas
import pytest

from msrisk.model import Suppliers
from msrisk.screening import read_suppliers
from msrisk.values.reading import Grade, Reading

LINK = "https://alder.example/statement"


def listed(**cells: str) -> Suppliers:
    row = {"Supplier": "Alder Ltd", **{name.replace("_", " "): text for name, text in cells.items()}}
    return read_suppliers(pandas.DataFrame([row]))


def reading(suppliers: Suppliers, field: str) -> Reading:
    return suppliers.columns[field].reading(0)


@pytest.mark.parametrize(
    ("published", "document", "value", "link_stands"),
    [
        ("Yes", "Statement", ("yes",), True),
        ("Yes", "", ("yes",), True),
        ("Yes", "Something else", ("yes",), True),
        ("Yes", "Policy only", None, False),
        ("", "Code of conduct", None, False),
        ("No", "Policy", ("no",), False),
        ("Yes", "Australian statement", None, False),
        ("No", "Canadian report", ("no",), False),
        ("Yes", "Dead link", ("yes",), False),
        ("", "Page not found", None, False),
    ],
)
def test_what_the_link_leads_to_says_whether_it_speaks_for_a_statement(
    published: str, document: str, value: tuple[str, ...] | None, link_stands: bool
) -> None:
    said = {"Modern_slavery_statement": published, "Statement_URL": LINK, "What_the_link_shows": document}
    suppliers = listed(**said)
    assert reading(suppliers, "statement_published").value == value
    assert reading(suppliers, "statement_url").understood == link_stands


def test_a_policy_without_a_link_is_no_statement_either() -> None:
    suppliers = listed(Modern_slavery_statement="Yes", Document_offered="Policy")
    held = reading(suppliers, "statement_published")
    assert (held.value, held.note) == (None, "that is no statement under section 54")


def test_a_link_that_leads_nowhere_makes_a_yes_somebodys_word() -> None:
    suppliers = listed(Modern_slavery_statement="Yes", Statement_URL=LINK, What_the_link_shows="404")
    held = reading(suppliers, "statement_published")
    assert held.grade is Grade.ESTIMATED
    assert "nothing was found" in held.note


@pytest.mark.parametrize(
    ("whose", "covers", "value"),
    [
        ("Own", "", ("yes",)),
        ("Parent (named)", "", ("yes",)),
        ("Parent - not named", "", ("no",)),
        ("Wrong company", "", ("no",)),
        ("Group", "", None),
        ("", "", None),
        ("Own", "No", ("no",)),
        ("Parent (not named)", "Yes", ("yes",)),
    ],
)
def test_whose_statement_it_is_says_whether_it_covers_the_supplier_where_nothing_else_does(
    whose: str, covers: str, value: tuple[str, ...] | None
) -> None:
    suppliers = listed(Whose_statement=whose, Statement_covers_supplier=covers)
    assert reading(suppliers, "statement_covers_supplier").value == value
