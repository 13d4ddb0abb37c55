"""What an identity to check does to a band and a queue, and what every output then says of exclusions."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from msrisk import screen
from msrisk.assessment import Assessment
from msrisk.model import Band, Entries, Outcome, Queue, Way
from msrisk.report import Report
from msrisk.write.run import run_record
from msrisk.write.words import checked_line, exclusions_said, identity_said
from tests.enrich.watchlist_making import SIMPLE, from_rows, joined, supplier_list, with_identities
from tests.evaluate.evaluate_making import DAY

ROWS = [
    {"Supplier": name, "Amount": amount, "Purchase category": bought}
    for name, amount, bought in (
        ("Alder Ltd", "900", "Audit"),
        ("Birch Ltd", "500000", "Homecare"),
        ("Cedar Ltd", "500000", "Homecare"),
        ("Quarrendale Pension Fund", "500000", "Pension contributions"),
    )
]


@pytest.fixture
def listed(tmp_path: Path) -> Entries:
    rows = [(str(number), "Company", name, *[""] * 3, "UFLPA", "2026-03-13") for number, name in enumerate("ABCD")]
    return from_rows(tmp_path, SIMPLE, *rows)


def run(listed: Entries, *numbers: int, way: Way = Way.NAME, as_of: date = DAY, rules: str = "") -> Report:
    """The list with the suppliers of these numbers found on the watchlist."""
    suppliers = supplier_list(*ROWS)
    join = joined(listed, suppliers, {number: (number, way) for number in numbers})
    return screen(with_identities(suppliers, join), rules=rules or "uk-public-procurement", as_of=as_of)


def one(report: Report, name: str) -> Assessment:
    return next(each for each in report if each.name == name)


def outcome(report: Report, number: int) -> Outcome:
    return Outcome(int(report.outcomes[[rule.id for rule in report.asked].index("exclusion-listed"), number]))


def test_to_check_is_not_known_and_not_found_is_clear(listed: Entries) -> None:
    report = run(listed, 0)
    assert [outcome(report, each) for each in (0, 1)] == [Outcome.NOT_KNOWN, Outcome.CLEAR]


def test_t99_a_confirmed_identity_refers_and_scores_nothing(listed: Entries) -> None:
    before, after = one(run(listed), "Birch Ltd"), one(run(listed, 1, way=Way.DECISION), "Birch Ltd")
    assert (after.band, after.queue, after.score) == (Band.REFER, Queue.LOOK_FIRST, before.score)
    (answer,) = [each for each in after.ended(Outcome.FLAGGED) if each.rule.id == "exclusion-listed"]
    assert "Watchlist: OpenSanctions, UFLPA" in answer.evidence[0].shown


@pytest.mark.parametrize("name", ["Alder Ltd", "Birch Ltd"])
def test_an_identity_to_check_is_a_queue_of_its_own_before_look_first_and_never_parked(
    listed: Entries, name: str
) -> None:
    number = [row["Supplier"] for row in ROWS].index(name)
    assert one(run(listed), name).queue in (Queue.PARKED, Queue.LOOK_FIRST)
    found = one(run(listed, number), name)
    assert (found.queue, found.band > Band.NOT_CLEARED) == (Queue.IDENTITY_TO_CHECK, False)
    assert (found.score, found.so_far) == (one(run(listed), name).score, one(run(listed), name).so_far)


def test_a_payee_set_aside_stays_set_aside(listed: Entries) -> None:
    report = run(listed, 3)
    assert one(report, "Quarrendale Pension Fund").queue is Queue.SET_ASIDE
    assert identity_said(report) == ""


def test_t95_a_sole_trader_on_no_list_is_not_said_to_be_perhaps_on_one(listed: Entries) -> None:
    row = {
        "Supplier": "Dove Cleaning",
        "Legal form": "sole trader",
        "Amount": "900",
        "Purchase category": "Cleaning",
    }
    suppliers = supplier_list(row, {**row, "Supplier": "Alder Ltd", "Legal form": "limited company"})
    join = joined(listed, suppliers, {[*suppliers.names].index("Alder Ltd"): (0, Way.NAME)})
    report = screen(with_identities(suppliers, join), as_of=DAY)
    assert one(report, "Dove Cleaning").queue is not Queue.IDENTITY_TO_CHECK
    assert one(report, "Alder Ltd").queue is Queue.IDENTITY_TO_CHECK
    assert identity_said(report).startswith("Identity to check: 1 supplier.")


def test_t95_how_many_are_to_check_is_said_in_words_that_accuse_nobody(listed: Entries) -> None:
    assert identity_said(run(listed, 0, 1)).startswith("Identity to check: 2 suppliers")
    said = identity_said(run(listed, 0, 1)).casefold()
    assert not any(word in said for word in ("sanction", "exclu", "blacklist", "offen", "breach"))


def test_nobody_is_asked_about_a_listing(listed: Entries) -> None:
    asked = one(run(listed, 1), "Birch Ltd").questions
    assert "watchlist_identity" not in {question.field for question in asked}


# -- what was checked


def test_without_a_list_every_output_says_that_exclusions_were_not_checked() -> None:
    report = screen(supplier_list(*ROWS), rules="uk-public-procurement", as_of=DAY)
    assert checked_line(report).endswith("Exclusions were not checked.")
    assert run_record(report)["not_checked"] == ["exclusions"]


def test_with_a_list_its_name_day_and_licence_are_said_and_that_nothing_else_was_checked(listed: Entries) -> None:
    report = run(listed)
    said = exclusions_said(report)
    lists = "Checked against: OpenSanctions, UFLPA, 2026-03-13, CC BY-NC 4.0. "
    assert said.startswith(f"{lists}Exclusions not checked: ")
    assert checked_line(report).endswith(said)
    not_checked = run_record(report)["not_checked"]
    assert [each in said for each in ("debarment list", "labour market enforcement order")] == [True, True]
    grounds = [rule for rule in report.asked if rule.excludes and rule.id != "exclusion-listed"]
    assert len(not_checked) == len(grounds) + 1, "each ground by its name, and all that are not ours"
    assert not any("watchlist" in each for each in not_checked)


def test_a_list_without_day_or_licence_says_so(tmp_path: Path) -> None:
    said = exclusions_said(run(from_rows(tmp_path, ("Name",), ("A",)), rules=""))
    assert "list.csv, undated, licence not known." in said


@pytest.mark.parametrize(("rules", "as_of"), [("section-54", DAY), ("uk-public-procurement", date(2025, 2, 23))])
def test_a_list_that_no_rule_in_force_asks_about_was_not_checked(listed: Entries, rules: str, as_of: date) -> None:
    assert exclusions_said(run(listed, rules=rules, as_of=as_of)) == "Exclusions were not checked."
