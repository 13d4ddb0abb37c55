"""Small supplier lists, and a rule set with every track, for tests of what a run says of whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pandas

from msrisk import load_rules, screen
from msrisk.assessment import Assessment, RuleAnswer
from msrisk.model import Outcome
from msrisk.report import Report
from msrisk.ruleset.rules import RuleSet

DAY = date(2026, 11, 22)
Row = Mapping[str, str]

HEAD = """\
title: Every track
version: 1
reviewed: 2026-11-22
sources:
  act: {cite: Modern Slavery Act 2015}
  ours: {cite: Our own choice}
parameters:
  threshold: {meaning: m, values: {2015-10-29: £36m, 2020-01-01: £40m}, source: "act, regulations"}
scoring:
  points: {critical: 40, high: 25, medium: 10, low: 4}
  bands: {critical: 60, high: 25, medium: 10, low: 0}
  relief_cap: 15
rules:
"""
RULES = (
    ("sector-cleaning", "exposure", "severity: high\n    group: sector", "category: mentions one of [cleaning]"),
    ("sector-food", "exposure", "severity: medium\n    group: sector", "category: mentions one of [food]"),
    ("goods-origin", "exposure", "severity: medium", "origin: China"),
    ("assurance-signed", "assurance", "relief: 10", "statement_signed: no"),
    ("assurance-approved", "assurance", "relief: 10", "statement_approved: no"),
    ("exclusion-order", "exclusion", "duty: us", "statement_no_steps: yes"),
    ("s54-large", "law", "severity: critical\n    law: words", "turnover: at least {threshold}"),
    ("s54-trial", "law", "severity: critical\n    law: words\n    status: trial", "turnover: at least £1"),
)
BODY = """\
  {id}:
    title: T
    source: act, section 54
    in_force: 2016-03-31
    track: {track}
    {more}
    flag_when:
      {flag_when}
    because: Because.
    next_step: Ask.
    duty: us
    not_a_problem_when: Never.
    examples: {{flagged: [{{country: GB}}]}}
"""


@cache
def every_track() -> RuleSet:
    text = HEAD + "".join(
        BODY.format(id=id, track=track, more=more, flag_when=flag_when) for id, track, more, flag_when in RULES
    ).replace("    duty: us\n    flag_when", "    flag_when")
    with TemporaryDirectory() as folder:
        path = Path(folder) / "every.yaml"
        path.write_text(text, encoding="utf-8")
        return load_rules(path)


def screened(rows: Sequence[Row], rules: RuleSet | str = "section-54", as_of: date = DAY) -> Report:
    frame = pandas.DataFrame([dict(row) for row in rows]).fillna("")
    return screen(frame, rules=rules, as_of=as_of)


def only(rows: Sequence[Row], rules: RuleSet | str = "section-54", as_of: date = DAY) -> Assessment:
    (assessment,) = screened(rows, rules, as_of)
    return assessment


def answer(assessment: Assessment, rule: str) -> RuleAnswer:
    return next(each for each in assessment.answers if each.rule.id == rule)


Result = tuple[object, ...]


def results(report: Report) -> dict[str, Result]:
    """What is said of each supplier that others, and the order of things, must not change."""
    found: dict[str, Result] = {}
    for each in report:
        ended = tuple(sorted((held.rule.id, held.outcome, held.grade) for held in each.answers))
        asked = tuple(sorted((question.field, question.points) for question in each.questions))
        sums = (each.score, each.could_reach, each.law, each.exposure, each.relief)
        found[each.name] = (each.band, each.so_far, sums, each.spend, each.coverage, ended, asked)
    return found


def flagged(report: Report, name: str) -> list[str]:
    number = report.suppliers.names.index(name)
    return sorted(rule.id for rule in report.rules_ended(number, Outcome.FLAGGED))


# -- random lists

NAMES = ["Alder Ltd", "Birch", "Cedar plc", "Dogwood LLP", "Elm Trading", "Fir & Sons", "Gorse", "Hazel Ltd"]
COLUMNS = {
    "Turnover": ["£2m", "£30m", "£36m", "£500m", "over £36m", "£10m-£50m", "tbc", ""],
    "UK business": ["yes", "no", "tbc", ""],
    "Legal form": ["company", "sole trader", "partnership", "unknown", ""],
    "Country": ["UK", "France", "??", ""],
    "Company number": ["01234567", "SC123456", ""],
    "Statement published": ["yes", "no", "not required", ""],
    "Statement covers supplier": ["yes", "no", ""],
    "Statement year end": ["2026-03-31", "2019-03-31", "2027-12-31", "2025", ""],
    "Statement approved": ["yes", "no", ""],
    "Statement signed": ["yes", "no", ""],
    "Statement linked": ["yes", "no", ""],
    "No steps taken": ["yes", "no", "", ""],
    "Turnover year end": ["2026-03-31", "2020-03-31", ""],
}
LINES = {
    "Purchase category": ["Cleaning services", "Food", "Audit", ""],
    "Country of origin": ["China", "UK", "China, France", ""],
}


def supplier_rows(chance: Random, name: str) -> list[dict[str, str]]:
    """One supplier's rows: the same facts on each, different purchases and amounts."""
    facts = {column: chance.choice(values) for column, values in COLUMNS.items()}
    return [
        {
            "Supplier": name,
            "Amount": str(chance.choice([100, 100, 2000])),
            **facts,
            **{column: chance.choice(values) for column, values in LINES.items()},
        }
        for _ in range(chance.choice([1, 1, 2, 3]))
    ]


def supplier_list(chance: Random, names: Sequence[str] = NAMES) -> list[dict[str, str]]:
    return [row for name in names for row in supplier_rows(chance, name)]
