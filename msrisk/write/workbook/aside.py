"""The sheet *Set aside*: who is no supplier for this purpose."""

from __future__ import annotations

from collections.abc import Iterator

from msrisk.report import Report
from msrisk.write.words import (
    NOT_GIVEN,
)
from msrisk.write.workbook.plan import Cell, Heading, SheetPlan

Rows = Iterator[list[Cell]]


def set_aside(report: Report) -> SheetPlan:
    """Who is no supplier for this purpose, why, and how much money that is."""
    headings = (
        Heading("Payee", 27),
        Heading("Kind", 14),
        Heading("Why", 60),
        Heading("Cell", 18),
        Heading("Spend", 12, "pounds"),
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
            suppliers.without_persons(payees.reason(number)) or "[no reason told]",
            suppliers.book.address(row, payees.speakers[number]) if row >= 0 else "[no cell]",
            suppliers.spend[number].item() / 100 if suppliers.has_spend[number] else NOT_GIVEN,
        ]
