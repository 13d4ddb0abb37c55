"""The sheet *Questions*: what to ask first, and whom."""

from __future__ import annotations

from collections.abc import Iterator

from msrisk.model import Queue
from msrisk.report import Report
from msrisk.write.who_acts import SUPPLIER, US
from msrisk.write.workbook.look_first import tops
from msrisk.write.workbook.plan import Cell, Heading, SheetPlan

Rows = Iterator[list[Cell]]


def questions(report: Report) -> SheetPlan:
    """What to ask those to look at first, and those who may be on a list; the others can wait."""
    headings = (
        Heading("Supplier", 26),
        Heading("Priority for checks", 12),
        Heading("Question", 74),
        Heading("For", 10),
        Heading("What is not known", 40),
    )
    lines = [
        "For those to look at first, and those whose identity is to be checked. Only what can still change a "
        "supplier's answer is asked, that on which most hangs first; what was found is not asked about "
        "here: its next step comes before it, on Look first. No reply leaves a supplier where it is, never worse.",
        "Ask no small supplier for papers that nobody asks of it. The questions to any other supplier:  "
        "python -m msrisk explain LIST SUPPLIER",
    ]
    return SheetPlan("Questions", "Questions", lines, headings, _question_rows(report), filtered=True, printed=4)


def _question_rows(report: Report) -> Rows:
    to_check = report.in_queue(Queue.IDENTITY_TO_CHECK)
    first, ranked = tops(report)[Queue.LOOK_FIRST], report.scores.order.tolist()
    for number in [*first, *(each for each in ranked if to_check[each])]:
        one = report.assessment(number)
        for question in one.questions:
            asked = US if question.ours else SUPPLIER
            yield [one.name, one.band.word, question.ask, asked, question.label]
