"""A rule explained for many suppliers at once says of each what it says of that one alone."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import numpy as np
import pandas
import pytest

from msrisk.evaluate import flags
from msrisk.evaluate.explanation import Explanations
from msrisk.evaluate.outcomes import Outcomes
from msrisk.model import About, Outcome
from msrisk.ruleset.load import load_rules
from msrisk.ruleset.rules import Rule
from msrisk.screening import answered, read_suppliers
from tests.evaluate.evaluate_making import DAY, supplier_list


def outcomes_of(seed: int) -> Outcomes:
    """A list in which many suppliers differ in a word, and some have several lines."""
    names = [f"Supplier {chr(65 + number)}{number}" for number in range(40)]
    frame = pandas.DataFrame(supplier_list(Random(seed), names)).fillna("")
    return answered(read_suppliers(frame), load_rules("uk-public-procurement"), DAY)


def flagged_by(outcomes: Outcomes) -> list[tuple[Rule, list[int]]]:
    """Each rule about suppliers that is flagged, and for whom."""
    asked = zip(outcomes.asked, outcomes.worst == Outcome.FLAGGED, strict=True)
    return [(rule, np.flatnonzero(for_whom).tolist()) for rule, for_whom in asked if rule.about is About.SUPPLIER]


@pytest.mark.parametrize("most_kept", [1, 4_096])
@pytest.mark.parametrize("seed", range(3))
def test_each_flag_among_many_is_the_flag_alone(
    seed: int, most_kept: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(flags, "_MOST_KEPT", most_kept)
    outcomes = outcomes_of(seed)
    alone, many = Explanations(outcomes), Explanations(replace(outcomes, _open={}))
    compared = 0
    for rule, for_whom in flagged_by(outcomes):
        order = Random(seed).sample(for_whom, len(for_whom))
        for number, flag in zip(order, many.flags(rule, np.array(order, np.int32)), strict=True):
            (answer,) = (each for each in alone.explain(number, (Outcome.FLAGGED,)) if each.rule is rule)
            said = zip(flag.answer.evidence, flag.cells, strict=True)
            evidence = tuple(each._replace(address=cell) for each, cell in said)
            assert flag.answer._replace(evidence=evidence, because=flag.answer.because + flag.share) == answer
            compared += 1
    assert compared > 20


def test_suppliers_with_the_same_values_share_their_words() -> None:
    outcomes = outcomes_of(1)
    shared = Explanations(outcomes)
    held = [
        shared.flags(rule, np.array(for_whom, np.int32)) for rule, for_whom in flagged_by(outcomes) if for_whom
    ]
    assert sum(len({id(flag.answer) for flag in found}) for found in held) < sum(map(len, held))
