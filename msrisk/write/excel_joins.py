"""The sheet *Joined*: who was found in which public file, how, and what that told us."""

from __future__ import annotations

from collections.abc import Iterator

from msrisk.model import Join, Suppliers, Way
from msrisk.report import Report
from msrisk.write.excel_style import Cell, Heading, SheetPlan
from msrisk.write.joins import NONE_JOINED, joined_said, reasons_said, says

Rows = Iterator[list[Cell]]


def joined(report: Report) -> SheetPlan:
    """One row for each supplier found in a source, or that may be in it."""
    headings = (
        Heading("Supplier", 34),
        Heading("Source", 26),
        Heading("Listed as", 34),
        Heading("Company number", 12),
        Heading("How found", 24),
        Heading("What it says", 60),
    )
    lines = joined_said(report.suppliers) or [NONE_JOINED]
    return SheetPlan("Joined", "Joined from public files", lines, headings, _rows(report), filtered=True)


def _rows(report: Report) -> Rows:
    suppliers = report.suppliers
    numbers = [number for number in report.scores.order.tolist() if report.screened[number]]
    for join in suppliers.joins:
        for number in numbers:
            yield from _supplier_rows(suppliers, join, number)


def _supplier_rows(suppliers: Suppliers, join: Join, number: int) -> Rows:
    entries, entry = join.entries, int(join.entry[number])
    name = suppliers.shown_name(number)
    if entry >= 0:
        way = Way(int(join.way[number])).words
        yield [
            name,
            entries.title,
            entries.names[entry],
            entries.numbers[entry],
            way,
            "\n".join(says(join, entry)),
        ]
    for each in join.waiting.get(number, ()):
        yield [
            name,
            entries.title,
            entries.names[each.entry],
            entries.numbers[each.entry],
            f"perhaps: {each.way.words} (confidence {each.confidence}). Waits for a decision",
            reasons_said(each),
        ]
