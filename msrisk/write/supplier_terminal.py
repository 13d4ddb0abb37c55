"""One supplier on a terminal: where it stands, every rule with its cells, what would change it, what to ask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from msrisk.assessment import Assessment, RuleAnswer
from msrisk.changes import Change
from msrisk.model import About, Outcome
from msrisk.report import Report
from msrisk.ruleset.stages import StageStep
from msrisk.write.accepted_said import ALL_ACCEPTED, accepted_words, left_look_first
from msrisk.write.first_step import FOR_US_TO_SAY, by_whom
from msrisk.write.found import found_in
from msrisk.write.grid import indented
from msrisk.write.moves_said import change_in_words
from msrisk.write.one_supplier import (
    NOTHING_WOULD,
    alike,
    blanks_of,
    could_add,
    evidence_said,
    open_said,
    parts_of_score,
    rests_on,
    set_aside_as,
    where_it_stands,
    who_acts,
    worst_of_flags,
)
from msrisk.write.own_choices import own_choices
from msrisk.write.terminal import Part, checked_lines
from msrisk.write.us import FOR_US, FOR_US_LINE, WHAT_IF, WHAT_IF_LINE, to_settle
from msrisk.write.who_acts import US
from msrisk.write.words import RELIEF_ORDERS, counted, pounds


def explanation(
    report: Report, one: Assessment, changes: Sequence[Change], steps: Sequence[StageStep] = ()
) -> list[Part]:
    """One supplier: where it stands, every rule with its cells, what would change it, what to ask.

    steps: what is done at the stage of the procurement that was named.
    """
    spend = "" if one.spend is None else f"  Spend in this list: {pounds(one.spend)}."
    if not report.screened[one.number]:
        return _set_aside(report, one, spend)
    bought = report.topics[one.number]
    parts: list[Part] = [
        "",
        Text(one.name, "bold"),
        *([Text(f"What we buy: {bought}.")] if bought else []),
        Text(f"{one.band.phrase}: rank {one.rank:,} of {int(report.screened.sum()):,}."),
        Text(
            f"Score {one.score} = law {one.law} + exposure {one.exposure} less relief {one.relief}; "
            f"with every unknown against it{' and no relief' if one.relief else ''}, {one.could_reach}.{spend}"
        ),
        *([Text(RELIEF_ORDERS)] if one.relief else []),
        *_sum(one),
        *([Text(ALL_ACCEPTED)] if left_look_first(report, one.number) else []),
        Text(where_it_stands(report, one.number)),
        *checked_lines(report),
        *map(Text, own_choices(report.rules)),
        *(Text(line) for line in found_in(report.suppliers, one.number)),
    ]
    unasked = report.exclusions_not_asked
    for outcome, title in _SECTIONS:
        held = [each for each in one.ended(outcome) if each.rule not in unasked]  # those are named above, once
        if held:
            parts += ["", Text(f"{title} ({len(held)})", "bold"), *_answers(report, one, held, outcome)]
    parts += _beside(report, one, About.US, FOR_US, FOR_US_LINE)
    if one.questions:
        parts += ["", Text("What would change it", "bold")]
        parts += [indented(change_in_words(change), 2) for change in changes] or [indented(NOTHING_WOULD, 2)]
    for who, asked in by_whom(one.questions):
        title = FOR_US_TO_SAY if who == US else "What to ask about what is not known"
        parts += ["", Text(title, "bold"), *(indented(f"- {each.ask}", 2) for each in asked)]
    if steps:
        parts += ["", Text(f"What to do at this stage ({steps[0].stage}, steps for {steps[0].level})", "bold")]
        parts += [part for step in steps for part in _step_lines(step)]
    return parts + _beside(report, one, About.WHAT_IF, WHAT_IF, WHAT_IF_LINE)


def _answers(report: Report, one: Assessment, held: Sequence[RuleAnswer], outcome: Outcome) -> Iterator[Part]:
    """Rules open for the same blanks, or not asked for the same reasons, are said together; any other alone."""

    def same(answer: RuleAnswer) -> tuple[str, ...]:
        if outcome in (Outcome.FLAGGED, Outcome.CLEAR):
            return (answer.rule.id,)
        reasons = blanks_of(answer) if outcome is Outcome.NOT_KNOWN else rests_on(answer)
        return (*reasons, *answer.also, accepted_words(report, one.number, answer.rule))

    for group in alike(held, same):
        yield from _rule_lines(report, one, group, outcome)


def _beside(report: Report, one: Assessment, about: About, title: str, line: str) -> list[Part]:
    """The rules that say nothing of the supplier, under a heading of their own; nothing where there are none."""
    held = [(outcome, one.ended(outcome, (about,))) for outcome, _ in _SECTIONS]
    if not any(answers for _, answers in held):
        return []
    parts: list[Part] = ["", Text(title, "bold"), Text(line)]
    for outcome, answers in held:
        parts += _answers(report, one, answers, outcome)
    return parts


def _step_lines(step: StageStep) -> Iterator[Part]:
    yield indented(f"- {'we' if step.duty == 'us' else 'the supplier'}: {step.step}", 2)
    yield indented(f"Source: {step.source}", 6)


def _set_aside(report: Report, one: Assessment, spend: str) -> list[Part]:
    """A payee that is no supplier for this purpose: why, where, and how to say otherwise."""
    return [
        "",
        Text(one.name, "bold"),
        Text(f"{set_aside_as(report, one.number)}{spend}"),
        Text(where_it_stands(report, one.number)),
        Text('Nothing was asked of it. If it is a supplier, say so:  --kind "NAME=supplier"'),
    ]


def _sum(one: Assessment) -> list[Part]:
    """The flags that make up the score: of each group only the worst counts."""
    said = [f"{max(points)} ({group}{worst_of_flags(points)})" for _, group, points in parts_of_score(one)]
    return [Text(f"The sum: {' + '.join(said)}.")] if said else []


_SECTIONS = (
    (Outcome.FLAGGED, "Flagged"),
    (Outcome.NOT_KNOWN, "Not known"),
    (Outcome.CLEAR, "Clear"),
    (Outcome.NOT_APPLICABLE, "Does not apply"),
)


def _rule_lines(report: Report, one: Assessment, group: list[RuleAnswer], outcome: Outcome) -> Iterator[Part]:
    answer = group[0]
    between = "; " if outcome is Outcome.NOT_KNOWN else ", "
    yield indented(between.join(_rule_heading(each, outcome) for each in group), 2)
    if answer.because:
        yield indented(answer.because, 4)
    if accepted_words(report, one.number, answer.rule):
        yield indented(accepted_words(report, one.number, answer.rule), 4)
    if outcome is Outcome.NOT_KNOWN:
        yield indented(f"open: {', '.join(open_said(report, one.number, name) for name in answer.blanks)}", 4)
        for ask in to_settle(report, answer):
            yield indented(f"for us to settle: {ask}", 4)
    elif outcome is not Outcome.NOT_APPLICABLE or answer.evidence:
        for evidence in answer.evidence:
            yield indented(evidence_said(evidence), 4)
    if answer.also:
        yield indented(f"the same for: {', '.join(answer.also)}", 4)
    if outcome is Outcome.FLAGGED:
        yield indented(f"next, for {who_acts(answer)}: {answer.rule.next_step}", 4)
        yield indented(f"not a problem when: {answer.rule.not_a_problem_when}", 4)


def _rule_heading(answer: RuleAnswer, outcome: Outcome) -> str:
    """A flag by its title; any other outcome by the id alone, so that no line reads as a finding that is none."""
    if answer.rule.about is not About.SUPPLIER:
        title = f": {answer.rule.title}" if outcome is Outcome.FLAGGED else f", {outcome.word}"
        return f"{answer.rule.id}{title}"
    if outcome is Outcome.FLAGGED:
        return f"{answer.rule.id}: {answer.rule.title}, {counted(answer.points, 'point')}"
    if outcome is Outcome.NOT_KNOWN:
        return f"{answer.rule.id}, {could_add(answer)}"
    relief = answer.rule.relief
    return f"{answer.rule.id}, relief {relief}" if relief and outcome is Outcome.CLEAR else answer.rule.id
