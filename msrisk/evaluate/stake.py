"""How much of what each supplier is paid its gravest flag speaks of."""

from __future__ import annotations

import numpy as np

from msrisk.evaluate.outcomes import Outcomes
from msrisk.model import Longs, Outcome


def stakes_of(outcomes: Outcomes) -> Longs:
    """For each supplier the pence in the lines on which its gravest flag rests, or its flags of equal points.

    All its spend where one of them is about the supplier itself or for legal review, or where nothing is flagged.
    """
    suppliers, asked = outcomes.suppliers, outcomes.asked
    points = np.array([outcomes.rules.points(rule) for rule in asked], np.int32)
    flagged = outcomes.worst == Outcome.FLAGGED
    gravest = np.where(flagged, points[:, None], np.int32(0)).max(axis=0)
    whole = gravest == 0
    lines = np.zeros(len(suppliers.line_owner), np.bool_)
    for number, rule in enumerate(asked):
        among = (rule.excludes | (gravest == points[number])) & flagged[number]
        if rule.id in outcomes.lines:
            lines |= (outcomes.lines[rule.id] == Outcome.FLAGGED) & among[suppliers.line_owner]
        else:
            whole |= among
    here = np.zeros(len(suppliers), np.int64)
    np.add.at(here, suppliers.line_owner[lines], suppliers.line_spend[lines])
    return np.where(whole, suppliers.spend, here)
