"""How a rule ended and why, in words that name nobody: the rule's own sentence, with redacted values in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from string import Formatter

from msrisk.assessment import Evidence, Explain, ExplainFlags, Flag, RuleAnswer
from msrisk.logic.facts import AS_OF
from msrisk.model import About, Ints, Outcome, Suppliers
from msrisk.redacting.values import REDACTED, Words, shown
from msrisk.report import Report
from msrisk.ruleset.rules import Rule

NOT_GIVEN = "[not given]"


Redacted = Callable[[int, RuleAnswer], RuleAnswer]  # of a supplier by its number


def explained(report: Report, words: Words) -> tuple[Explain, ExplainFlags]:
    """What the report explains, for its own supplier numbers, without a name, a cell or free text."""
    explain: Callable[..., tuple[RuleAnswer, ...]] = report.explain
    explain_flags = report.explain_flags
    redacted = _redacted(report, words)

    def answers(number: int, ended: Collection[Outcome], *of: Collection[About]) -> tuple[RuleAnswer, ...]:
        return tuple(redacted(number, each) for each in explain(number, ended, *of))

    def flags(rule: Rule, numbers: Ints) -> list[Flag]:
        both = zip(numbers.tolist(), explain_flags(rule, numbers), strict=True)
        said = [redacted(number, flag.answer) for number, flag in both]
        return [Flag(answer, ("",) * len(answer.evidence)) for answer in said]

    return answers, flags


def _redacted(report: Report, words: Words) -> Redacted:
    suppliers = report.suppliers
    figures = {name: each.on(report.as_of) or "" for name, each in report.rules.parameters.items()}
    figures[AS_OF] = report.as_of.isoformat()
    return lambda number, answer: _answer(suppliers, number, answer, figures, words)


def _answer(
    suppliers: Suppliers, number: int, answer: RuleAnswer, figures: Mapping[str, str], words: Words
) -> RuleAnswer:
    if not (answer.because or answer.evidence or answer.also):
        return answer  # what is not known says nothing of the supplier, and is shared by many
    evidence = tuple(_evidence(suppliers, number, each, words) for each in answer.evidence)
    said = {each.field: each.shown for each in evidence}
    because = answer.because and _because(suppliers, number, answer, {**said, **figures}, words)
    return RuleAnswer(
        answer.rule, answer.outcome, answer.points, because, answer.grade, evidence, answer.blanks, answer.assumed
    )


def _evidence(suppliers: Suppliers, number: int, evidence: Evidence, words: Words) -> Evidence:
    value = _shown(suppliers, number, evidence.field, evidence.shown, words)
    named = value == REDACTED  # what it was compared with may then name somebody too
    compared_with = REDACTED if named and evidence.answer else evidence.compared_with
    return Evidence(
        field=evidence.field,
        label=evidence.label,
        shown=value,
        address="",
        compared_with=compared_with,
        answer=evidence.answer,
        source=evidence.source,
        grade=evidence.grade,
    )


def _shown(suppliers: Suppliers, number: int, name: str, typed: str, words: Words) -> str:
    """A value as it may be shown: of the supplier's own column, else of the text that stood there."""
    field, column = suppliers.fields.get(name), suppliers.columns.get(name)
    if typed == NOT_GIVEN or field is None:
        return typed if typed == NOT_GIVEN else REDACTED
    if field.of == "supplier" and column is not None:
        return shown(field, column.reading(number).value, words) or REDACTED
    if field.kind.name == "labels":
        parts = tuple(part.strip() for part in typed.split(";"))
        return shown(field, parts, words)
    return shown(field, field.read(typed).value, words) or REDACTED


def _because(suppliers: Suppliers, number: int, answer: RuleAnswer, said: Mapping[str, str], words: Words) -> str:
    """The sentence of the rule again; a value that no evidence shows is taken from the sentence as it was."""
    were = _values_in(answer.rule, answer.because)
    sentence = []
    for text, name, _, _ in Formatter().parse(answer.rule.because):
        sentence.append(text)
        if name is not None:
            sentence.append(said.get(name) or _shown(suppliers, number, name, were.get(name, ""), words))
    labels = ", ".join(suppliers.fields[name].label.lower() for name in answer.assumed)
    return "".join(sentence) + (f" (Assumed, because not known: {labels}.)" if labels else "")


def _values_in(rule: Rule, because: str) -> dict[str, str]:
    """By field what stood in its place in a rule's sentence."""
    names, pattern = [], ""
    for text, name, _, _ in Formatter().parse(rule.because):
        pattern += re.escape(text)
        if name is not None:
            pattern += "(.*?)"
            names.append(name)
    found = re.match(pattern, because, re.DOTALL)
    return dict(zip(names, found.groups(), strict=True)) if found else {}
