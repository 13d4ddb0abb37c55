"""The sheet people live with: the register of suppliers."""

from __future__ import annotations

from collections.abc import Iterator

from msrisk.assessment import Assessment
from msrisk.report import Report
from msrisk.write.accepted_said import left_look_first
from msrisk.write.moves_said import NO_ANSWER, NOTHING_TO_ASK, how_tried
from msrisk.write.own_choices import own_choices
from msrisk.write.said import Said
from msrisk.write.words import RELIEF_ORDERS, checked_line, identity_said
from msrisk.write.workbook.plan import Cell, Heading, SheetPlan

Rows = Iterator[list[Cell]]


def register(report: Report) -> SheetPlan:
    headings = (
        Heading("Rank", 7, "number"),
        Heading("Supplier", 34),
        Heading("Priority for checks", 14, "band"),
        Heading("On known facts", 12),
        Heading("Queue", 12),
        Heading("Score", 8, "number"),
        Heading("Could reach", 9, "number"),
        Heading("Settled", 9, "percent"),
        Heading("Spend", 14, "pounds"),
        Heading("What we buy", 20),
        Heading("Category", 22),
        Heading("Why", 40),
        Heading("Not known", 30),
        Heading("What would lower it", 34),
        Heading("What would raise it", 34),
        Heading("Cells", 18),
    )
    lines = [
        "One row a supplier, first to look at first. A priority says how soon to check, nothing more.",
        f"Queue: look first is the first {report.rules.worklist.look_first} suppliers, highest priority first, "
        f"with at most {report.rules.worklist.per_category} of one purchase category. A flag on a small part of "
        "what a supplier is paid, below the spend floor, comes after the others of its band.",
        *([RELIEF_ORDERS] if report.scores.relief.any() else []),
        how_tried(report),
        *filter(None, [identity_said(report)]),
        checked_line(report),
        *own_choices(report.rules),
    ]
    said = Said(report)
    rows = (_register_row(report, said, each) for each in report.ranked())
    return SheetPlan("Register", "Register", lines, headings, rows, filtered=True)


def _register_row(report: Report, said: Said, one: Assessment) -> list[Cell]:
    book = report.suppliers.book
    rows = report.suppliers.rows_of(one.number)
    cells = ", ".join(book.address(row, "supplier_name") for row in rows[:3])
    none = NO_ANSWER if one.questions else NOTHING_TO_ASK
    more = f" and {len(rows) - 3:,} more" if len(rows) > 3 else ""
    return [
        one.rank,
        one.name,
        one.band.word,
        one.so_far.word if one.coverage else "[nothing settled]",
        f"{one.queue.word}: all accepted" if left_look_first(report, one.number) else one.queue.word,
        one.score,
        one.could_reach,
        one.coverage,
        "[not given]" if one.spend is None else one.spend / 100,
        report.topics[one.number] or "[not known]",
        said.category(one) or "[not given]",
        said.why(one) or "[nothing found in what we hold]",
        said.not_known(one) or "[nothing]",
        said.lower(one) or none,
        said.higher(one) or none,
        cells + more,
    ]
