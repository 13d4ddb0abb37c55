"""Evidence of a scheme relieves a little while it is in date; without it nobody is worse off for having no papers.

Blanking any cell of it helps nobody (T59, T62): relief is lost, an expiry is never filled from beside it.
"""

from __future__ import annotations

from functools import cache
from itertools import product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from msrisk import load_rules
from msrisk.assessment import Assessment
from msrisk.model import Band, Outcome, Queue
from msrisk.report import Report
from msrisk.ruleset.rules import RuleSet
from tests.evaluate.evaluate_making import answer, only, screened

SCHEMES = {
    "assurance-msat": ("MSAT score", "MSAT date", "MSAT expiry"),
    "assurance-ecovadis": ("EcoVadis medal", "EcoVadis date", "EcoVadis expiry"),
    "assurance-sedex-audit": ("Sedex member", "SMETA audit date", "SMETA audit expiry"),
    "assurance-social-audit": ("", "Social audit date", "Social audit expiry"),
    "assurance-sa8000": ("SA8000", "SA8000 date", "SA8000 expiry"),
}
RESULTS = {"MSAT score": "62%", "EcoVadis medal": "Gold", "Sedex member": "Yes", "SA8000": "Yes", "": ""}
PAST, PAST_EXPIRY, NOW, AHEAD = "20 June 2024", "20 June 2025", "20 June 2026", "20 June 2027"


@cache
def rules() -> RuleSet:
    return load_rules("assurance")


def of(**cells: str) -> Assessment:
    """A laptop seller with these cells, given by heading, an underscore for a space."""
    row = {"Supplier": "Alder Ltd", "Purchase category": "Laptops"}
    return only([row | {heading.replace("_", " "): text for heading, text in cells.items()}], rules())


# -- what it comes to


@pytest.mark.parametrize("rule", SCHEMES)
def test_evidence_in_date_relieves_five_points_and_out_of_date_none(rule: str) -> None:
    result, day, expiry = SCHEMES[rule]
    cells = ((result, RESULTS[result]), (day, NOW), (expiry, AHEAD))
    held = {each.replace(" ", "_"): text for each, text in cells if each}
    in_date, out = of(**held), of(**{**held, day.replace(" ", "_"): PAST, expiry.replace(" ", "_"): PAST_EXPIRY})
    assert (answer(in_date, rule).outcome, in_date.relief) == (Outcome.CLEAR, 5)
    assert (answer(out, rule).outcome, out.relief) == (Outcome.FLAGGED, 0)
    assert in_date.score == out.score - 5
    assert in_date.band is out.band is Band.NOT_CLEARED  # T63: no paper takes a supplier out of its band


def test_t64_without_papers_nothing_is_asked_and_no_point_is_added() -> None:
    none, blank = of(), of(MSAT_score="", MSAT_date="", EcoVadis_medal="", Sedex_member="", SMETA_audit_date="")
    for each in (none, blank):
        assert {answer(each, rule).outcome for rule in SCHEMES} == {Outcome.NOT_APPLICABLE}
    assert (blank.score, blank.could_reach, blank.band) == (none.score, none.could_reach, none.band)
    assert blank.questions == none.questions
    assert blank.coverage == none.coverage


def test_papers_out_of_date_cost_nothing_that_having_none_would_not() -> None:
    out, none = of(MSAT_date=PAST), of()
    assert (out.score, out.could_reach, out.band) == (none.score, none.could_reach, none.band)


def test_papers_out_of_date_do_not_take_a_small_supplier_out_of_what_is_parked() -> None:
    row = {"Supplier": "Alder Ltd", "Purchase category": "Catering", "Annual spend": "900", "MSAT date": PAST}
    assert answer(only([row], rules()), "assurance-msat").outcome is Outcome.FLAGGED
    assert only([row], rules()).queue is Queue.PARKED


@pytest.mark.parametrize("score", ["0", "0%", "Incomplete", "Not submitted", "tbc", ""])
def test_a_day_without_a_result_relieves_nothing_and_the_result_is_asked(score: str) -> None:
    """C04: a score of nothing, or words in its place, is no result; a low one is, since no line was read."""
    rows = [
        {"Supplier": name, "Purchase category": "Laptops", "MSAT score": said, "MSAT date": NOW}
        for name, said in (("Alder", score), ("Birch", "30%"), ("Cedar", "62%"))
    ]
    by_name = {each.name: each for each in screened(rows, rules())}
    held, low = by_name["Alder"], by_name["Birch"]
    assert (answer(held, "assurance-msat").outcome, held.relief) == (Outcome.NOT_KNOWN, 0)
    assert "msat_score" in {each.field for each in held.questions}
    assert low.relief == 5


def test_membership_of_sedex_alone_relieves_nothing() -> None:
    assert answer(of(Sedex_member="Yes"), "assurance-sedex-audit").outcome is Outcome.NOT_APPLICABLE


@pytest.mark.parametrize("category", ["Insurance", ""])
def test_nothing_is_relieved_where_no_exposure_is_known(category: str) -> None:
    assert of(MSAT_date=NOW, Purchase_category=category).relief == 0


def test_relief_never_touches_law() -> None:
    large = {"Turnover": "£50m", "UK_business": "yes", "Statement_published": "no", "MSAT_date": NOW}
    row = {"Supplier": "Alder Ltd", "Purchase category": "Laptops"}
    held = only(
        [row | {heading.replace("_", " "): text for heading, text in large.items()}], "uk-public-procurement"
    )
    assert (held.law, held.exposure, held.relief, held.score) == (40, 10, 5, 45)


@pytest.mark.parametrize(
    ("cells", "asked"),
    [
        pytest.param({"MSAT_score": "62%", "MSAT_date": ""}, {"msat_date"}, id="a score without its day"),
        pytest.param(
            {"EcoVadis_date": NOW, "EcoVadis_expiry": ""}, {"ecovadis_expiry"},
            id="a blank expiry in a list that keeps them"),
        pytest.param(
            {"SMETA_audit_expiry": "20 June 2029"}, {"sedex_audit_date"},
            id="so late an expiry that the audit may be still to come"),
    ],
)  # fmt: skip
def test_evidence_whose_time_is_open_relieves_nothing_and_that_alone_is_asked(
    cells: dict[str, str], asked: set[str]
) -> None:
    held = of(**cells)
    assert held.relief == 0
    assert {each.field for each in held.questions} - {each.field for each in of().questions} == asked


def test_t63_three_papers_of_one_kind_relieve_once_and_three_kinds_fifteen_at_most() -> None:
    audits = {"SMETA_audit_date": NOW, "Social_audit_date": NOW, "SA8000_expiry": AHEAD, "SA8000_date": NOW}
    assert of(**audits).relief == 5
    assert of(**audits, MSAT_date=NOW).relief == 10
    clauses = {"Modern_slavery_clauses": "Yes", "Modern_slavery_clauses_until": AHEAD}
    assert of(**audits, MSAT_date=NOW, EcoVadis_date=NOW, **clauses).relief == 15


@pytest.mark.parametrize(
    ("category", "origin", "band"),
    [("Homecare", "", Band.HIGH), ("Laptops", "UK", Band.MEDIUM), ("Laptops", "China", Band.HIGH)],
)
def test_t63_no_paper_lowers_a_priority_it_orders_within_one(category: str, origin: str, band: Band) -> None:
    papers = {"MSAT_date": NOW, "SMETA_audit_date": NOW, "Modern_slavery_clauses": "Yes"}
    without = of(Purchase_category=category, Country_of_origin=origin)
    held = of(Purchase_category=category, Country_of_origin=origin, Modern_slavery_clauses_until=AHEAD, **papers)
    assert (held.relief, held.band, held.so_far) == (15, band, without.so_far)
    assert held.score == max(0, without.score - 15)


@pytest.mark.parametrize(
    ("said", "until", "outcome", "relief"),
    [
        pytest.param("Yes", AHEAD, Outcome.CLEAR, 5, id="binding"),
        pytest.param("Yes", PAST, Outcome.FLAGGED, 0, id="of a contract that has ended"),
        pytest.param("Yes", "", Outcome.NOT_KNOWN, 0, id="undated"),
        pytest.param("tbc", AHEAD, Outcome.NOT_APPLICABLE, 0, id="to be agreed"),
        pytest.param("No", AHEAD, Outcome.NOT_APPLICABLE, 0, id="none"),
        pytest.param("", AHEAD, Outcome.NOT_APPLICABLE, 0, id="an end and no clauses"),
    ],
)
def test_clauses_in_the_contract_relieve_while_it_runs(
    said: str, until: str, outcome: Outcome, relief: int
) -> None:
    held = of(Modern_slavery_clauses=said, Modern_slavery_clauses_until=until)
    assert (answer(held, "assurance-contract-clauses").outcome, held.relief) == (outcome, relief)
    assert held.score <= of().score


def test_of_two_contracts_one_without_clauses_neither_relieves() -> None:
    row = {"Supplier": "Alder Ltd", "Purchase category": "Laptops", "Modern slavery clauses until": AHEAD}
    held = only([row | {"Modern slavery clauses": each} for each in ("Yes", "No")], rules())
    assert held.relief == 0


def test_t38_an_audit_that_is_only_booked_relieves_nothing() -> None:
    booked = of(SMETA_audit_date="20 January 2027")
    assert (answer(booked, "assurance-sedex-audit").outcome, booked.relief) == (Outcome.FLAGGED, 0)


# -- removing data


def never_helps(before: Assessment, after: Assessment) -> None:
    assert after.could_reach >= before.could_reach
    assert after.band < Band.MEDIUM or before.band >= Band.MEDIUM


@pytest.mark.parametrize("rule", SCHEMES)
def test_t59_blanking_any_cell_of_one_scheme_helps_nobody(rule: str) -> None:
    """Every mix of days past, near and ahead, each with each of its cells blanked."""
    headings = SCHEMES[rule]
    days = (PAST, PAST_EXPIRY, NOW, AHEAD, "2026", "tbc", "")
    result = RESULTS[headings[0]]
    mixes = list(product((result, ""), days, days))
    rows = []
    for number, mix in enumerate(mixes):
        cells = {heading: text for heading, text in zip(headings, mix, strict=True) if heading}
        rows.append({"Purchase category": "Laptops", "Supplier": f"Firm {number} X Ltd", **cells})
    was = of_names(screened(rows, rules()))
    for heading in filter(None, headings):
        now = of_names(screened([{**row, heading: ""} for row in rows], rules()))
        for name in was:
            never_helps(was[name], now[name])
            assert now[name].score >= was[name].score


def of_names(report: Report) -> dict[str, Assessment]:
    return {each.name: each for each in report}


CELLS = {
    "Purchase category": ["Laptops", "Homecare", "Insurance", "Sundries", ""],
    "Country of origin": ["China", "UK", ""],
    "MSAT score": ["62%", "0.5", "tbc", ""],
    "MSAT date": [NOW, PAST, "03/04/2026", "2025", "", ""],
    "EcoVadis score": ["58", ""],
    "EcoVadis expiry": [AHEAD, PAST_EXPIRY, "20 June 2029", "", ""],
    "SMETA audit date": [NOW, PAST, AHEAD, ""],
    "SMETA audit expiry": [AHEAD, PAST_EXPIRY, "", ""],
    "SA8000": ["Yes", "No", ""],
    "SA8000 expiry": [AHEAD, PAST_EXPIRY, ""],
    "Modern slavery clauses": ["Yes", "No", "tbc", ""],
    "Modern slavery clauses until": [AHEAD, PAST, ""],
}


@settings(max_examples=10, deadline=None)
@given(st.builds(Random, st.integers(0, 2**32)))
def test_t59_blanking_any_cell_helps_nobody_whatever_else_is_held(chance: Random) -> None:
    names = [f"Firm {letter} Ltd" for letter in "BCDEFGHIJKLMNOPQRSTUVWXYZ"]
    rows = [
        {"Supplier": name} | {heading: chance.choice(held) for heading, held in CELLS.items()} for name in names
    ]
    blanked = [{**row, chance.choice(list(CELLS)): ""} for row in rows]
    was, now = (of_names(screened(each, rules())) for each in (rows, blanked))
    for name in names:
        never_helps(was[name], now[name])
