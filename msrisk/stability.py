"""How far the result rests on the points: what would change if they were a fifth less or more.

The answers of the rules are the same; only the sums, bands and queues are done again, so that it is cheap.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from msrisk.evaluate import Outcomes
from msrisk.model import Flags, Queue, Severity
from msrisk.model.shift import Shift
from msrisk.queues import Queues, found_more
from msrisk.ruleset.rules import RuleSet
from msrisk.score import by_spend, name_places, points_of, ranked, set_aside, sums_of
from msrisk.scores import Scores

FIFTHS = (-1, 1)


def shifts_of(outcomes: Outcomes, scores: Scores, topics: Sequence[str]) -> tuple[Shift, ...]:
    """What would change with the points of each severity, and of all, a fifth less and a fifth more."""
    return tuple(_shifts(outcomes, scores, topics))


def _shifts(outcomes: Outcomes, scores: Scores, topics: Sequence[str]) -> Iterator[Shift]:
    suppliers, asked = outcomes.suppliers, outcomes.asked
    equals, first = by_spend(suppliers, name_places(suppliers)), scores.queue == Queue.LOOK_FIRST
    found = found_more(outcomes.rules, asked, outcomes.worst)
    queues = Queues(suppliers, outcomes.rules, found, topics or suppliers.categories, scores.stake)
    kinds, alike = outcomes.alike  # who ended alike has the same points
    worst, gaps = outcomes.worst[:, alike], outcomes.gaps[:, alike]
    for severities in (*((each,) for each in Severity), tuple(Severity)):
        for fifths in FIFTHS:
            rules = _moved(outcomes.rules, severities, fifths)
            sums = sums_of(rules, asked, worst, gaps, suppliers.columns)
            again = set_aside(suppliers, points_of(rules, sums).take(kinds))
            queue, _ = queues.of(again, ranked(suppliers, again, equals))
            stay: Flags = first & (queue == Queue.LOOK_FIRST)
            other = (again.band != scores.band) & ~suppliers.set_aside
            points = {each: rules.scoring.points[each] for each in severities}
            yield Shift(points, fifths, int(np.count_nonzero(stay)), int(first.sum()), int(other.sum()))


def _moved(rules: RuleSet, severities: Sequence[Severity], fifths: int) -> RuleSet:
    """The rules with the points of some severities a fifth less or more, rounded to whole points."""
    held = rules.scoring.points
    points = {**held, **{each: (held[each] * (5 + fifths) * 2 + 5) // 10 for each in severities}}
    return replace(rules, scoring=replace(rules.scoring, points=points))
