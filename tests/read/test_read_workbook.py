"""What is read from a workbook: which sheets, which cells, at which addresses, and what is remarked."""

from __future__ import annotations

import datetime as dt
import gc
import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from read_making import (
    MAIN,
    OFFICE,
    ONE_ROW,
    PARTS,
    SHEET,
    only,
    refused,
    rows_of,
    saved,
    sheet_xml,
    workbook_bytes,
)

from msrisk.errors import InputError
from msrisk.read import read_sheets, visible_sheets
from msrisk.read.cells import cell_text, text_column


def made(*sheets: tuple[str, list[list[Any]]], state: dict[str, str] | None = None) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        sheet.sheet_state = (state or {}).get(name, "visible")
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def test_a_sheet_whose_first_cell_is_c5_keeps_its_addresses(tmp_path: Path) -> None:
    held = io.BytesIO()
    with xlsxwriter.Workbook(held) as book:
        sheet = book.add_worksheet("Suppliers")
        sheet.write("C5", "Name")
        sheet.write("D6", "Acme")
    found = only(saved(tmp_path, held.getvalue()))
    places = {
        found.address(row, column): text
        for row, texts in enumerate(rows_of(found))
        for column, text in enumerate(texts)
        if text
    }
    assert places == {"Suppliers!C5": "Name", "Suppliers!D6": "Acme"}


def test_visible_sheets_come_in_workbook_order_and_blank_ones_are_left_out(tmp_path: Path) -> None:
    path = saved(tmp_path, made(("March ", [["a"]]), ("Empty", []), ("Новости", [["b"]]), ("O'Neill", [["c"]])))
    assert [sheet.name for sheet in read_sheets(path)] == ["March ", "Новости", "O'Neill"]


def test_fault_47_hidden_sheets_come_after_the_others_and_are_named_on_them(tmp_path: Path) -> None:
    states = {"Data": "hidden", "Codes": "veryHidden"}
    path = saved(tmp_path, made(("Data", [["b"]]), ("Report", [["a"]]), ("Codes", [["c"]]), state=states))
    sheets = read_sheets(path)
    assert [(sheet.name, sheet.hidden, sheet.row(0)) for sheet in sheets] == [
        ("Report", False, ["a"]),
        ("Data", True, ["b"]),
        ("Codes", True, ["c"]),
    ]
    assert sheets[0].remarks == ("Not read, because hidden: sheets 'Data' and 'Codes'.",)
    assert sheets[1].remarks == ("This sheet is hidden in the workbook.",)
    assert visible_sheets(path) == sheets[:1]


def test_fault_47_a_workbook_in_which_only_a_hidden_sheet_holds_cells_is_read(tmp_path: Path) -> None:
    path = saved(tmp_path, made(("Report", []), ("Data", [["b"]]), state={"Data": "hidden"}))
    assert [(sheet.name, sheet.hidden) for sheet in read_sheets(path)] == [("Data", True)]
    with pytest.raises(InputError, match="no visible sheet holds a cell; hidden: sheet 'Data'"):
        visible_sheets(path)
    refused(saved(tmp_path, made(("Report", []))), "no sheet holds a cell")


def test_fault_47_a_hidden_sheet_that_reaches_too_far_stops_nobody(tmp_path: Path) -> None:
    far = "".join(f'<row r="{row}"><c r="XFD{row}"><v>1</v></c></row>' for row in range(2, 1_048_000, 2_000))
    hidden = {
        "xl/workbook.xml": PARTS["xl/workbook.xml"].replace(
            "</sheets>", '<sheet name="Solver" sheetId="2" state="hidden" r:id="rId2"/></sheets>'
        ),
        "xl/_rels/workbook.xml.rels": PARTS["xl/_rels/workbook.xml.rels"].replace(
            "</Relationships>",
            f'<Relationship Id="rId2" Type="{OFFICE}/worksheet" Target="worksheets/sheet2.xml"/></Relationships>',
        ),
        "xl/worksheets/sheet2.xml": sheet_xml(ONE_ROW + far),
    }
    (sheet,) = read_sheets(saved(tmp_path, workbook_bytes(**hidden)))
    assert (sheet.name, sheet.row(0)) == ("Suppliers", ["Acme", "5"])
    assert "Not read, because hidden: sheet 'Solver'." in sheet.remarks


HIDDEN_ROWS = [
    ("as Excel writes it", '<row r="2" spans="1:1" hidden="1" customHeight="1">', {1}),
    ("in single quotes", "<row r = '2' hidden = 'true'>", {1}),
    ("without a number", '<row hidden="1">', {1}),
    ("a group that is closed", '<row r="2" outlineLevel="1" hidden="1">', {1}),
    ("not hidden", '<row r="2" hidden="0">', set()),
]


@pytest.mark.parametrize(("opening", "hidden"), [c[1:] for c in HIDDEN_ROWS], ids=[c[0] for c in HIDDEN_ROWS])
def test_fault_55_hidden_rows_are_read_and_told(tmp_path: Path, opening: str, hidden: set[int]) -> None:
    column = '<cols><col min="2" max="2" hidden="1"/></cols>'
    blank = '<row r="4" hidden="1"/>'
    rows = f'{ONE_ROW}{opening}<c r="A2"><v>7</v></c></row>{blank}<row r="5"><c r="A5"><v>9</v></c></row>'
    xml = sheet_xml(rows).replace("<sheetData>", f"{column}<sheetData>")
    sheet = only(saved(tmp_path, workbook_bytes(**{SHEET: xml})))
    assert (sheet.row(1)[0], sheet.hidden_rows) == ("7", hidden)
    said = ("1 row is hidden by a filter or by hand; it is read too: --visible-only leaves it out.",)
    assert sheet.remarks == (said if hidden else ())


def test_fault_55_rows_that_a_filter_hides_are_counted_exactly(tmp_path: Path) -> None:
    held = io.BytesIO()
    with xlsxwriter.Workbook(held) as book:
        sheet = book.add_worksheet("Suppliers")
        for row in range(30_000):
            sheet.write_row(row, 0, [f"Supplier {row}", row, "a note of some length, as people write them"])
            if row % 2_500 == 7:
                sheet.set_row(row, options={"hidden": True})
    found = only(saved(tmp_path, held.getvalue()))
    assert found.hidden_rows == set(range(7, 30_000, 2_500))
    assert found.remarks == (
        "12 rows are hidden by a filter or by hand; they are read too: --visible-only leaves them out.",
    )


def test_cells_become_text_as_excel_shows_it(tmp_path: Path) -> None:
    row = [
        "01234567", "£36m", "  kept  ", 36000000, 1234.5, 2.3000000000000003, 0.1 + 0.2, True, False,
        dt.datetime(2025, 3, 31), dt.datetime(2025, 3, 31, 1, 2), dt.time(9, 30), "NA", "None",
    ]  # fmt: skip
    expected = [
        "01234567", "£36m", "  kept  ", "36000000", "1234.5", "2.3", "0.3", "TRUE", "FALSE",
        "2025-03-31", "2025-03-31 01:02:00", "09:30:00", "NA", "None",
    ]  # fmt: skip
    assert only(saved(tmp_path, made(("S", [row])))).row(0) == expected


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (-0.0, "0"),
        (1e15, "1000000000000000"),
        (4715050164000013.0, "4715050164000013"),
        (-1234.56, "-1234.56"),
        (1 / 3, "0.333333333333333"),
        (dt.timedelta(hours=26, minutes=3), "26:03:00"),
        (dt.timedelta(minutes=-90), "-01:30:00"),
        (dt.date(2025, 3, 31), "2025-03-31"),
        (7, "7"),
        ("a\r\nb\0", "a\nb"),
    ],
)
def test_one_cell_as_text(cell: object, text: str) -> None:
    assert cell_text(cell) == text


def test_true_and_1_stay_apart_and_5_and_the_text_5_come_together() -> None:
    cells = [True, 1.0, "TRUE", "1", False, 0.0, 5.0, "5"]
    column = text_column(cells)
    assert [column.at(row) for row in range(8)] == ["TRUE", "1", "TRUE", "1", "FALSE", "0", "5", "5"]
    assert len(set(column.texts)) == len(column.texts) == 5


def test_dates_of_the_1904_system_are_right(tmp_path: Path) -> None:
    held = io.BytesIO()
    with xlsxwriter.Workbook(held, {"date_1904": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_datetime("A1", dt.datetime(2025, 3, 31), book.add_format({"num_format": "dd/mm/yyyy"}))
    assert only(saved(tmp_path, held.getvalue())).row(0) == ["2025-03-31"]


def test_fault_79_error_cells_are_the_error_and_counted(tmp_path: Path) -> None:
    errors = '<c r="A1" t="e"><v>#N/A</v></c><c r="B1"><v>1</v></c><c r="C1" t="e"><v>#REF!</v></c>'
    rows = f'<row r="1">{errors}</row>'
    sheet = only(saved(tmp_path, workbook_bytes(rows)))
    assert rows_of(sheet) == [["#N/A", "1", "#REF!"]]
    assert sheet.remarks == ("2 cells (A1 and C1) with an Excel error such as #N/A instead of a value.",)


def test_fault_80_formulas_without_a_stored_value_are_counted(tmp_path: Path) -> None:
    sheet = only(saved(tmp_path, made(("S", [["Id", "Name"], ["=ROW()-1", "Acme"], ["=ROW()-1", "Beta"]]))))
    assert rows_of(sheet) == [["Id", "Name"], ["", "Acme"], ["", "Beta"]]
    assert sheet.remarks == (
        "2 formulas (A2 and A3) have no stored value and read as blank: open the file in Excel and press Save.",
    )


def test_fault_26_a_workbook_with_macros_is_read_and_they_are_not_run(tmp_path: Path) -> None:
    path = saved(tmp_path, workbook_bytes(**{"xl/vbaProject.bin": b"Shell()"}), "suppliers.xlsm")
    assert only(path).remarks == ("The workbook holds macros; they were not run.",)


def test_fault_78_rich_text_and_inline_text_are_plain_text(tmp_path: Path) -> None:
    strings = f'<sst xmlns="{MAIN}"><si><r><t>Ac</t></r><r><t xml:space="preserve">me </t></r></si></sst>'
    rows = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>a_x000D_b</t></is></c></row>'
    found = only(saved(tmp_path, workbook_bytes(rows, **{"xl/sharedStrings.xml": strings}))).row(0)
    assert found[0] == "Acme "
    assert "_x000D_" not in found[1]


def test_a_chart_sheet_is_no_worksheet(tmp_path: Path) -> None:
    held = io.BytesIO()
    with xlsxwriter.Workbook(held) as book:
        chart = book.add_chart({"type": "bar"})
        book.add_chartsheet("Chart").set_chart(chart)
        book.add_worksheet("List").write("A1", "Acme")
        chart.add_series({"values": "=List!$A$1"})
    assert only(saved(tmp_path, held.getvalue())).name == "List"


def test_two_relationships_of_one_id_are_refused(tmp_path: Path) -> None:
    one = f'<Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    two = one.replace("sheet1", "sheet2")
    relations = f"<Relationships>{one}{two}</Relationships>"
    refused(saved(tmp_path, workbook_bytes(**{"xl/_rels/workbook.xml.rels": relations})), "damaged")


def test_the_collector_is_as_it_was_after_reading(tmp_path: Path) -> None:
    path = saved(tmp_path, workbook_bytes())
    for before in (True, False):
        (gc.enable if before else gc.disable)()
        try:
            only(path)
            assert gc.isenabled() is before
        finally:
            gc.enable()
