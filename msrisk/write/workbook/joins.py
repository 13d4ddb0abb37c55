"""The sheet *Joined*: who was found in which public file, how, where it stands there, and what that told us."""

from __future__ import annotations

from collections.abc import Iterator

from msrisk.model import Join, SourceKind, Suppliers
from msrisk.report import Report
from msrisk.write.found import decided_by, details, how_found, reasons_said, turned_down
from msrisk.write.joins import NONE_JOINED, joined_said, old_said
from msrisk.write.match import listed_at
from msrisk.write.workbook.plan import Cell, Heading, SheetPlan

Rows = Iterator[list[Cell]]


def joined(report: Report) -> SheetPlan:
    """One row for each supplier found in a source, that may be in it, or of whom a person said that it is not."""
    headings = (
        Heading("Supplier", 24),
        Heading("Source", 20),
        Heading("Listed as", 24),
        Heading("Company number", 12),
        Heading("How found", 22),
        Heading("What it says", 50),
        Heading("Where it stands", 18),
    )
    lines = [*joined_said(report.suppliers), *old_said(report)] or [NONE_JOINED]
    return SheetPlan("Joined", "Joined from public files", lines, headings, _rows(report), filtered=True)


def _rows(report: Report) -> Rows:
    suppliers = report.suppliers
    numbers = [number for number in report.scores.order.tolist() if report.screened[number]]
    for join in suppliers.joins:
        for number in numbers:
            for entry, how, what in _found(suppliers, join, number):
                entries = join.entries
                yield [
                    suppliers.shown_name(number),
                    entries.dated_title if entries.kind is SourceKind.WATCHLIST else entries.title,
                    entries.names[entry],
                    entries.numbers[entry] or "[none told]",
                    how,
                    what or "[nothing]",
                    listed_at(entries, entry),
                ]


def _found(suppliers: Suppliers, join: Join, number: int) -> Iterator[tuple[int, str, str]]:
    """The entries that bear on one supplier, each with how it was found and what that tells."""
    entry = int(join.entry[number])
    if entry >= 0:
        between = "; " if join.entries.kind is SourceKind.COMPANIES else "\n"  # many short values
        yield entry, how_found(join, number), between.join(details(suppliers, join, number))
    for each in join.waiting.get(number, ()):
        how = f"perhaps: {each.way.words} (confidence {each.confidence}). Waits for a decision"
        yield each.entry, how, reasons_said(each)
    for held in join.decided:
        if held.supplier == number and held.decision in turned_down(join, number):
            yield held.entry, f"turned down{decided_by(held.decision)}", ""
