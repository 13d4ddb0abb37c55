"""Two rule sets on one list: who moves, and the rules that move them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pandas
import pytest

from msrisk.comparing import Comparison
from msrisk.model import Band, Outcome, Severity, Suppliers
from msrisk.ruleset.load import load_rules
from msrisk.ruleset.rules import RuleSet
from msrisk.screening import read_suppliers, report_on

DAY = date(2026, 11, 26)


@pytest.fixture(scope="module")
def suppliers() -> Suppliers:
    return read_suppliers(
        pandas.DataFrame(
            {
                "Supplier": ["Alder Care Ltd", "Birch Works plc", "Mr J Smith"],
                "Category": ["Domiciliary care", "Stationery", "Domiciliary care"],
                "Turnover": ["£50m", "£50m", "£1m"],
                "Carries on business in the UK": ["yes", "yes", "yes"],
                "Statement published": ["yes", "no", "no"],
            }
        ),
        kinds={"Mr J Smith": "person"},
    )


@pytest.fixture(scope="module")
def rules() -> RuleSet:
    return load_rules("uk-public-procurement")


def compared(suppliers: Suppliers, old: RuleSet, new: RuleSet) -> Comparison:
    return Comparison(report_on(suppliers, old, DAY), report_on(suppliers, new, DAY))


def without(rules: RuleSet, *names: str) -> RuleSet:
    return replace(rules, rules={name: rule for name, rule in rules.rules.items() if name not in names})


def test_the_same_rules_move_nobody_and_differ_in_nothing(suppliers: Suppliers, rules: RuleSet) -> None:
    same = compared(suppliers, rules, load_rules("uk-public-procurement"))
    assert same.differences == ()
    assert list(same.movers()) == []


def test_a_rule_taken_out_moves_those_it_flagged_and_is_named_alone(suppliers: Suppliers, rules: RuleSet) -> None:
    found = compared(suppliers, rules, without(rules, "s54-no-statement"))
    (mover,) = found.movers()
    assert mover.name == "Birch Works plc"
    assert mover.before is Band.HIGH
    assert mover.score_before - mover.score_after == 40
    assert [(each.rule.id, each.before, each.after) for each in mover.responsible] == [
        ("s54-no-statement", Outcome.FLAGGED, None)
    ]
    assert found.by_rule == (("s54-no-statement", 1),)


def test_a_rule_that_counts_less_is_named_with_both_points(suppliers: Suppliers, rules: RuleSet) -> None:
    milder = replace(rules.rules["s54-no-statement"], severity=Severity.LOW)
    found = compared(suppliers, rules, replace(rules, rules={**rules.rules, milder.id: milder}))
    (each,) = next(found.movers()).responsible
    assert (each.points_before, each.points_after) == (40, 4)
    assert each.before is each.after is Outcome.FLAGGED


def test_of_a_group_only_the_rule_that_counted_is_responsible(suppliers: Suppliers, rules: RuleSet) -> None:
    """A milder rule of the same group that goes too has moved nobody."""
    twin = replace(rules.rules["s54-no-statement"], id="s54-twin", severity=Severity.LOW)
    old = replace(rules, rules={**rules.rules, twin.id: twin})
    (mover,) = compared(suppliers, old, without(rules, "s54-no-statement")).movers()
    assert [each.rule.id for each in mover.responsible] == ["s54-no-statement"]


def test_where_only_the_unknown_differs_the_open_rules_are_named(suppliers: Suppliers, rules: RuleSet) -> None:
    """Nothing found changes; what could still come out does."""
    old = load_rules("section-54")
    certain = ("s54-no-statement", "s54-turnover-old")
    found = compared(suppliers, old, without(old, *(name for name in old.rules if name not in certain)))
    alder = next(mover for mover in found.movers() if mover.name == "Alder Care Ltd")
    assert (alder.before, alder.after) == (Band.NOT_CLEARED, Band.LOW)
    assert {each.before for each in alder.responsible} == {Outcome.NOT_KNOWN}


def test_other_lines_between_bands_move_suppliers_by_no_rule(suppliers: Suppliers, rules: RuleSet) -> None:
    scoring = replace(rules.scoring, bands={**rules.scoring.bands, "critical": 40})
    found = compared(suppliers, rules, replace(rules, scoring=scoring))
    moved = list(found.movers())
    assert {mover.after for mover in moved} == {Band.CRITICAL}
    assert {mover.responsible for mover in moved} == {()}
    assert [each.said for each in found.differences] == ["Lowest score of a band: critical: 60 -> 40"]


def test_a_person_is_named_by_the_row_only(suppliers: Suppliers, rules: RuleSet) -> None:
    screened = replace(suppliers.payees, set_aside=np.zeros(len(suppliers), np.bool_))
    sectors = [name for name in rules.rules if name.startswith("sector-")]
    found = compared(replace(suppliers, payees=screened), rules, without(rules, *sectors))
    names = [mover.name for mover in found.movers()]
    assert any(name.startswith("Person (row") for name in names)
    assert not any("Smith" in name for name in names)


def test_a_longer_worklist_says_who_enters_and_leaves_look_first(suppliers: Suppliers, rules: RuleSet) -> None:
    longer = replace(rules, worklist=replace(rules.worklist, look_first=1))
    assert compared(suppliers, longer, rules).look_first == (1, 0)
    assert compared(suppliers, rules, longer).look_first == (0, 1)
    assert compared(suppliers, rules, longer).counts == ()


def test_a_lower_floor_says_how_many_are_parked_before_and_after(rules: RuleSet) -> None:
    frame = pandas.DataFrame(
        {
            "Supplier": ["Alder Paper Ltd", "Birch Paper Ltd", "Cedar Paper Ltd"],
            "Category": ["Stationery"] * 3,
            "Spend": ["£2,000", "£15,000", "£90,000"],
        }
    )
    lower = replace(rules, worklist=replace(rules.worklist, floor=10_000_00))
    higher = replace(rules, worklist=replace(rules.worklist, floor=25_000_00))
    assert compared(read_suppliers(frame), higher, lower).parked == (2, 1)
