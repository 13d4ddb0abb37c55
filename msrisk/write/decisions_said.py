"""What became of decisions, in words all outputs share; no person is named, nor whom one was taken for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from msrisk.files import one_line, safe_text
from msrisk.model import Decision, Join, Suppliers
from msrisk.model import decision_sheet as headed
from msrisk.taken import DecisionsTaken

_NAME_TAKEN_OUT = "[a person's name]"
_NAMING = (headed.LISTED_NAME, headed.LISTED_ID)  # an id is often made of the name
_QUOTING = (headed.REASONS,)


def lapsed_said(suppliers: Suppliers, join: Join) -> list[str]:
    """The decisions on one source that no longer hold, each with its cell, the two names and the reason."""
    persons = [each.where for each in join.outdated if is_about_a_person(suppliers, each)]
    return [_lapsed_line(suppliers, words, persons) for words in join.lapsed]


def _lapsed_line(suppliers: Suppliers, words: str, persons: Sequence[str]) -> str:
    """persons: the cells of the decisions that are about a person."""
    where = next((each for each in persons if words.startswith(f"{each}: ")), "")
    return one_line(
        f"{where}: it is about a person, who is not named here" if where else suppliers.without_persons(words)
    )


def is_about_a_person(suppliers: Suppliers, decision: Decision) -> bool:
    """Whether what stood in our list then names somebody who is taken for a person now."""
    return suppliers.without_persons(decision.ours.name) != decision.ours.name


def kept_row(suppliers: Suppliers, decision: Decision, row: Mapping[str, str]) -> dict[str, str]:
    """A row of a decisions workbook as it was read, without the name of anybody who is a person."""
    said = {heading: suppliers.without_persons(text) for heading, text in row.items()}
    if not is_about_a_person(suppliers, decision):
        return said
    listed = re.compile(re.escape(decision.theirs.name), re.IGNORECASE)
    said = {heading: listed.sub(_NAME_TAKEN_OUT, text) for heading, text in said.items()}
    return said | dict.fromkeys(_NAMING, _NAME_TAKEN_OUT) | dict.fromkeys(_QUOTING, "")


def taken_said(taken: DecisionsTaken | None) -> list[str]:
    """How many decisions of a file count, and why the others do not; nothing where no file was given."""
    return [_taken_line(taken)] if taken else []


def _taken_line(taken: DecisionsTaken) -> str:
    file = one_line(taken.file)
    if not taken.given:
        return f"Decisions: {file} holds none yet; nothing in it is accepted or rejected."
    said = f"Decisions: {taken.used:,} of {taken.given:,} in {file} used"
    why = "; ".join(f"{count:,}: {one_line(reason)}" for reason, count in taken.not_used.items())
    return f"{said}. Not used: {why}." if why else f"{said}."


def taken_record(taken: DecisionsTaken | None) -> dict[str, Any]:
    """The decisions given, as the run record names them; empty where none were."""
    if taken is None:
        return {}
    return {
        "file": safe_text(taken.file),
        "sha256": taken.sha256,
        "used": taken.used,
        "not_used": {safe_text(reason): count for reason, count in taken.not_used.items()},
    }
