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
    for some in report.portions(report.reading_order):
        for number, why, asked in zip(some.number, said.whys(some), some.asked, strict=True):
            one = report.assessment(number)
            assert why == flagged(one)
            assert said.not_known(asked) == not_known(one)
            assert said.lower(number) == shortest_said(report.moves.lower[number])
            assert said.higher(number) == shortest_said(report.moves.higher[number])
            assert said.category(number) == report.suppliers.without_persons(report.suppliers.categories[number])


def test_a_supplier_is_the_same_asked_for_alone_and_among_the_others() -> None:
    report = report_of_many(seed=3)
    assert [report.assessment(one.number) for one in report] == list(report)


def test_the_questions_of_several_are_those_of_each() -> None:
    report = report_of_many(seed=4)
    asked = [asked for some in report.portions(report.scores.order) for asked in some.asked]
    assert asked == [one.questions for one in report]
