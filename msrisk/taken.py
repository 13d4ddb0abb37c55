"""What became of the decisions people made: how many count in this run, and why the others do not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from msrisk.model import Decision, Suppliers

BLANK_SOURCE = "the cell under Source is blank"
NO_LONGER = "no longer the same supplier or entry"
LAPSED_EARLIER = "lapsed earlier"
NOT_HERE = "its supplier is not in this list, and it is kept for one that has it"


@dataclass(frozen=True, slots=True)
class DecisionsFile:
    """A decisions workbook as it was read."""

    file: str
    sha256: str
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class DecisionsTaken:
    """What became of the decisions of one file.

    used: how many hold.  not_used: how many do not count in this run, by the reason.
    """

    file: str
    sha256: str
    used: int
    not_used: Mapping[str, int]

    @property
    def given(self) -> int:
        return self.used + sum(self.not_used.values())


def decisions_taken(suppliers: Suppliers, held: DecisionsFile | None) -> DecisionsTaken | None:
    """How many decisions of a file were used on these suppliers, and why the others were not."""
    if held is None:
        return None
    titles = {join.entries.title for join in suppliers.joins}
    used = {each.decision.where for join in suppliers.joins for each in join.decided}
    decisions = [each for each in held.decisions if each.accepted is not None]
    absent = {each.where for join in suppliers.joins for each in join.absent}
    reasons = Counter(
        NOT_HERE if each.where in absent else _why_not_used(each, titles)
        for each in decisions
        if each.where not in used
    )
    return DecisionsTaken(held.file, held.sha256, len(used), reasons)


def _why_not_used(decision: Decision, titles: Collection[str]) -> str:
    if decision.lapsed:
        return LAPSED_EARLIER
    if not decision.source:
        return BLANK_SOURCE
    return NO_LONGER if decision.source in titles else f"'{decision.source}' was not given in this run"
