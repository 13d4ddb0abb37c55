"""The figures of the board page: how many, how much, and of what share; no supplier is named by any of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from msrisk.assessment import Assessment
from msrisk.may_be_named import may_be_named
from msrisk.model import Band, Flags, Queue
from msrisk.report import Report
from msrisk.topics import Topic
from msrisk.write.board_kinds import Kinds, kinds_shown

NAMED = 10
GRAVE = (Band.REFER, Band.CRITICAL, Band.HIGH)


@dataclass(frozen=True, slots=True)
class Line:
    """Some of the suppliers.  spend: pence, None where the list has none for them.

    of_all, of_spend: their share of all suppliers and of all spend, from 0 to 1; None where it cannot be told.
    asked: whether anything was asked that could have put somebody here; else nobody here says nothing.
    """

    name: str
    suppliers: int
    spend: int | None
    of_all: float | None
    of_spend: float | None
    high: int = 0
    not_cleared: int = 0
    asked: bool = True


@dataclass(frozen=True)
class Board:
    """A report as a board reads it."""

    report: Report

    @cached_property
    def screened(self) -> Line:
        return self._line("", self.report.screened)

    @cached_property
    def bands(self) -> tuple[Line, ...]:
        """One for each priority, also where nobody stands in it."""
        refer, *others = (self.of(band.word, band) for band in Band)
        asked = self.report.exclusions_asked or refer.suppliers > 0
        return (replace(refer, name=f"{refer.name}: legal review", asked=asked), *others)

    def of(self, name: str, *bands: Band) -> Line:
        """Those who stand in one of the priorities."""
        return self._line(name, np.isin(self.report.scores.band, bands) & self.report.screened)

    @cached_property
    def topics(self) -> tuple[Line, ...]:
        """What we buy: the largest kinds, all others as one, and last what is not known."""
        kinds = self.kinds
        lines = [self._topic(topic.shown, topic) for topic in kinds.apart]
        if kinds.together:
            lines.append(self._topic(kinds.together_name, Topic.together(kinds.together)))
        if kinds.unknown is not None:
            lines.append(self._topic(kinds.unknown.shown, kinds.unknown))
        return tuple(lines)

    @cached_property
    def kinds(self) -> Kinds:
        return kinds_shown(self.report.by_topic)

    def among(self, held: Flags) -> Line:
        """Some of those screened."""
        return self._line("", held & self.report.screened)

    def _topic(self, name: str, topic: Topic) -> Line:
        name = self.report.suppliers.without_persons(name)
        of_all, of_spend = self._shares(topic.suppliers, topic.spend)
        return Line(name, topic.suppliers, topic.spend, of_all, of_spend, topic.high, topic.not_cleared)

    def _line(self, name: str, held: Flags) -> Line:
        suppliers = self.report.suppliers
        known = held & suppliers.has_spend
        count = int(held.sum())
        spend = int(suppliers.spend[known].sum()) if known.any() or not count else None
        if not suppliers.has_spend.any():
            spend = None
        return Line(name, count, spend, *self._shares(count, spend))

    def _shares(self, count: int, spend: int | None) -> tuple[float | None, float | None]:
        whole = int(self.report.screened.sum())
        money = self.spend
        return count / whole if whole else None, spend / money if spend is not None and money > 0 else None

    @cached_property
    def spend(self) -> int:
        """Pence with those screened; 0 where the list has no amounts."""
        return int(self.report.suppliers.spend[self.report.screened & self.report.suppliers.has_spend].sum())

    @property
    def has_spend(self) -> bool:
        return self.spend > 0

    # -- those who may be named

    @cached_property
    def named(self) -> tuple[Assessment, ...]:
        """At most ten to look at first; nobody who may be a person, and nobody whose identity is to check."""
        return tuple(self._may_be_named())[:NAMED]

    def _may_be_named(self) -> Iterator[Assessment]:
        report = self.report
        first = report.in_queue(Queue.LOOK_FIRST)
        for number in report.scores.turn.tolist():
            if first[number] and may_be_named(report, number):
                yield report.assessment(number)
