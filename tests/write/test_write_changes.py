"""The files of ``rules diff``: who would move, as a workbook and as a CSV."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pandas
import pytest

from msrisk.comparing import Comparison
from msrisk.errors import InputError
from msrisk.model import Severity
from msrisk.ruleset.load import load_rules
from msrisk.screening import read_suppliers, report_on
from msrisk.write import check_outputs, write_output
from msrisk.write.changes import rescored_said, worklist_said
from msrisk.write.changes_terminal import changes
from msrisk.write.kinds import CHANGES_WRITERS, WRITERS

DAY = date(2026, 11, 26)


@pytest.fixture(scope="module")
def compared() -> Comparison:
    """One firm with a name a spreadsheet would run, which moves as its rule is switched off."""
    frame = pandas.DataFrame(
        {
            "Supplier": ["=1+1 Works plc", "Alder Care Ltd"],
            "Turnover": ["£50m", "£2m"],
            "Carries on business in the UK": ["yes", "yes"],
            "Statement published": ["no", "no"],
        }
    )
    suppliers, old = read_suppliers(frame), load_rules("section-54")
    kept = {name: rule for name, rule in old.rules.items() if name != "s54-no-statement"}
    new = replace(old, rules=kept, off={"s54-no-statement": "=2+2, we say"})
    return Comparison(report_on(suppliers, old, DAY), report_on(suppliers, new, DAY))


def write(compared: Comparison, path: Path) -> Path:
    (output,) = check_outputs([path], writers=CHANGES_WRITERS)
    write_output(compared, output)
    return path


def test_the_workbook_says_who_would_move_and_what_differs(compared: Comparison, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(write(compared, tmp_path / "changes.xlsx"))
    assert book.sheetnames == ["Who would move", "What differs"]
    row = [cell.value for cell in book["Who would move"][7]]
    assert row[:5] == ["=1+1 Works plc", "High", "Not cleared", 40, 0]
    assert row[5] == "s54-no-statement: flagged -> not asked (40 points)"
    assert book["Who would move"]["A7"].data_type == "s"
    assert [cell.value for cell in book["What differs"][5]] == [
        "Rule switched off",
        "s54-no-statement",
        "=2+2, we say",
    ]


def test_the_terminal_says_what_changes_in_look_first_and_parked_where_no_band_does() -> None:
    names = [f"Alder {number} Ltd" for number in range(1, 4)]
    frame = pandas.DataFrame(
        {"Supplier": names, "Category": ["Stationery"] * 3, "Spend": ["£2,000", "£15,000", "£90,000"]}
    )
    suppliers, old = read_suppliers(frame), load_rules("uk-public-procurement")
    new = replace(old, worklist=replace(old.worklist, floor=10_000_00))
    low = Comparison(report_on(suppliers, old, DAY), report_on(suppliers, new, DAY))
    assert "Parked: 2 before, 1 after." in worklist_said(low)
    said = [str(each) for each in changes(low, 5)]
    assert "Nobody on this list would stand in another band." in said
    assert "Parked: 2 before, 1 after." in said


def test_who_keeps_the_band_is_counted_as_suppliers(compared: Comparison) -> None:
    old = compared.old.rules
    dearer = replace(old, scoring=replace(old.scoring, points={**old.scoring.points, Severity.CRITICAL: 41}))
    found = Comparison(compared.old, report_on(compared.old.suppliers, dearer, DAY))
    assert rescored_said(found) == ["1 supplier would keep its band, at another score."]
    assert rescored_said(Comparison(compared.old, compared.old)) == []


def test_the_csv_has_the_same_rows_and_runs_nothing(compared: Comparison, tmp_path: Path) -> None:
    with write(compared, tmp_path / "changes.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["Supplier"] == "'=1+1 Works plc"
    assert row["Score, old rules"] == "40"


def test_the_same_comparison_gives_the_same_bytes(compared: Comparison, tmp_path: Path) -> None:
    first, second = (write(compared, tmp_path / name).read_bytes() for name in ("a.xlsx", "b.xlsx"))
    assert first == second


def test_it_replaces_its_own_file_and_no_register_does(compared: Comparison, tmp_path: Path) -> None:
    path = write(compared, tmp_path / "changes.xlsx")
    write(compared, path)
    with pytest.raises(InputError, match="is a comparison of two rule sets; a register"):
        check_outputs([path], writers=WRITERS)
    with pytest.raises(InputError, match=r"does not end in \.xlsx, \.csv"):
        check_outputs([tmp_path / "changes.html"], writers=CHANGES_WRITERS)
