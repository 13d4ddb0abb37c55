"""A result as likelihood by impact, each from 1 to 5: a way to show it, and never how a priority is worked out.

Likelihood is the place of law + exposure among the lines of the bands. Impact is severity to people, that of the
gravest flag about exposure: a flag of law says what a firm left undone on paper, and nothing of how hard a harm
would be. What is not known gives a range, whose upper end takes it as flagged; so a 1 is only said where nothing
is open.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from msrisk.model import Bytes, Flags, Ints, Outcome, Severity, Track
from msrisk.report import Report
from msrisk.ruleset.rules import Rule

STEPS = (1, 2, 3, 4, 5)
WORDS = {1: "very low", 2: "low", 3: "medium", 4: "high", 5: "very high"}
LINES = ("medium", "high", "critical")  # of likelihood: 3, 4 and 5 start where these bands do
IMPACT = {Severity.LOW: 2, Severity.MEDIUM: 3, Severity.HIGH: 4, Severity.CRITICAL: 5}


@dataclass(frozen=True)
class Place:
    """Where every supplier stands on one side: by what is known, and as far as the unknown could lead."""

    known: Bytes
    reach: Bytes

    def said(self, number: int) -> str:
        """``3 (medium)``, or ``2 (low) to 4 (high)`` where not all is known."""
        low, high = int(self.known[number]), int(self.reach[number])
        said = f"{low} ({WORDS[low]})"
        return said if low == high else f"{said} to {high} ({WORDS[high]})"


@dataclass(frozen=True)
class FiveByFive:
    """Every supplier on both sides of the grid."""

    likelihood: Place
    impact: Place

    @property
    def open_ended(self) -> Flags:
        """The suppliers that stand in more than one cell, since not all is known of them."""
        likelihood, impact = self.likelihood, self.impact
        held: Flags = (likelihood.known != likelihood.reach) | (impact.known != impact.reach)
        return held


def five_by_five(report: Report) -> FiveByFive:
    """Every supplier on the grid."""
    scores, bands = report.scores, report.rules.scoring.bands
    flagged = report.outcomes == Outcome.FLAGGED
    possible = flagged | (report.outcomes == Outcome.NOT_KNOWN)
    return FiveByFive(
        Place(likelihood(scores.law + scores.exposure, bands), likelihood(scores.could_reach, bands)),
        Place(impact(report.asked, flagged), impact(report.asked, possible)),
    )


def likelihood(points: Ints, bands: Mapping[str, int]) -> Bytes:
    """1 without a point, 2 below the line of Medium, then a step at each line."""
    steps = 1 + (points > 0).astype(np.uint8)
    for line in LINES:
        steps = np.where(points >= bands[line], np.uint8(3 + LINES.index(line)), steps)
    return steps


def impact(asked: Sequence[Rule], counted: Flags) -> Bytes:
    """That of the gravest rule of exposure that is counted; 1 where none is.  counted: rules by suppliers."""
    gravest = np.ones(counted.shape[1], np.uint8)
    for number, rule in enumerate(asked):
        if rule.track is Track.EXPOSURE and rule.scored and rule.severity is not None:
            step = np.where(counted[number], np.uint8(IMPACT[rule.severity]), np.uint8(1))
            gravest = np.maximum(gravest, step)
    return gravest
