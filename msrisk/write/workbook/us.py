"""Sheets for what is not said of any supplier: what is for us to do, and what would be asked if it were law."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from operator import itemgetter

from msrisk.assessment import RuleAnswer
from msrisk.model import About, Outcome
from msrisk.once import Once
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


_HEADINGS = (
    Heading("Supplier", 22),
    Heading("Rule", 30),
    Heading("Answer", 11),
    Heading("Because", 24),
    Heading("Evidence", 250),
    Heading("What to do", 34),
    Heading("Not a problem when", 30),
)
_PRINTED = ("Supplier", "Answer", "Because", "What to do", "Not a problem when")
_ON_SCREEN = ("Evidence", "Rule")


def beside(report: Report) -> Iterator[SheetPlan]:
    """A sheet for each kind of rule that says nothing of suppliers, where the rule set has such rules."""
    places = [[each.title for each in _HEADINGS].index(title) for title in (*_PRINTED, *_ON_SCREEN)]
    headings = [_HEADINGS[place] for place in places]
    for about, name, title, line in _SHEETS:
        if any(rule.about is about for rule in report.asked):
            lines = [line, *filter(None, [unanswered_said(report, about)])]
            rows = map(itemgetter(*places), _rows(report, about))
            yield SheetPlan(name, title, lines, headings, rows, filtered=True, printed=len(_PRINTED))


def _rows(report: Report, about: About) -> Iterator[list[Cell]]:
    not_known = Once(partial(_said, report))  # the same for all whose same blanks keep it open
    for name, answer in answers_beside(report, about):
        yield [name, *(_said(report, answer) if answer.outcome is Outcome.FLAGGED else not_known(answer))]


def _said(report: Report, answer: RuleAnswer) -> list[Cell]:
    flagged = answer.outcome is Outcome.FLAGGED
    return [
        answer.rule.id,
        answer.outcome.word,
        answer.because if flagged else f"Not known: {_blanks(report, answer)}",
        "; ".join([*evidence_said(answer.evidence), *_also(answer)]) or "[none yet]",
        answer.rule.next_step if flagged else " ".join(settled_by(report, answer)),
        answer.rule.not_a_problem_when or "[not told]",
    ]


def _also(answer: RuleAnswer) -> list[str]:
    return [f"The same for: {', '.join(answer.also)}"] if answer.also else []


def _blanks(report: Report, answer: RuleAnswer) -> str:
    return ", ".join(in_sentence(report.suppliers.fields[name].label) for name in answer.blanks)
