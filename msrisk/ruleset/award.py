"""Two tables of the award stage: what every bidder is asked, and what we do as the buyer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from msrisk.errors import RulesError
from msrisk.files import data_folder
from msrisk.ruleset.table_file import Row, TableFile, read_table_file

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
    questions, steps = (
        _read(rules, QUESTIONS, ("about", "question")),
        _read(rules, STEPS, ("step", "why", "source")),
    )
    return AwardTables(
        {row["about"]: row["question"] for row in questions.rows if row["about"]},
        tuple(Step(row["step"], row["why"], row["source"]) for row in steps.rows if row["step"]),
        tuple((table.name, table.sha256) for table in (questions, steps)),
    )


def _read(rules: str, name: str, headings: Sequence[str]) -> TableFile:
    beside = Path(rules).parent / "tables" / name
    own = Path(rules).suffix in (".yaml", ".yml") and beside.is_file()
    table = read_table_file(beside if own else data_folder("rules") / "tables" / name)
    missing = [heading for heading in headings if heading not in table.headings]
    if missing:
        raise RulesError(
            f"the table has no column '{missing[0]}'",
            where=name,
            hint=f"Its first row must name {', '.join(headings)}; save it from Excel as CSV UTF-8 with commas.",
        )
    return TableFile(table.name, table.sha256, table.headings, tuple(_whole(row, headings) for row in table.rows))


def _whole(row: Row, headings: Sequence[str]) -> Row:
    """A row that ends early has blanks for the rest."""
    return {heading: row.get(heading, "") for heading in headings}
