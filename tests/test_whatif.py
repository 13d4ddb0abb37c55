"""What would change a supplier's band: each answer that is named leads there when the list says so."""

from __future__ import annotations

from datetime import date

import pandas

from msrisk.enrich import enrich
from msrisk.evaluate import Outcomes, evaluate
from msrisk.model import Band
from msrisk.changes import Change
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
