"""The sheet *By category*: what we buy, gravest first."""

from __future__ import annotations

from collections.abc import Iterator

from msrisk.report import Report
from msrisk.write.accepted_said import accepted_beside
from msrisk.write.own_choices import own_choices
from msrisk.write.words import (
    NOT_GIVEN,
    checked_line,
    counted,
    identity_said,
    parked_said,
    spend_said,
)
from msrisk.write.workbook.plan import Cell, Heading, SheetPlan

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
