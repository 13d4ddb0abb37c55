"""What to do this week: whom to look at first, what is parked below the spend floor, what is set aside.

*Look first* takes the highest priorities in turn across what is bought, a few of each, so that three hundred care
firms that tie do not crowd out all else. *Parked* is only said where nothing but the category was found.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from msrisk.model import About, Band, Bytes, Flags, Ints, Longs, Outcome, Queue, Suppliers, Track
from msrisk.ruleset.conditions import fields_read
from msrisk.ruleset.rules import Rule, RuleSet, Worklist
from msrisk.scores import Points

_MONTH, _YEAR = 30, 365  # days; a month's payments are often all dated the last day of it
_WHAT_IS_BOUGHT = frozenset(
    ("contract_title", "account", "category", "description", "proclass", "cpv", "goods", "sic")
)


def queues(
    suppliers: Suppliers,
    rules: RuleSet,
    asked: Sequence[Rule],
    outcomes: Bytes,
    points: Points,
    order: Ints,
    topic: Sequence[str],
    stake: Longs,
) -> tuple[Bytes, Longs]:
    """The queue of each supplier, as the number of its ``Queue``; and those worth a look, in turn.

    stake: the pence that the gravest flag of each speaks of.
    """
    queue = np.full(len(suppliers), Queue.NEXT, np.uint8)
    to_check = identity_to_check(suppliers)
    found = _more_than_category(rules, asked, outcomes)
    parked = _parked(suppliers, rules.worklist, points.band, found) & ~to_check
    queue[parked] = Queue.PARKED
    queue[to_check] = Queue.IDENTITY_TO_CHECK
    queue[suppliers.set_aside] = Queue.SET_ASIDE
    worth = ~parked & ~to_check & ~suppliers.set_aside & (points.band <= Band.NOT_CLEARED)
    chosen = in_turn(suppliers, points, order, topic, rules.worklist, worth, stake)
    queue[chosen[: rules.worklist.look_first]] = Queue.LOOK_FIRST
    return queue, chosen


def identity_to_check(suppliers: Suppliers) -> Flags:
    """Suppliers that may be an organisation on a watchlist, while nobody has said whether they are.

    A sole trader, who was looked for among organisations only, is not known either, but nothing was found: no text.
    """
    column = suppliers.columns.get("watchlist_identity")
    if column is None:
        return np.zeros(len(suppliers), np.bool_)
    found = np.array([bool(text.strip()) for text in column.texts], np.bool_)
    return (found & ~column.understood)[column.codes] & ~suppliers.set_aside


def in_turn(
    suppliers: Suppliers,
    points: Points,
    order: Ints,
    topic: Sequence[str],
    worklist: Worklist,
    among: Flags,
    stake: Longs,
) -> Longs:
    """The suppliers to look at, highest priority first, in turn across what is bought, a few of each.

    order: all suppliers by rank, which settles what is equal here. Within one band and topic the higher score and
    then the larger sum at stake comes first; what is bought from a supplier being unknown comes after what is
    known, and a flag on a small part of what it is paid after both.
    """
    codes: dict[str, int] = {"": 0}
    topics = np.array([codes.setdefault(each, len(codes)) for each in topic], np.int32)[order]
    money = np.where(suppliers.has_spend, stake, np.int64(0))[order]
    part = on_a_small_part(suppliers, worklist, points.band, stake)
    by_need = np.lexsort((-money, -points.score[order], part[order], points.band[order]))
    by_need = by_need[among[order][by_need]]
    by_need = by_need[_turns(topics[by_need]) < worklist.per_category]
    chosen, topics = order[by_need].astype(np.int64), topics[by_need]
    band = points.band[chosen]
    turn = _turns(topics * np.int32(len(Band)) + band)
    return chosen[np.lexsort((turn, topics == 0, part[chosen], band))]


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


def _more_than_category(rules: RuleSet, asked: Sequence[Rule], outcomes: Bytes) -> Flags:
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
    read = rules.with_what_is_behind(fields_read(rule.condition, rules.conditions()))
    given = {name for table in rules.tables.values() for name in table.fields}
    return _WHAT_IS_BOUGHT.issuperset(set(read) - given - rules.parameters.keys())


def _parked(suppliers: Suppliers, worklist: Worklist, band: Bytes, found: Flags) -> Flags:
    """Below the spend floor and nothing found but the category, and none of the sectors that have no floor."""
    if not worklist.floor and worklist.told is None:
        return np.zeros(len(suppliers), np.bool_)
    small = suppliers.has_spend & (np.abs(suppliers.spend) < floor_here(suppliers, worklist))
    return small & ~found & (band > Band.CRITICAL) & ~_never_parked(suppliers, worklist)


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
