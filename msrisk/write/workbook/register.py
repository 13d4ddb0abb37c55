"""The sheet people live with: the register of suppliers; what is worked out, then what is ours to fill in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from operator import itemgetter

from msrisk.assessment import Assessment
from msrisk.report import Report
from msrisk.write.accepted_said import left_look_first
from msrisk.write.moves_said import NO_ANSWER, NOTHING_TO_ASK, how_tried
from msrisk.write.own_choices import own_choices
from msrisk.write.said import Said
from msrisk.write.words import RELIEF_ORDERS, checked_line, identity_said
from msrisk.write.workbook.further import FURTHER, further
from msrisk.write.workbook.plan import Cell, Heading, SheetPlan
from msrisk.write.workbook.whose import OURS_FIRST, ours

Rows = Iterator[list[Cell]]


_WORKED_OUT = (
    Heading("Rank", 7, "number"),
    Heading("Supplier", 24),
    Heading("Priority for checks", 12, "band"),
    Heading("On known facts", 13),
    Heading("Queue", 11),
    Heading("Score", 8, "number"),
    Heading("Could reach", 9, "number"),
    Heading("Settled", 9, "percent"),
    Heading("Spend", 12, "pounds"),
    Heading("What we buy", 14),
    Heading("Category", 34),
    Heading("Why", 38),
    Heading("Not known", 160),
    Heading("What would lower it", 30),
    Heading("What would raise it", 160),
    Heading("Cells", 36),
)
_PRINTED = (
    "Register ID",
    "Supplier",
    "Priority for checks",
    "Spend",
    "What we buy",
    "Why",
    "What would lower it",
    "Queue",
    "Who acts",
)
_ON_SCREEN = (
    "Score",
    "Could reach",
    "On known facts",
    "Settled",
    "Category",
    "Company number",
    "Country",
    "Not known",
    "What would raise it",
    "Statement",
    "Statement year end",
    "Cells",
    "Rank",
)


def register(report: Report) -> SheetPlan:
    """What is worked out, the part that is printed first; then the columns that are ours to fill in."""
    both = (*_WORKED_OUT, *FURTHER)
    places = [[each.title for each in both].index(title) for title in (*_PRINTED, *_ON_SCREEN)]
    filled_in = ours(report)
    return SheetPlan(
        "Register",
        "Register",
        _lines(report),
        (*(both[place] for place in places), *filled_in),
        _rows(report, itemgetter(*places), [None] * len(filled_in)),
        filtered=True,
        printed=len(_PRINTED),
        table="RiskRegister",
    )


def _lines(report: Report) -> list[str]:
    return [
        "One row a supplier, first to look at first. A priority says how soon to check, nothing more. "
        f"The tinted columns, from {OURS_FIRST} on, are ours to fill in and may be blank; all others are worked "
        f"out.",
        f"Queue: look first is the first {report.rules.worklist.look_first} suppliers, highest priority first, "
        f"with at most {report.rules.worklist.per_category} of one purchase category. A flag on a small part of "
        "what a supplier is paid, below the spend floor, comes after the others of its band.",
        *([RELIEF_ORDERS] if report.scores.relief.any() else []),
        how_tried(report),
        *filter(None, [identity_said(report)]),
        checked_line(report),
        *own_choices(report.rules),
    ]


def _rows(report: Report, arranged: Callable[[list[Cell]], tuple[Cell, ...]], ours: list[Cell]) -> Rows:
    beside, said = further(report), Said(report)
    for one in report.ranked():
        worked_out = [*_register_row(report, said, one), *beside(one)]
        yield [*arranged(worked_out), *ours]


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
