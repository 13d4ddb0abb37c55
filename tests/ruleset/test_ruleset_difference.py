"""In what two rule sets differ, said before anybody adopts one."""

from __future__ import annotations

from pathlib import Path

from msrisk.ruleset.difference import differences
from msrisk.ruleset.load import load_rules
from tests.ruleset.ruleset_making import GOOD, saved

OVERLAY = "title: Ours\nversion: 1\nreviewed: 2026-11-22\nextends: section-54\n"


def said(tmp_path: Path, overlay: str) -> list[str]:
    path = tmp_path / "ours.yaml"
    path.write_text(OVERLAY + overlay, encoding="utf-8")
    return [each.said for each in differences(load_rules("section-54"), load_rules(path))]


def test_the_same_set_differs_in_nothing() -> None:
    assert differences(load_rules("exposure"), load_rules("exposure")) == ()


def test_a_rule_switched_off_is_said_with_its_reason(tmp_path: Path) -> None:
    lines = said(tmp_path, "rules:\n  s54-turnover-old:\n    off: our turnover is never old\n")
    assert lines == ["Rule switched off: s54-turnover-old: our turnover is never old"]


def test_a_changed_key_is_said_with_both_values_and_a_moved_line_is_no_change(tmp_path: Path) -> None:
    lines = said(
        tmp_path, "\n\n\nrules:\n  s54-statement-not-linked:\n    severity: medium\n    next_step: Ask.\n"
    )
    assert lines == ["Rule changed: s54-statement-not-linked: next_step, severity low -> medium"]


def test_a_new_figure_is_said_with_its_day(tmp_path: Path) -> None:
    lines = said(tmp_path, "parameters:\n  turnover_threshold:\n    values: {2027-01-01: £40m}\n")
    assert lines == [
        "Parameter changed: turnover_threshold: £36m from 2015-10-29 -> £36m from 2015-10-29, £40m from 2027-01-01"
    ]


def test_a_rule_and_a_term_that_only_one_has_are_said(tmp_path: Path) -> None:
    own = load_rules(saved(tmp_path, GOOD))
    lines = [each.said for each in differences(load_rules("section-54"), own)]
    assert "Rule added: s54-test: A test" in lines
    assert "Rule removed: s54-no-statement: No modern slavery statement found" in lines
    assert "Term removed: statement_found" in lines


def test_a_table_of_ones_own_is_a_difference_by_its_digest(tmp_path: Path) -> None:
    shipped = Path("rules/tables/sectors.csv").read_text(encoding="utf-8")
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "sectors.csv").write_text(shipped + "\n", encoding="utf-8")
    path = tmp_path / "ours.yaml"
    path.write_text(OVERLAY.replace("section-54", "exposure"), encoding="utf-8")
    (line,) = (each.said for each in differences(load_rules("exposure"), load_rules(path)))
    assert line.startswith("Table changed: sectors.csv: sha256 ")
