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
    "exclusion-labour-market-conviction": ("Labour market conviction", "Yes", "No"),
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
        pytest.param("Modern slavery conviction", "Modern slavery conviction date", "27/11/2021", Band.REFER,
                     id="a conviction on the first day of the five years that end today"),
        pytest.param("Modern slavery conviction", "Modern slavery conviction date", "26/11/2021", Band.LOW,
                     id="one before the last five years must be ignored"),
        pytest.param("Modern slavery conviction", "Modern slavery conviction date", "", Band.REFER,
                     id="one without a day is not let off"),
        pytest.param("Labour market conviction", "Labour market conviction date", "24/02/2022", Band.REFER,
                     id="D17 an offence of the labour market from the day that counts"),
        pytest.param("Labour market conviction", "Labour market conviction date", "23/02/2022", Band.LOW,
                     id="D20 one from before it is ignored sooner"),
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


REMARKS = [
    pytest.param("Modern slavery conviction", "Yes - s.1", id="D01"),
    pytest.param("Modern slavery conviction", "Yes - abroad (Italy)", id="D23"),
    pytest.param("STPO/STRO", "Yes - STRO", id="D06"),
    pytest.param("STPO/STRO", "STRO", id="D24"),
    pytest.param("Debarment list result", "Listed - mandatory", id="D10"),
    pytest.param("Labour market conviction", "Yes - minimum wage", id="D17"),
]


@pytest.mark.parametrize(("heading", "said"), REMARKS)
@pytest.mark.parametrize("rule_set", ["uk-public-procurement", "scotland"])
def test_a_yes_with_a_remark_is_referred_in_every_country(rule_set: str, heading: str, said: str) -> None:
    assert only([LOW | {heading: said}], load_rules(rule_set), DAY).band is Band.REFER


def test_a_no_with_a_remark_and_an_undertaking_stay_not_known() -> None:
    """D18"""
    assert of(**{"STPO/STRO": "No - lapsed"}).band is Band.NOT_CLEARED
    assert of(**{"Labour market enforcement order": "LME undertaking only"}).band is Band.NOT_CLEARED


@pytest.mark.parametrize(
    ("heading", "dated", "day"),
    [
        pytest.param("Modern slavery conviction", "Date of conviction", "10/03/2020", id="D02"),
        pytest.param("STPO/STRO", "Date of order", "15/01/2025", id="D05"),
    ],
)
def test_what_is_out_of_time_as_a_ground_is_still_told_and_scores_nothing(
    heading: str, dated: str, day: str
) -> None:
    report = screened([LOW | {heading: "Yes", dated: day}], RULES, DAY)
    (each,) = report
    assert (each.band, each.score) == (Band.LOW, 0)
    assert answer(each, "exclusion-out-of-time").outcome is Outcome.FLAGGED


def test_in_scotland_what_is_on_record_is_referred_however_old() -> None:
    """D09"""
    scotland = load_rules("scotland")
    for cells in ({"STPO/STRO": "Yes", "STPO date": "15/01/2020"}, {"Debarred": "Yes"}):
        each = only([LOW | cells], scotland, DAY)
        assert (each.band, each.score) == (Band.REFER, 0)
    assert "Schedule 7" not in scotland.rules["exclusion-listed"].next_step
    assert only([LOW | {"STPO/STRO": "No"}], scotland, DAY).band is Band.LOW  # of no other column it is asked


def test_where_nobody_is_asked_anything_the_list_is_screened_all_the_same() -> None:
    report = screened([LOW | {"Purchase category": "Audit"}], RULES, DAY)
    assert report.moves.lower == ((),)


@pytest.mark.parametrize(
    ("incorporated", "outcome"),
    [
        pytest.param("01/03/2026", Outcome.NOT_KNOWN, id="T31 its first financial year need not have ended"),
        pytest.param("26/05/2025", Outcome.FLAGGED, id="T31 eighteen months ago to the day it has"),
        pytest.param("27/05/2025", Outcome.NOT_KNOWN, id="T31 a day less than eighteen months"),
        pytest.param("01/03/2027", Outcome.FLAGGED, id="a day still to come says nothing"),
        pytest.param("", Outcome.FLAGGED, id="a blank says nothing"),
    ],
)
def test_a_no_to_the_statement_of_a_young_company(incorporated: str, outcome: Outcome) -> None:
    row = LOW | {"Turnover": "£50m", "Statement published": "No", "Incorporated": incorporated}
    row["Statement covers supplier"] = "No"
    old = LOW | {"Supplier": "Birch Ltd", "Incorporated": "01/03/2001"}
    each = next(each for each in screened([row, old], RULES, DAY) if each.name == "Alder Ltd")
    held = answer(each, "s54-no-statement")
    assert held.outcome is outcome
    if outcome is Outcome.FLAGGED:
        assert held.assumed == ()
    else:
        assert "statement_published" in {question.field for question in each.questions}


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        pytest.param("Statement covers supplier", "Yes - parent statement names us", id="A28"),
        pytest.param(
            "Statement published", "Yes (group statement names this company)", id="A28 in the other column"
        ),
        pytest.param("Named in parent's statement", "Yes", id="A28 under its own heading"),
    ],
)
def test_a_group_statement_that_names_the_supplier_covers_it(heading: str, said: str) -> None:
    row = LOW | {"Turnover": "£70m", "Statement published": "No"} | {heading: said}
    assert answer(only([row], RULES, DAY), "s54-no-statement").outcome is Outcome.CLEAR


@pytest.mark.parametrize(
    ("form", "outcome"),
    [
        pytest.param("Charitable trust", Outcome.NOT_APPLICABLE, id="A13d no body corporate"),
        pytest.param("Unincorporated charity", Outcome.NOT_APPLICABLE, id="no body corporate either"),
        pytest.param("Royal charter body", Outcome.FLAGGED, id="A13f a body corporate"),
    ],
)
def test_the_legal_forms_of_charities(form: str, outcome: Outcome) -> None:
    row = LOW | {"Supplier": "Hope", "Turnover": "£70m", "Statement published": "No", "Legal form": form}
    assert answer(only([row], RULES, DAY), "s54-no-statement").outcome is outcome


def test_columns_in_which_nothing_stands_are_not_said_to_be_checked() -> None:
    blank = {heading: "" for heading, *_ in COLUMNS.values()}
    report = screened([{**LOW, **blank}], RULES, DAY)
    assert exclusions_said(report) == "Exclusions were not checked."
    assert report.count(Band.LOW) == 0, "a blank in such a column still makes Not cleared the best"
