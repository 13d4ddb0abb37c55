"""What must hold of any list: P1, P2, T59, T64, T65, T66, T70 of the shared pages."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from msrisk.model import Band
from msrisk.ruleset.load import load_rules
from msrisk.ruleset.rules import RuleSet
from tests.evaluate.evaluate_making import COLUMNS, every_track, results, screened, supplier_list, supplier_rows

RULES = {"section-54": load_rules("section-54"), "every track": every_track()}
SEEDS = range(2)
every_rule_set = pytest.mark.parametrize("rules", RULES.values(), ids=RULES)
seeded = pytest.mark.parametrize("seed", SEEDS)


@every_rule_set
@seeded
def test_p1_the_order_of_rows_changes_no_result(seed: int, rules: RuleSet) -> None:
    chance = Random(seed)
    rows = supplier_list(chance)
    expected = results(screened(rows, rules))
    chance.shuffle(rows)
    assert results(screened(rows, rules)) == expected


@every_rule_set
@seeded
def test_p2_another_supplier_changes_no_result(seed: int, rules: RuleSet) -> None:
    chance = Random(100 + seed)
    rows = supplier_list(chance)
    expected = results(screened(rows, rules))
    found = results(screened([*supplier_rows(chance, "Willow"), *rows], rules))
    assert found.pop("Willow")
    assert found == expected


@every_rule_set
@seeded
def test_t66_the_order_of_rules_changes_no_result(seed: int, rules: RuleSet) -> None:
    chance = Random(200 + seed)
    rows, ids = supplier_list(chance), list(rules.rules)
    chance.shuffle(ids)
    shuffled = replace(rules, rules={each: rules.rules[each] for each in ids})
    assert results(screened(rows, shuffled)) == results(screened(rows, rules))


@every_rule_set
@seeded
def test_t59_blanking_a_cell_helps_nobody(seed: int, rules: RuleSet) -> None:
    chance = Random(300 + seed)
    names = [f"Supplier {chr(65 + number)}{number}" for number in range(80)]
    rows = supplier_list(chance, names)
    before = screened(rows, rules)
    column = chance.choice([*COLUMNS, "Purchase category", "Country of origin"])
    for chosen in (column, *chance.sample(list(rows[0])[2:], 4)):
        once = {name: chance.randrange(sum(row["Supplier"] == name for row in rows)) for name in names}
        blanked = []
        for row in rows:
            hit = once[row["Supplier"]] == 0 or chosen in COLUMNS  # a fact of the supplier goes from all its rows
            once[row["Supplier"]] -= 1
            blanked.append({**row, chosen: ""} if hit else row)
        after = screened(blanked, rules)
        assert after.suppliers.names == before.suppliers.names
        was, now = before.scores, after.scores
        assert (now.could_reach >= was.could_reach).all(), chosen
        assert ((now.band < Band.MEDIUM) | (was.band >= Band.MEDIUM)).all(), chosen


@every_rule_set
def test_a_bare_name_is_not_cleared_and_never_low(rules: RuleSet) -> None:
    report = screened([{"Supplier": "Alder Ltd", "Amount": "5"}, {"Supplier": "Birch", "Amount": "5"}], rules)
    assert [(each.band, each.score) for each in report] == [(Band.NOT_CLEARED, 0)] * 2


COMPLETE = {
    "Supplier": "Alder Ltd",
    "UK business": "yes",
    "Statement published": "yes",
    "Statement URL": "https://example.com/modern-slavery",
    "Statement covers supplier": "yes",
    "Statement year end": "2026-03-31",
    "Statement approved": "yes",
    "Statement signed": "yes",
    "Statement linked": "yes",
    "No steps taken": "no",
    "No risks found": "no",
    "Six areas covered": "yes",
    "Turnover year end": "2026-03-31",
}


@pytest.mark.parametrize("turnover", ["£2m", "£30m", "£35,999,999.99", "£36m", "£9bn"])
def test_t65_size_alone_raises_nobody(turnover: str) -> None:
    (each,) = screened([{**COMPLETE, "Turnover": turnover}])
    assert (each.band, each.score, each.could_reach) == (Band.LOW, 0, 0)


@pytest.mark.parametrize("turnover", ["£36m", "£9bn"])
def test_a_large_supplier_of_which_nothing_is_known_is_not_cleared(turnover: str) -> None:
    (each,) = screened([{"Supplier": "Alder Ltd", "UK business": "yes", "Turnover": turnover}])
    assert (each.band, each.score) == (Band.NOT_CLEARED, 0)


def test_t64_a_small_supplier_is_asked_for_no_papers() -> None:
    (each,) = screened(
        [{"Supplier": "Alder Ltd", "UK business": "yes", "Turnover": "£2m", "Statement published": "no"}]
    )
    assert (each.band, each.score, each.could_reach, each.questions) == (Band.LOW, 0, 0, ())


@seeded
def test_t70_spend_orders_and_never_scores(seed: int) -> None:
    rows = supplier_list(Random(400 + seed))
    dearer = [{**row, "Amount": "9999999"} for row in rows]
    for was, now in zip(screened(rows), screened(dearer), strict=False):
        assert was is not now
    before, after = results(screened(rows)), results(screened(dearer))
    assert {name: each[:3] for name, each in before.items()} == {name: each[:3] for name, each in after.items()}


@settings(max_examples=12, deadline=None)
@given(st.builds(Random, st.integers(0, 2**32)))
def test_what_a_supplier_could_reach_is_never_below_its_score(chance: Random) -> None:
    for each in screened(supplier_list(chance, ["Alder", "Birch"]), every_track()):
        assert each.could_reach >= each.score >= 0
        assert 0 <= each.coverage <= 1
        assert bool(each.questions) or not any(held.blanks for held in each.answers)
