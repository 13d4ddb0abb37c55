"""Everybody at once is what each is alone, in whatever order the list stands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from random import Random

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
RULES = load_rules("uk-public-procurement")
SAID = {
    "category": (
        "Office cleaning",
        "Workwear and uniforms",
        "Legal advice",
        "Solar panels",
        "Laptops",
        "sundry",
        "",
    ),
    "goods": ("cotton shirts", "PPE gloves", "polysilicon", "bricks", "", ""),
    "country of origin": ("China", "France", "Bangladesh; Turkey", "Atlantis", "", ""),
    "country": ("UK", "Germany", "Eritrea", "Vatican City", ""),
    "turnover": ("£40m", "£1m", "£10m-£50m", "over £36m", "", ""),
    "statement published": ("yes", "no", ""),
    "legal form": ("Ltd", "charity", "sole trader", ""),
    "carries on business in the UK": ("yes", "no", "", ""),
    "agency workers": ("yes", "no", "", ""),
    "recruitment fees": ("yes", "no", ""),
    "amount": ("£900", "£30,000", "£2m"),
}


def _rows(seed: int) -> list[dict[str, str]]:
    """Some forty suppliers, a few of them with several lines."""
    chance = Random(seed)
    names = [f"Firm {chance.randrange(40):02} Ltd" for _ in range(60)]
    facts = {
        name: {each: chance.choice(texts) for each, texts in SAID.items() if each not in _OF_LINES}
        for name in names
    }
    return [
        {"supplier": name, **facts[name], **{each: chance.choice(SAID[each]) for each in _OF_LINES}}
        for name in names
    ]


_OF_LINES = ("category", "goods", "country of origin", "amount")


def _outcomes(rows: list[dict[str, str]]) -> Outcomes:
    return evaluate(enrich(read_suppliers(pandas.DataFrame(rows)), RULES), RULES, DAY)


@pytest.mark.parametrize("seed", range(4))
def test_what_moves_everybody_is_what_moves_each_alone(seed: int) -> None:
    outcomes = _outcomes(_rows(seed))
    report = report_of(outcomes)
    assert any(report.moves.lower)
    assert any(report.moves.higher)
    for one in Random(seed).sample(list(report.ranked()), 6):
        full = what_would_change(outcomes, one.number, [each.field for each in one.questions])
        tried = [change for change in full if len(change.known) == 1 or report.moves.paired[one.number]]
        for found, step in ((report.moves.lower[one.number], 1), (report.moves.higher[one.number], -1)):
            assert _best(found, one.band, step) == _best(tried, one.band, step), one.name
        alone = {change.known[0].field for change in full if len(change.known) == 1}
        assert alone == {name for name, moved in report.moves.alone.items() if moved[one.number]}


def _best(changes: Sequence[Change], stands: Band, step: int) -> tuple[int, Band | None, set[Change]]:
    """How few answers lead how far, and all that do; of pairs only the first that is met is told."""
    wanted = [change for change in changes if (change.band - stands) * step > 0]
    fewest = min((len(change.known) for change in wanted), default=0)
    short = [change for change in wanted if len(change.known) == fewest]
    furthest = max((change.band for change in short), key=lambda band: band * step, default=None)
    return fewest, furthest, {change for change in short if fewest == 1 and change.band == furthest}


@pytest.mark.parametrize("seed", range(2))
def test_what_moves_each_is_the_same_in_any_order_of_the_rows(seed: int) -> None:
    rows = _rows(seed)
    turned = [rows[0], *rows[:0:-1]]
    moves = [_moves_by_name(each) for each in (rows, turned)]
    assert moves[0] == moves[1]


def _moves_by_name(rows: list[dict[str, str]]) -> dict[str, object]:
    report = report_of(_outcomes(rows))
    return {
        one.name: (set(report.moves.lower[one.number]), set(report.moves.higher[one.number]))
        for one in report.ranked()
    }
