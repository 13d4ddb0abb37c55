"""One explanation serves one supplier and all of them: sharing changes no word of what is said of each."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pandas
import pytest

from msrisk.assessment import RuleAnswer
from msrisk.evaluate.explanation import Explanations
from msrisk.evaluate.outcomes import Outcomes
from msrisk.logic.proof import Proofs, prove
from msrisk.model import About, Outcome
from msrisk.ruleset.load import load_rules
from msrisk.screening import answered, read_suppliers
from tests.evaluate.evaluate_making import DAY, every_track, screened, supplier_list

RULES = {"section-54": load_rules("section-54"), "every track": every_track()}
every_rule_set = pytest.mark.parametrize("rules", RULES)


def outcomes_of(rules: str, seed: int) -> Outcomes:
    """A list in which many suppliers differ in a word, and some have several lines."""
    names = [f"Supplier {chr(65 + number)}{number}" for number in range(40)]
    frame = pandas.DataFrame(supplier_list(Random(seed), names)).fillna("")
    return answered(read_suppliers(frame), RULES[rules], DAY)


@every_rule_set
def test_what_was_explained_before_changes_no_word(rules: str) -> None:
    """Each supplier by an explanation of its own, and by one that has explained all the others."""
    outcomes = outcomes_of(rules, seed=1)
    shared = Explanations(outcomes)
    for_all = [shared.explain(number, tuple(Outcome)) for number in range(len(outcomes.suppliers))]
    for number, said in enumerate(for_all):
        alone = Explanations(replace(outcomes, _open={}))
        assert alone.explain(number, tuple(Outcome)) == said


@every_rule_set
def test_a_proof_that_suppliers_share_is_the_proof_of_each(rules: str) -> None:
    outcomes = outcomes_of(rules, seed=2)
    for rule in outcomes.asked:
        answers = outcomes.answers(rule)
        proofs = Proofs(answers, rule.condition)
        for subject in range(answers.facts.size):
            assert proofs.of(subject) == prove(answers, rule.condition, subject)


def test_of_two_suppliers_that_prove_the_same_each_has_its_own_value_and_cell() -> None:
    rows = [
        {"Supplier": "Alder", "UK business": "yes", "Turnover": "£50m", "Statement published": "no"},
        {"Supplier": "Beech", "UK business": "yes", "Turnover": "£70m", "Statement published": "no"},
    ]
    found = {one.name: one.ended(Outcome.FLAGGED)[0] for one in screened(rows)}
    assert [_shown(found[name], "turnover") for name in ("Alder", "Beech")] == ["£50m", "£70m"]
    cells = [{each.address for each in found[name].evidence if each.address} for name in ("Alder", "Beech")]
    assert cells[0].isdisjoint(cells[1])


def _shown(answer: RuleAnswer, field: str) -> str:
    return next(each.shown for each in answer.evidence if each.field == field)


def test_only_the_rules_about_whom_it_was_asked_are_explained() -> None:
    outcomes = outcomes_of("every track", seed=3)
    explain = Explanations(outcomes).explain
    for number in range(len(outcomes.suppliers)):
        everything = explain(number, (Outcome.FLAGGED, Outcome.NOT_KNOWN))
        tried = explain(number, (Outcome.FLAGGED, Outcome.NOT_KNOWN), (About.WHAT_IF,))
        assert tried == tuple(each for each in everything if each.rule.about is About.WHAT_IF)
    assert any(explain(number, tuple(Outcome), (About.WHAT_IF,)) for number in range(len(outcomes.suppliers)))


def test_suppliers_whose_same_blanks_keep_a_rule_open_share_the_answer() -> None:
    alder, beech = screened([{"Supplier": "Alder"}, {"Supplier": "Beech"}])
    pairs = list(zip(alder.ended(Outcome.NOT_KNOWN), beech.ended(Outcome.NOT_KNOWN), strict=True))
    assert pairs
    assert all(first is second for first, second in pairs)
