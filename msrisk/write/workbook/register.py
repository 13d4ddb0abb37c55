"""The sheet people live with: the register of suppliers; what is worked out, then what is ours to fill in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from operator import itemgetter

from msrisk.assessment import Assessment
from msrisk.model import register_sheet as headed
from msrisk.report import Report
from msrisk.write.accepted_said import left_look_first
from msrisk.write.last_said import beside_the_change, change_said, since_line
from msrisk.write.moves_said import NO_ANSWER, NOTHING_TO_ASK, how_tried
from msrisk.write.own_choices import own_choices
from msrisk.write.shared_words import SharedWords
from msrisk.write.words import RELIEF_ORDERS, SUSPICION, checked_line, identity_said
from msrisk.write.workbook.plan import Cell, Heading, SheetPlan
from msrisk.write.workbook.supplier_facts import SUPPLIER_FACTS, supplier_facts
from msrisk.write.workbook.to_fill_in import OURS_FIRST, ours

Rows = Iterator[list[Cell]]


_WORKED_OUT = (
    Heading(headed.RANK, 7, "number"),
    Heading(headed.SUPPLIER, 19),
    Heading(headed.PRIORITY, 12, "band"),
    Heading("On known facts", 13),
    Heading(headed.QUEUE, 11),
    Heading(headed.SCORE, 8, "number"),
    Heading(headed.COULD_REACH, 9, "number"),
    Heading("Settled", 9, "percent"),
    Heading("Spend", 12, "pounds"),
    Heading("What we buy", 14),
    Heading("Category", 34),
    Heading(headed.WHY, 30),
    Heading(headed.NOT_KNOWN, 160),
    Heading("What would lower it", 40),
    Heading("What would raise it", 160),
    Heading("Cells", 36),
)
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
    both = (*_WORKED_OUT, *SUPPLIER_FACTS, _CHANGE)
    changed = (_CHANGE.title,) if report.last is not None else ()
    places = [[each.title for each in both].index(title) for title in (*_PRINTED, *changed, *_ON_SCREEN)]
    filled_in = ours(report)
    return SheetPlan(
        headed.SHEET,
        headed.SHEET,
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


def _rows(report: Report, arranged: Callable[[list[Cell]], tuple[Cell, ...]], ours: list[Cell]) -> Rows:
    beside, said = supplier_facts(report), SharedWords(report)
    for one in report.in_reading_order():
        worked_out = [*_register_row(report, said, one), *beside(one), change_said(report, one.number)]
        yield [*arranged(worked_out), *ours]


def _register_row(report: Report, said: SharedWords, one: Assessment) -> list[Cell]:
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
