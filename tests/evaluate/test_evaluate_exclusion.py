"""Grounds for exclusion go to legal review, outside the scoring; what was not asked is named."""

from __future__ import annotations

from datetime import date

import pytest

from msrisk import load_rules
from msrisk.assessment import Assessment
from msrisk.model import Band, Outcome, Track
from msrisk.report import Report
from msrisk.ruleset.conditions import fields_read
from msrisk.write.run import run_record
from msrisk.write.words import OTHER_GROUNDS, checked_line, exclusions_said
from tests.evaluate.evaluate_making import answer, only, screened

DAY = date(2026, 11, 26)
RULES = load_rules("uk-public-procurement")
LOW = {
    "Supplier": "Alder Ltd",
    "Purchase category": "Insurance",
    "UK business": "yes",
    "Turnover": "£2m",
    "Turnover year end": "2026-03-31",
    "Country": "UK",
    "Place of work": "UK",
}
COLUMNS = {
    "exclusion-declared": ("Exclusion grounds declared", "Yes", "No"),
    "exclusion-conviction": ("Modern slavery conviction", "Yes", "No"),
    "exclusion-slavery-order": ("STPO/STRO", "Yes", "No"),
    "exclusion-labour-market-order": ("Labour market enforcement order", "Yes", "No"),
    "exclusion-conduct": ("Evidence of modern slavery", "Yes", "No"),
    "exclusion-debarment": ("Debarment list result", "Listed", "Not listed"),
    "exclusion-connected-person": ("Connected person order", "Yes", "No"),
    "exclusion-associated-person": ("Associated person exclusion grounds", "Yes", "No"),
}
every_ground = pytest.mark.parametrize("rule", COLUMNS)


def of(**cells: str) -> Assessment:
    """A supplier of which all else is Low, with these cells, given by heading."""
    return only([LOW | cells], RULES, DAY)


def two(heading: str, ours: str, other: str) -> Report:
    """A list in which another supplier's cell shows that the column is understood."""
    return screened([LOW | {heading: ours}, LOW | {"Supplier": "Birch Ltd", heading: other}], RULES, DAY)


@every_ground
def test_a_ground_is_referred_to_legal_review_and_scores_nothing(rule: str) -> None:
    heading, yes, no = COLUMNS[rule]
    flagged, clear = of(**{heading: yes}), of(**{heading: no})
    assert (flagged.band, flagged.score, flagged.so_far) == (Band.REFER, 0, Band.LOW)
    assert (clear.band, clear.score) == (Band.LOW, 0)
    assert (answer(flagged, rule).outcome, answer(clear, rule).outcome) == (Outcome.FLAGGED, Outcome.CLEAR)
    assert "legal review" in answer(flagged, rule).rule.next_step


@every_ground
@pytest.mark.parametrize("said", ["", "tbc", "?"])
def test_a_blank_in_such_a_column_makes_not_cleared_the_best_and_is_asked(rule: str, said: str) -> None:
    heading, _, no = COLUMNS[rule]
    each = next(each for each in two(heading, said, no) if each.name == "Alder Ltd")
    assert (each.band, each.so_far, each.score) == (Band.NOT_CLEARED, Band.LOW, 0)
    read = fields_read(RULES.rules[rule].condition, RULES.conditions())
    assert {question.field for question in each.questions} == set(read)  # of that ground, and of no other


def test_without_such_columns_nobody_is_asked_and_every_output_says_that_nothing_was_checked() -> None:
    report = screened([LOW], RULES, DAY)
    (each,) = report
    assert (each.band, each.questions) == (Band.LOW, ())
    assert checked_line(report).endswith("Exclusions were not checked.")
    assert run_record(report)["not_checked"] == ["exclusions"]


@every_ground
def test_a_column_of_nothing_but_no_leaves_every_other_ground_named_as_not_checked(rule: str) -> None:
    heading, _, no = COLUMNS[rule]
    report = two(heading, no, no)
    not_checked = run_record(report)["not_checked"]
    titles = {each.id: each.title for each in RULES.rules.values() if each.track is Track.EXCLUSION}
    assert set(not_checked) == {*titles.values(), OTHER_GROUNDS} - {titles[rule]}
    said = exclusions_said(report).casefold()
    assert all(title.casefold() in said for title in not_checked)
    assert titles[rule].casefold() not in said


def test_with_every_column_the_grounds_that_are_not_ours_are_still_named_as_not_checked() -> None:
    report = screened([LOW | {heading: no for heading, _, no in COLUMNS.values()}], RULES, DAY)
    assert run_record(report)["not_checked"][-1] == OTHER_GROUNDS
    assert OTHER_GROUNDS in exclusions_said(report)
    assert [each.band for each in report] == [Band.LOW]


@pytest.mark.parametrize(
    ("heading", "dated", "day", "band"),
    [
        pytest.param("Modern slavery conviction", "Modern slavery conviction date", "26/11/2021", Band.REFER,
                     id="a conviction five years ago to the day"),
        pytest.param("Modern slavery conviction", "Modern slavery conviction date", "25/11/2021", Band.LOW,
                     id="one before the last five years must be ignored"),
        pytest.param("Modern slavery conviction", "Modern slavery conviction date", "", Band.REFER,
                     id="one without a day is not let off"),
        pytest.param("STPO/STRO", "STPO/STRO date", "24/02/2025", Band.REFER, id="an order of the first day"),
        pytest.param("STPO/STRO", "STPO/STRO date", "23/02/2025", Band.LOW, id="an order from before it"),
        pytest.param("STPO/STRO", "STPO/STRO date", "tbc", Band.REFER, id="an order of some day"),
        pytest.param("LMEO", "LMEO date", "24/02/2025", Band.REFER, id="a labour market order of the first day"),
        pytest.param("LMEO", "LMEO date", "23/02/2025", Band.LOW, id="a labour market order from before it"),
    ],
)  # fmt: skip
def test_how_far_back_a_ground_reaches(heading: str, dated: str, day: str, band: Band) -> None:
    assert of(**{heading: "Yes", dated: day}).band is band


@pytest.mark.parametrize("dated", ["Modern slavery conviction date", "STPO date"])
def test_a_column_of_days_alone_asks_nothing(dated: str) -> None:
    report = screened([LOW | {dated: ""}, LOW | {"Supplier": "Birch Ltd", dated: "24/02/2026"}], RULES, DAY)
    assert {each.band for each in report} == {Band.LOW}
    assert exclusions_said(report) == "Exclusions were not checked."


@pytest.mark.parametrize("category", ["Homecare", "Agency staff", "Laptops"])
def test_what_is_bought_and_where_it_comes_from_is_never_a_ground(category: str) -> None:
    row = LOW | {"Purchase category": category, "Country of origin": "North Korea", "Statement published": "no"}
    each = only([row | {"Turnover": "£900m", **{heading: no for heading, _, no in COLUMNS.values()}}], RULES, DAY)
    assert each.band < Band.NOT_CLEARED
    assert each.band is not Band.REFER


@every_ground
def test_evidence_of_good_work_takes_nobody_out_of_legal_review(rule: str) -> None:
    heading, yes, _ = COLUMNS[rule]
    papers = {"MSAT date": "20/06/2026", "SMETA audit date": "20/06/2026", "Purchase category": "Homecare"}
    assert of(**{heading: yes, **papers}).band is Band.REFER


@pytest.mark.parametrize(
    ("day", "outcome"),
    [
        ("26/11/2026", Outcome.CLEAR),
        ("26/08/2026", Outcome.CLEAR),
        ("25/08/2026", Outcome.FLAGGED),
        ("27/11/2026", Outcome.FLAGGED),
        ("", Outcome.NOT_KNOWN),
    ],
)
def test_the_day_of_a_look_at_the_debarment_list_is_for_us_and_moves_no_band(day: str, outcome: Outcome) -> None:
    each = of(**{"Debarment list result": "Not on list", "Debarment list checked": day})
    assert answer(each, "exclusion-debarment-looked-up").outcome is outcome
    assert (each.band, each.score, each.questions) == (Band.LOW, 0, ())


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("Not listed", Outcome.CLEAR),
        ("no entry", Outcome.CLEAR),
        ("Clear", Outcome.CLEAR),
        ("Entry found", Outcome.FLAGGED),
        ("possible match", Outcome.NOT_KNOWN),
        ("checked", Outcome.NOT_KNOWN),
    ],
)
def test_what_a_look_at_the_debarment_list_found(said: str, outcome: Outcome) -> None:
    report = two("Debarment list result", said, "Not listed")
    each = next(each for each in report if each.name == "Alder Ltd")
    assert answer(each, "exclusion-debarment").outcome is outcome


@every_ground
@pytest.mark.parametrize("order", [(1, 2), (2, 1)], ids=["yes first", "no first"])
def test_a_yes_on_one_row_is_referred_whatever_another_row_says(rule: str, order: tuple[int, int]) -> None:
    heading, *_ = said = COLUMNS[rule]
    rows = [{**LOW, heading: said[each]} for each in order]
    assessment = only(rows, RULES, DAY)
    assert assessment.band is Band.REFER
    (evidence,) = (each for each in answer(assessment, rule).evidence if each.shown)
    assert evidence.shown.count("(") == 2, "each answer with its own cell"
