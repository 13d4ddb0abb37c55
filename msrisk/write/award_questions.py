"""The one list of questions that all bidders are sent: whatever any of them would be asked, once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from msrisk.assessment import RuleAnswer
from msrisk.model import About, Outcome, Track
from msrisk.report import Report
from msrisk.ruleset.rules import Rule, RuleSet

ASK = "Ask "  # how a next step begins that is a question


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to every bidder.  group, source, points: of the first rule that asks it."""

    text: str
    group: str
    source: str
    points: int


def common_questions(report: Report, bidders: Sequence[int], words: Mapping[str, str]) -> tuple[Asked, ...]:
    """The union over all bidders, in the rule set's order; the same words are one question.

    words: how a rule or a field is asked of a bidder.
    """
    about_bidders = [rule for rule in report.asked if rule.about is About.SUPPLIER]
    answers: dict[str, list[RuleAnswer]] = {rule.id: [] for rule in report.asked}
    for number in bidders:
        for answer in report.explain(number, (Outcome.FLAGGED, Outcome.NOT_KNOWN)):
            answers[answer.rule.id].append(answer)
    open_ = [name for name, flags in report.open_fields.items() if flags.any()]
    found: dict[str, Asked] = {}
    for rule in about_bidders:
        for text in _of_rule(report, rule, answers[rule.id], open_, words):
            found.setdefault(text, Asked(text, rule.group, _source(report.rules, rule), report.rules.points(rule)))
    return tuple(found.values())


def _of_rule(
    report: Report, rule: Rule, answers: Sequence[RuleAnswer], open_: Sequence[str], words: Mapping[str, str]
) -> Iterator[str]:
    """What one rule asks: its next step where it flagged, then each field that keeps it open."""
    if any(answer.outcome is Outcome.FLAGGED for answer in answers):
        text = question_for_rule(rule, words)
        if text:
            yield text
    keeping = {name for answer in answers for name in (*answer.blanks, *answer.assumed)}
    for name in open_:
        field = report.suppliers.fields[name]
        text = words.get(name, field.ask or f"What is the {field.label.lower()}?")
        if name in keeping and text:
            yield text


def question_for_rule(rule: Rule, words: Mapping[str, str]) -> str:
    """A rule's next step as it is asked of every bidder; '' where it is for us to do."""
    if rule.id in words:
        return words[rule.id]
    if not rule.next_step.startswith(ASK):
        return ""
    step = rule.next_step.removeprefix(ASK).partition(";")[0].rstrip(".")
    return f"We ask every bidder {step}."


def _source(rules: RuleSet, rule: Rule) -> str:
    """The law with its section, or the name of the publication: short enough for a page that is sent out."""
    if rule.track is Track.LAW:
        return rules.cited(rule.source.partition(";")[0])
    return rules.source_of(rule.source).cite
