"""The sheet people live with: the register of suppliers; what is worked out, then what is ours to fill in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import repeat
from operator import itemgetter

from msrisk.model import register_sheet as headed
from msrisk.report import Report
from msrisk.write.last_said import beside_the_change, change_said, since_line
from msrisk.write.moves_said import how_tried
from msrisk.write.own_choices import own_choices
from msrisk.write.words import RELIEF_ORDERS, SUSPICION, checked_line, identity_said
from msrisk.write.workbook.plan import Cell, Heading, SheetPlan
from msrisk.write.workbook.supplier_facts import SUPPLIER_FACTS, supplier_facts
from msrisk.write.workbook.to_fill_in import OURS_FIRST, ours
from msrisk.write.workbook.worked_out import WORKED_OUT, WorkedOut

Columns = Sequence[Sequence[Cell]]

_PRINTED = (
    headed.REGISTER_ID,
    headed.SUPPLIER,
    headed.PRIORITY,
    "Spend",
    "What we buy",
    headed.WHY,
    "Who acts",
)
_CHANGE = Heading("Change since last", 18)  # only where the register of last time was given
_ON_SCREEN = (
    "What would lower it",
    headed.QUEUE,
    headed.SCORE,
    headed.COULD_REACH,
    "On known facts",
    "Settled",
    "Category",
    headed.NUMBER,
    "Country",
    headed.NOT_KNOWN,
    "What would raise it",
    "Statement",
    "Statement year end",
    "Cells",
    headed.RANK,
)


def register(report: Report) -> SheetPlan:
    """What is worked out, the part that is printed first; then the columns that are ours to fill in."""
    both = (*WORKED_OUT, *SUPPLIER_FACTS, _CHANGE)
    changed = (_CHANGE.title,) if report.last is not None else ()
    places = [[each.title for each in both].index(title) for title in (*_PRINTED, *changed, *_ON_SCREEN)]
    filled_in = ours(report)
    return SheetPlan(
        headed.SHEET,
        headed.SHEET,
        _lines(report),
        (*(both[place] for place in places), *filled_in),
        _rows(report, itemgetter(*places), len(filled_in)),
        filtered=True,
        printed=len(_PRINTED),
        table="RiskRegister",
    )


def _lines(report: Report) -> list[str]:
    return [
        "One row a supplier, first to look at first. A priority says how soon to check, nothing more. "
        f"The tinted columns, from {OURS_FIRST} on, are ours to fill in and may be blank; all others are worked "
        f"out.",
        f"Queue: look first takes {report.rules.worklist.look_first} suppliers, at most "
        f"{report.rules.worklist.per_category} of one kind of what we buy, and of these the highest priority "
        "first; the others wait under next, whatever their priority. A flag on a small part of "
        "what a supplier is paid, below the spend floor, comes after the others of its band.",
        "Why: the gravest flag of each group of rules, as the score counts them; Findings has every flag.",
        SUSPICION,
        *([RELIEF_ORDERS] if report.scores.relief.any() else []),
        how_tried(report),
        *_since(report),
        *filter(None, [identity_said(report)]),
        checked_line(report),
        *own_choices(report.rules),
    ]


def _since(report: Report) -> list[str]:
    """What the column of changes rests on, beside the counts; nothing where there is no such column."""
    last = report.last
    if last is None:
        return []
    return [
        " ".join((f"{since_line(last)}. Worse is a higher priority for checks.", *beside_the_change(report, last)))
    ]


def _rows(report: Report, arranged: Callable[[Columns], Columns], ours: int) -> Iterator[Sequence[Cell]]:
    worked_out, beside = WorkedOut(report), supplier_facts(report)
    for some in report.portions(report.reading_order):
        change = [change_said(report, number) for number in some.number]
        columns = arranged([*worked_out.columns(some), *beside(some), change])
        yield from zip(*columns, *repeat([None] * len(change), ours), strict=True)
