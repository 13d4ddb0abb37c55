"""Is every clause defended?  Alter it in each way a slip could, and see whether some example notices."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from msrisk.logic.answer import Answers
from msrisk.logic.cases import cases_of, spread
from msrisk.logic.condition import (
    All,
    Asks,
    Condition,
    Either,
    Literal,
    Not,
    Operand,
    Phrase,
    TermIs,
    Unless,
)
from msrisk.logic.facts import Facts
from msrisk.logic.phrase import LONGEST_AGE, age
from msrisk.model import Field
from msrisk.ruleset.conditions import fields_read
from msrisk.ruleset.examples import Failure, ask_of, name_of, result_name, results
from msrisk.ruleset.rules import Rule, RuleSet, Term
from msrisk.values.interval import Interval, point
from msrisk.values.reading import BLANK, Reading

_NEXT_TO = {"at least": "more than", "more than": "at least", "at most": "less than", "less than": "at most"}


@dataclass(frozen=True, slots=True)
class Altered:
    """A condition with one thing changed, and what was changed in words."""

    condition: Condition
    change: str


def alterations(condition: Condition, rules: RuleSet) -> Iterator[Altered]:
    """Every way to drop a line, negate it, or shift what it compares with; one at a time."""
    match condition:
        case Asks():
            yield Altered(Not(condition), f"'{condition.field}' negated")
            yield from _shifted(condition, rules)
        case TermIs():
            yield Altered(replace(condition, wanted=not condition.wanted), f"'{condition.term}' negated")
        case Not(part):
            yield Altered(part, "'not' dropped")
            yield from (Altered(Not(each.condition), each.change) for each in alterations(part, rules))
        case Unless(claim, exception):
            yield Altered(claim, "'unless' dropped")
            for each in alterations(claim, rules):
                yield Altered(Unless(each.condition, exception), each.change)
            for each in alterations(exception, rules):
                yield Altered(Unless(claim, each.condition), each.change)
        case All(parts) | Either(parts):
            yield from _altered_parts(condition, parts, rules)


def _altered_parts(whole: All | Either, parts: tuple[Condition, ...], rules: RuleSet) -> Iterator[Altered]:
    for number, part in enumerate(parts):
        rest = parts[:number] + parts[number + 1 :]
        if rest:
            yield Altered(replace(whole, parts=rest), f"{_name(part)} dropped")
        for each in alterations(part, rules):
            yield Altered(
                replace(whole, parts=(*parts[:number], each.condition, *parts[number + 1 :])), each.change
            )


def _name(part: Condition) -> str:
    if isinstance(part, Asks):
        return f"'{part.field}'"
    return f"'{part.term}'" if isinstance(part, TermIs) else "a group of lines"


def _shifted(line: Asks, rules: RuleSet) -> Iterator[Altered]:
    phrase, field = line.phrase, rules.fields[line.field]
    other = _NEXT_TO.get(phrase.operation)
    if other:
        yield Altered(replace(line, phrase=replace(phrase, operation=other)), f"'{field.name}' {other}")
    for number, operand in enumerate(phrase.operands):
        for moved in _moved(phrase, operand, field, rules):
            operands = (*phrase.operands[:number], moved, *phrase.operands[number + 1 :])
            yield Altered(
                replace(line, phrase=replace(phrase, operands=operands)), f"limit of '{field.name}' moved"
            )
        if len(phrase.operands) > 1:
            operands = phrase.operands[:number] + phrase.operands[number + 1 :]
            yield Altered(
                replace(line, phrase=replace(phrase, operands=operands)),
                f"'{getattr(operand, 'text', '')}' left out of '{field.name}'",
            )


def _moved(phrase: Phrase, operand: Operand, field: Field, rules: RuleSet) -> Iterator[Literal]:
    """The limit one step up and down: a penny, a day, a month of age."""
    if phrase.operation == "older than":
        number, unit, less_a_day = age(operand)
        ending = " less a day" if less_a_day else ""
        near = [each for each in (number - 1, number + 1) if 0 <= each <= LONGEST_AGE]
        yield from (Literal(f"{each} {unit}s{ending}", Reading()) for each in near)
        return
    text = rules.parameters_on(rules.reviewed).get(getattr(operand, "name", ""))
    reading = operand.reading if isinstance(operand, Literal) else field.read(text or "")
    if isinstance(reading.value, Interval) and reading.value.is_point:
        for step in (-1, 1):
            value = point(reading.value.low + step)
            yield Literal(field.kind.show(value), Reading(value))


def undefended(rules: RuleSet, subject: Rule | Term) -> list[Failure]:
    """The alterations of a rule or term that no example notices."""
    original = results(rules, subject.examples, ask_of(subject))
    return [
        Failure(name_of(subject), subject.mark, f"no example notices when {change}")
        for altered, change in _altered(rules, subject)
        if results(rules, subject.examples, ask_of(altered)) == original
    ]


def count_alterations(rules: RuleSet, subject: Rule | Term) -> int:
    """How many alterations ``undefended`` tries."""
    return sum(1 for _ in _altered(rules, subject))


def _altered(rules: RuleSet, subject: Rule | Term) -> Iterator[tuple[Rule | Term, str]]:
    """The subject with one thing changed, and what."""
    if isinstance(subject, Term):
        for each in alterations(subject.condition, rules):
            yield replace(subject, condition=each.condition), each.change
        return
    if subject.applies_when is not None:
        yield replace(subject, applies_when=None), "'applies_when' dropped"
        for each in alterations(subject.applies_when, rules):
            yield replace(subject, applies_when=each.condition), each.change
    for each in alterations(subject.flag_when, rules):
        yield replace(subject, flag_when=each.condition), each.change
    if subject.unless is not None:
        yield replace(subject, unless=None), "'unless' dropped"
        for each in alterations(subject.unless, rules):
            yield replace(subject, unless=each.condition), each.change


def uncovered(rules: RuleSet, subject: Rule | Term) -> list[Failure]:
    """Outcomes that some supplier could have and no example shows; and rules that can never flag or clear.

    What an example comes to can be reached: a cell of several labels is tried nowhere else.
    """
    answers = Answers(_every_case(rules, subject))
    possible = sorted({result_name(subject, int(each)) for each in ask_of(subject)(answers)})
    shown = {example.expected for example in subject.examples}
    found = results(rules, subject.examples, ask_of(subject))
    reached = {*possible, *(result_name(subject, each) for each in found)}
    needed = ("flagged", "clear") if isinstance(subject, Rule) else ("yes", "no")
    problems = [f"no example shows {each}" for each in possible if each not in shown]
    problems += [f"can never come out {each}" for each in needed if each not in reached]
    return [Failure(name_of(subject), subject.mark, problem) for problem in problems]


def _every_case(rules: RuleSet, subject: Rule | Term) -> Facts:
    """Suppliers that hold every combination of values the condition can tell apart, and blanks."""
    conditions = [subject.condition]
    day = max(rules.reviewed, subject.in_force) if isinstance(subject, Rule) else rules.reviewed
    facts = Facts(0, rules.fields, {}, day, rules.parameters_on(day), rules.conditions())
    fields = [name for name in fields_read(subject.condition, rules.conditions()) if name in rules.fields]
    choices = {
        name: [BLANK, *(case.reading for case in cases_of(rules.fields[name], conditions, facts))]
        for name in fields
    }
    return spread(facts, choices)
