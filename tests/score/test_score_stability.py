"""What a fifth less or more of the points would change: the same as screening again with those points."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from random import Random

import openpyxl
import pytest

from msrisk import load_rules, screen, write_report
from msrisk.model import Queue, Severity
from msrisk.report import Report
from msrisk.ruleset.rules import RuleSet
from tests.evaluate.evaluate_making import DAY, every_track, screened, supplier_list

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "suppliers.xlsx"


def with_points(rules: RuleSet, **points: int) -> RuleSet:
    held = {**rules.scoring.points, **{Severity(name): each for name, each in points.items()}}
    return replace(rules, scoring=replace(rules.scoring, points=held))


def first(report: Report) -> set[str]:
    return {report.suppliers.names[each] for each in report.in_queue(Queue.LOOK_FIRST).nonzero()[0].tolist()}


def test_each_severity_and_all_are_moved_by_a_fifth_rounded_to_whole_points() -> None:
    shifts = screened(supplier_list(Random(1))).shifts
    critical, high, medium, low = Severity
    assert [dict(each.points) for each in shifts] == [
        {critical: 32}, {critical: 48}, {high: 20}, {high: 30}, {medium: 8}, {medium: 12}, {low: 3}, {low: 5},
        {critical: 32, high: 20, medium: 8, low: 3}, {critical: 48, high: 30, medium: 12, low: 5},
    ]  # fmt: skip


def test_a_high_priority_that_stands_on_its_line_is_told_to_rest_on_its_points() -> None:
    """25 is High; 20, a fifth less, is not."""
    rows = [{"Supplier": name, "Category": "Cleaning", "Turnover": "£2m"} for name in ("Alder", "Birch")]
    by_points = {tuple(each.points.values()): each.other_band for each in screened(rows, every_track()).shifts}
    assert (by_points[20,], by_points[30,], by_points[5,]) == (2, 0, 0)


@pytest.mark.parametrize("seed", range(3))
def test_the_shifts_are_what_screening_again_with_those_points_would_say(seed: int) -> None:
    rules = every_track()
    rules = replace(rules, worklist=replace(rules.worklist, look_first=6, per_category=2))
    rows = supplier_list(Random(seed), [f"Firm {letter} Ltd" for letter in "BCDEFGHIJKLMNOPQRSTUVWXYZ"])
    before = screened(rows, rules)
    for shift in before.shifts:
        after = screened(rows, with_points(rules, **{each.value: to for each, to in shift.points.items()}))
        assert shift.stay == len(first(before) & first(after))
        assert shift.look_first == len(first(before))
        assert shift.other_band == int((before.scores.band != after.scores.band).sum())


def test_the_method_sheet_and_the_json_say_it(tmp_path: Path) -> None:
    report = screen(SAMPLE, as_of=DAY)
    write_report(report, tmp_path / "register.xlsx")
    write_report(report, tmp_path / "run.json")
    rows = list(openpyxl.load_workbook(tmp_path / "register.xlsx")["Method"].iter_rows(values_only=True))
    said = [row for row in rows if row[0] == "high: 20 instead of 25"]
    held = json.loads((tmp_path / "run.json").read_text(encoding="utf-8"))["stability"]
    (json_said,) = [each for each in held if each["points"] == {"high": 20}]
    assert [row[:4] for row in said] == [
        ("high: 20 instead of 25", json_said["look_first"], json_said["stay"], json_said["other_band"])
    ]
    assert any("critical 40, high 25, medium 10, low 4" in str(row[0]) for row in rows)


def test_with_the_points_of_ones_own_rules_the_method_says_those() -> None:
    from msrisk.write.workbook.method import method

    report = screened([{"Supplier": "Alder"}], with_points(load_rules("section-54"), medium=12))
    assert "medium 12" in method(report).lines[0]
