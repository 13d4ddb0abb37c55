"""The sheet *Summary*: how many suppliers stand in each priority, and the money with them."""

from __future__ import annotations

from collections.abc import Iterator

from msrisk.model import Band
from msrisk.report import Report
from msrisk.write.accepted_said import accepted_beside
from msrisk.write.own_choices import own_choices
from msrisk.write.words import (
    NOT_ADVICE,
    NOT_GIVEN,
    checked_line,
    counted,
    left_out_said,
    set_aside_said,
    spend_said,
)
from msrisk.write.workbook.plan import Cell, Heading, SheetPlan

Rows = Iterator[list[Cell]]


def summary(report: Report) -> SheetPlan:
    suppliers = report.suppliers
    spend = spend_said(report) if suppliers.has_spend.any() else NOT_GIVEN
    lines = [
        f"{counted(int(report.screened.sum()), 'supplier')} screened, from {_inputs(report)}; spend: {spend}.",
        *filter(None, [set_aside_said(report), f"{left_out_said(report)}." if suppliers.left_out else ""]),
        *accepted_beside(report),
        checked_line(report),
        *own_choices(report.rules),
        NOT_ADVICE,
        "Start with By category, then the Register. Findings says why, Questions what to ask, "
        "Data quality what could not be read.",
    ]
    headings = (
        Heading("Priority for checks", 20, "band"),
        Heading("What it means", 70),
        Heading("Suppliers", 12, "number"),
        Heading("Spend", 18, "pounds"),
    )
    return SheetPlan("Summary", "Modern slavery risk register", lines, headings, _band_rows(report))


def _band_rows(report: Report) -> Rows:
    for band in Band:
        held = (report.scores.band == band) & report.screened
        known = held & report.suppliers.has_spend
        spend: Cell = (
            int(report.suppliers.spend[known].sum()) / 100 if known.any() or not held.any() else NOT_GIVEN
        )
        yield [band.word, _MEANINGS[band], int(held.sum()), spend]


_MEANINGS = {
    Band.REFER: "An exclusion ground may apply: for legal review, outside the scoring.",
    Band.CRITICAL: "Critical priority for checks: ask first.",
    Band.HIGH: "High priority for checks.",
    Band.NOT_CLEARED: "Too little is known to say Medium or Low: answers are needed first.",
    Band.MEDIUM: "Medium priority for checks; nothing still unknown could make it High.",
    Band.LOW: "Low priority for checks on what we hold; not a statement that there is no risk.",
}


_INPUTS_NAMED = 4


def _inputs(report: Report) -> str:
    tables = report.suppliers.book.tables
    named = dict.fromkeys(
        f"{table.sheet.file}, sheet '{table.sheet.name}'" if table.sheet.name else table.sheet.file
        for table in tables
    )
    more = f" and {len(named) - _INPUTS_NAMED:,} more (see Run record)" if len(named) > _INPUTS_NAMED else ""
    return "; ".join(list(named)[:_INPUTS_NAMED]) + more
