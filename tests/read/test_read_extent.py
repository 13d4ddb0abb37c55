"""Faults 28-32: how far a sheet reaches, whatever its XML looks like."""

from __future__ import annotations

from pathlib import Path

import pytest
from read_making import MAIN, ONE_ROW, SHEET, only, refused, rows_of, saved, workbook_bytes

from msrisk.read.extent import OVERLAP, AddressScan, filled_extent


def test_fault_28_a_long_list_of_formatted_rows_is_read(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{row}"><c r="A{row}"><v>{row}</v></c></row>' for row in range(99_990, 100_101))
    sheet = only(saved(tmp_path, workbook_bytes(rows)))
    assert (sheet.height, sheet.columns[0].at(100_099)) == (100_100, "100100")


def stray(address: str, row: int) -> str:
    return f'{ONE_ROW}<row r="{row}"><c r="{address}"><v>1</v></c></row>'


def test_fault_29_a_stray_cell_at_the_end_of_the_grid_is_left_out_and_named(tmp_path: Path) -> None:
    sheet = only(saved(tmp_path, workbook_bytes(stray("XFD1048576", 1048576))))
    assert rows_of(sheet) == [["Acme", "5"]]
    assert sheet.remarks == ("1 cell (XFD1048576) far away from the list, not read.",)


@pytest.mark.parametrize("address", ["K1048576", "BE1048576", "XFD400"])
def test_fault_29_a_stray_cell_that_makes_a_large_and_empty_sheet_is_left_out(
    tmp_path: Path, address: str
) -> None:
    row = int(address.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    sheet = only(saved(tmp_path, workbook_bytes(stray(address, row))))
    assert (sheet.height, sheet.remarks) == (1, (f"1 cell ({address}) far away from the list, not read.",))


def test_fault_29_many_cells_far_apart_are_no_strays_and_are_refused(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{row}"><c r="XFD{row}"><v>1</v></c></row>' for row in range(2, 1_048_000, 2_000))
    path = saved(tmp_path, workbook_bytes(ONE_ROW + rows))
    refused(path, "sheet 'Suppliers'", "XFD1046002", "Ctrl+End", "delete the empty rows and columns")


@pytest.mark.parametrize(
    "cell",
    ['<c r="xfd1048576">', "<c r='XFD1048576'>", '<c s="1" r="XFD1048576">', '<c\n r = "XFD1048576">'],
)
def test_fault_29_a_stray_cell_is_found_however_it_is_written(tmp_path: Path, cell: str) -> None:
    rows = f'{ONE_ROW}<row r="1048576">{cell}<v>1</v></c></row>'
    sheet = only(saved(tmp_path, workbook_bytes(rows)))
    assert (sheet.height, sheet.remarks) == (1, ("1 cell (XFD1048576) far away from the list, not read.",))


def test_fault_29_a_far_cell_without_an_address_is_found(tmp_path: Path) -> None:
    rows = f'<row r="1048576">{"<c><v>1</v></c>" * 600}</row>'
    refused(saved(tmp_path, workbook_bytes(rows)), "WB1048576")


def test_fault_29_a_sheet_with_a_namespace_prefix_is_measured_too(tmp_path: Path) -> None:
    xml = (
        f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c>'
        '<x:c r="XFD1048576"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    )
    sheet = only(saved(tmp_path, workbook_bytes(**{SHEET: xml})))
    assert (rows_of(sheet), sheet.remarks) == ([["1"]], ("1 cell (XFD1048576) far away from the list, not read.",))


@pytest.mark.parametrize(
    ("address", "row"),
    [("XFE1", 1), ("ZZZZ1", 1), ("AAAAAAA1", 1), ("A1048577", 1048577), ("A16777217", 16777217)],
)
def test_fault_30_a_cell_outside_the_grid_is_refused(tmp_path: Path, address: str, row: int) -> None:
    refused(
        saved(tmp_path, workbook_bytes(stray(address, row))), "outside the grid, which ends at XFD1048576", address
    )


def test_fault_31_styled_but_empty_cells_far_away_are_no_reason_to_refuse(tmp_path: Path) -> None:
    far = '<row r="1048576"><c r="XFC1048576" s="0"/><c r="XFD1048576" s="0"></c></row>'
    assert rows_of(only(saved(tmp_path, workbook_bytes(ONE_ROW + far)))) == [["Acme", "5"]]


def test_fault_32_many_empty_formatted_rows_are_read(tmp_path: Path) -> None:
    rows = ONE_ROW + "".join(f'<row r="{row}"><c r="A{row}" s="0"/></row>' for row in range(2, 200_000))
    assert only(saved(tmp_path, workbook_bytes(rows))).height == 1


@pytest.mark.parametrize("size", [1, 7, 40, OVERLAP, 100, 1_000])
def test_the_extent_is_the_same_however_the_sheet_is_cut_into_pieces(size: int) -> None:
    cells = "".join(
        f'<c r="{name}"><v>1</v></c>' for name in ("A1", "B7", "AAA12", "XFD9", "C1048576", "AB100000")
    )
    xml = f'<cols><col/></cols><row r="1">{cells}</row>'.encode()
    scan, tail = AddressScan(), b""
    for start in range(0, len(xml), size):
        piece = tail + xml[start : start + size]
        scan.look(piece)
        tail = piece[-OVERLAP:]
    extent = scan.finish(tail)
    assert extent is not None
    assert (extent.bottom, extent.right) == (1_048_576, 16_384)


def test_the_exact_extent_counts_on_where_addresses_are_missing() -> None:
    rows = b'<row><c/><c><v>1</v></c></row><row r="5"><c r="D5"><v>1</v></c><c><v>1</v></c><c s="1"/></row>'
    xml = b"<s>" + rows + b"</s>"
    extent = filled_extent([xml[:20], xml[20:]], ValueError()).extent
    assert (extent.top, extent.left, extent.bottom, extent.right) == (1, 2, 5, 5)
