"""The accounts a company filed say how large its turnover likely is: an estimate, and never over what we know."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pandas
import pytest

from msrisk.enrich.size import estimate_turnover, first_day
from msrisk.model import Suppliers
from msrisk.ruleset.load import load_rules
from msrisk.screening import read_suppliers
from msrisk.values.money import show
from msrisk.values.reading import Grade, Reading

RULES = load_rules("section-54")


def listed(category: str, made_up_to: str, turnover: str = "") -> Suppliers:
    frame = pandas.DataFrame(
        [
            {
                "Supplier": "Alder Ltd",
                "Turnover": turnover,
                "Accounts category": category,
                "Last accounts made up to": made_up_to,
            }
        ]
    )
    return read_suppliers(frame)


TODAY = date(2026, 12, 31)


def estimated(category: str, made_up_to: str, turnover: str = "", as_of: date = TODAY) -> Reading:
    return estimate_turnover(listed(category, made_up_to, turnover), RULES, as_of).columns["turnover"].reading(0)


@pytest.mark.parametrize(
    ("made_up_to", "most"),
    [
        ("31 March 2025", "£12,200,000"),
        ("4 April 2026", "£12,200,000"),  # a year that began on 5 April 2025
        ("5 April 2026", "£18,000,000"),
        ("31/12/2026", "£18,000,000"),
        ("31/12/2023", "£12,200,000"),
    ],
)
@pytest.mark.parametrize("category", ["MICRO ENTITY", "SMALL", "TOTAL EXEMPTION FULL"])
def test_the_limit_is_that_of_the_financial_year_of_the_accounts(
    category: str, made_up_to: str, most: str
) -> None:
    reading = estimated(category, made_up_to)
    assert reading.grade is Grade.ESTIMATED
    assert reading.value is not None
    assert show(reading.value) in (f"£0 to {most}", f"up to {most}")


def test_the_note_says_what_it_rests_on_and_that_it_is_an_estimate() -> None:
    assert estimated("SMALL", "31/03/2025").note == (
        "small-company accounts to 31 March 2025: two of three limits hold, of which turnover is one, "
        "at most £12.2m with subsidiaries; likely below, an estimate"
    )


@pytest.mark.parametrize(
    "category",
    ["MEDIUM", "FULL", "GROUP", "AUDIT EXEMPTION SUBSIDIARY", "NO ACCOUNTS FILED", "DORMANT", "", "something"],
)
def test_other_accounts_say_nothing_of_turnover(category: str) -> None:
    assert not estimated(category, "31/03/2025").understood


@pytest.mark.parametrize("made_up_to", ["", "2025", "31/03/2014", "tbc"])
def test_without_the_day_or_a_limit_for_its_year_there_is_no_estimate(made_up_to: str) -> None:
    assert not estimated("SMALL", made_up_to).understood


@pytest.mark.parametrize("as_of", [date(2025, 3, 30), date(2028, 4, 3)])
def test_accounts_of_after_the_day_or_long_before_it_say_nothing(as_of: date) -> None:
    assert not estimated("SMALL", "31/03/2025", as_of=as_of).understood


@pytest.mark.parametrize(("name", "number"), [("Alder PLC", ""), ("Alder Inc", "FC012345")])
def test_a_public_or_overseas_company_files_under_other_rules(name: str, number: str) -> None:
    row = {"Supplier": name, "Company number": number, "Accounts category": "SMALL"}
    frame = pandas.DataFrame([{**row, "Last accounts made up to": "31/03/2025"}])
    suppliers = estimate_turnover(read_suppliers(frame), RULES, TODAY)
    assert not suppliers.columns["turnover"].reading(0).understood


@pytest.mark.parametrize("turnover", ["£50m / £5m", "£5bn?", "n/a - group £400m"])
def test_a_figure_that_cannot_be_read_is_not_overruled_by_an_estimate(turnover: str) -> None:
    assert not estimated("SMALL", "31/03/2025", turnover).understood


@pytest.mark.parametrize("turnover", ["£50m", "over £36m", "£1m"])
def test_a_turnover_that_is_known_stays(turnover: str) -> None:
    before = listed("SMALL", "31/03/2025", turnover).columns["turnover"].reading(0)
    assert estimated("SMALL", "31/03/2025", turnover) == before


def test_the_evidence_stands_at_the_kind_of_accounts() -> None:
    suppliers = estimate_turnover(listed("SMALL", "31/03/2025"), RULES, TODAY)
    column = suppliers.columns["turnover"]
    assert column.spoken_by(0) == "accounts_category"
    assert suppliers.book.address(int(column.rows[0]), column.spoken_by(0)).endswith("C2")


def test_rules_without_the_limit_and_lists_without_accounts_are_left_as_they_are() -> None:
    suppliers = listed("SMALL", "31/03/2025")
    assert estimate_turnover(suppliers, replace(RULES, parameters={}), TODAY) is suppliers
    bare = read_suppliers(pandas.DataFrame([{"Supplier": "Alder Ltd", "Turnover": ""}]))
    assert estimate_turnover(bare, RULES, TODAY) is bare


def test_the_default_rules_have_the_limit_too() -> None:
    suppliers = estimate_turnover(listed("SMALL", "31/03/2025"), load_rules("uk-public-procurement"), TODAY)
    assert suppliers.columns["turnover"].reading(0).understood


@pytest.mark.parametrize(
    ("last", "first"),
    [
        (date(2025, 3, 31), date(2024, 4, 1)),
        (date(2025, 12, 31), date(2025, 1, 1)),
        (date(2024, 2, 28), date(2023, 3, 1)),
        (date(2024, 2, 29), date(2023, 3, 1)),
    ],
)
def test_a_financial_year_is_taken_to_have_twelve_months(last: date, first: date) -> None:
    assert first_day(last) == first


@pytest.mark.parametrize(
    ("category", "turnover", "noted"),
    [
        ("SMALL", "£50m", True),
        ("MICRO ENTITY", "over £36m", True),
        ("SMALL", "£12.2m", False),
        ("SMALL", "£10m-£50m", False),
        ("SMALL", "tbc", False),
        ("FULL", "£50m", False),
    ],
)
def test_a_turnover_above_what_the_accounts_make_likely_stands_and_is_noted(
    category: str, turnover: str, noted: bool
) -> None:
    before = listed(category, "31/03/2025", turnover)
    after = estimate_turnover(before, RULES, TODAY)
    notes = after.notes[len(before.notes) :]
    assert [note.said for note in notes] == ([turnover] if noted else [])
    if noted:
        assert "what the list says stands" in notes[0].problem
        assert notes[0].where.endswith("B2")
        assert after.columns["turnover"].reading(0) == before.columns["turnover"].reading(0)


def test_of_many_such_turnovers_the_first_are_noted_and_the_others_counted() -> None:
    one = {"Turnover": "£50m", "Accounts category": "SMALL", "Last accounts made up to": "31/03/2025"}
    before = read_suppliers(pandas.DataFrame([{"Supplier": f"Alder {number} Ltd", **one} for number in range(52)]))
    notes = estimate_turnover(before, RULES, TODAY).notes[len(before.notes) :]
    assert len(notes) == 51
    assert "2 more suppliers" in notes[-1].problem
