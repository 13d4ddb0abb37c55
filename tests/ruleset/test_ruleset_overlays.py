"""Overlays: what ``extends`` and ``includes`` keep, change and refuse (fault 107)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from msrisk.errors import RulesError
from msrisk.model import Severity
from msrisk.ruleset.load import load_rules
from msrisk.ruleset.rules import RuleSet
from tests.ruleset.ruleset_making import GOOD, RULE, changed, line_of, refused, saved

TOP = "title: Ours\nversion: 2\nreviewed: 2026-11-22\nextends: base.yaml\n"


def overlay(folder: Path, more: str, base: str = GOOD) -> Path:
    saved(folder, base, "base.yaml")
    return saved(folder, TOP + more)


def over(folder: Path, more: str) -> RuleSet:
    return load_rules(overlay(folder, more))


def test_an_overlay_changes_one_key_and_keeps_the_rest(tmp_path: Path) -> None:
    rules = over(tmp_path, "rules:\n  s54-test:\n    severity: low\n")
    base = load_rules(tmp_path / "base.yaml")
    ours, theirs = rules.rules["s54-test"], base.rules["s54-test"]
    assert (ours.severity, theirs.severity) == (Severity.LOW, Severity.HIGH)
    assert (ours.because, ours.condition, ours.examples) == (theirs.because, theirs.condition, theirs.examples)
    assert (rules.title, rules.scoring, rules.terms) == ("Ours", base.scoring, base.terms)
    assert [file for file, _ in rules.files] == ["mine.yaml", "base.yaml"]


def test_an_overlay_changes_one_figure_of_the_scoring(tmp_path: Path) -> None:
    scoring = over(tmp_path, "scoring:\n  points: {low: 5}\n").scoring
    assert (scoring.points[Severity.LOW], scoring.points[Severity.HIGH], scoring.relief_cap) == (5, 25, 15)


def test_an_overlay_adds_a_dated_value(tmp_path: Path) -> None:
    rules = over(tmp_path, "parameters:\n  threshold:\n    values: {2027-04-01: £50m}\n")
    assert rules.parameters_on(date(2027, 3, 31)) == {"threshold": "£36m"}
    assert rules.parameters_on(date(2027, 4, 1)) == {"threshold": "£50m"}


def test_a_dated_parameter_holds_from_its_day_and_not_the_day_before(tmp_path: Path) -> None:
    rules = load_rules(saved(tmp_path, GOOD))
    assert rules.parameters_on(date(2015, 10, 29)) == {"threshold": "£36m"}
    assert rules.parameters_on(date(2015, 10, 28)) == {}


def test_a_rule_holds_from_its_first_day_to_its_last(tmp_path: Path) -> None:
    text = changed("in_force: 2016-03-31", "in_force: 2016-03-31\n    until: 2020-01-01")
    rules = load_rules(saved(tmp_path, text))
    days = ["2016-03-30", "2016-03-31", "2020-01-01", "2020-01-02"]
    assert [len(rules.in_force(date.fromisoformat(day))) for day in days] == [0, 1, 1, 0]


def test_an_overlay_switches_a_rule_off_with_a_reason(tmp_path: Path) -> None:
    second = RULE.replace("s54-test", "s54-second")
    path = overlay(tmp_path, "rules:\n  s54-second:\n    off: We ask this by letter.\n", GOOD + second)
    rules = load_rules(path)
    assert (list(rules.rules), rules.off) == (["s54-test"], {"s54-second": "We ask this by letter."})


@pytest.mark.parametrize("reason", ["", "yes", "no", "true", "on"])
def test_a_rule_is_not_switched_off_without_a_reason(tmp_path: Path, reason: str) -> None:
    more = f"rules:\n  s54-test:\n    off: {reason}\n"
    error = refused(overlay(tmp_path, more, GOOD + RULE.replace("s54-test", "s54-second")))
    assert "switching 's54-test' off needs a reason" in error.problem
    assert error.where == f"mine.yaml:{line_of(TOP + more, 'off:')}"


def test_fault_112_a_rule_set_with_every_rule_off_is_refused(tmp_path: Path) -> None:
    error = refused(overlay(tmp_path, "rules:\n  s54-test:\n    off: We ask this by letter.\n"))
    assert "has no rule: there is nothing to ask" in error.problem


@pytest.mark.parametrize(
    ("more", "at", "problem", "hint"),
    [
        pytest.param("rules:\n  s54-tset:\n    off: By letter.\n", "tset", "no rule called 's54-tset'",
                     "Did you mean 's54-test'?", id="a misspelt rule switched off"),
        pytest.param("rules:\n  s54-tset:\n    severity: low\n", "tset", "no rule called 's54-tset'",
                     "Did you mean 's54-test'?", id="a misspelt rule changed"),
        pytest.param("rules:\n  s54-test:\n    severty: low\n", "severty", "'severty' is not a key",
                     "'severity'", id="a misspelt key of a rule"),
        pytest.param("terms:\n  in_scop:\n    meaning: Other\n", "in_scop", "no term called 'in_scop'",
                     "'in_scope'", id="a misspelt term"),
        pytest.param("parameters:\n  treshold:\n    meaning: Other\n", "tresh", "no parameter called 'treshold'",
                     "'threshold'", id="a misspelt parameter"),
        pytest.param("sources:\n  atc: {url: x}\n", "atc", "no source called 'atc'", "", id="a misspelt source"),
        pytest.param("rules:\n  s54-test: off\n", "s54-test", "must have keys under it", "", id="off as a value"),
    ],
)  # fmt: skip
def test_fault_100_in_an_overlay(tmp_path: Path, more: str, at: str, problem: str, hint: str) -> None:
    error = refused(overlay(tmp_path, more))
    assert (problem in error.problem, hint in error.hint) == (True, True), error
    assert error.where == f"mine.yaml:{line_of(TOP + more, at)}"


def test_a_new_rule_of_an_overlay_is_complete(tmp_path: Path) -> None:
    assert list(over(tmp_path, "rules:\n" + RULE.replace("s54-test", "s54-ours")).rules) == [
        "s54-test",
        "s54-ours",
    ]


# -- includes

JOINED = "title: Both\nversion: 1\nreviewed: 2026-11-22\nincludes: [one.yaml, two.yaml]\n"


def joined(folder: Path, one: str, two: str) -> Path:
    saved(folder, one, "one.yaml")
    saved(folder, two, "two.yaml")
    return saved(folder, JOINED)


def test_includes_joins_two_files(tmp_path: Path) -> None:
    second = changed("s54-test", "s54-second", "title: Test rules", "title: More")
    rules = load_rules(joined(tmp_path, GOOD, second))
    assert (list(rules.rules), rules.title) == (["s54-test", "s54-second"], "Both")
    assert [file for file, _ in rules.files] == ["mine.yaml", "one.yaml", "two.yaml"]


@pytest.mark.parametrize(
    ("old", "new", "key", "at"),
    [
        pytest.param("severity: high", "severity: low", "s54-test", "  s54-test:", id="99 a rule"),
        pytest.param("£36m}\n", "£50m}\n", "threshold", "  threshold:", id="a parameter"),
        pytest.param("The law applies", "It applies", "in_scope", "  in_scope:", id="a term"),
        pytest.param("cap: 15", "cap: 20", "relief_cap", "  relief_cap:", id="the scoring"),
    ],
)
def test_includes_refuses_a_contradiction_and_names_both_places(
    tmp_path: Path, old: str, new: str, key: str, at: str
) -> None:
    error = refused(joined(tmp_path, GOOD, changed(old, new)))
    line = line_of(GOOD, at)
    assert error.problem == f"'{key}' also stands at one.yaml:{line}, and says something else"
    assert error.where == f"two.yaml:{line}"


def test_the_same_said_twice_is_no_contradiction(tmp_path: Path) -> None:
    assert list(load_rules(joined(tmp_path, GOOD, GOOD.replace("title: Test rules", "title: More"))).rules) == [
        "s54-test"
    ]


def test_extends_and_includes_exclude_each_other(tmp_path: Path) -> None:
    assert "not both" in refused(overlay(tmp_path, "includes: [base.yaml]\n")).problem


# -- fault 107: what may be named


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("../base.yaml", "is not a file beside this one"),
        ("/etc/passwd", "is not a file beside this one"),
        ("..", "is not a file beside this one"),
        ("sub/base.yaml", "is not a file beside this one"),
        ("..\\base.yaml", "is not a file beside this one"),
        ("https://example.com/rules.yaml", "is not a file beside this one"),
        ('"a\\0b"', "is not a file beside this one"),
        ("bsae.yaml", "there is no rule set called 'bsae.yaml'"),
        ("link.yaml", "is not a file beside this one"),
    ],
)
def test_fault_107_only_a_file_beside_is_extended(tmp_path: Path, name: str, problem: str) -> None:
    folder = tmp_path / "rules"
    folder.mkdir()
    outside = saved(tmp_path, GOOD, "base.yaml")
    (folder / "link.yaml").symlink_to(outside)
    saved(folder, GOOD, "base.yaml")
    text = TOP.replace("base.yaml", name)
    error = refused(saved(folder, text))
    assert problem in error.problem
    assert error.where == "mine.yaml:4"
    assert name != "bsae.yaml" or error.hint.startswith("Did you mean 'base.yaml'")


def test_fault_107_a_circle_is_refused(tmp_path: Path) -> None:
    saved(tmp_path, TOP.replace("base.yaml", "mine.yaml"), "base.yaml")
    error = refused(saved(tmp_path, TOP))
    assert (error.where, error.problem) == ("base.yaml:4", "'mine.yaml' in turn extends this file: a circle")


def chain(folder: Path, length: int) -> Path:
    """Files that extend one another, the last of them GOOD."""
    saved(folder, GOOD, f"{length}.yaml")
    for number in range(length - 1, 0, -1):
        saved(folder, TOP.replace("base.yaml", f"{number + 1}.yaml"), f"{number}.yaml")
    return folder / "1.yaml"


def test_fault_107_depth_9_is_refused(tmp_path: Path) -> None:
    assert load_rules(chain(tmp_path, 8)).title == "Ours"
    assert "more than 8 deep" in refused(chain(tmp_path, 10)).problem


def test_fault_102_files_that_include_one_another_many_times_are_refused_at_once(tmp_path: Path) -> None:
    top = "title: Many\nversion: 1\nreviewed: 2026-11-22\n"
    saved(tmp_path, top + f"includes: [{', '.join(['mine.yaml'] * 30)}]\n", "other.yaml")
    error = refused(saved(tmp_path, top + f"includes: [{', '.join(['other.yaml'] * 30)}]\n"))
    assert "a circle" in error.problem


def test_fault_102_a_widening_pyramid_of_files_is_read_once_each(tmp_path: Path) -> None:
    """Eight floors of ten files each, every one including all of the next: a hundred million ways down."""
    top = "title: Many\nversion: 1\nreviewed: 2026-11-22\n"
    for floor in range(1, 7):
        below = ", ".join(f"{floor + 1}-{each}.yaml" for each in range(10))
        for each in range(10):
            text = top + (f"includes: [{below}]\n" if floor < 6 else GOOD.split("\n", 3)[3])
            saved(tmp_path, text, f"{floor}-{each}.yaml")
    assert list(load_rules(tmp_path / "1-0.yaml").rules) == ["s54-test"]


def test_extending_a_rule_set_of_the_tool_by_name() -> None:
    with pytest.raises(RulesError, match="no rule set called"):
        load_rules("fields")


def test_what_a_file_left_out_is_said_of_that_file_alone(tmp_path: Path) -> None:
    (tmp_path / "ours.yaml").write_text(
        "title: Ours\nversion: 1\nreviewed: 2026-11-22\nextends: exposure\n"
        "left_out:\n  - Boats, which we never buy.\n",
        encoding="utf-8",
    )
    assert load_rules(tmp_path / "ours.yaml").left_out == ("Boats, which we never buy.",)
    assert load_rules("exposure").left_out
    assert load_rules("uk-public-procurement").left_out == ()
