"""The examples a rule carries, run as tests: each comes out as it says it does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from msrisk.errors import RulesError
from msrisk.logic.answer import Answers
from msrisk.logic.cases import column_of
from msrisk.logic.facts import Facts
from msrisk.logic.truth import NOT_KNOWN, WORDS
from msrisk.model import Bytes, Column, Field, Outcome
from msrisk.ruleset.document import Mark
from msrisk.ruleset.rules import Example, Rule, RuleSet, Term
from msrisk.values.reading import BLANK, Reading

TRUTH_NAMES = {number: name for name, number in WORDS.items()}


@dataclass(frozen=True, slots=True)
class Failure:
    """Something ``rules test`` found wrong."""

    subject: str
    mark: Mark
    problem: str


Ask = Callable[[Answers], Bytes]


def results(rules: RuleSet, examples: Sequence[Example], ask: Ask) -> list[int]:
    """What each example comes to, in order; ``ask`` answers those of one day and the same terms at once."""
    alike: dict[tuple[date, frozenset[str]], list[int]] = {}
    for number, example in enumerate(examples):
        terms = frozenset(name for name, _ in example.given if name in rules.terms)
        alike.setdefault((example.as_of or rules.reviewed, terms), []).append(number)
    found = [0] * len(examples)
    for (day, _), chosen in alike.items():
        answer = ask(Answers(example_facts(rules, [examples[number] for number in chosen], day)))
        for number, result in zip(chosen, answer, strict=True):
            found[number] = int(result)
    return found


def example_facts(rules: RuleSet, examples: Sequence[Example], day: date) -> Facts:
    """The examples as suppliers, one each."""
    names = dict.fromkeys(name for example in examples for name, _ in example.given)
    columns = {
        name: _column(rules.fields[name], [_given(example, name) for example in examples], examples)
        for name in names
        if name in rules.fields
    }
    given = {
        name: np.array([WORDS.get(_given(each, name), NOT_KNOWN) for each in examples], np.uint8)
        for name in names
        if name in rules.terms
    }
    return Facts(len(examples), rules.fields, columns, day, rules.parameters_on(day), rules.conditions(), given)


def _given(example: Example, name: str) -> str:
    return next((text for field, text in example.given if field == name), "")


def _column(field: Field, texts: Sequence[str], examples: Sequence[Example]) -> Column:
    readings = [_read(field, text, example) for text, example in zip(texts, examples, strict=True)]
    return column_of(field, readings, np.arange(len(texts), dtype=np.int32))


def _read(field: Field, text: str, example: Example) -> Reading:
    try:
        return field.read(text) if text else BLANK
    except RulesError as error:
        raise example.mark.error(error.problem) from error


def example_failures(rules: RuleSet, subject: Rule | Term) -> list[Failure]:
    """The examples of a rule or term that do not come out as they say."""
    found = results(rules, subject.examples, ask_of(subject))
    return [
        Failure(name_of(subject), example.mark, f"the example says {example.expected}, the rule file says {said}")
        for example, result in zip(subject.examples, found, strict=True)
        if (said := result_name(subject, result)) != example.expected
    ]


def ask_of(subject: Rule | Term) -> Ask:
    """How a rule, or a term, is answered."""
    if isinstance(subject, Rule):
        return subject.outcomes
    condition = subject.condition
    return lambda answers: answers.of(condition)


def name_of(subject: Rule | Term) -> str:
    return subject.id if isinstance(subject, Rule) else subject.name


def result_name(subject: Rule | Term, result: int) -> str:
    """A result as examples spell it: an outcome of a rule, a truth of a term."""
    return Outcome(result).name.lower() if isinstance(subject, Rule) else TRUTH_NAMES[result]
