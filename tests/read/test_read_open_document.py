"""OpenDocument spreadsheets (.ods): the same texts as from .xlsx; faults 33-35 and their like."""

from __future__ import annotations

from pathlib import Path

import pytest
from biff_making import cell, open_document, row, table
from read_making import in_a_moment, only, refused, rows_of, saved

from msrisk.read import read_sheets

HIDING = '<style:style style:name="off"><style:table-properties table:display="false"/></style:style>'


def read(tmp_path: Path, *rows: str) -> list[list[str]]:
    return rows_of(only(saved(tmp_path, open_document(table("".join(rows))), "suppliers.ods")))


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (cell("01234567"), "01234567"),
        (cell("1,234,567.00", value="1234567"), "1234567"),
        (cell("£0.30", value="0.30000000000000004"), "0.3"),
        (cell("50%", value="0.5"), "0.5"),
        (cell("31/03/2025", date_value="2025-03-31"), "2025-03-31"),
        (cell("31/03/2025", date_value="2025-03-31T00:00:00"), "2025-03-31"),
        (cell("31/03/2025 01:02", date_value="2025-03-31T01:02:00"), "2025-03-31 01:02:00"),
        (cell("09:30", time_value="PT09H30M00S"), "09:30:00"),
        (cell("26:03", time_value="PT26H03M00S"), "26:03:00"),
        (cell("-01:30", time_value="-PT01H30M00S"), "-01:30:00"),
        (cell("WAHR", boolean_value="true"), "TRUE"),
        (cell("FALSCH", boolean_value="false"), "FALSE"),
        (cell("shown", string_value="stored"), "stored"),
        (cell("abc", value="not a number"), "abc"),
        (cell("inf", value="1e999"), "inf"),
        (cell("spring", date_value="spring"), "spring"),
        (cell("<text:p>1 High St</text:p><text:p>Leeds</text:p>"), "1 High St\nLeeds"),
        (cell('<text:p>a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d</text:p>'), "a   b\tc\nd"),
        (cell("<text:p>Ac<text:span>me</text:span>\n   &amp; Sons</text:p>"), "Acme & Sons"),
        (cell("<office:annotation><text:p>a comment</text:p></office:annotation><text:p>Acme</text:p>"), "Acme"),
        (cell(f"{table(row(cell('inner')))}<text:p>Acme</text:p>"), "Acme"),
    ],
)
def test_one_cell_as_text(tmp_path: Path, written: str, text: str) -> None:
    assert read(tmp_path, row(cell("beside"), written)) == [["beside", text]]


def test_rows_and_cells_that_are_repeated_stand_as_often_as_they_say(tmp_path: Path) -> None:
    rows = [row(cell(times=2), cell("x", times=2), times=2), row(cell(times=9), times=3), row(cell("y"))]
    x = ["", "", "x", "x"]
    assert read(tmp_path, *rows) == [x, x, ["", "", "", ""], ["", "", "", ""], ["", "", "", ""], ["y", "", "", ""]]


def test_a_sheet_whose_first_cell_is_c5_keeps_its_addresses(tmp_path: Path) -> None:
    rows = row(cell(times=1024), times=4) + row(cell(times=2), cell("Name"))
    found = only(saved(tmp_path, open_document(table(rows)), "a.ods"))
    assert (found.address(4, 0), found.row(4)) == ("Suppliers!C5", ["Name"])


def test_fault_34_the_blank_rows_and_columns_to_the_end_of_the_sheet_cost_nothing(tmp_path: Path) -> None:
    rows = row(cell("Acme"), cell(times=16_383)) + row(cell(times=16_384), times=1_048_575)
    assert read(tmp_path, rows) == [["Acme"]]


def test_rows_in_groups_and_header_rows_count_and_rows_of_shapes_do_not(tmp_path: Path) -> None:
    rows = (
        f"<table:shapes>{row(cell('a drawing'))}</table:shapes>"
        f"<table:table-header-rows>{row(cell('Name'))}</table:table-header-rows>"
        f"<table:table-row-group>{row(cell('Acme'))}</table:table-row-group>"
    )
    assert read(tmp_path, rows) == [["Name"], ["Acme"]]


def test_fault_47_hidden_sheets_come_after_the_others_and_are_named_on_them(tmp_path: Path) -> None:
    tables = table(row(cell("b")), "Codes", style="off") + table(row(cell("a")), "List") + table("", "Empty")
    sheets = read_sheets(saved(tmp_path, open_document(tables, styles=HIDING), "a.ods"))
    assert [(sheet.name, sheet.hidden) for sheet in sheets] == [("List", False), ("Codes", True)]
    assert sheets[0].remarks == ("Not read, because hidden: sheet 'Codes'.",)


@pytest.mark.parametrize("how", ["collapse", "filter"])
def test_fault_55_hidden_rows_are_read_and_told(tmp_path: Path, how: str) -> None:
    hidden = row(cell("x"), times=2).replace("<table:table-row ", f'<table:table-row table:visibility="{how}" ')
    rows = row(cell("Acme")) + hidden + row(cell("y")) + hidden.replace(">x<", "><")
    sheet = only(saved(tmp_path, open_document(table(rows)), "a.ods"))
    assert (sheet.height, sheet.hidden_rows) == (4, {1, 2})
    assert sheet.remarks[0].startswith("2 rows are hidden by a filter or by hand; they are read too")


def test_fault_55_the_rows_of_a_closed_group_are_hidden(tmp_path: Path) -> None:
    group = f'<table:table-row-group table:display="false">{row(cell("x"))}</table:table-row-group>'
    sheet = only(saved(tmp_path, open_document(table(row(cell("Acme")) + group + row(cell("y")))), "a.ods"))
    assert (sheet.height, sheet.hidden_rows) == (3, {1})


def test_a_hidden_copy_of_another_file_is_no_sheet_of_this_one(tmp_path: Path) -> None:
    copy = table("<table:table-source/>" + row(cell("b")), "'file:///old.ods'#Sheet1", style="off")
    assert only(saved(tmp_path, open_document(table(row(cell("a"))) + copy, styles=HIDING), "a.ods")).remarks == ()


def test_a_spreadsheet_without_a_cell_is_refused(tmp_path: Path) -> None:
    refused(saved(tmp_path, open_document(table("")), "a.ods"), "no sheet holds a cell")
    refused(saved(tmp_path, open_document(""), "a.ods"), "damaged")


@pytest.mark.parametrize(
    "attributes",
    [
        'office:value-type="string" office:string-value="" calcext:value-type="error"',
        'office:value-type="float" office:value="0"',
        'office:value-type="string" office:string-value="#N/A"',
    ],
    ids=["LibreOffice", "as nought", "as text"],
)
def test_fault_79_a_formula_that_came_to_an_error_is_that_error_counted(tmp_path: Path, attributes: str) -> None:
    wrong = f'<table:table-cell table:formula="of:=1/0" {attributes}><text:p>#DIV/0!</text:p></table:table-cell>'
    sheet = only(saved(tmp_path, open_document(table(row(cell("Acme"), wrong, cell("x")))), "a.ods"))
    assert sheet.row(0) == ["Acme", "#DIV/0!", "x"]
    assert sheet.remarks == ("1 cell (B1) with an Excel error such as #N/A instead of a value.",)


def test_fault_80_formulas_without_a_stored_value_are_counted(tmp_path: Path) -> None:
    rows = row(cell("Acme"), '<table:table-cell table:formula="of:=1+1"/>')
    sheet = only(saved(tmp_path, open_document(table(rows)), "a.ods"))
    assert sheet.remarks[0].startswith("1 formula (B1) has no stored value")


def test_macros_are_not_run_and_that_is_said(tmp_path: Path) -> None:
    data = open_document(table(row(cell("Acme"))), **{"Basic/Standard/Module1.xml": "<module/>"})
    assert "macros; they were not run" in only(saved(tmp_path, data, "a.ods")).remarks[0]


FAR = row(cell("Acme")) + row(cell(), times=1_048_574)
ENTITY = '<!DOCTYPE x [<!ENTITY a "ha">]>'
X = row(cell("x"))
BOMBS = [
    ("fault_33 rows times columns", row(cell("x", 1_000), times=1_000_000), "written in the file: 1"),
    ("fault_33 rows upon rows", row(cell("x", 99)) * 5 + row(cell("x", 99), times=900_000), "cells large"),
    ("fault_33 columns", row(cell("x", 1_000_000_000)), "outside the grid"),
    ("fault_33 a number too long", row(cell("x", 10**20)), "which makes no sense"),
    ("fault_29 opposite corners", FAR + row(cell(times=16_383), cell("y")), "(XFD1048576)"),
    ("fault_30 a row outside", row(cell(), times=2**20) + row(cell("y")), "outside the grid"),
    ("fault_27 a cell of many megabytes", row(cell("x" * 30_000_000)), "as no list does"),
]
TABLES = [
    ("fault_33 many sheets", "".join(table(FAR + row(cell("y", 4)), str(n)) for n in range(9)), "cells large"),
    ("fault_35 late entities", f"<!--{'-' * 9000}-->" + ENTITY, "damaged"),
    ("fault_23 cut off within", table(X) + "<table:table>", "damaged"),
    ("two sheets of one name", table(X) * 2, "damaged"),
]
BOMBS = [(name, table(rows), words) for name, rows, words in BOMBS] + TABLES


def test_fault_35_entities_are_refused_in_every_part(tmp_path: Path) -> None:
    data = open_document(table(X), **{"styles.xml": ENTITY + "<a/>"})
    refused(saved(tmp_path, data, "a.ods"), "entities")


@pytest.mark.parametrize(("tables", "words"), [case[1:] for case in BOMBS], ids=[case[0] for case in BOMBS])
def test_a_hostile_spreadsheet_is_refused_in_a_moment_and_with_little_memory(
    tmp_path: Path, tables: str, words: str
) -> None:
    path = saved(tmp_path, open_document(tables), "suppliers.ods")
    with in_a_moment():
        refused(path, words)


def test_fault_21_a_spreadsheet_cut_at_every_twentieth_is_refused(tmp_path: Path) -> None:
    data = open_document(table("".join(row(cell(f"Supplier {number}")) for number in range(500))))
    for part in range(1, 20):
        refused(saved(tmp_path, data[: len(data) * part // 20], "a.ods"), "damaged")


def test_sheets_come_in_the_order_of_their_tabs(tmp_path: Path) -> None:
    tables = "".join(table(row(cell("x")), name) for name in ("March ", "Новости", "O&apos;Neill"))
    sheets = read_sheets(saved(tmp_path, open_document(tables), "a.ods"))
    assert [sheet.name for sheet in sheets] == ["March ", "Новости", "O'Neill"]
