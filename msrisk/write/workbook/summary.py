"""The sheet *Summary*: how many suppliers stand in each priority, the money with them, and what to do first."""

from __future__ import annotations

from dataclasses import dataclass

from msrisk.model import Band, Queue
from msrisk.report import Report
from msrisk.write.accepted_said import accepted_beside
from msrisk.write.own_choices import own_choices
from msrisk.write.rests_on import rests_on_said
from msrisk.write.words import (
    NOT_ADVICE,
    NOT_CHECKED,
    NOT_GIVEN,
    checked_line,
    counted,
    left_out_said,
    pounds,
    set_aside_said,
    spend_said,
)
from msrisk.write.workbook.plan import Cell, Chart, Heading, SheetPlan
from msrisk.write.workbook.what_we_know import known_line


def summary(report: Report) -> SheetPlan:
    """How many, how much money, what to do first; then what bears on how far to trust it."""
    suppliers = report.suppliers
    spend = spend_said(report) if suppliers.has_spend.any() else NOT_GIVEN
    lines = [
        f"{counted(int(report.screened.sum()), 'supplier')} screened, from {_inputs(report)}; spend: {spend}.",
        *rests_on_said(report),
        _first(report),
        known_line(report),
        *filter(None, [set_aside_said(report), f"{left_out_said(report)}." if suppliers.left_out else ""]),
        *accepted_beside(report),
        checked_line(report),
        *own_choices(report.rules),
        NOT_ADVICE,
    ]
    headings = (
        Heading("Priority for checks", 13, "band"),
        Heading("Suppliers", 13, "number"),
        Heading("Spend", 13, "pounds"),
        Heading("Share of spend", 13, "percent"),
        Heading("What it means", 58),
    )
    counts = _counts(report)
    rows = ([each.band.word, *_figures(each), _MEANINGS[each.band]] for each in counts)
    title = "Modern slavery risk register: summary"
    return SheetPlan("Summary", title, lines, headings, rows, table="Bands", chart=_chart(counts))


@dataclass(frozen=True, slots=True)
class _Count:
    """The suppliers of one band.  spend: pence.  share: of all spend.  Either is None where it is not known.

    asked: whether anything was asked that could have put somebody here.
    """

    band: Band
    suppliers: int
    spend: int | None
    share: float | None
    asked: bool


def _counts(report: Report) -> list[_Count]:
    spends = report.suppliers.spend
    known = report.screened & report.suppliers.has_spend
    total = int(spends[known].sum())
    found = []
    for band in Band:
        held = (report.scores.band == band) & report.screened
        money = int(spends[held & known].sum()) if (held & known).any() or not held.any() else None
        share = money / total if money is not None and total > 0 else None
        asked = band is not Band.REFER or report.exclusions_asked or bool(held.any())
        found.append(_Count(band, int(held.sum()), money, share, asked))
    return found


def _figures(each: _Count) -> list[Cell]:
    if not each.asked:
        return [f"[{NOT_CHECKED}]"] * 3
    spend: Cell = NOT_GIVEN if each.spend is None else each.spend / 100
    return [each.suppliers, spend, NOT_GIVEN if each.share is None else each.share]


def _chart(counts: list[_Count]) -> Chart:
    """The money by band, or, where the list has none, the suppliers; no bar where nobody asked."""
    drawn = [each for each in counts if each.asked]
    title, figures = "Suppliers by priority for checks", 1
    said = "; ".join(f"{each.band.word} {each.suppliers:,}" for each in drawn)
    if any(each.spend for each in drawn):
        title, figures = "Spend by priority for checks, £", 2
        said = "; ".join(f"{each.band.word} {pounds(each.spend)}" for each in drawn)
    missing = len(counts) - len(drawn)
    return Chart(title, f"{said}.", words=0, figures=figures, rows=len(drawn), skipped=missing)


def _first(report: Report) -> str:
    """What to do first, and where it stands."""
    waiting = int(report.in_queue(Queue.LOOK_FIRST).sum())
    if not waiting:
        return "Do first: nobody waits on the sheet Look first; see Data to chase for what is not known."
    number = report.first_to_look_at(1)[0]
    bought = f" ({report.topics[number]})" if report.topics[number] else ""
    named = f"{report.suppliers.shown_name(number)}{bought}"
    to_check = int(report.in_queue(Queue.IDENTITY_TO_CHECK).sum())
    also = f"; say whether {counted(to_check, 'supplier')} may be on a list" if to_check else ""
    return (
        f"Do first: ask the {counted(waiting, 'supplier')} on the sheet Look first, beginning with {named}{also}. "
        "By category says where one step will do for many."
    )


_MEANINGS = {
    Band.REFER: "An exclusion ground may apply: for legal review, not scored.",
    Band.CRITICAL: "Critical priority for checks: ask first.",
    Band.HIGH: "High priority for checks.",
    Band.NOT_CLEARED: "Too little is known for Medium or Low: answers are needed first.",
    Band.MEDIUM: "Medium priority for checks; nothing unknown could make it High.",
    Band.LOW: "Low priority for checks on what we hold; no statement that there is no risk.",
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
