"""The two sheets people live with: what we buy, and the register of suppliers."""

from __future__ import annotations

from collections.abc import Iterator

from msrisk.assessment import Assessment
from msrisk.report import Report
from msrisk.write.accepted_said import accepted_beside, left_look_first
from msrisk.write.excel_style import Cell, Heading, SheetPlan
from msrisk.write.moves_said import NO_ANSWER, NOTHING_TO_ASK, how_tried, shortest_said
from msrisk.write.own_choices import own_choices
from msrisk.write.words import (
    NOT_GIVEN,
    RELIEF_ORDERS,
    checked_line,
    counted,
    flagged,
    identity_said,
    not_known,
    parked_said,
    spend_said,
)

Rows = Iterator[list[Cell]]


def by_category(report: Report) -> SheetPlan:
    """What we buy, gravest first: where one step can deal with many suppliers."""
    headings = (
        Heading("What we buy", 34),
        Heading("Suppliers", 12, "number"),
        Heading("Spend", 18, "pounds"),
        Heading("High priority or above", 16, "number"),
        Heading("Not cleared", 14, "number"),
    )
    spend = spend_said(report) if report.suppliers.has_spend.any() else NOT_GIVEN
    lines = [
        f"{counted(int(report.screened.sum()), 'supplier')} screened. Spend: {spend}.",
        "The category carries the risk, not the supplier: where many share one, deal with the category first.",
        *filter(None, [identity_said(report), parked_said(report)]),
        *accepted_beside(report),
        checked_line(report),
        *own_choices(report.rules),
    ]
    return SheetPlan("By category", "What we buy", lines, headings, _topic_rows(report), filtered=True)


def _topic_rows(report: Report) -> Rows:
    for topic in report.by_topic:
        spend: Cell = NOT_GIVEN if topic.spend is None else topic.spend / 100
        yield [topic.shown, topic.suppliers, spend, topic.high, topic.not_cleared]


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
    rows = (_register_row(report, each) for each in report.ranked())
    return SheetPlan("Register", "Register", lines, headings, rows, filtered=True)


def _register_row(report: Report, one: Assessment) -> list[Cell]:
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
        report.suppliers.without_persons(report.suppliers.categories[one.number]) or "[not given]",
        flagged(one) or "[nothing found in what we hold]",
        not_known(one) or "[nothing]",
        shortest_said(report.moves.lower[one.number]) or none,
        shortest_said(report.moves.higher[one.number]) or none,
        cells + more,
    ]


def set_aside(report: Report) -> SheetPlan:
    """Who is no supplier for this purpose, why, and how much money that is."""
    headings = (
        Heading("Payee", 34),
        Heading("Kind", 18),
        Heading("Why", 70),
        Heading("Cell", 22),
        Heading("Spend", 16, "pounds"),
    )
    lines = [
        "Not asked anything, and in no priority; counted in the money all the same. Persons are not named.",
        'If one of them is a supplier, say so and run again:  --kind "NAME=supplier"',
    ]
    return SheetPlan("Set aside", "Set aside", lines, headings, _aside_rows(report), filtered=True)


def _aside_rows(report: Report) -> Rows:
    suppliers = report.suppliers
    for number in report.scores.order[~report.screened[report.scores.order]].tolist():
        payees, row = suppliers.payees, int(suppliers.payees.rows[number])
        yield [
            suppliers.shown_name(number),
            payees.kind(number),
            suppliers.without_persons(payees.reason(number)),
            suppliers.book.address(row, payees.speakers[number]) if row >= 0 else "",
            suppliers.spend[number].item() / 100 if suppliers.has_spend[number] else NOT_GIVEN,
        ]
