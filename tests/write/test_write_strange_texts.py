"""Texts of every length and script, from the cell of a list to the files that are written of it."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pandas
import pytest

from msrisk import screen, write_report
from msrisk.write.workbook.put import CUT, MAX_TEXT

WOMAN_AT_WORK = "👩\u200d🔧"


def written(folder: Path, name: str, *more: str) -> tuple[set[str], list[str]]:
    """Every text of the workbook, and the names in the JSON."""
    frame = pandas.DataFrame({"Supplier": [name, *more], "Country": "UK"})
    report = screen(frame)
    for ending in ("xlsx", "json"):
        write_report(report, folder / f"run.{ending}")
    cells = {
        cell
        for sheet in openpyxl.load_workbook(folder / "run.xlsx", read_only=True)
        for row in sheet.iter_rows(values_only=True)
        for cell in row
        if isinstance(cell, str)
    }
    told = json.loads((folder / "run.json").read_text(encoding="utf-8"))
    names = [each["name"] for each in told["suppliers"]]
    return cells, names


@pytest.mark.parametrize(
    "name",
    [
        *("Łódź & Søn", "株式会社", "שלום בע״מ", "شركة", "e\u0301clair", "Ltd 🏳️\u200d🌈"),
        pytest.param(f"{WOMAN_AT_WORK} Repairs", id="a picture joined of two"),
    ],
)
def test_fault_77_a_name_in_any_script_is_unchanged_in_every_file(tmp_path: Path, name: str) -> None:
    cells, names = written(tmp_path, name)
    assert name in cells
    assert names == [name]


@pytest.mark.parametrize("mark", ["\x01", "\x1b", "\u202e", "\u200b", "\ufffe", "\ud800", "\u200d"])
def test_fault_76_what_cannot_be_seen_is_written_out_and_the_workbook_opens(tmp_path: Path, mark: str) -> None:
    shown = f"Al\\u{ord(mark):04x}der"
    cells, names = written(tmp_path, f"Al{mark}der")
    assert shown in cells
    assert names == [shown]


@pytest.mark.parametrize("length", [MAX_TEXT, 32_767, 32_768, 900_000])
def test_fault_75_a_long_text_is_whole_in_the_json_and_cut_with_a_mark_in_the_workbook(
    tmp_path: Path, length: int
) -> None:
    name = "x" * length
    cells, names = written(tmp_path, name, "Alder Ltd")
    assert name in names
    whole = [cell for cell in cells if cell.startswith("xxx")]
    assert whole
    assert all(len(cell) <= 32_767 for cell in whole)
    assert length <= MAX_TEXT or all(CUT.strip() in cell for cell in whole if len(cell) > 1_000)
