"""What to do at a stage of the procurement: each rule's own step there, and a table of general steps by level."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from msrisk.errors import RulesError
from msrisk.model import Band
from msrisk.ruleset.build import STAGES
from msrisk.ruleset.keys import did_you_mean
from msrisk.ruleset.own_table import read_own_table
from msrisk.ruleset.rules import Rule, RuleSet
from msrisk.ruleset.table_file import Row

TABLE = "stage_steps.csv"
LEVELS = ("high", "medium", "low")
DUTIES = ("us", "supplier")
_LEVEL_OF = {Band.MEDIUM: "medium", Band.NOT_CLEARED: "medium", Band.LOW: "low"}


@dataclass(frozen=True, slots=True)
class StageStep:
    """One general step: the stage, the level of risk it is for, who acts, and where it was read."""

    stage: str
    level: str
    duty: str
    step: str
    source: str


def level_of(band: Band) -> str:
    """The level whose steps a supplier of this band is given.

    *Not cleared* is medium: little is known of it, and a bare name is no reason for the steps of high.
    """
    return _LEVEL_OF.get(band, "high")


def with_stage(rules: RuleSet, stage: str) -> RuleSet:
    """The rules, each with its next step at a stage where it says one; '' leaves all as they are."""
    if not stage:
        return rules
    return replace(rules, rules={name: _at(rule, stage) for name, rule in rules.rules.items()})


def _at(rule: Rule, stage: str) -> Rule:
    return replace(rule, next_step=rule.steps[stage]) if stage in rule.steps else rule


def stage_steps(rules: str, stage: str, level: str) -> tuple[StageStep, ...]:
    """The general steps at a stage for a level, in the order of the table.

    Raises RulesError when the table is not as its first row has to be, or a row has a stage that is none.
    """
    return tuple(each for each in _all_steps(rules) if (each.stage, each.level) == (stage, level))


def _all_steps(rules: str) -> Iterator[StageStep]:
    table = read_own_table(rules, TABLE, ("stage", "level", "duty", "step", "source"))
    for number, row in enumerate(table.rows, start=1):
        if row["step"]:
            _check(row, f"{table.name}, step {number}")
            yield StageStep(row["stage"], row["level"], row["duty"], row["step"], row["source"])


def _check(row: Row, where: str) -> None:
    """A stage or level by the name of nothing would never be shown."""
    for column, known in (("stage", STAGES), ("level", LEVELS), ("duty", DUTIES)):
        if row[column] not in known:
            hint = did_you_mean(row[column], known) or f"It is one of: {', '.join(known)}."
            raise RulesError(f"'{row[column]}' is not a {column}", where=where, hint=hint)
