"""Two tables of the award stage: what every bidder is asked, and what we do as the buyer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from msrisk.ruleset.own_table import read_own_table

QUESTIONS, STEPS = "award_questions.csv", "award_steps.csv"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing for the buyer to do before award, why, and where that was read."""

    step: str
    why: str
    source: str


@dataclass(frozen=True)
class AwardTables:
    """What an officer can edit about the award stage.

    questions: the words in which a flagged rule, or a blank field, is asked of every bidder; '' where it is
    for us and not for them.  files: each table and its sha256, for the run record.
    """

    questions: Mapping[str, str]
    steps: Sequence[Step]
    files: tuple[tuple[str, str], ...]


def load_award_tables(rules: str) -> AwardTables:
    """The tables that come with msrisk, or an officer's copies in ``tables`` beside their own rule file.

    Raises RulesError when one is not as its first row has to be.
    """
    questions = read_own_table(rules, QUESTIONS, ("about", "question"))
    steps = read_own_table(rules, STEPS, ("step", "why", "source"))
    return AwardTables(
        {row["about"]: row["question"] for row in questions.rows if row["about"]},
        tuple(Step(row["step"], row["why"], row["source"]) for row in steps.rows if row["step"]),
        tuple((table.name, table.sha256) for table in (questions, steps)),
    )
