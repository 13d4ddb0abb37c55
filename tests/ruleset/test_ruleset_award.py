"""The tables of the award stage: ours are whole, an officer's copy is taken, a broken one refused."""

import re
from pathlib import Path

import pytest

from msrisk import RulesError
from msrisk.files import data_folder
from msrisk.ruleset.award import load_award_tables
from msrisk.ruleset.load import load_rules
from msrisk.ruleset.vocabulary import load_vocabulary

RULES = "uk-public-procurement"
# What was read of the Act: sections and Schedules, each cited with its number.
READ_AS_LAW = re.compile(r"Procurement Act 2023, (sections? (19|26|27|28|57|58|59|78)\b|Schedule [67],)")


def test_every_question_is_about_a_rule_or_a_field_there_is() -> None:
    known = {*load_rules(RULES).rules, *load_vocabulary()}
    assert [about for about in load_award_tables(RULES).questions if about not in known] == []


def test_every_question_to_bidders_is_a_question() -> None:
    assert [text for text in load_award_tables(RULES).questions.values() if text and not text.endswith("?")] == []


def test_every_step_says_why_and_where_it_was_read() -> None:
    steps = load_award_tables(RULES).steps
    assert len(steps) >= 5
    assert all(step.why and step.source for step in steps)


def test_an_act_is_cited_outright_only_where_it_was_read() -> None:
    for step in load_award_tables(RULES).steps:
        if step.source.startswith("Procurement Act"):
            assert READ_AS_LAW.match(step.source)
            assert "as read in a public copy of legislation.gov.uk (revised text of 7 April 2026)" in step.source


def test_what_could_not_be_verified_is_named_as_left_out() -> None:
    page = (data_folder("rules") / "tables" / "SOURCES.md").read_text(encoding="utf-8")
    missing = page.partition("**Left out of them")[2]
    not_read = (
        "debarment list itself",
        "guidance on exclusions",
        "PPN 009",
        "before 24 February 2025",
        "Scotland",
    )
    for left_out in not_read:
        assert left_out in missing


@pytest.fixture
def rules(tmp_path: Path) -> str:
    (tmp_path / "tables").mkdir()
    path = tmp_path / "council.yaml"
    path.write_text("", encoding="utf-8")
    return str(path)


def test_a_copy_beside_an_officers_own_rules_is_taken_and_the_other_table_still_ours(rules: str) -> None:
    own = "step,why,source\nRing the bidder.,To hear it.,Our policy\n"
    (Path(rules).parent / "tables" / "award_steps.csv").write_text(own, encoding="utf-8-sig")
    tables = load_award_tables(rules)
    assert [step.step for step in tables.steps] == ["Ring the bidder."]
    assert tables.questions == load_award_tables(RULES).questions


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        pytest.param(b"step;why;source\nRing;Why;Ours\n", "separated by semicolons", id="semicolons"),
        pytest.param(b"Schritt,why,source\nRing,w,s\n", "no column 'step'", id="another heading"),
        pytest.param("step,why,source\nRing £,w,s\n".encode("cp1252"), "not a CSV in UTF-8", id="not UTF-8"),
        pytest.param(b"", "has no rows", id="empty"),
    ],
)
def test_a_table_that_is_not_as_it_has_to_be_is_refused_by_name(rules: str, raw: bytes, said: str) -> None:
    (Path(rules).parent / "tables" / "award_steps.csv").write_bytes(raw)
    with pytest.raises(RulesError, match=said) as caught:
        load_award_tables(rules)
    assert caught.value.where == "award_steps.csv"
