"""The sheet *Findings*: a row for each flag, with the cells and the law it rests on."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from msrisk.model import Outcome
from msrisk.report import Report
from msrisk.write.accepted_said import accepted_words
from msrisk.write.words import (
    evidence_line,
)
from msrisk.write.workbook.plan import Cell, Heading, SheetPlan

Rows = Iterator[list[Cell]]


def findings(report: Report) -> SheetPlan:
    headings = (
        Heading("Supplier", 30),
        Heading("Rule", 26),
        Heading("Track", 10),
        Heading("Points", 8, "number"),
        Heading("Because", 60),
        Heading("Evidence", 60),
        Heading("How it is known", 12),
        Heading("Next step", 40),
        Heading("Who acts", 10),
        Heading("Accepted", 40),
    )
    lines = ["One row for each flag. A flag is a question to ask, with the cells and the law it rests on."]
    return SheetPlan("Findings", "Findings", lines, headings, _finding_rows(report), filtered=True)


def _finding_rows(report: Report) -> Rows:
    some = np.logical_or.reduce(report.outcomes == Outcome.FLAGGED, axis=0)
    for one in report.ranked(among=some):
        for answer in one.ended(Outcome.FLAGGED):
            rule = answer.rule
            yield [
                one.name,
                rule.id,
                rule.track.value,
                answer.points,
                answer.because,
                "\n".join(evidence_line(each) for each in answer.evidence),
                answer.grade.word,
                rule.next_step,
                "supplier" if rule.duty == "supplier" else "us",
                accepted_words(report, one.number, rule),
            ]
