"""What a flag rests on, as a short text that changes when the facts, the rule or its figures change."""

from __future__ import annotations

import hashlib

import numpy as np

from msrisk.evaluate.explained import phrase_in_words, shown
from msrisk.evaluate.outcomes import Outcomes
from msrisk.logic.condition import Asks, Condition, Literal, Operand, TermIs, children
from msrisk.logic.facts import AS_OF, Facts
from msrisk.logic.proof import prove
from msrisk.model import Ints, Outcome
from msrisk.ruleset.conditions import fields_read
from msrisk.ruleset.rules import Rule

_LONGEST = 240  # of the words; the mark at the end stands for all of them
_MARK = 10


def facts_behind(outcomes: Outcomes, supplier: int, rule: Rule) -> str:
    """The values a flag rests on, on every line that it flags, and a mark of them and of the rule as it stands.

    Where a value stands does not matter, nor the order of rows, nor the day of the run.
    """
    said: dict[str, None] = {}
    asked: dict[str, None] = {}
    for subject in _subjects(outcomes, supplier, rule):
        proof = prove(outcomes.answers(rule), rule.condition, subject)
        facts = outcomes.answers(rule).facts
        for piece in proof.pieces:
            value = _value(facts, piece.field, subject)
            said[value] = None
            asked[f"{value}; {phrase_in_words(outcomes, piece.phrase)}; {piece.answer}"] = None
        asked |= dict.fromkeys(f"not known: {name}" for name in proof.assumed)
    words = "; ".join(sorted(said))
    words = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
    whole = "\n".join([*sorted(asked), *_rule_as_it_stands(outcomes, rule)])
    return f"{words} [{hashlib.sha256(whole.encode()).hexdigest()[:_MARK]}]"


def _value(facts: Facts, name: str, subject: int) -> str:
    """A value with what it was made of: of one looked up, the words of the list it was looked up by."""
    column = facts.column(name)
    note = column.reading(subject).note
    return f"{column.field.label}: {shown(column, subject)}{f' ({note})' if note else ''}"


def _subjects(outcomes: Outcomes, supplier: int, rule: Rule) -> list[int]:
    """The supplier, or those of its lines that the rule flags and that differ in anything the rule reads."""
    if rule.id not in outcomes.lines:
        return [supplier]
    lines = np.arange(*outcomes.suppliers.line_ends[supplier : supplier + 2])
    flagged = lines[outcomes.lines[rule.id][lines] == Outcome.FLAGGED]
    facts = outcomes.by_line.facts
    read = fields_read(rule.condition, facts.terms)
    codes: list[Ints] = [facts.columns[name].codes[flagged] for name in read if name in facts.columns]
    if not len(flagged) or not codes:
        return [outcomes.subject(rule, supplier)]
    _, first = np.unique(np.stack(codes), axis=1, return_index=True)
    found: list[int] = flagged[np.sort(first)].tolist()
    return found


def _rule_as_it_stands(outcomes: Outcomes, rule: Rule) -> list[str]:
    """Everything of a rule that somebody who accepts its flag has read, or that decides what it weighs."""
    facts = outcomes.by_supplier.facts
    weight = f"{outcomes.rules.points(rule)} points"
    return [rule.id, rule.title, rule.law, rule.because, weight, _spelled(rule.condition, facts)]


def _spelled(condition: Condition, facts: Facts) -> str:
    if isinstance(condition, Asks):
        phrase = condition.phrase
        operands = ", ".join(_operand(each, facts) for each in phrase.operands)
        return f"{condition.field} {'not ' if phrase.negated else ''}{phrase.operation} {operands}"
    if isinstance(condition, TermIs):
        return f"{condition.wanted}({_spelled(facts.terms[condition.term], facts)})"
    parts = ", ".join(_spelled(child, facts) for child in children(condition))
    return f"{type(condition).__name__}({parts})"


def _operand(operand: Operand, facts: Facts) -> str:
    """A figure in force; the day of the run by its name, since it is another every day."""
    if isinstance(operand, Literal):
        return operand.text
    held = None if operand.name == AS_OF else facts.parameter(operand.name)
    return operand.name if held is None else held
