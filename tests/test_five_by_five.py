"""Likelihood by impact is a view: its steps follow the bands, and what is not known never lowers it."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from msrisk import InputError, View
from msrisk.five_by_five import five_by_five, impact, likelihood
from msrisk.model import Severity, Track
from msrisk.report import Report
from tests.evaluate.evaluate_making import every_track, screened

BANDS = {"critical": 60, "high": 25, "medium": 10, "low": 0}
FACTS = {
    "Category": ["cleaning", "food", "audit"],
    "Country of origin": ["China", "France", "China; France"],
    "Turnover": ["£50m", "£2m", "£30m to £50m"],
}


@pytest.mark.parametrize(
    ("points", "step"),
    [(0, 1), (1, 2), (9, 2), (10, 3), (24, 3), (25, 4), (59, 4), (60, 5), (400, 5)],
)
def test_t69_a_step_of_likelihood_starts_where_its_band_does(points: int, step: int) -> None:
    assert likelihood(np.array([points], np.int32), BANDS).tolist() == [step]


@pytest.mark.parametrize(
    ("severity", "step"), [("critical", 5), ("high", 4), ("medium", 3), ("low", 2)], ids=lambda each: str(each)
)
def test_impact_is_that_of_the_gravest_flag_about_exposure(severity: str, step: int) -> None:
    rules = every_track().rules
    lesser, graver = rules["goods-origin"], rules["sector-food"]
    asked = (replace(lesser, severity=Severity.LOW), replace(graver, severity=Severity(severity)))
    assert impact(asked, np.array([[True], [True]])).tolist() == [step]
    assert impact(asked, np.array([[True], [False]])).tolist() == [2]
    assert impact(asked, np.array([[False], [False]])).tolist() == [1]


def test_a_paper_that_is_missing_says_nothing_of_the_harm_to_people() -> None:
    law = next(rule for rule in every_track().rules.values() if rule.track is Track.LAW and rule.scored)
    assert impact((law,), np.array([[True]])).tolist() == [1]


def test_a_profile_that_there_is_not_is_refused_with_those_there_are() -> None:
    with pytest.raises(InputError, match=r"profile 'rag': there is none so called\nIt is one of: orange-5x5\."):
        View(profile="rag")


def only_place(report: Report) -> tuple[str, str]:
    places = five_by_five(report)
    return places.likelihood.said(0), places.impact.said(0)


def test_t59_what_is_not_known_is_a_range_and_never_a_lone_1() -> None:
    nothing_known = screened([{"Supplier": "Alder Ltd"}], every_track())
    assert only_place(nothing_known) == ("1 (very low) to 5 (very high)", "1 (very low) to 4 (high)")
    all_known = screened(
        [{"Supplier": "Alder Ltd", "Category": "food", "Country of origin": "France", "Turnover": "£2m"}],
        every_track(),
    )
    assert only_place(all_known) == ("3 (medium)", "3 (medium)")


@given(seed=st.integers(0, 10**6))
@settings(max_examples=25, deadline=None)
def test_t59_removing_data_never_lowers_the_upper_end(seed: int) -> None:
    chance = Random(seed)
    row = {"Supplier": "Alder Ltd", **{name: chance.choice(texts) for name, texts in FACTS.items()}}
    gone = chance.choice(list(FACTS))
    before = five_by_five(screened([row], every_track()))
    after = five_by_five(screened([{**row, gone: ""}], every_track()))
    for old, new in ((before.likelihood, after.likelihood), (before.impact, after.impact)):
        assert new.reach[0] >= old.reach[0]
        assert old.known[0] <= old.reach[0]
