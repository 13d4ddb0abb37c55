"""The rules by track and by how they stand on a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from rich.console import Console

from msrisk.model import Track
from msrisk.ruleset.load import load_rules
from msrisk.ruleset.rules import RuleSet, Standing
from msrisk.write.rule_list import rule_list

DAY = date(2026, 11, 26)


@pytest.fixture(scope="module")
def rules() -> RuleSet:
    """One rule of each standing, one of them asked of the buyer."""
    held = load_rules("section-54")
    first, second, third, fourth, fifth, *_ = held.rules.values()
    chosen = (
        first,
        replace(second, in_force=date(2027, 4, 1)),
        replace(third, until=date(2025, 12, 31)),
        replace(fourth, status="trial"),
        replace(fifth, track=Track.BUYER, severity=None),
    )
    return replace(held, rules={rule.id: rule for rule in chosen}, off={"s54-not-ours": "we never ask it"})


def shown(rules: RuleSet, width: int = 80, track: Track | None = None, standing: Standing | None = None) -> str:
    console = Console(width=width, file=None, record=True, markup=False)
    with console.capture() as caught:
        for part in rule_list(rules, DAY, track, standing):
            console.print(part)
    return caught.get()


@pytest.mark.parametrize("width", [60, 80, 120])
def test_every_rule_stands_under_its_track_and_standing(rules: RuleSet, width: int) -> None:
    page = shown(rules, width)
    lines = page.splitlines()
    assert max(map(len, lines)) <= width
    for heading in (
        "Law, in force (1)",
        "Law, on trial (1)",
        "Law, not yet in force (1)",
        "Law, no longer in force (1)",
        "Buyer, in force (1): asked of us and not of the supplier, never scored",
        "Switched off, of every track (1)",
    ):
        assert heading in " ".join(page.split()), heading
    together = " ".join(page.split())
    assert "from 1 April 2027" in together
    assert "until 31 December 2025" in together
    assert "s54-not-ours: we never ask it" in together


def test_one_track_and_one_standing_can_be_picked(rules: RuleSet) -> None:
    buyer = shown(rules, track=Track.BUYER)
    assert "s54-statement-not-approved" in buyer
    assert "s54-no-statement" not in buyer
    trial = shown(rules, standing=Standing.TRIAL)
    assert "s54-statement-year-not-over" in trial
    assert "s54-no-statement" not in trial
    assert "s54-not-ours" not in trial


def test_where_no_rule_is_so_that_is_said(rules: RuleSet) -> None:
    page = shown(rules, track=Track.EXPOSURE, standing=Standing.TRIAL)
    assert "No rule of this set is so." in page
