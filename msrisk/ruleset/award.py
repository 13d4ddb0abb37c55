"""Two tables of the award stage: what every bidder is asked, and what we do as the buyer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from msrisk.errors import RulesError
from msrisk.files import data_folder
from msrisk.ruleset.copies import AWARD_TABLES, NO_COPIES, Copy, in_place_of, placed, stem_of
from msrisk.ruleset.table_file import TableFile, read_table_file

QUESTIONS, STEPS = (f"{name}.csv" for name in AWARD_TABLES)


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
    copies: those of them that were given in place of ours.
    """

    questions: Mapping[str, str]
    steps: Sequence[Step]
    files: tuple[tuple[str, str], ...]
    copies: tuple[Copy, ...] = ()


def load_award_tables(rules: str, copies: Mapping[str, TableFile] = NO_COPIES) -> AwardTables:
    """The tables that come with msrisk, or an officer's copies in ``tables`` beside their own rule file.

    copies: others that were given in place of these.
    Raises RulesError when one is not as its first row has to be.
    """
    given = placed(copies, {stem_of(file): (file,) for file in (QUESTIONS, STEPS)})
    ours = {
        QUESTIONS: _read(rules, QUESTIONS, ("about", "question")),
        STEPS: _read(rules, STEPS, ("step", "why", "source")),
    }
    used = {name: in_place_of(given[name], table) if name in given else table for name, table in ours.items()}
    return AwardTables(
        {row["about"]: row["question"] for row in used[QUESTIONS].rows if row["about"]},
        tuple(Step(row["step"], row["why"], row["source"]) for row in used[STEPS].rows if row["step"]),
        tuple((table.name, table.sha256) for table in used.values()),
        tuple(Copy(stem_of(name), each.name, each.sha256, ours[name].sha256) for name, each in given.items()),
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
    return table
