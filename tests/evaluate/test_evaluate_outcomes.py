"""One supplier: the worst line wins, and every flag carries its values, cells, limits and sources."""

from __future__ import annotations

from datetime import date

import pytest

from msrisk.errors import RulesError
from msrisk.model import Outcome
from msrisk.values.reading import Grade
from tests.evaluate.evaluate_making import answer, every_track, only

LARGE = {"Supplier": "Alder Ltd", "Turnover": "£50m", "UK business": "yes", "Statement published": "no"}
KNOWN = {**LARGE, "Legal form": "company", "Statement covers supplier": "no"}


def bought(*categories: str) -> list[dict[str, str]]:
    return [{"Supplier": "Alder", "Purchase category": each, "Amount": "5"} for each in categories]


@pytest.mark.parametrize(
    ("categories", "outcome", "address", "shown"),
    [
        (("Audit", "Cleaning services"), Outcome.FLAGGED, "B3", "Cleaning services"),
        (("Cleaning services", "Audit"), Outcome.FLAGGED, "B2", "Cleaning services"),
        (("Audit", "", "Cleaning services"), Outcome.FLAGGED, "B4", "Cleaning services"),
        (("Audit", "Audit", "Audit", "Window cleaning"), Outcome.FLAGGED, "B5", "Window cleaning"),
        (("Audit", "Legal opinion"), Outcome.CLEAR, "B2", "Audit"),
    ],
)
def test_the_worst_line_wins_and_its_cell_is_shown(
    categories: tuple[str, ...], outcome: Outcome, address: str, shown: str
) -> None:
    held = answer(only(bought(*categories), every_track()), "sector-cleaning")
    assert (held.outcome, held.evidence[0].address, held.evidence[0].shown) == (outcome, address, shown)


def test_a_line_that_does_not_say_keeps_the_rule_open_and_names_the_field() -> None:
    held = answer(only(bought("Audit", ""), every_track()), "sector-cleaning")
    assert (held.outcome, held.blanks) == (Outcome.NOT_KNOWN, ("category",))


def test_a_flag_carries_each_value_its_cell_what_it_was_compared_with_and_the_source() -> None:
    held = answer(only([KNOWN]), "s54-no-statement")
    evidence = {each.field: each for each in held.evidence}
    turnover = evidence["turnover"]
    assert (turnover.shown, turnover.address, turnover.compared_with) == ("£50m", "B2", "at least £36m")
    assert turnover.source.startswith("Modern Slavery Act 2015 (Transparency in Supply Chains) Regulations 2015")
    assert turnover.source.endswith("regulations 2 and 3")
    published = evidence["statement_published"]
    assert (published.shown, published.address, published.compared_with) == ("no", "D2", "no")
    assert published.source == "Modern Slavery Act 2015, section 54(1) and (7)"
    assert held.because.startswith("Section 54 applies (turnover £50m, threshold £36m)")


@pytest.mark.parametrize(
    ("day", "limit", "outcome"),
    [
        (date(2019, 12, 31), "at least £36m", Outcome.FLAGGED),
        (date(2020, 1, 1), "at least £40m", Outcome.CLEAR),
    ],
)
def test_the_figure_in_force_on_the_day_is_used_and_named(day: date, limit: str, outcome: Outcome) -> None:
    held = answer(only([{"Supplier": "Alder", "Turnover": "£38m"}], every_track(), day), "s54-large")
    assert (held.outcome, held.evidence[0].compared_with) == (outcome, limit)


def test_a_rule_is_absent_the_day_before_it_comes_into_force() -> None:
    held = only([LARGE], as_of=date(2016, 3, 31))
    assert answer(held, "s54-no-statement").outcome is Outcome.FLAGGED


def test_fault_112_a_day_on_which_no_rule_is_in_force_is_refused_and_never_all_clear() -> None:
    with pytest.raises(RulesError) as caught:
        only([LARGE], as_of=date(2016, 3, 30))
    assert "no rule of section-54 is in force on 2016-03-30" in caught.value.problem


def test_a_blank_exception_is_said_to_be_assumed_and_is_asked() -> None:
    assessment = only([{**LARGE, "Supplier": "Alder"}])
    held = answer(assessment, "s54-no-statement")
    assert (held.outcome, held.grade) == (Outcome.FLAGGED, Grade.ASSUMED)
    assert held.because.endswith("(Assumed, because not known: legal form, statement covers this supplier.)")
    assert set(held.assumed) == {"legal_form", "statement_covers_supplier"}
    assert {"legal_form", "statement_covers_supplier"} <= {question.field for question in assessment.questions}


def test_nothing_is_assumed_where_the_exceptions_are_known() -> None:
    held = answer(only([KNOWN]), "s54-no-statement")
    assert (held.grade, held.assumed, "Assumed" in held.because) == (Grade.STATED, (), False)


@pytest.mark.parametrize(
    ("more", "grade"),
    [
        ({}, Grade.STATED),
        ({"Turnover": "€90m"}, Grade.ESTIMATED),
        ({"UK business": "", "Country": "UK"}, Grade.ASSUMED),
        ({"Legal form": ""}, Grade.ESTIMATED),
        ({"Supplier": "Alder", "Legal form": ""}, Grade.ASSUMED),
    ],
    ids=[
        "all stated",
        "converted",
        "UK business from the country",
        "legal form from the name",
        "legal form blank",
    ],
)
def test_a_finding_is_graded_by_its_weakest_link(more: dict[str, str], grade: Grade) -> None:
    held = answer(only([{**KNOWN, **more}]), "s54-no-statement")
    assert (held.outcome, held.grade) == (Outcome.FLAGGED, grade)


def test_an_exception_that_holds_is_the_evidence_for_clear() -> None:
    held = answer(only([{**KNOWN, "Statement covers supplier": "yes"}]), "s54-no-statement")
    assert held.outcome is Outcome.CLEAR
    assert [(each.field, each.shown) for each in held.evidence] == [("statement_covers_supplier", "yes")]


def test_a_rule_that_does_not_apply_shows_why() -> None:
    held = answer(only([{**KNOWN, "Turnover": "£2m"}]), "s54-no-statement")
    assert held.outcome is Outcome.NOT_APPLICABLE
    assert [(each.field, each.shown, each.compared_with) for each in held.evidence] == [
        ("turnover", "£2m", "at least £36m")
    ]


def test_only_what_decides_whether_a_rule_applies_is_asked_first() -> None:
    assessment = only([{"Supplier": "Alder", "UK business": "yes", "Legal form": "company"}])
    asked = {question.field for question in assessment.questions}
    assert "turnover" in asked
    assert not asked & {"statement_signed", "statement_approved", "statement_linked"}


def test_a_trial_rule_is_answered_and_scores_nothing() -> None:
    assessment = only([{"Supplier": "Alder", "Turnover": "£5m"}], every_track())
    held = answer(assessment, "s54-trial")
    assert (held.outcome, held.points, assessment.law) == (Outcome.FLAGGED, 0, 0)
