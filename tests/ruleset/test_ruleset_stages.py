"""Steps by stage: a rule's own words there, and a table of general steps that says where each was read."""

from __future__ import annotations

from pathlib import Path

import pytest

from msrisk import RulesError
from msrisk.model import Band
from msrisk.ruleset.build import STAGES
from msrisk.ruleset.load import load_rules
from msrisk.ruleset.stages import LEVELS, level_of, stage_steps, with_stage
from tests.ruleset.ruleset_making import changed, saved

DEFAULT = "uk-public-procurement"
AWARD = "next_step: Ask.\n    steps: {award: Ask every bidder.}"


def test_a_rule_says_its_step_at_the_stage_and_keeps_its_own_elsewhere(tmp_path: Path) -> None:
    rules = load_rules(saved(tmp_path, changed("next_step: Ask.", AWARD)))
    steps = {stage: with_stage(rules, stage).rules["s54-test"].next_step for stage in ("", "award", "delivery")}
    assert steps == {"": "Ask.", "award": "Ask every bidder.", "delivery": "Ask."}


def test_a_stage_changes_nothing_but_next_steps(tmp_path: Path) -> None:
    rules = load_rules(saved(tmp_path, changed("next_step: Ask.", AWARD)))
    staged = with_stage(rules, "award")
    assert (staged.files, staged.terms, staged.scoring) == (rules.files, rules.terms, rules.scoring)
    assert staged.rules["s54-test"].condition == rules.rules["s54-test"].condition


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("level", LEVELS)
def test_every_stage_has_a_step_for_every_level_and_says_where_it_was_read(stage: str, level: str) -> None:
    steps = stage_steps(DEFAULT, stage, level)
    assert steps
    assert all(each.step.endswith(".") and each.source for each in steps)


def test_a_step_that_was_not_read_says_that_it_is_our_own_choice() -> None:
    read = ("as read", "Our own choice and not law")
    every = [each for stage in STAGES for level in LEVELS for each in stage_steps(DEFAULT, stage, level)]
    assert [each.step for each in every if not any(words in each.source for words in read)] == []


def test_nothing_is_asked_of_suppliers_of_the_low_level() -> None:
    low = [each for stage in STAGES for each in stage_steps(DEFAULT, stage, "low")]
    assert {each.duty for each in low} == {"us"}


def test_a_bare_name_is_not_given_the_steps_of_the_high_level() -> None:
    levels = {band: level_of(band) for band in Band}
    assert levels[Band.NOT_CLEARED] == "medium"
    assert (levels[Band.REFER], levels[Band.HIGH], levels[Band.LOW]) == ("high", "high", "low")


@pytest.fixture
def rules(tmp_path: Path) -> str:
    (tmp_path / "tables").mkdir()
    return str(saved(tmp_path, "title: x\n"))


def own(rules: str, text: str) -> None:
    (Path(rules).parent / "tables" / "stage_steps.csv").write_text(text, encoding="utf-8-sig")


def test_an_officers_own_steps_are_taken(rules: str) -> None:
    own(rules, "stage,level,duty,step,source\naward,high,us,Ring the bidder.,Our policy\n")
    assert [each.step for each in stage_steps(rules, "award", "high")] == ["Ring the bidder."]
    assert stage_steps(rules, "award", "low") == ()


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("awrd,high,us", "'awrd' is not a stage"),
        ("award,hihg,us", "'hihg' is not a level"),
        ("award,high,we", "'we' is not a duty"),
    ],
)
def test_a_step_that_would_never_be_shown_is_refused(rules: str, row: str, problem: str) -> None:
    own(rules, f"stage,level,duty,step,source\n{row},Ring the bidder.,Our policy\n")
    with pytest.raises(RulesError, match=problem):
        stage_steps(rules, "award", "high")


def test_a_table_without_one_of_its_columns_is_refused(rules: str) -> None:
    own(rules, "stage,level,step,source\naward,high,Ring.,Our policy\n")
    with pytest.raises(RulesError, match="no column 'duty'"):
        stage_steps(rules, "award", "high")
