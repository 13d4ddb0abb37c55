"""What is read from an old workbook (.xls): the same texts as from .xlsx, at the same addresses."""

from __future__ import annotations

import struct
from pathlib import Path

from biff_making import (
    BEGIN_CHART,
    DATE,
    END,
    NOT_AVAILABLE,
    TIME,
    book,
    error,
    formula,
    number,
    record,
    stream_of,
    text,
    text_formula,
    truth,
)
from read_making import only, refused, rows_of, saved

from msrisk.read import read_sheets
from msrisk.read.ole import container_of

ACME = text(0, 0, "Acme")


def read(tmp_path: Path, data: bytes) -> list[list[str]]:
    return rows_of(only(saved(tmp_path, data, "suppliers.xls")))


def test_cells_of_every_kind_become_the_text_that_xlsx_gives(tmp_path: Path) -> None:
    cells = [
        text(0, 0, "01234567"), number(0, 1, 1234567), number(0, 2, 36e6), number(0, 3, 0.1 + 0.2),
        truth(0, 4, True), truth(0, 5, False), text(0, 6, "NA"), text(0, 7, "  Łódź 株\nLtd "),
        number(0, 8, 45747, DATE), number(0, 9, 0.395833333333333, TIME), number(0, 10, 1e15),
    ]  # fmt: skip
    expected = [
        "01234567", "1234567", "36000000", "0.3", "TRUE", "FALSE", "NA", "  Łódź 株\nLtd ",
        "2025-03-31", "09:30:00", "1000000000000000",
    ]  # fmt: skip
    assert read(tmp_path, book(("S", b"".join(cells)))) == [expected]


def test_dates_of_the_1904_system_are_right(tmp_path: Path) -> None:
    data = book(("S", number(0, 0, 44285, DATE)), more=record(0x22, struct.pack("<H", 1)))
    assert read(tmp_path, data) == [["2025-03-31"]]


def test_fault_38_formulas_give_their_stored_values(tmp_path: Path) -> None:
    cells = (
        formula(0, 0, 7.5) + formula(0, 1, 45747, DATE) + text_formula(0, 2, "Beta") + formula(0, 3, NOT_AVAILABLE)
    )
    sheet = only(saved(tmp_path, book(("S", cells + number(0, 4, 1))), "a.xls"))
    assert rows_of(sheet) == [["7.5", "2025-03-31", "Beta", "#N/A", "1"]]
    assert sheet.remarks == ("1 cell (D1) with an Excel error such as #N/A instead of a value.",)


def test_fault_79_error_cells_are_the_error_and_counted(tmp_path: Path) -> None:
    sheet = only(saved(tmp_path, book(("S", ACME + error(0, 1) + error(1, 1))), "a.xls"))
    assert rows_of(sheet)[0] == ["Acme", "#N/A"]
    assert sheet.remarks == ("2 cells (B1 and B2) with an Excel error such as #N/A instead of a value.",)


def test_fault_47_hidden_sheets_come_after_the_others_and_blank_ones_are_left_out(tmp_path: Path) -> None:
    data = book(("March", ACME), ("Empty", b""), ("Codes", ACME), ("April", ACME), hidden=["Codes"])
    sheets = read_sheets(saved(tmp_path, data, "a.xls"))
    assert [(sheet.name, sheet.hidden) for sheet in sheets] == [
        ("March", False),
        ("April", False),
        ("Codes", True),
    ]
    assert sheets[0].remarks == ("Not read, because hidden: sheet 'Codes'.",)
    assert sheets[2].remarks == ("This sheet is hidden in the workbook.",)


def test_fault_47_a_workbook_in_which_only_a_hidden_sheet_holds_cells_is_read(tmp_path: Path) -> None:
    data = book(("Report", b""), ("Data", ACME), hidden=["Data"])
    (sheet,) = read_sheets(saved(tmp_path, data, "a.xls"))
    assert (sheet.name, sheet.hidden, sheet.row(0)) == ("Data", True, ["Acme"])
    refused(saved(tmp_path, book(("Report", b"")), "a.xls"), "no sheet holds a cell")


def test_fault_55_hidden_rows_are_read_and_told(tmp_path: Path) -> None:
    options = {1: 0x0120, 2: 0x0100, 3: 0x0120}  # a filter hides rows 2 and 4; row 4 is blank
    rows = b"".join(
        record(0x208, struct.pack("<HHHHHHHH", row, 0, 1, 255, 0, 0, how, 0)) for row, how in options.items()
    )
    cells = ACME + text(1, 0, "Beta") + text(2, 0, "Gamma") + text(4, 0, "Delta")
    sheet = only(saved(tmp_path, book(("S", rows + cells)), "a.xls"))
    assert [row[0] for row in rows_of(sheet)] == ["Acme", "Beta", "Gamma", "", "Delta"]
    assert sheet.hidden_rows == {1}
    assert sheet.remarks[0].startswith("1 row is hidden by a filter or by hand")


def test_a_sheet_whose_first_cell_is_c5_keeps_its_addresses(tmp_path: Path) -> None:
    sheet = only(saved(tmp_path, book(("S", text(4, 2, "Name") + text(5, 3, "Acme"))), "a.xls"))
    assert (sheet.address(4, 0), sheet.address(5, 1)) == ("S!C5", "S!D6")
    assert (sheet.row(4), sheet.row(5)) == (["Name", ""], ["", "Acme"])


def test_a_chart_within_a_sheet_and_a_chart_sheet_are_no_cells(tmp_path: Path) -> None:
    chart = BEGIN_CHART + number(0, 0, 999) + number(60_000, 200, 1) + END
    stream = stream_of(("List", ACME + chart), ("Chart", number(0, 0, 5)), kinds=[0, 2])
    assert read(tmp_path, container_of(stream)) == [["Acme"]]


def test_a_workbook_without_its_container_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, stream_of(("S", ACME))) == [["Acme"]]


def test_a_long_list_needs_no_second_table_of_sectors_to_be_right(tmp_path: Path) -> None:
    names = [f"Supplier {row}" for row in range(20_000)]
    cells = b"".join(text(row, 0, name) for row, name in enumerate(names))
    found = only(saved(tmp_path, book(("S", cells)), "a.xls"))
    assert [found.columns[0].at(row) for row in range(20_000)] == names
