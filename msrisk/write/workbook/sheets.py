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
from msrisk.write.workbook.look_first import look_first
from msrisk.write.workbook.method import method
from msrisk.write.workbook.other_views import viewed
from msrisk.write.workbook.plan import SheetPlan
from msrisk.write.workbook.quality import data_quality
from msrisk.write.workbook.questions import questions
from msrisk.write.workbook.read_me import read_me
from msrisk.write.workbook.record import run_sheet
from msrisk.write.workbook.register import register
from msrisk.write.workbook.rules import rules_used
from msrisk.write.workbook.summary import summary
from msrisk.write.workbook.us import beside
from msrisk.write.workbook.what_we_know import what_we_know
from msrisk.write.workbook.where import where_and_what

_BEFORE: tuple[Callable[[Report], SheetPlan], ...] = (summary, by_category, look_first, register, findings)
_AFTER: tuple[Callable[[Report], SheetPlan], ...] = (
    where_and_what,
    questions,
    what_we_know,
    to_chase,
    set_aside,
    joined,
    data_quality,
    rules_used,
    method,
    words_used,
    run_sheet,
)
SHEETS = (read_me, *_BEFORE, *_AFTER)  # those that are always there


def sheets(report: Report) -> Iterator[SheetPlan]:
    """The sheets of a workbook and of the view asked for; after what is said of suppliers, what is for us."""
    plans = [*(make(report) for make in _BEFORE), *beside(report), *(make(report) for make in _AFTER)]
    first = read_me(report, [plan.name for plan in plans])
    yield from viewed(report, [first, *plans])
