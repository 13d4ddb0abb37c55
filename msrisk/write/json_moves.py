"""For ``run.json``: what would change each supplier, and the data to chase."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msrisk.changes import Change
from msrisk.chase import data_to_chase
from msrisk.report import Report
from msrisk.write.words import key


def changes_entry(changes: Sequence[Change]) -> list[dict[str, Any]]:
    """The shortest answers that would lower, or raise, a supplier; each alone will do."""
    return [
        {
            "known": [{"field": known.field, "is": known.words} for known in change.known],
            "band": key(change.band),
            "score": change.score,
        }
        for change in changes
    ]


def to_chase(report: Report) -> list[dict[str, Any]]:
    """What is not known over all suppliers; money in pounds, null where it cannot be told."""
    return [
        {
            "field": each.field.name,
            "open_for": each.open_for,
            "could_move": each.could_move,
            "spend": None if each.spend is None else each.spend / 100,
            "spend_could_move": None if each.move_spend is None else each.move_spend / 100,
            "answered_by": list(each.field.answered_by),
            "question": each.field.question,
        }
        for each in data_to_chase(report)
    ]
