"""Texts that are made once for many suppliers say what is said of each of them alone."""

from __future__ import annotations

from random import Random

import pandas
import pytest

from msrisk import read_suppliers
from msrisk.report import Report
from msrisk.ruleset.load import load_rules
from msrisk.screening import report_on
from msrisk.write.moves_said import shortest_said
from msrisk.write.shared_words import SharedWords
from msrisk.write.words import flagged, not_known
from tests.evaluate.evaluate_making import DAY, supplier_list

NAMES = [f"Supplier {chr(65 + number)}{number}" for number in range(40)]


def report_of_many(seed: int) -> Report:
    frame = pandas.DataFrame(supplier_list(Random(seed), NAMES)).fillna("")
    return report_on(read_suppliers(frame), load_rules("uk-public-procurement"), DAY)


@pytest.mark.parametrize("seed", range(2))
def test_each_text_is_that_of_the_supplier_alone(seed: int) -> None:
    report = report_of_many(seed)
    said = SharedWords(report)
    for one in report.ranked():
        assert said.why(one) == flagged(one)
        assert said.not_known(one) == not_known(one)
        assert said.lower(one) == shortest_said(report.moves.lower[one.number])
        assert said.higher(one) == shortest_said(report.moves.higher[one.number])
        assert said.category(one) == report.suppliers.without_persons(report.suppliers.categories[one.number])


def test_a_supplier_is_the_same_asked_for_alone_and_among_the_others() -> None:
    report = report_of_many(seed=3)
    assert [report.assessment(one.number) for one in report] == list(report)


def test_of_the_suppliers_asked_for_only_those_come_and_in_their_order() -> None:
    report = report_of_many(seed=4)
    among = report.scores.score > 0
    assert list(report.ranked(among)) == [one for one in report.ranked() if one.score > 0]
    assert any(among)


def test_suppliers_of_whom_the_same_is_asked_share_the_questions() -> None:
    frame = pandas.DataFrame({"Supplier": ["Alder Ltd", "Beech Ltd"], "Category": ["Home care", "Home care"]})
    first, second = report_on(read_suppliers(frame), load_rules("uk-public-procurement"), DAY)
    assert first.questions
    assert first.questions is second.questions
