"""Traps T23 to T41 on whether there is a statement: whose it is, who saw it, and what was offered in its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from msrisk.files import data_folder
from tests.traps.section54_making import (
    FOUND,
    IN_ORDER,
    IN_SCOPE,
    answer,
    asked,
    ended,
    flags,
    registry,
    screened,
)

NONE, COVERING, SEEN = "s54-no-statement", "s54-statement-not-covering", "s54-statement-not-seen"
SMALL = {"turnover": "£2m", "uk": "yes", "form": "company"}
SUPPLIER = "Alder Care Limited"


def test_t23_no_statement_is_said_as_not_found_by_us() -> None:
    (finding,) = [answer for answer in screened(**IN_SCOPE, statement="no").answers if answer.because]
    assert "no statement was found by us" in finding.because
    assert "£50m" in finding.because
    assert "£36m" in finding.because


def test_t23_no_statement_found_asks_where_it_is_published_and_lets_the_supplier_explain() -> None:
    rule = answer(screened(**IN_SCOPE, statement="no"), NONE).rule
    assert "where it is published" in rule.next_step
    assert "explain" in rule.steps["selection"]


@pytest.mark.parametrize("statement", ["no", "", "n/a", "not required"])
def test_t24_below_the_threshold_a_missing_statement_is_never_scored(statement: str) -> None:
    small = screened(turnover="£2m", uk="yes", form="company", statement=statement)
    assert (small.score, small.could_reach, small.band.word) == (0, 0, "Low")


def test_t25_a_voluntary_statement_of_a_small_supplier_neither_costs_nor_earns_points() -> None:
    without, with_one = screened(**SMALL), screened(**{**FOUND, **SMALL})
    poor = screened(**{**FOUND, **SMALL, "year_end": "31/03/2019"}, approved="no", no_steps="yes", no_risks="yes")
    told = {(each.score, each.could_reach, each.band.word, each.relief) for each in (without, with_one, poor)}
    assert told == {(0, 0, "Low", 0)}
    assert flags(poor) == set()


def test_t26_yes_without_a_link_is_unverified_and_says_so() -> None:
    for url, grade, note in (("", "estimated", "the list holds no link to it"), (FOUND["url"], "stated", "")):
        row = screened(**{**FOUND, "url": url}, covers="no", approved="no")
        (finding,) = [answer for answer in row.answers if answer.rule.id == "s54-statement-not-approved"]
        (published,) = [each for each in finding.evidence if each.field == "statement_published"]
        assert (published.grade.word, published.note) == (grade, note)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        pytest.param("", "flagged", id="T26 yes and no link: nobody saw it"),
        pytest.param("see website", "flagged", id="T26 words in place of a link"),
        pytest.param("https://acme.example/statement", "clear", id="T26 yes and a link"),
    ],
)
def test_a_yes_without_a_link_is_ours_to_look_up_and_costs_the_supplier_nothing(url: str, expected: str) -> None:
    row = screened(**{**IN_ORDER, "url": url})
    assert ended(row, SEEN) == expected
    assert (row.score, row.could_reach, answer(row, SEEN).rule.duty) == (0, 0, "us")


def test_t27_a_statement_that_does_not_name_the_supplier_is_flagged() -> None:
    assert ended(screened(**FOUND, covers="no"), "s54-statement-not-covering") == "flagged"


def test_t27_a_parents_statement_that_covers_the_supplier_clears_it() -> None:
    assert ended(screened(**IN_SCOPE, statement="no", covers="yes"), "s54-no-statement") == "clear"


@pytest.mark.parametrize(
    ("whose", "expected"),
    [
        pytest.param("Own", "clear", id="T27 its own"),
        pytest.param("Parent (named)", "clear", id="T27 its parent's, which names it"),
        pytest.param("Parent (not named)", "flagged", id="T27 its parent's, which does not name it"),
        pytest.param("Parent", "not known", id="T27 its parent's, and nobody looked"),
        pytest.param("Similarly named company", "flagged", id="T28 that of a company of a similar name"),
    ],
)
def test_whose_statement_it_is(whose: str, expected: str) -> None:
    row = screened(**FOUND, whose=whose)
    assert ended(row, COVERING) == expected
    assert ("statement_covers_supplier" in asked(row)) == (expected == "not known")


def test_t27_none_of_its_own_and_a_parents_that_names_it_is_enough() -> None:
    assert ended(screened(**IN_SCOPE, statement="no", whose="Parent (named)"), NONE) == "clear"


def test_t27_a_parent_in_the_registry_settles_nothing_until_a_person_has_looked(tmp_path: Path) -> None:
    parent = {"OrganisationName": "BEECH GROUP PLC", "CompanyNumber": "07654321"}
    public = registry(tmp_path, ("2026", [parent]))
    row = screened("Larch Care Ltd", public, **IN_SCOPE, parent="Beech Group plc")
    assert (ended(row, NONE), ended(row, COVERING)) == ("not known", "not known")
    assert {"statement_published", "statement_covers_supplier"} <= asked(row)


@pytest.mark.parametrize("name", ["Alder Care Homes Limited", "Alder Cars Limited", "Alda Care Ltd"])
def test_t28_a_company_of_a_similar_name_in_the_registry_lends_nobody_its_statement(
    tmp_path: Path, name: str
) -> None:
    public = registry(tmp_path, ("2026", [{}]))
    assert ended(screened(name, public, **IN_SCOPE), NONE) == "not known"
    assert ended(screened(SUPPLIER, public, **IN_SCOPE), NONE) == "clear"


def test_t30_the_year_of_a_registry_file_is_not_the_year_of_the_statement(tmp_path: Path) -> None:
    """A statement for a year long past may stand in the newest file; the later one is in an older file."""
    old = registry(tmp_path, ("2027", [{"StatementEndDate": "31/03/2025"}]))
    assert ended(screened(SUPPLIER, old, **IN_SCOPE), "s54-statement-out-of-date") == "flagged"
    newest = {"StatementEndDate": "31/03/2025"}
    both = registry(tmp_path, ("2027", [newest]), ("2026", [{"StatementEndDate": "31/03/2026"}]))
    assert ended(screened(SUPPLIER, both, **IN_SCOPE), "s54-statement-out-of-date") == "clear"


def test_t31_a_company_in_its_first_year_is_asked_and_may_have_nothing_to_show_yet() -> None:
    finding = answer(screened(**IN_SCOPE, formed="01/03/2026", statement="no"), NONE)
    assert finding.outcome.word == "not known", "no financial year need have ended"
    assert "its first financial year" in finding.rule.not_a_problem_when
    assert "may last up to 18 months" in finding.rule.not_a_problem_when


@pytest.mark.parametrize(
    "cells",
    [
        pytest.param({"url": "dead link"}, id="T34 noted where the link should stand"),
        pytest.param({"document": "Dead link"}, id="T34 noted beside the link"),
        pytest.param({"document": "404"}, id="T34 noted as 404"),
    ],
)
def test_a_dead_link_somebody_noted_is_no_link(cells: dict[str, str]) -> None:
    row = screened(**{**IN_ORDER, **cells})
    assert ended(row, SEEN) == "flagged"
    assert row.score == 0


def test_t34_a_link_is_never_opened_so_a_dead_one_nobody_noted_passes_for_a_link() -> None:
    row = screened(**{**IN_ORDER, "url": "https://no-such-host.invalid/statement"})
    assert (ended(row, SEEN), row.score) == ("clear", 0)


@pytest.mark.parametrize("said", ["Policy only", "In progress", "Draft", "Group statement", "N/A", "Not required"])
def test_t35_a_policy_a_draft_or_not_required_is_neither_yes_nor_no(said: str) -> None:
    assert ended(screened(**IN_SCOPE, statement=said), "s54-no-statement") == "not known"


@pytest.mark.parametrize(
    "document",
    [
        pytest.param("Policy", id="T35 a policy"),
        pytest.param("Code of conduct", id="T35 a code of conduct"),
        pytest.param("Australian statement", id="T39 a statement under Australian law"),
        pytest.param("Canadian report", id="T39 a report under Canadian law"),
        pytest.param("California", id="T39 a disclosure under Californian law"),
    ],
)
@pytest.mark.parametrize("statement", ["Yes", ""])
def test_what_is_no_statement_under_section_54_is_no_yes_and_the_statement_is_asked_for(
    statement: str, document: str
) -> None:
    row = screened(**{**FOUND, "statement": statement}, document=document)
    assert (ended(row, NONE), row.band.word) == ("not known", "Not cleared")
    assert "statement_published" in asked(row)


def test_t35_a_policy_in_place_of_a_statement_that_was_not_found_does_not_hide_that() -> None:
    assert ended(screened(**{**FOUND, "statement": "No"}, document="Policy"), NONE) == "flagged"


def test_t39_a_statement_that_the_registry_lists_stands_beside_the_foreign_one_that_was_offered(
    tmp_path: Path,
) -> None:
    public = registry(tmp_path, ("2026", [{}]))
    row = screened(
        SUPPLIER, public, **IN_SCOPE, statement="Yes", url=FOUND["url"], document="Australian statement"
    )
    (published,) = [each for each in answer(row, NONE).evidence if each.field == "statement_published"]
    assert "registry" in published.note
    assert ended(row, NONE) == "clear"


def test_t36_that_a_statement_repeats_last_years_is_not_seen_and_the_rules_say_so() -> None:
    assert flags(screened(**IN_ORDER)) == set()
    head = (data_folder("rules") / "section-54.yaml").read_text("utf-8").partition("sources:")[0]
    assert "repeats last year's" in " ".join(head.replace("#", "").split())


@pytest.mark.parametrize("statement", ["", "no", "yes"])
def test_t41_absence_from_the_registry_is_evidence_of_nothing(tmp_path: Path, statement: str) -> None:
    """The file of a year that has begun lists hardly anybody; and the registry is voluntary in any year."""
    public = registry(tmp_path, ("2027", [{"OrganisationName": "ELM LTD", "CompanyNumber": "07654321"}]))
    without = screened(SUPPLIER, **IN_SCOPE, statement=statement)
    beside = screened(SUPPLIER, public, **IN_SCOPE, statement=statement)
    assert [each.outcome for each in beside.answers] == [each.outcome for each in without.answers]
    assert (beside.score, beside.could_reach) == (without.score, without.could_reach)
