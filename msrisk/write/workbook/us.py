"""Sheets for what is not said of any supplier: what is for us to do, and what would be asked if it were law."""

from __future__ import annotations

from collections.abc import Iterator

from msrisk.assessment import RuleAnswer
from msrisk.model import About, Outcome
from msrisk.report import Report
from msrisk.write.us import (
    FOR_US,
    FOR_US_LINE,
    WHAT_IF,
    WHAT_IF_LINE,
    answers_beside,
    evidence_said,
    settled_by,
    unanswered_said,
)
from msrisk.write.words import in_sentence
from msrisk.write.workbook.plan import Cell, Heading, SheetPlan

_SHEETS = (
    (About.US, "For us", FOR_US, FOR_US_LINE),
    (About.WHAT_IF, "What if", WHAT_IF, WHAT_IF_LINE),
)


def beside(report: Report) -> Iterator[SheetPlan]:
    """A sheet for each kind of rule that says nothing of suppliers, where the rule set has such rules."""
    headings = (
        Heading("Supplier", 30),
        Heading("Rule", 30),
        Heading("Answer", 12),
        Heading("Because", 60),
        Heading("Evidence", 60),
        Heading("What to do", 50),
        Heading("Not a problem when", 50),
    )
    for about, name, title, line in _SHEETS:
        if any(rule.about is about for rule in report.asked):
            lines = [line, *filter(None, [unanswered_said(report, about)])]
            yield SheetPlan(name, title, lines, headings, _rows(report, about), filtered=True)


def _rows(report: Report, about: About) -> Iterator[list[Cell]]:
    for name, answer in answers_beside(report, about):
        flagged = answer.outcome is Outcome.FLAGGED
        yield [
            name,
            answer.rule.id,
            answer.outcome.word,
            answer.because if flagged else f"Not known: {_blanks(report, answer)}",
            "\n".join([*evidence_said(answer.evidence), *_also(answer)]),
            answer.rule.next_step if flagged else "\n".join(settled_by(report, answer)),
            answer.rule.not_a_problem_when,
        ]


def _also(answer: RuleAnswer) -> list[str]:
    return [f"The same for: {', '.join(answer.also)}"] if answer.also else []


def _blanks(report: Report, answer: RuleAnswer) -> str:
    return ", ".join(in_sentence(report.suppliers.fields[name].label) for name in answer.blanks)
