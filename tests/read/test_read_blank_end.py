"""Blank rows at the end are no rows, in a text file as in a workbook; those inside are."""

from __future__ import annotations

from pathlib import Path

import pytest
from biff_making import book, text
from read_making import ONE_ROW, only, rows_of, saved, workbook_bytes

LIST = "Supplier,Spend\nAcme,5\n\n,\nBeta,6\n"
ROWS = [["Supplier", "Spend"], ["Acme", "5"], ["", ""], ["", ""], ["Beta", "6"]]


@pytest.mark.parametrize("blank", ["\n", ",\n", " , \t\n", '"",\n'])
def test_blank_rows_at_the_end_of_a_text_file_are_left_away_and_counted(tmp_path: Path, blank: str) -> None:
    sheet = only(saved(tmp_path, LIST + blank * 1_001, "a.csv"))
    assert rows_of(sheet) == ROWS
    assert sheet.remarks[-1] == "1,001 blank rows at the end were left away."


def test_a_list_without_blank_rows_at_its_end_says_nothing_of_them(tmp_path: Path) -> None:
    sheet = only(saved(tmp_path, LIST, "a.csv"))
    assert rows_of(sheet) == ROWS
    assert not any("left away" in remark for remark in sheet.remarks)


def test_one_blank_row_is_one_row(tmp_path: Path) -> None:
    assert only(saved(tmp_path, f"{LIST},\n", "a.csv")).remarks[-1] == "1 blank row at the end was left away."


def test_cells_of_a_workbook_that_hold_nothing_but_spaces_make_no_rows(tmp_path: Path) -> None:
    spaces = '<row r="2"><c r="A2" t="inlineStr"><is><t xml:space="preserve">  </t></is></c></row>'
    for made in (
        workbook_bytes(ONE_ROW + spaces),
        book(("S", text(0, 0, "Acme") + text(0, 1, "5") + text(1, 0, " "))),
    ):
        sheet = only(saved(tmp_path, made, "a"))
        assert rows_of(sheet) == [["Acme", "5"]]
        assert "1 blank row at the end was left away." in sheet.remarks


def test_a_row_far_below_many_blank_ones_is_kept(tmp_path: Path) -> None:
    sheet = only(saved(tmp_path, LIST + ",\n" * 5_000 + ",7\n", "a.csv"))
    assert (sheet.height, sheet.row(5_005)) == (5_006, ["", "7"])
