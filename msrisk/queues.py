"""What to do this week: whom to look at first, what is parked below the spend floor, what is set aside.

*Look first* takes the highest priorities in turn across what is bought, a few of each, so that three hundred care
firms that tie do not crowd out all else. *Parked* is only said where nothing but the category was found.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from msrisk.model import Band, Bytes, Flags, Ints, Longs, Outcome, Queue, Suppliers
from msrisk.report import QUEUES, Points
from msrisk.ruleset.rules import Rule, RuleSet, Worklist

# The first that a supplier has is what it is counted under: what can be asked about before what cannot.
GRADES = ("labour here", "labour less often named", "goods chain", "ordinary")
_CATEGORY_GROUP = "sector"  # the rules that rest on what is bought and nothing else


def topics(suppliers: Suppliers) -> tuple[str, ...]:
    """What is bought from each supplier in a word: the sector of its gravest line, or its purchase category.

    '' where neither is known.
    """
    sector, grade = suppliers.columns.get("sector"), suppliers.columns.get("sector_grade")
    if sector is None or grade is None:
        return suppliers.categories
    gravity = np.array([_gravity(each.value) for each in grade.readings], np.int64)[grade.codes]
    known = sector.understood[sector.codes]
    lines = np.arange(len(sector.codes), dtype=np.int64)
    gravest = np.lexsort((lines, ~known, gravity, suppliers.line_owner))
    first = gravest[suppliers.first_lines]
    words = [each.value[0] if isinstance(each.value, tuple) else "" for each in sector.readings]
    return tuple(words[code] for code in sector.codes[first].tolist())


def _parts(value: object) -> frozenset[str]:
    return frozenset(value) if isinstance(value, tuple) else frozenset()


def _gravity(value: object) -> int:
    held = _parts(value)
    return next((place for place, grade in enumerate(GRADES) if grade in held), len(GRADES))


def queues(
    suppliers: Suppliers,
    rules: RuleSet,
    asked: Sequence[Rule],
    outcomes: Bytes,
    points: Points,
    topic: Sequence[str],
) -> Bytes:
    """The queue of each supplier, as its place among ``QUEUES``."""
    queue = np.full(len(suppliers), QUEUES.index(Queue.NEXT), np.uint8)
    parked = _parked(suppliers, rules.worklist, points.band, _more_than_category(asked, outcomes))
    queue[parked] = QUEUES.index(Queue.PARKED)
    chosen = in_turn(suppliers, points, topic, rules.worklist, ~parked & (points.band <= Band.NOT_CLEARED))
    queue[chosen[: rules.worklist.look_first]] = QUEUES.index(Queue.LOOK_FIRST)
    return queue


def in_turn(suppliers: Suppliers, points: Points, topic: Sequence[str], worklist: Worklist, among: Flags) -> Longs:
    """The suppliers to look at, highest priority first, in turn across what is bought, a few of each.

    Within one band and topic the higher score and then the larger spend comes first; what is bought from a
    supplier being unknown comes after what is known.
    """
    codes: dict[str, int] = {"": 0}
    coded = np.array([codes.setdefault(each, len(codes)) for each in topic], np.int32)
    spend = np.where(suppliers.has_spend, suppliers.spend, np.int64(0))
    order = np.lexsort((np.arange(len(coded)), -spend, -points.score, points.band))
    order = order[among[order]]
    turn = _turns(coded[order] * np.int32(len(Band)) + points.band[order])
    few = turn < worklist.per_category
    order, turn = order[few], turn[few]
    return order[np.lexsort((np.arange(len(order)), turn, coded[order] == 0, points.band[order]))]


def _turns(group: Ints) -> Ints:
    """For each supplier, how many of its group stand before it."""
    by_group = np.argsort(group, kind="stable")
    ordered = group[by_group]
    starts = np.searchsorted(ordered, ordered)
    turn = np.empty(len(group), np.int32)
    turn[by_group] = np.arange(len(group), dtype=np.int32) - starts.astype(np.int32)
    return turn


def _more_than_category(asked: Sequence[Rule], outcomes: Bytes) -> Flags:
    """Suppliers with a flag that does not rest on the category alone."""
    rest = [number for number, rule in enumerate(asked) if rule.group != _CATEGORY_GROUP]
    return (outcomes[rest] == Outcome.FLAGGED).any(axis=0) if rest else np.zeros(outcomes.shape[1], np.bool_)


def _parked(suppliers: Suppliers, worklist: Worklist, band: Bytes, found: Flags) -> Flags:
    """Below the spend floor and nothing found but the category, and none of the sectors that have no floor."""
    if not worklist.floor:
        return np.zeros(len(suppliers), np.bool_)
    small = suppliers.has_spend & (suppliers.spend < floor_here(suppliers, worklist))
    return small & ~found & (band > Band.CRITICAL) & ~_never_parked(suppliers, worklist)


def floor_here(suppliers: Suppliers, worklist: Worklist) -> int:
    """The yearly floor, in pence, for the days this list covers; the whole of it where they are not known."""
    days = suppliers.days_covered
    return worklist.floor if days is None else round(worklist.floor * min(days, 365) / 365)


def _never_parked(suppliers: Suppliers, worklist: Worklist) -> Flags:
    sector = suppliers.columns.get("sector")
    exempt = np.zeros(len(suppliers), np.bool_)
    if sector is not None:
        named = [not _parts(each.value).isdisjoint(worklist.never_parked) for each in sector.readings]
        exempt[suppliers.line_owner[np.array(named, np.bool_)[sector.codes]]] = True
    return exempt
