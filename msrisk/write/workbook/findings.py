"""The sheet *Findings*: a row for each flag, with the cells and the law it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter

import numpy as np

from msrisk.model import Outcome
from msrisk.report import Report
from msrisk.write.accepted_said import accepted_words
from msrisk.write.words import (
    evidence_line,
)
from msrisk.write.workbook.plan import Cell, Heading, SheetPlan

Rows = Iterator[list[Cell]]


_HEADINGS = (
    Heading("Supplier", 22),
    Heading("Rule", 28),
    Heading("What was found", 23),
    Heading("Track", 11),
    Heading("Points", 8, "number"),
    Heading("Because", 58),
    Heading("Evidence", 250),
    Heading("How it is known", 18),
    Heading("Next step", 100),
    Heading("Who answers", 10),
    Heading("Accepted", 60),
)
_PRINTED = ("Supplier", "What was found", "Because", "Points", "Who answers")
_ON_SCREEN = ("Next step", "How it is known", "Accepted", "Rule", "Track", "Evidence")


def findings(report: Report) -> SheetPlan:
    """A row for each flag: who, what, why and who acts are printed; then what to do and what it rests on."""
    places = [[each.title for each in _HEADINGS].index(title) for title in (*_PRINTED, *_ON_SCREEN)]
    lines = ["One row for each flag. A flag is a question to ask, with the cells and the law it rests on."]
    headings = [_HEADINGS[place] for place in places]
    rows = map(itemgetter(*places), _finding_rows(report))
    return SheetPlan("Findings", "Findings", lines, headings, rows, filtered=True, printed=len(_PRINTED))


def _finding_rows(report: Report) -> Rows:
    some = np.logical_or.reduce(report.outcomes == Outcome.FLAGGED, axis=0)
    for one in report.ranked(among=some):
        for answer in one.ended(Outcome.FLAGGED):
            rule = answer.rule
            yield [
                one.name,
                rule.id,
                rule.title,
                rule.track.value,
                answer.points,
                answer.because,
                "; ".join(evidence_line(each) for each in answer.evidence),
                answer.grade.word,
                rule.next_step,
                "supplier" if rule.duty == "supplier" else "us",
                accepted_words(report, one.number, rule) or "[not accepted]",
            ]
