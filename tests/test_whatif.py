"""What would change a supplier's band: each answer that is named leads there when the list says so."""

from __future__ import annotations

from datetime import date

import pandas
import pytest

from msrisk.changes import Change
from msrisk.enrich import enrich
from msrisk.evaluate import Outcomes, evaluate
from msrisk.model import Band
from msrisk.ruleset.load import load_rules
from msrisk.screening import read_suppliers, report_of
from msrisk.whatif import what_would_change

DAY = date(2026, 11, 22)
FILLED = {"at least £36,000,000": "£36m", "less than £36,000,000": "£35m"}
Rows = list[dict[str, str]]

BLANK = {
    "supplier": "Acme Ltd",
    "category": "Office cleaning",
    "statement published": "no",
    "carries on business in the UK": "yes",
}
UNKNOWN = {"supplier": "Acme Ltd", "category": "Office cleaning", "statement published": "no"}


def _outcomes(rows: Rows) -> Outcomes:
    rules = load_rules("uk-public-procurement")
    return evaluate(enrich(read_suppliers(pandas.DataFrame(rows)), rules), rules, DAY)


def _changes(rows: Rows) -> tuple[Change, ...]:
    outcomes = _outcomes(rows)
    questions = report_of(outcomes).assessment(0).questions
    return what_would_change(outcomes, 0, [question.field for question in questions])


def _band(rows: Rows) -> Band:
    return report_of(_outcomes(rows)).assessment(0).band


def test_each_single_answer_that_is_named_leads_there_when_the_list_says_so() -> None:
    singles = [change for change in _changes([BLANK]) if len(change.known) == 1]
    assert singles
    for change in singles:
        known = change.known[0]
        said = FILLED.get(known.words, known.words)
        assert _band([{**BLANK, known.label: said}]) == change.band, known


def test_a_pair_is_named_only_where_no_single_answer_leads() -> None:
    changes = _changes([BLANK])
    alone = {change.band for change in changes if len(change.known) == 1}
    assert not alone & {change.band for change in changes if len(change.known) > 1}


def test_a_band_a_supplier_already_has_is_no_change() -> None:
    assert _band([BLANK]) not in {change.band for change in _changes([BLANK])}


def test_thirty_lines_alike_lead_where_one_does() -> None:
    assert _changes([BLANK] * 30) == _changes([BLANK])


def test_a_pair_that_is_named_leads_there_when_the_list_says_both() -> None:
    pairs = [change for change in _changes([UNKNOWN]) if len(change.known) == 2]
    assert pairs
    for change in pairs:
        said = {known.label: FILLED.get(known.words, known.words) for known in change.known}
        assert _band([{**UNKNOWN, **said}]) == change.band


ALIKE = [
    {"supplier": f"Plain {letter} Ltd", "category": "Legal advice", "turnover": f"£{number}m"}
    for letter, number in zip("ABCDEF", range(40, 46), strict=True)
]
MIXED: Rows = [
    BLANK,
    UNKNOWN,
    {"supplier": "Beech Ltd", "category": "Office cleaning", "turnover": "£10m-£50m"},
    {"supplier": "Cotton Ltd", "category": "Workwear and uniforms"},
    {"supplier": "Dale Ltd", "category": "Workwear and uniforms", "country of origin": "France"},
    {"supplier": "Elm Ltd", "category": "Legal advice", "carries on business in the UK": "yes"},
    {"supplier": "Fir Ltd", "category": "sundry"},
    {"supplier": "Fir Ltd", "category": "Office cleaning"},
    *ALIKE,
]


def test_for_every_supplier_the_shortest_answers_are_among_those_it_is_explained_with() -> None:
    outcomes = _outcomes(MIXED)
    report = report_of(outcomes)
    assert any(report.moves.lower)
    assert any(report.moves.higher)
    for one in report:
        full = set(what_would_change(outcomes, one.number, [each.field for each in one.questions]))
        assert full.issuperset(report.moves.lower[one.number])
        assert full.issuperset(report.moves.higher[one.number])
        milder = {change.band for change in full if change.band > one.band}
        graver = {change.band for change in full if change.band < one.band}
        assert bool(milder) == bool(report.moves.lower[one.number])
        assert bool(graver) == bool(report.moves.higher[one.number])


def test_of_the_shortest_answers_those_that_lead_furthest_are_named() -> None:
    report = report_of(_outcomes(MIXED))
    for one in report:
        for changes, milder in ((report.moves.lower[one.number], True), (report.moves.higher[one.number], False)):
            assert all((change.band > one.band) == milder for change in changes)
            assert len({(change.band, len(change.known)) for change in changes}) <= 1


def test_suppliers_that_answer_every_rule_alike_are_tried_once_whatever_their_figures() -> None:
    assert report_of(_outcomes(ALIKE)).moves.profiles == 1


def test_the_origin_that_would_raise_a_supplier_raises_it_when_the_list_says_so() -> None:
    rows = [{"supplier": "Cotton Ltd", "category": "Workwear and uniforms", "turnover": "£1m"}]
    outcomes = _outcomes(rows)
    changes = what_would_change(outcomes, 0, ["origin"])
    assert changes, "garments of unknown origin"
    for change in changes:
        country = change.known[0].words.removesuffix(", for example")
        assert _band([{**rows[0], "country of origin": country}]) == change.band


def test_what_we_buy_being_known_moves_a_supplier_as_the_list_would() -> None:
    rows = [{"supplier": "Fir Ltd", "category": "sundry", "turnover": "£1m"}]
    changes = what_would_change(_outcomes(rows), 0, ["category"])
    assert {change.band for change in changes} >= {Band.HIGH, Band.LOW}
    for change in changes:
        bought = change.known[0].words.removesuffix(", for example")
        assert _band([{**rows[0], "category": bought}]) == change.band, bought


@pytest.mark.parametrize(
    ("more", "asked", "examples"),
    [
        ({"category": "sundry"}, "category", {"legal services", "cleaning"}),
        ({"category": "Laptops"}, "origin", {"United Kingdom", "China"}),
        ({"category": "Solar panels"}, "goods", {"stationery"}),
    ],
)
def test_the_example_is_the_first_that_comes_to_mind_of_those_that_would_do(
    more: dict[str, str], asked: str, examples: set[str]
) -> None:
    changes = what_would_change(_outcomes([{"supplier": "Fir Ltd", "turnover": "£1m", **more}]), 0, [asked])
    said = {change.known[0].words.removesuffix(", for example") for change in changes}
    assert said >= examples


def test_a_line_that_says_its_origin_keeps_it_when_the_others_are_tried() -> None:
    rows = [{"supplier": "Dale Ltd", "category": "Workwear and uniforms", "country of origin": "France"}]
    assert what_would_change(_outcomes(rows), 0, ["origin"]) == ()


def test_a_list_that_leaves_nothing_to_ask_has_nothing_that_would_change_it() -> None:
    known = {"supplier": "Ash Ltd", "legal form": "Ltd", "country": "UK", "turnover": "£3m"}
    known["category"] = "External audit"
    report = report_of(_outcomes([known]))
    assert not report.assessment(0).questions
    assert report.moves.lower == ((),)
    assert report.moves.higher == ((),)


@pytest.mark.parametrize(
    ("beside", "refused"),
    [
        ({"statement url": "https://acme.example/statement"}, "no"),
        ({"what the link shows": "Policy only"}, "yes"),
        ({"statement url": "https://acme.example/statement", "what the link shows": "Policy only"}, "yes"),
        ({"what the link shows": "Australian statement"}, "yes"),
        ({"statement url": "https://acme.example/statement", "what the link shows": "Dead link"}, ""),
        ({"statement url": ""}, ""),
    ],
)
def test_an_answer_that_the_list_would_not_take_is_not_offered(beside: dict[str, str], refused: str) -> None:
    """Every other answer leads where the list leads when it says so."""
    covers = {"turnover": "£40m", "statement published": "", "statement covers supplier": "no"}
    row = {**BLANK, **covers, "category": "Legal advice", **beside}
    now = _band([row])
    changes = what_would_change(_outcomes([row]), 0, ["statement_published"])
    offered = {said: change.band for change in changes for said in change.known[0].words.split(" or ")}
    assert refused not in offered
    assert offered, "something moves it, so that leaving an answer out means something"
    for said in ("yes", "no"):
        assert _band([{**row, "statement published": said}]) == offered.get(said, now), said


def test_an_example_is_told_with_the_score_it_would_have_itself() -> None:
    """And not with that of the worst purchase it stands for."""
    row = {"supplier": "Fir Ltd", "category": "sundry", "turnover": "£1m"}
    for change in what_would_change(_outcomes([row]), 0, ["category"]):
        bought = change.known[0].words.removesuffix(", for example")
        typed = report_of(_outcomes([{**row, "category": bought}])).assessment(0)
        assert (typed.band, typed.score) == (change.band, change.score), bought
