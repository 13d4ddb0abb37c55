"""``rules test``: examples, coverage, defended clauses and age, of a whole rule set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from msrisk.ruleset.defence import count_alterations, uncovered, undefended
from msrisk.ruleset.examples import Failure, example_failures
from msrisk.ruleset.rules import Rule, RuleSet, Term

DAYS_UNTIL_STALE = 365


@dataclass(frozen=True)
class Checked:
    """What a test of a rule set found."""

    summary: str
    failures: tuple[Failure, ...]
    warnings: tuple[str, ...]


def check_rules(rules: RuleSet, today: date) -> Checked:
    """Every example run, every clause altered; a rule set reviewed over a year ago is only a warning."""
    failures: list[Failure] = []
    subjects: list[Rule | Term] = [*rules.terms.values(), *rules.rules.values()]
    for subject in subjects:
        failures += example_failures(rules, subject) + undefended(rules, subject) + uncovered(rules, subject)
    examples = sum(len(subject.examples) for subject in subjects)
    altered = sum(count_alterations(rules, subject) for subject in subjects)
    passed = "all pass" if not failures else f"{len(failures)} failures"
    summary = (
        f"{rules.name} {rules.version}: {len(rules.rules)} rules, {len(rules.terms)} terms, "
        f"{examples} examples, {altered} altered clauses: {passed}"
    )
    return Checked(summary, tuple(failures), tuple(_stale(rules, today)))


def _stale(rules: RuleSet, today: date) -> Iterator[str]:
    if (today - rules.reviewed).days > DAYS_UNTIL_STALE:
        yield f"{rules.name} was last reviewed on {rules.reviewed}, over a year ago: compare it with its sources"
