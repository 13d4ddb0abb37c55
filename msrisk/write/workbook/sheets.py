"""Which sheets a workbook has, in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msrisk.report import Report
from msrisk.write.workbook.aside import set_aside
from msrisk.write.workbook.category import by_category
from msrisk.write.workbook.chase import to_chase
from msrisk.write.workbook.findings import findings
from msrisk.write.workbook.glossary import words_used
from msrisk.write.workbook.joins import joined
from msrisk.write.workbook.method import method
from msrisk.write.workbook.plan import SheetPlan
from msrisk.write.workbook.quality import data_quality
from msrisk.write.workbook.questions import questions
from msrisk.write.workbook.record import run_sheet
from msrisk.write.workbook.register import register
from msrisk.write.workbook.rules import rules_used
from msrisk.write.workbook.summary import summary
from msrisk.write.workbook.us import beside
from msrisk.write.workbook.viewed import viewed

SHEETS: tuple[Callable[[Report], SheetPlan], ...] = (
    by_category,
    summary,
    register,
    set_aside,
    joined,
    findings,
    questions,
    to_chase,
    data_quality,
    rules_used,
    method,
    words_used,
    run_sheet,
)


def sheets(report: Report) -> Iterator[SheetPlan]:
    """The sheets every workbook has, and those of the view that was asked for."""
    return viewed(report, _planned(report))


def _planned(report: Report) -> Iterator[SheetPlan]:
    """The sheets every workbook has; after the findings about suppliers, those for us and what is on trial."""
    for make in SHEETS:
        yield make(report)
        if make is findings:
            yield from beside(report)
