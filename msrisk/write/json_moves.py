"""For ``run.json``: what changed and what would change each supplier, and the data to chase."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msrisk.changes import Change
from msrisk.chase import data_to_chase
from msrisk.report import Report
from msrisk.write.last_said import NOT_TOLD, change_of
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


def since_entry(report: Report, number: int) -> dict[str, str | None] | None:
    """What became of a supplier since the register of last time; null where none was given, or it is set aside."""
    change, then = change_of(report, number)
    if not change:
        return None
    word = "cannot_be_told" if change == NOT_TOLD else change.lower()
    return {"change": word, "band_then": key(then) if then is not None else None}


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
