"""What the register says where no answer tried leads to another priority."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pandas

from msrisk import read_suppliers, write_report
from msrisk.ruleset.load import load_rules
from msrisk.screening import report_on


def test_that_no_answer_would_move_a_supplier_is_not_said_as_if_nobody_replied(tmp_path: Path) -> None:
    frame = pandas.DataFrame({"Supplier": ["Alder Care Ltd"], "Category": ["Home care"], "Turnover": ["£50m"]})
    made = report_on(read_suppliers(frame), load_rules("uk-public-procurement"), date(2026, 11, 26))
    write_report(made, tmp_path / "run.xlsx")
    rows = list(openpyxl.load_workbook(tmp_path / "run.xlsx")["Register"].iter_rows(values_only=True))
    heads = next(row for row in rows if row[0] == "Register ID")
    moves = {cell for row in rows for name, cell in zip(heads, row, strict=True) if name.startswith("What would")}
    assert "[no single answer would]" in moves
    above = " ".join(str(row[0]) for row in rows[: rows.index(heads)])
    assert "[no single answer would] means that none of those tried leads to another priority" in above
