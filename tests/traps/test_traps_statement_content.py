"""Traps T29 to T40 on what a statement says: its year, its form, no steps, no risk, and the six areas."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.enrich.registry_making import AREAS
from tests.traps.section54_making import FOUND, IN_ORDER, IN_SCOPE, answer, ended, registry, screened


@pytest.mark.parametrize(
    ("year_end", "expected"),
    [
        pytest.param("21/05/2025", "flagged", id="T29 a day over 18 months"),
        pytest.param("22/05/2025", "clear", id="T29 18 months to the day"),
        pytest.param("FY24/25", "flagged", id="T29 a financial year to 31 March 2025"),
        pytest.param("2025", "not known", id="T29 a bare year may be either"),
        pytest.param("31/02/2025", "not known", id="T29 an impossible day"),
    ],
)
def test_t29_a_stale_statement_is_overdue_under_the_guidance(year_end: str, expected: str) -> None:
    assert ended(screened(**{**FOUND, "year_end": year_end}), "s54-statement-out-of-date") == expected


def test_t29_nobody_is_called_unlawful() -> None:
    stale = screened(**{**FOUND, "year_end": "31/03/2020"})
    said = " ".join(answer.because + answer.rule.title for answer in stale.answers).casefold()
    assert not any(word in said for word in ("unlawful", "illegal", "breach", "non-compliant", "failed to"))


def test_t32_no_steps_taken_is_lawful_and_of_high_concern() -> None:
    silent = screened(**FOUND, no_steps="yes")
    (answer,) = [each for each in silent.answers if each.rule.id == "s54-no-steps-taken"]
    assert answer.points == 25
    assert "The Act allows that" in answer.because


def test_t32_no_steps_of_a_supplier_that_owes_no_statement_are_asked_of_nobody() -> None:
    assert (
        ended(screened(**{**FOUND, "turnover": "£2m"}, no_steps="yes"), "s54-no-steps-taken") == "not applicable"
    )


@pytest.mark.parametrize(
    ("cell", "rule"),
    [
        pytest.param("approved", "s54-statement-not-approved", id="T33 not approved"),
        pytest.param("signed", "s54-statement-not-signed", id="T33 not signed"),
        pytest.param("linked", "s54-statement-not-linked", id="T40 not linked from the home page"),
    ],
)
def test_the_form_of_a_statement(cell: str, rule: str) -> None:
    assert ended(screened(**FOUND, **{cell: "no"}), rule) == "flagged"
    assert ended(screened(**FOUND, **{cell: "Not explicit"}), rule) == "not known"
    assert ended(screened(**FOUND, **{cell: "✓"}), rule) == "clear"


def test_t33_a_partnership_needs_a_signature_but_no_board() -> None:
    firm = screened(**{**FOUND, "form": "partnership"}, approved="no", signed="no")
    assert ended(firm, "s54-statement-not-approved") == "clear"
    assert ended(firm, "s54-statement-not-signed") == "flagged"


def test_t37_that_no_risk_was_found_is_a_question_and_no_comfort() -> None:
    row = screened(**{**IN_ORDER, "no_risks": "yes"})
    finding = answer(row, "s54-no-risk-found")
    assert (finding.outcome.word, finding.points, row.score, row.band.word) == ("flagged", 4, 4, "Low")
    assert "The law allows that" in finding.because
    assert finding.rule.next_step.startswith("Ask where the supplier looked")


def test_t37_no_steps_and_no_risk_count_once_by_the_graver() -> None:
    assert screened(**{**IN_ORDER, "no_risks": "yes", "no_steps": "yes"}).score == 25


def test_the_six_areas_are_recommended_so_the_lack_of_one_is_low_and_never_unlawful() -> None:
    row = screened(**{**IN_ORDER, "six_areas": "no"})
    finding = answer(row, "s54-areas-not-covered")
    assert (finding.outcome.word, finding.points, row.band.word) == ("flagged", 4, "Low")
    assert "does not require" in finding.because


@pytest.mark.parametrize(("said", "expected"), [("No", "flagged"), ("", "not known"), ("Yes", "clear")])
def test_an_area_the_registry_leaves_blank_is_not_left_out(tmp_path: Path, said: str, expected: str) -> None:
    row = {**{f"StatementIncludes{area}": "Yes" for area in AREAS}, "StatementIncludesGoals": said}
    supplier = screened("Alder Care Limited", registry(tmp_path, ("2026", [row])), **IN_SCOPE)
    assert ended(supplier, "s54-areas-not-covered") == expected


def test_t38_a_statement_for_a_year_to_come_is_questioned() -> None:
    assert ended(screened(**{**FOUND, "year_end": "31/03/2027"}), "s54-statement-year-not-over") == "flagged"


def test_t38_a_year_to_come_in_the_registry_is_a_slip_and_makes_no_statement_new(tmp_path: Path) -> None:
    public = registry(tmp_path, ("2026", [{"StatementEndDate": "31/03/2062"}]))
    supplier = screened("Alder Care Limited", public, **IN_SCOPE)
    for rule in ("s54-statement-out-of-date", "s54-statement-year-not-over"):
        assert ended(supplier, rule) == "not known"
