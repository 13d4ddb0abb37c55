"""The sheet *By category*: what we buy, gravest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

import numpy as np

from msrisk.model import Band
from msrisk.report import Report
from msrisk.write.accepted_said import accepted_beside
from msrisk.write.own_choices import own_choices
from msrisk.write.who_acts import US, has_departments
from msrisk.write.words import (
    NOT_GIVEN,
    checked_line,
    counted,
    identity_said,
    parked_said,
    pounds,
    spend_said,
)
from msrisk.write.workbook.plan import Cell, Chart, Heading, SheetPlan

Rows = Iterator[list[Cell]]


_DRAWN = 12  # bars


def by_category(report: Report) -> SheetPlan:
    """What we buy, gravest first: where one step can deal with many suppliers."""
    headings = (
        Heading("What we buy", 23),
        Heading("Suppliers", 10, "number"),
        Heading("Spend", 13, "pounds"),
        Heading("High priority or above", 11, "number"),
        Heading("Spend with those", 13, "pounds"),
        Heading("Not cleared", 8, "number"),
        Heading("Who acts", 31),
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
    high = _spend_of_high(report)
    rows = _topic_rows(report, high)
    chart = _chart(report, high)
    return SheetPlan("By category", "What we buy", lines, headings, rows, filtered=True, chart=chart)


def _topic_rows(report: Report, high: Mapping[str, int]) -> Rows:
    acts = _who_acts(report)
    for topic in report.by_topic:
        spend: Cell = NOT_GIVEN if topic.spend is None else topic.spend / 100
        of_high: Cell = NOT_GIVEN if topic.spend is None else high.get(topic.name, 0) / 100
        yield [topic.shown, topic.suppliers, spend, topic.high, of_high, topic.not_cleared, acts[topic.name]]


def _spend_of_high(report: Report) -> dict[str, int]:
    """Pence with the suppliers of High priority or above, by what is bought."""
    held = report.screened & report.suppliers.has_spend & (report.scores.band <= Band.HIGH)
    money: dict[str, int] = {}
    for number in np.flatnonzero(held).tolist():
        topic = report.topics[number]
        money[topic] = money.get(topic, 0) + int(report.suppliers.spend[number])
    return money


def _who_acts(report: Report) -> dict[str, str]:
    """The departments that buy a kind of thing, those with most suppliers first; without any, it is for us."""
    found: dict[str, Counter[str]] = {topic.name: Counter() for topic in report.by_topic}
    if has_departments(report):
        for number in np.flatnonzero(report.screened).tolist():
            found[report.topics[number]].update(filter(None, [report.suppliers.first_departments[number]]))
    return {name: _named(held) for name, held in found.items()}


def _named(held: Counter[str]) -> str:
    if not held:
        return US
    (first, _), *others = sorted(held.items(), key=lambda each: (-each[1], each[0]))
    return f"{first} and {len(others)} more" if others else first


def _chart(report: Report, high: Mapping[str, int]) -> Chart | None:
    """A bar for each of the first kinds with suppliers of High priority or above; those stand first."""
    drawn = [topic for topic in report.by_topic if topic.high][:_DRAWN]
    if not any(high.get(topic.name, 0) > 0 for topic in drawn):
        return None
    said = "; ".join(f"{topic.shown} {pounds(high.get(topic.name, 0))} with {topic.high:,}" for topic in drawn)
    title = "Spend with suppliers of High priority or above, £"
    return Chart(title, f"By what we buy: {said}.", words=0, figures=4, rows=len(drawn))
