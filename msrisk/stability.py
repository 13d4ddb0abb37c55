"""How far the result rests on the points: what would change if they were a fifth less or more.

The answers of the rules are the same; only the sums, bands and queues are done again, so that it is cheap.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from msrisk.evaluate import Outcomes
from msrisk.model import Flags, Ints, Queue, Severity
from msrisk.model.shift import Shift
from msrisk.queues import Queues, found_more
from msrisk.ruleset.rules import RuleSet
from msrisk.score import points_of, set_aside, sums_of
from msrisk.scores import Points, Scores

FIFTHS = (-1, 1)


def shifts_of(outcomes: Outcomes, scores: Scores, topics: Sequence[str]) -> tuple[Shift, ...]:
    """What would change with the points of each severity, and of all, a fifth less and a fifth more."""
    return tuple(_shifts(outcomes, scores, topics))


def _shifts(outcomes: Outcomes, scores: Scores, topics: Sequence[str]) -> Iterator[Shift]:
    suppliers, asked = outcomes.suppliers, outcomes.asked
    first = scores.queue == Queue.LOOK_FIRST
    found = found_more(outcomes.rules, asked, outcomes.worst)
    queues = Queues(suppliers, outcomes.rules, found, topics or suppliers.categories, scores.stake)
    kinds, alike = outcomes.alike  # who ended alike has the same points
    worst, gaps = outcomes.worst[:, alike], outcomes.gaps[:, alike]
    for severities in (*((each,) for each in Severity), tuple(Severity)):
        for fifths in FIFTHS:
            rules = _moved(outcomes.rules, severities, fifths)
            sums = sums_of(rules, asked, worst, gaps, suppliers.columns)
            points_then = points_of(rules, sums)
            again = set_aside(suppliers, points_then.take(kinds))
            place = _places(points_then)[kinds[scores.equals]]
            queue, _ = queues.of(again, scores.equals[np.argsort(place, kind="stable")])
            stay: Flags = first & (queue == Queue.LOOK_FIRST)
            other = (again.band != scores.band) & ~suppliers.set_aside
            points = {each: rules.scoring.points[each] for each in severities}
            yield Shift(points, fifths, int(np.count_nonzero(stay)), int(first.sum()), int(other.sum()))


def _places(points: Points) -> Ints:
    """The place of each kind of suppliers by its points, the same for equals."""
    keys = np.stack([-points.could_reach, -points.score, points.band.astype(np.int32)])
    order = np.lexsort(keys)
    other = (np.diff(keys[:, order], axis=1, prepend=keys[:, order[:1]]) != 0).any(axis=0)
    places = np.empty(len(order), np.int32)
    places[order] = np.cumsum(other, dtype=np.int32)
    return places


def _moved(rules: RuleSet, severities: Sequence[Severity], fifths: int) -> RuleSet:
    """The rules with the points of some severities a fifth less or more, rounded to whole points."""
    held = rules.scoring.points
    points = {**held, **{each: (held[each] * (5 + fifths) * 2 + 5) // 10 for each in severities}}
    return replace(rules, scoring=replace(rules.scoring, points=points))
