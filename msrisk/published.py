"""What may be said in public of a result: counts by kind of purchase and by priority, and in which order.

No count of few: kinds with under ``FEWEST`` suppliers are counted together, so that nobody is told from a count.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np

from msrisk.may_be_named import name_shown
from msrisk.model import Band, Flags
from msrisk.report import Report
from msrisk.topics import words_for_purchases

FEWEST = 5
NOT_KNOWN = "not known"
TOGETHER = "other kinds, counted together"


class Priority(Enum):
    """The priorities as they are published: why somebody is at the top, such as a legal review, is not."""

    HIGH = "High or above"
    NOT_CLEARED = "Not cleared"
    MEDIUM = "Medium"
    LOW = "Low"

    @property
    def bands(self) -> tuple[Band, ...]:
        return (Band.REFER, Band.CRITICAL, Band.HIGH) if self is Priority.HIGH else (Band[self.name],)


@dataclass(frozen=True, slots=True)
class Counted:
    """Suppliers of one kind.  priorities: how many stand in each.  spend: pence, None where none is known.

    with_spend: of how many suppliers an amount is known; of few of them the sum is not said.
    """

    name: str
    suppliers: int
    priorities: tuple[int, ...]
    spend: int | None
    with_spend: int


def priority_of(report: Report, number: int) -> Priority:
    """The priority of one supplier as it is published."""
    band = Band(int(report.scores.band[number]))
    return next(each for each in Priority if band in each.bands)


def counted_in(report: Report, held: Flags, name: str = "") -> Counted:
    """The suppliers of some kind, counted."""
    bands, suppliers = report.scores.band, report.suppliers
    known = held & suppliers.has_spend
    return Counted(
        name,
        int(held.sum()),
        tuple(int((held & np.isin(bands, each.bands)).sum()) for each in Priority),
        int(suppliers.spend[known].sum()) if known.any() else None,
        int(known.sum()),
    )


def bought(report: Report) -> tuple[str, ...]:
    """What is bought from each supplier in our own words; text of the list is never among them."""
    words = words_for_purchases(report.rules)
    return tuple(topic if topic in words else NOT_KNOWN for topic in report.topics)


def kinds_of_purchase(report: Report) -> list[Counted]:
    """The suppliers screened by what is bought, most of High or above first; few are counted together."""
    topics = np.array(bought(report), dtype=object)
    kinds = {name: report.screened & (topics == name) for name in dict.fromkeys(topics.tolist())}
    by_size = sorted((int(held.sum()), name) for name, held in kinds.items() if held.any())
    together: list[str] = []
    count = 0
    while by_size and (by_size[0][0] < FEWEST or 0 < count < FEWEST):
        size, name = by_size.pop(0)
        together.append(name)
        count += size
    apart = [counted_in(report, kinds[name], name) for _, name in by_size]
    apart.sort(key=lambda each: (each.name == NOT_KNOWN, -each.priorities[0], -(each.spend or 0), each.name))
    if together:
        held = np.logical_or.reduce([kinds[name] for name in together])
        apart.append(counted_in(report, held, TOGETHER))
    return apart


def by_priority(report: Report) -> list[tuple[tuple[Priority, ...], Counted]]:
    """The suppliers screened by priority, the first first; those with few suppliers are counted together."""
    held = {each: report.screened & np.isin(report.scores.band, each.bands) for each in Priority}
    by_size = sorted((each for each in Priority if held[each].any()), key=lambda each: int(held[each].sum()))
    together: list[Priority] = []
    count = 0
    while by_size and (held[by_size[0]].sum() < FEWEST or 0 < count < FEWEST):
        together.append(by_size.pop(0))
        count += int(held[together[-1]].sum())
    folded = tuple(each for each in Priority if each in together)
    groups = [folded if each in folded else (each,) for each in Priority if each not in folded[1:]]
    return [(group, counted_in(report, np.logical_or.reduce([held[each] for each in group]))) for group in groups]


def in_order(report: Report) -> Sequence[int]:
    """The suppliers screened by priority as published, then by name: no rank says who is worse than whom."""
    held = [number for number in range(len(report)) if report.screened[number]]
    places = {each: place for place, each in enumerate(Priority)}
    return sorted(
        held, key=lambda number: (places[priority_of(report, number)], name_shown(report, number).casefold())
    )
