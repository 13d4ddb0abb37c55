"""Outcomes to points, bands, ranks and queues; anyone can redo it with a pencil.

score = law + max(0, exposure - relief). Within a group the worst rule counts, and the best relief.
``could_reach`` is law + exposure with every rule that is not known taken as flagged. Nothing is capped but relief,
so ties stay apart.

The band is that of law + exposure: relief orders suppliers within a band and takes none out of it. What a supplier
shows of itself says how it works, not what the work is (T63).
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace

import numpy as np

from msrisk.model import Band, Bytes, Flags, Ints, Longs, Outcome, Suppliers, Track
from msrisk.queues import Queues, found_more
from msrisk.ruleset.rules import Rule, RuleSet
from msrisk.scores import Points, Scores, Sums


def sums_of(
    rules: RuleSet,
    asked: Sequence[Rule],
    outcomes: Bytes,
    gaps: Flags | None = None,
    told: Container[str] = (),
) -> Sums:
    """What some rules add up to: all of them, or all of some groups.

    told: the columns of the list, of whose exclusions it counts those left blank.
    """
    flagged = outcomes == Outcome.FLAGGED
    possible = flagged | (outcomes == Outcome.NOT_KNOWN)
    open_exclusions = _counted(
        outcomes == Outcome.NOT_KNOWN, [each.excludes and rules.put_to(each, told) for each in asked]
    )
    if gaps is not None and gaps.any():
        possible &= ~(gaps & _settled_beside(asked, outcomes))
    law, exposure = (_track(rules, asked, flagged, track) for track in (Track.LAW, Track.EXPOSURE))
    law_at_worst, exposure_at_worst = (
        _track(rules, asked, possible, track) for track in (Track.LAW, Track.EXPOSURE)
    )
    excluded = _counted(flagged, [each.excludes for each in asked])
    return Sums(
        law, exposure, law_at_worst + exposure_at_worst, _relief(asked, outcomes), excluded, open_exclusions
    )


def points_of(rules: RuleSet, sums: Sums) -> Points:
    """The points and the band that follow from the sums over all groups."""
    relief = np.minimum(sums.relief, np.int32(rules.scoring.relief_cap))
    score = sums.law + np.maximum(0, sums.exposure - relief)
    so_far = _band(rules, sums.law + sums.exposure)
    band = _settled_band(rules, so_far, sums.at_worst)
    band = np.where((sums.not_told > 0) & (band > Band.NOT_CLEARED), np.uint8(Band.NOT_CLEARED), band)
    band = np.where(sums.excluded > 0, np.uint8(Band.REFER), band)
    return Points(score, sums.at_worst, sums.law, sums.exposure, relief, band, so_far)


def _track(rules: RuleSet, asked: Sequence[Rule], counted: Flags, track: Track) -> Ints:
    """The sum over groups of the worst rule counted in each."""
    groups: dict[str, Ints] = {}
    for number, rule in enumerate(asked):
        if rule.track is track and rule.scored:
            points = np.where(counted[number], np.int32(rules.points(rule)), np.int32(0))
            groups[rule.group] = np.maximum(groups.get(rule.group, points), points)
    return sum(groups.values(), np.zeros(counted.shape[1], np.int32))


def _settled_beside(asked: Sequence[Rule], outcomes: Bytes) -> Flags:
    """Rules by suppliers: whether a rule of the same group is settled, so that a gap in another adds nothing."""
    settled = (outcomes == Outcome.FLAGGED) | (outcomes == Outcome.CLEAR)
    groups: dict[str, Flags] = {}
    for number, rule in enumerate(asked):
        groups[rule.group] = groups.get(rule.group, np.zeros(outcomes.shape[1], np.bool_)) | settled[number]
    return np.stack([groups[rule.group] for rule in asked])


def _relief(asked: Sequence[Rule], outcomes: Bytes) -> Ints:
    """What assurance that is clear takes off exposure, once for each kind of evidence, before the cap."""
    groups: dict[str, Ints] = {}
    for number, rule in enumerate(asked):
        if rule.track is Track.ASSURANCE and rule.scored:
            points = np.where(outcomes[number] == Outcome.CLEAR, np.int32(rule.relief), np.int32(0))
            groups[rule.group] = np.maximum(groups.get(rule.group, points), points)
    return sum(groups.values(), np.zeros(outcomes.shape[1], np.int32))


def _band(rules: RuleSet, score: Ints) -> Bytes:
    lines = rules.scoring.bands
    band = np.full(score.shape, Band.LOW, np.uint8)
    for each in (Band.MEDIUM, Band.HIGH, Band.CRITICAL):
        band[score >= lines[each.name.lower()]] = each
    return band


def _settled_band(rules: RuleSet, so_far: Bytes, could_reach: Ints) -> Bytes:
    """Medium or Low is only said of a supplier that nothing still unknown could lift to High."""
    open_ended = (so_far >= Band.MEDIUM) & (could_reach >= rules.scoring.bands["high"])
    return np.where(open_ended, np.uint8(Band.NOT_CLEARED), so_far)


def _counted(flags: Flags, chosen: Sequence[bool]) -> Ints:
    """How many of the chosen rules are so, of each supplier."""
    counted: Ints = flags[np.array(chosen, np.bool_)].sum(axis=0, dtype=np.int32)
    return counted


def score(
    suppliers: Suppliers,
    rules: RuleSet,
    asked: Sequence[Rule],
    outcomes: Bytes,
    gaps: Flags | None = None,
    topics: Sequence[str] = (),
    stake: Longs | None = None,
) -> Scores:
    """Points, bands, ranks and queues of every supplier.

    outcomes: rules by suppliers.  gaps: where only a gap in a table keeps a rule open.
    topics: what is bought from each supplier, in a word, '' when that is not known.
    stake: the pence that its gravest flag speaks of; the whole spend when left out.
    """
    stake = suppliers.spend if stake is None else stake
    points = banded(suppliers, rules, asked, outcomes, gaps)
    settled, applicable = _coverage(asked, outcomes)
    equals = by_spend(suppliers, name_places(suppliers))
    order = ranked(suppliers, points, equals)
    held = Queues(suppliers, rules, found_more(rules, asked, outcomes), topics or suppliers.categories, stake)
    queue, turn = held.of(points, order)
    return Scores(
        score=points.score,
        could_reach=points.could_reach,
        law=points.law,
        exposure=points.exposure,
        relief=points.relief,
        band=points.band,
        so_far=points.so_far,
        queue=queue,
        turn=turn,
        stake=stake,
        settled=settled,
        applicable=applicable,
        order=order,
        equals=equals,
    )


def banded(
    suppliers: Suppliers, rules: RuleSet, asked: Sequence[Rule], outcomes: Bytes, gaps: Flags | None = None
) -> Points:
    """Points and bands of every payee."""
    return set_aside(suppliers, points_of(rules, sums_of(rules, asked, outcomes, gaps, suppliers.columns)))


def set_aside(suppliers: Suppliers, points: Points) -> Points:
    """Nothing was asked of a payee that is set aside, so nothing is said of it either: least of all Low."""
    return replace(points, band=np.where(suppliers.set_aside, np.uint8(Band.NOT_CLEARED), points.band))


def _coverage(asked: Sequence[Rule], outcomes: Bytes) -> tuple[Ints, Ints]:
    """How many scored rules are settled, of how many that apply."""
    chosen = [number for number, rule in enumerate(asked) if rule.scored]
    scored = outcomes[chosen]
    settled = (scored == Outcome.FLAGGED) | (scored == Outcome.CLEAR)
    applicable = scored != Outcome.NOT_APPLICABLE
    return settled.sum(axis=0, dtype=np.int32), applicable.sum(axis=0, dtype=np.int32)


def name_places(suppliers: Suppliers) -> Ints:
    """The place of each supplier by name and key: the same whatever the points are."""
    names = [name.casefold() for name in suppliers.names]
    ordered = sorted(range(len(suppliers)), key=suppliers.keys.__getitem__)
    ordered.sort(key=names.__getitem__)  # which leaves those of one name in the order of their keys
    place = np.empty(len(suppliers), np.int32)
    place[ordered] = np.arange(len(suppliers), dtype=np.int32)
    return place


def order_of(suppliers: Suppliers, points: Points, place: Ints) -> Ints:
    """Those set aside last; then band, score, could reach, spend, and the place by name and key."""
    return ranked(suppliers, points, by_spend(suppliers, place))


def by_spend(suppliers: Suppliers, place: Ints) -> Ints:
    """The suppliers by what no points change: spend, and the place by name and key."""
    spend = np.where(suppliers.has_spend, suppliers.spend, np.int64(0))
    return np.lexsort((place, -spend)).astype(np.int32)


def ranked(suppliers: Suppliers, points: Points, order: Ints) -> Ints:
    """Those set aside last; then band, score and could reach; who is equal in these stays in the order given."""
    keys = (-points.could_reach[order], -points.score[order], points.band[order], suppliers.set_aside[order])
    return order[np.lexsort(keys)]
