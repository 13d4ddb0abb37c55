"""The sheet *Questions*: what to ask, and whom."""

from __future__ import annotations

from collections.abc import Iterator

from msrisk.report import Report
from msrisk.write.workbook.plan import Cell, Heading, SheetPlan

Rows = Iterator[list[Cell]]


def questions(report: Report) -> SheetPlan:
    headings = (
        Heading("Supplier", 34),
        Heading("Priority for checks", 14, "band"),
        Heading("What is not known", 30),
        Heading("Question", 90),
        Heading("For", 10),
    )
    lines = [
        "Only what can still change a supplier's answer. No reply leaves a supplier where it is, never worse."
    ]
    return SheetPlan("Questions", "Questions", lines, headings, _question_rows(report), filtered=True)


def _question_rows(report: Report) -> Rows:
    for one in report.ranked():
        for question in one.questions:
            yield [one.name, one.band.word, question.label, question.ask, "us" if question.ours else "supplier"]
