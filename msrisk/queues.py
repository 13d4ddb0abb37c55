"""What to do this week: whom to look at first, what is parked below the spend floor, what is set aside.

*Look first* takes the highest priorities in turn across what is bought, a few of each, so that three hundred care
firms that tie do not crowd out all else. *Parked* is only said where nothing but the category was found.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from msrisk.gravest import WHAT_IS_BOUGHT, told_to
from msrisk.model import About, Band, Bytes, Flags, Ints, Longs, Outcome, Queue, Suppliers, Track
from msrisk.ruleset.rules import Rule, RuleSet, Worklist
from msrisk.scores import Points

_MONTH, _YEAR = 30, 365  # days; a month's payments are often all dated the last day of it


class Queues:
    """The queues of a list, for whatever points its suppliers have.

    found: suppliers with more than what is bought against them.  topic: what is bought from each.
    stake: the pence that the gravest flag of each speaks of.
    """

    def __init__(
        self, suppliers: Suppliers, rules: RuleSet, found: Flags, topic: Sequence[str], stake: Longs
    ) -> None:
        codes: dict[str, int] = {"": 0}
        self._suppliers, self._worklist, self._stake = suppliers, rules.worklist, stake
        self._topics = np.array([codes.setdefault(each, len(codes)) for each in topic], np.int32)
        self._to_check = identity_to_check(suppliers)
        self._small = _small(suppliers, rules.worklist) & ~found & ~self._to_check

    def of(self, points: Points, order: Ints) -> tuple[Bytes, Longs]:
        """The queue of each supplier, as the number of its ``Queue``; and those worth a look, in turn.

        order: all suppliers by rank, which settles what is equal here.
        """
        queue = np.full(len(order), Queue.NEXT, np.uint8)
        parked, set_aside = self._small & (points.band > Band.CRITICAL), self._suppliers.set_aside
        queue[parked] = Queue.PARKED
        queue[self._to_check] = Queue.IDENTITY_TO_CHECK
        queue[set_aside] = Queue.SET_ASIDE
        worth = ~parked & ~self._to_check & ~set_aside & (points.band <= Band.NOT_CLEARED)
        chosen = self._in_turn(points, order[worth[order]])
        queue[chosen[: self._worklist.look_first]] = Queue.LOOK_FIRST
        return queue, chosen

    def _in_turn(self, points: Points, order: Ints) -> Longs:
        """The suppliers to look at, highest priority first, in turn across what is bought, a few of each.

        Within one band and topic the higher score and then the larger sum at stake comes first; what is bought
        from a supplier being unknown comes after what is known; after both a flag on a small part of what it is
        paid, and whoever has no point against it and is only not cleared: a bank, a power company.
        """
        suppliers, stake = self._suppliers, self._stake
        money = np.where(suppliers.has_spend[order], stake[order], np.int64(0))
        part = on_a_small_part(suppliers, self._worklist, points.band, stake)
        by_need = order[np.lexsort((-money, -points.score[order], part[order], points.band[order]))]
        chosen = by_need[_turns(self._topics[by_need]) < self._worklist.per_category].astype(np.int64)
        topics, band = self._topics[chosen], points.band[chosen]
        turn = _turns(topics * np.int32(len(Band)) + band)
        after = part[chosen] | (points.score[chosen] == 0)
        return chosen[np.lexsort((turn, topics == 0, after, band))]


def identity_to_check(suppliers: Suppliers) -> Flags:
    """Suppliers that may be an organisation on a watchlist, while nobody has said whether they are.

    A sole trader, looked for among organisations only, is not known either, but nothing was found: no text.
    """
    column = suppliers.columns.get("watchlist_identity")
    if column is None:
        return np.zeros(len(suppliers), np.bool_)
    found = np.array([bool(text.strip()) for text in column.texts], np.bool_)
    return (found & ~column.understood)[column.codes] & ~suppliers.set_aside


def on_a_small_part(suppliers: Suppliers, worklist: Worklist, band: Bytes, stake: Longs) -> Flags:
    """Suppliers whose gravest flag speaks of less than the spend floor, and of less than half of their spend.

    Such a flag often rests on one line that was coded wrongly. Nobody for legal review is among them.
    """
    small = np.abs(stake) < floor_here(suppliers, worklist)
    return suppliers.has_spend & small & (2 * np.abs(stake) < np.abs(suppliers.spend)) & (band > Band.REFER)


def _turns(group: Ints) -> Ints:
    """For each supplier, how many of its group stand before it."""
    by_group = np.argsort(group, kind="stable")
    ordered = group[by_group]
    starts = np.searchsorted(ordered, ordered)
    turn = np.empty(len(group), np.int32)
    turn[by_group] = np.arange(len(group), dtype=np.int32) - starts.astype(np.int32)
    return turn


def found_more(rules: RuleSet, asked: Sequence[Rule], outcomes: Bytes) -> Flags:
    """Suppliers with a flag that does not rest on what is bought alone; papers out of date find nothing."""
    rest = [
        number
        for number, rule in enumerate(asked)
        if rule.about is About.SUPPLIER
        and rule.track is not Track.ASSURANCE
        and not _on_category_alone(rules, rule)
    ]
    return (outcomes[rest] == Outcome.FLAGGED).any(axis=0) if rest else np.zeros(outcomes.shape[1], np.bool_)


def _on_category_alone(rules: RuleSet, rule: Rule) -> bool:
    """Whether all that a rule reads was looked up by what is bought."""
    return WHAT_IS_BOUGHT.issuperset(told_to(rules, rule))


def _small(suppliers: Suppliers, worklist: Worklist) -> Flags:
    """Below the spend floor, and none of the sectors that have no floor."""
    if not worklist.floor and worklist.told is None:
        return np.zeros(len(suppliers), np.bool_)
    small = suppliers.has_spend & (np.abs(suppliers.spend) < floor_here(suppliers, worklist))
    return small & ~_never_parked(suppliers, worklist)


def floor_here(suppliers: Suppliers, worklist: Worklist) -> int:
    """The floor as told, else the yearly floor for the days the list covers, in pence; the whole where unknown."""
    if worklist.told is not None:
        return worklist.told
    days = suppliers.days_covered
    return worklist.floor if days is None else round(worklist.floor * min(max(days, _MONTH), _YEAR) / _YEAR)


def _never_parked(suppliers: Suppliers, worklist: Worklist) -> Flags:
    sector = suppliers.columns.get("sector")
    exempt = np.zeros(len(suppliers), np.bool_)
    if sector is not None:
        named = [not set(each.parts).isdisjoint(worklist.never_parked) for each in sector.readings]
        exempt[suppliers.line_owner[np.array(named, np.bool_)[sector.codes]]] = True
    return exempt
