"""A rule that is switched off, and what an overlay changes, are told by every report with the reason."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

import openpyxl
import pytest
from rich.console import Console

from msrisk import load_rules, screen, write_report
from msrisk.report import Report
from msrisk.ruleset.award import load_award_tables
from msrisk.write.award import Award
from msrisk.write.award_terminal import award_page
from msrisk.write.files import check_outputs, write_output
from msrisk.write.kinds import AWARD_WRITERS
from msrisk.write.own_choices import own_choices
from msrisk.write.ranking import ranking
from msrisk.write.rule_list import rule_list
from msrisk.write.supplier_terminal import explanation
from msrisk.write.terminal import understanding

ROOT = Path(__file__).resolve().parents[2]
OVERLAY = """\
title: Our rules
version: 1
reviewed: 2026-11-22
extends: uk-public-procurement
scoring:
  points: {medium: 12}
rules:
  s54-turnover-old:
    off: our register takes turnover from the accounts
  s54-statement-not-linked:
    severity: medium
    title: Statement not linked from the home page
  s54-statement-not-signed:
    severity: medium
"""
OFF = "Not asked, by our own choice: s54-turnover-old: our register takes turnover from the accounts"
CHANGED = "s54-statement-not-linked (severity, title)"


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    path = tmp_path_factory.mktemp("rules") / "our-rules.yaml"
    path.write_text(OVERLAY, encoding="utf-8")
    return screen(ROOT / "samples" / "suppliers.xlsx", rules=path)


def printed(parts: list[object]) -> str:
    console = Console(width=100, record=True, file=StringIO())
    for part in parts:
        console.print(part)
    return " ".join(console.export_text().split())


def test_every_page_of_the_terminal_tells_it(report: Report) -> None:
    one = report.assessment(0)
    award = Award(report, load_award_tables("uk-public-procurement"))
    pages = {
        "screen": ranking(report, 3),
        "explain": explanation(report, one, ()),
        "check": understanding(report),
        "rules list": rule_list(report.rules, report.as_of),
        "award": award_page(award),
    }
    said = {name: printed(list(parts)) for name, parts in pages.items()}
    assert [name for name, text in said.items() if OFF not in text] == []
    assert [name for name, text in said.items() if CHANGED not in text] == []


def test_the_first_sheets_of_the_register_tell_it_and_the_list_of_rules(report: Report, tmp_path: Path) -> None:
    write_report(report, tmp_path / "register.xlsx")
    book = openpyxl.load_workbook(tmp_path / "register.xlsx")
    for sheet in ("By category", "Summary", "Register", "Rules used"):
        cells = [str(row[0]) for row in book[sheet].iter_rows(max_row=20, max_col=1, values_only=True)]
        assert OFF in cells, sheet
        assert any(CHANGED in cell for cell in cells), sheet


def test_the_json_and_the_csv_tell_it(report: Report, tmp_path: Path) -> None:
    write_report(report, tmp_path / "run.json")
    write_report(report, tmp_path / "run.csv")
    rules = json.loads((tmp_path / "run.json").read_text(encoding="utf-8"))["run"]["rules"]
    assert rules["off"] == {"s54-turnover-old": "our register takes turnover from the accounts"}
    assert rules["changed"] == [
        {"file": "our-rules.yaml", "name": "scoring", "keys": ["points"]},
        {"file": "our-rules.yaml", "name": "s54-statement-not-linked", "keys": ["severity", "title"]},
    ]
    with (tmp_path / "run.csv").open(encoding="utf-8-sig", newline="") as file:
        assert all(OFF in row["Our own choices"] for row in csv.DictReader(file))


@pytest.mark.parametrize("name", ["award.xlsx", "award.html"])
def test_an_award_page_tells_it_at_its_head(report: Report, tmp_path: Path, name: str) -> None:
    award = Award(report, load_award_tables("uk-public-procurement"))
    (output,) = check_outputs([tmp_path / name], writers=AWARD_WRITERS)
    write_output(award, output)
    if name.endswith("html"):
        assert OFF in (tmp_path / name).read_text(encoding="utf-8")
        return
    first = openpyxl.load_workbook(tmp_path / name).worksheets[0]
    assert OFF in [row[0] for row in first.iter_rows(max_col=1, values_only=True)]


def test_what_is_written_as_it_was_is_no_change(report: Report) -> None:
    """The overlay writes the severity of the rule on signatures as its parent does."""
    (line,) = [each for each in own_choices(report.rules) if "our-rules.yaml" in each]
    assert line == f"1 rule and 1 setting changed by our-rules.yaml: scoring (points), {CHANGED}."


def test_rules_of_ones_own_are_told_and_those_of_msrisk_are_no_news(tmp_path: Path) -> None:
    assert own_choices(load_rules("uk-public-procurement")) == []
    own = OVERLAY.split("rules:")[0].replace("scoring:\n  points: {medium: 12}\n", "")
    body = (ROOT / "rules" / "section-54.yaml").read_text(encoding="utf-8")
    rule = body[body.index("  s54-statement-not-linked:") :].split("\n\n")[0]
    path = tmp_path / "ours.yaml"
    path.write_text(f"{own}rules:\n{rule.replace('not-linked', 'not-linked-ours')}\n", encoding="utf-8")
    assert own_choices(load_rules(path)) == ["1 rule changed by ours.yaml: s54-statement-not-linked-ours (new)."]


def test_a_rule_that_is_switched_off_is_not_also_called_changed(tmp_path: Path) -> None:
    path = tmp_path / "ours.yaml"
    path.write_text(OVERLAY.replace("    off: our", "    severity: high\n    off: our"), encoding="utf-8")
    assert "s54-turnover-old" not in {each.name for each in load_rules(path).changed}
