"""The overlays that come with msrisk: they add what is for us, score nothing, and follow the right day."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas
import pytest

from msrisk import read_suppliers
from msrisk.model import About, Outcome, Track
from msrisk.report import Report
from msrisk.ruleset.load import load_rules
from msrisk.screening import report_on

DEFAULT = "uk-public-procurement"
OVERLAYS = ("council", "central-government", "nhs-england", "wales", "scotland", "pending-bill-105")
AS_OF = date(2026, 11, 26)
HEALTH = {"For the health service": "yes", "Award date": "1 August 2026", "Date advertised": "1 June 2026"}
RECORD = {
    "Modern slavery risk assessed on": "1 May 2026",
    "Modern slavery risk assessed by": "The category lead",
    "Modern slavery risk level": "high",
    "Reasonable steps": "Terms 4 and 5",
}


def report(rules: str, *rows: dict[str, str], on: date = AS_OF) -> Report:
    frame = pandas.DataFrame([{"Supplier": f"Alder {number} Ltd", **row} for number, row in enumerate(rows)])
    return report_on(read_suppliers(frame.fillna("")), load_rules(rules), on)


def ended(rules: str, rule: str, *rows: dict[str, str], on: date = AS_OF) -> list[str]:
    made = report(rules, *rows, on=on)
    place = [each.id for each in made.asked].index(rule)
    return [Outcome(int(outcome)).word for outcome in made.outcomes[place]]


@pytest.mark.parametrize("name", OVERLAYS)
def test_an_overlay_scores_what_the_default_scores_and_nothing_more(name: str) -> None:
    default, overlay = load_rules(DEFAULT), load_rules(name)
    assert overlay.scoring == default.scoring
    assert overlay.worklist == default.worklist
    scored = {rule.id: default.points(rule) for rule in default.rules.values() if rule.scored}
    assert {rule.id: overlay.points(rule) for rule in overlay.rules.values() if rule.scored} == scored


@pytest.mark.parametrize("name", OVERLAYS)
def test_what_an_overlay_adds_says_nothing_of_a_supplier(name: str) -> None:
    default = load_rules(DEFAULT).rules
    added = [rule for key, rule in load_rules(name).rules.items() if key not in default]
    assert added
    # In Scotland an exclusion on record is still referred, though the Act that names it does not bind there.
    of_ours = [rule for rule in added if not rule.id.startswith("exclusion-on-record-")]
    assert {rule.about for rule in of_ours} <= {About.US, About.WHAT_IF}
    assert name == "scotland" or of_ours == added


@pytest.mark.parametrize("name", OVERLAYS)
def test_a_list_keeps_its_bands_scores_and_questions_under_an_overlay(name: str) -> None:
    rows = [
        {"Category": "Home care", "Turnover": "£50m", "UK business": "yes", "Statement published": "no"},
        {"Category": "Protective gloves", "Turnover": "£2m", **HEALTH},
        {"Category": "Software", "Turnover": "£2m"},
    ]
    first, other = report(DEFAULT, *rows), report(name, *rows)
    assert first.scores.band.tolist() == other.scores.band.tolist()
    assert first.scores.could_reach.tolist() == other.scores.could_reach.tolist()
    assert first.scores.queue.tolist() == other.scores.queue.tolist()
    assert [one.questions for one in first] == [one.questions for one in other]


@pytest.mark.parametrize(
    ("commenced", "older", "newer"),
    [
        ("23 February 2025", "flagged", "clear"),
        ("24 February 2025", "clear", "flagged"),
        ("February 2025", "not known", "not known"),
        ("", "not known", "not known"),
    ],
)
@pytest.mark.parametrize("day", [date(2025, 3, 1), AS_OF])
def test_the_policy_note_follows_the_day_the_procurement_commenced_and_not_the_day_of_the_run(
    commenced: str, older: str, newer: str, day: date
) -> None:
    row = {"Category": "Home care", "Procurement commenced": commenced}
    assert ended("central-government", "contract-ppn-02-23", row, on=day) == [older]
    assert ended("central-government", "contract-ppn-009", row, on=day) == [newer]


def test_the_nhs_is_not_told_of_a_policy_note_that_no_longer_names_it() -> None:
    rules = load_rules("nhs-england")
    assert "contract-ppn-009" not in rules.rules
    assert "does not name NHS bodies" in rules.off["contract-ppn-009"]


def test_a_council_is_told_that_the_notes_are_its_own_choice() -> None:
    rules = load_rules("council")
    for name in ("contract-ppn-02-23", "contract-ppn-009"):
        assert "may choose to apply" in rules.rules[name].because
        assert "binds no council" in rules.rules[name].not_a_problem_when


@pytest.mark.parametrize("name", ["council", "nhs-england"])
def test_a_health_contract_without_a_record_is_for_us_whatever_its_value(name: str) -> None:
    rows = [{**HEALTH, "Contract value": value} for value in ("£1", "£50,000,000")]
    assert ended(name, "contract-assessment-not-recorded", *rows) == ["flagged", "flagged"]


def test_a_contract_that_is_not_for_the_health_service_has_no_record_to_keep() -> None:
    row = {**HEALTH, "For the health service": "no"}
    assert ended("council", "contract-assessment-not-recorded", row) == ["not applicable"]


def test_a_blank_under_health_service_is_no_answer() -> None:
    rows = [{**HEALTH, "For the health service": ""}, HEALTH]
    assert ended("council", "contract-assessment-not-recorded", *rows) == ["not known", "flagged"]


def test_the_regulations_are_not_asked_of_the_day_before_they_were_in_force() -> None:
    made = report("council", HEALTH, on=date(2026, 5, 16))
    assert [rule.id for rule in made.asked if rule.id.startswith("contract-assess")] == []


def test_an_assessment_is_late_by_the_notice_and_in_time_by_the_award() -> None:
    row = {**HEALTH, **RECORD, "Modern slavery risk assessed on": "2 June 2026"}
    assert ended("council", "contract-assessed-after-advert", row) == ["flagged"]
    assert ended("council", "contract-assessed-after-award", row) == ["clear"]


def test_a_whole_record_made_in_time_leaves_nothing_for_us() -> None:
    row = {**HEALTH, **RECORD, "Kind of agreement": "contract"}
    made = report("council", row)
    about_us = [number for number, rule in enumerate(made.asked) if rule.source.startswith("health")]
    assert len(about_us) == 5
    assert not np.isin(made.outcomes[about_us, 0], (Outcome.FLAGGED, Outcome.NOT_KNOWN)).any()


def test_a_call_off_from_an_assessed_framework_needs_no_assessment_of_its_own() -> None:
    rows = [{**HEALTH, "Framework assessed": "yes"}, {**HEALTH, "Framework assessed": "no"}]
    assert ended("council", "contract-assessment-not-recorded", *rows) == ["clear", "flagged"]


def test_no_rule_of_the_pending_bill_is_law() -> None:
    added = [rule for key, rule in load_rules("pending-bill-105").rules.items() if "pending" in key]
    assert len(added) == 3
    for rule in added:
        assert (rule.status, rule.scored) == ("trial", False)
        assert rule.law.startswith("Not law.")


def test_a_rule_on_trial_that_flags_moves_nobody_and_asks_nothing() -> None:
    row = {"Category": "Software", "Public body": "yes", "Turnover": "£50m", "UK business": "no"}
    first, tried = report(DEFAULT, row), report("pending-bill-105", row)
    assert ended("pending-bill-105", "s54-pending-public-body", row) == ["flagged"]
    bare, before = (each.assessment(0)._replace(explain=print, ask=tuple) for each in (tried, first))
    assert bare == before
    assert tried.questions(0) == first.questions(0)


def test_in_scotland_no_rule_of_exclusion_cites_an_act_that_does_not_bind() -> None:
    rules = load_rules("scotland")
    for rule in rules.rules.values():
        if rule.track is Track.EXCLUSION:
            assert "does not bind a devolved Scottish authority" in rules.cited(rule.source), rule.id
            assert "Procurement Act 2023" not in rule.next_step


def test_in_scotland_a_blank_under_statement_is_for_us_to_look_up() -> None:
    row = {"Turnover": "£50m", "UK business": "yes", "Legal form": "company"}
    rows = [row, {**row, "Statement published": "no"}]
    assert ended("scotland", "contract-scotland-statement-not-checked", *rows) == ["flagged", "clear"]


EARLY = {"For the health service": "yes", "Date advertised": "13 March 2026", "Award date": "20 June 2026"}


@pytest.mark.parametrize(
    ("row", "outcome"),
    [
        pytest.param(EARLY, "not known", id="fault 7 notice before the Regulations, award under them"),
        pytest.param({**EARLY, "SI 2025/1212 applies": "yes"}, "flagged", id="fault 7 legal says that they bind"),
        pytest.param({**EARLY, "SI 2025/1212 applies": "no"}, "not applicable", id="fault 7 legal says not"),
        pytest.param({**EARLY, "Date advertised": "17 May 2026"}, "flagged", id="fault 7 notice on their day"),
        pytest.param({**EARLY, "Date advertised": ""}, "flagged", id="fault 7 awarded directly"),
    ],
)
def test_a_contract_advertised_before_the_regulations_is_for_a_lawyer(row: dict[str, str], outcome: str) -> None:
    assert ended("council", "contract-assessment-not-recorded", row) == [outcome]


def test_fault_7_a_council_is_told_of_a_note_to_follow_if_adopted_and_not_of_its_own() -> None:
    rules = load_rules("council").rules
    for note in ("contract-ppn-009", "contract-ppn-02-23"):
        assert rules[note].title.endswith("is the note to follow, if adopted")
    assert "below the threshold" in rules["contract-ppn-009"].not_a_problem_when


def test_fault_7_nobody_acts_on_a_bill() -> None:
    tried = [rule for rule in load_rules("pending-bill-105").rules.values() if rule.status == "trial"]
    assert {(rule.duty, rule.next_step.partition(";")[0]) for rule in tried} == {("us", "Nothing now")}
