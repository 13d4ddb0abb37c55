"""Faults 21-27 and 35-39: workbooks that are damaged, dangerous or oddly packed."""

from __future__ import annotations

import io
import random
import struct
import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from read_making import MAIN, ONE_ROW, PARTS, SHEET, only, refused, rows_of, saved, sheet_xml, workbook_bytes

from msrisk.errors import InputError
from msrisk.model import Sheet
from msrisk.read import preflight, read_sheets


@pytest.fixture(scope="module")
def ordinary() -> bytes:
    """A workbook as Excel writes one: shared strings, dates, numbers."""
    held = io.BytesIO()
    with xlsxwriter.Workbook(held) as book:
        sheet = book.add_worksheet("Suppliers")
        date = book.add_format({"num_format": "yyyy-mm-dd"})
        for row in range(40):
            sheet.write_row(row, 0, [f"Supplier {row}", row * 1000.5, "Leeds"])
            sheet.write_number(row, 3, 45000 + row, date)
    return held.getvalue()


def columns_of(sheets: tuple[Sheet, ...]) -> list[list[list[str]]]:
    return [rows_of(sheet) for sheet in sheets]


def test_fault_21_a_workbook_cut_at_every_twentieth_is_refused(tmp_path: Path, ordinary: bytes) -> None:
    for part in range(1, 20):
        refused(saved(tmp_path, ordinary[: len(ordinary) * part // 20]), "damaged")


def test_fault_22_two_hundred_flipped_bytes_change_nothing_silently(tmp_path: Path, ordinary: bytes) -> None:
    true = columns_of(read_sheets(saved(tmp_path, ordinary)))
    chance = random.Random(22)
    for _ in range(200):
        broken = bytearray(ordinary)
        broken[chance.randrange(len(broken))] ^= 1 << chance.randrange(8)
        try:
            found = read_sheets(saved(tmp_path, bytes(broken)))
        except InputError:
            continue
        assert columns_of(found) == true


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", SHEET, "_rels/.rels"])
def test_fault_23_a_workbook_without_one_of_its_parts_is_refused(tmp_path: Path, part: str) -> None:
    refused(saved(tmp_path, workbook_bytes(**{part: None})), "damaged")


@pytest.mark.parametrize("part", ["[Content_Types].xml"])
def test_fault_23_a_part_that_no_cell_needs_may_be_missing(tmp_path: Path, part: str) -> None:
    assert only(saved(tmp_path, workbook_bytes(**{part: None}))).row(0) == ["Acme", "5"]


def test_fault_23_missing_shared_strings_are_refused(tmp_path: Path) -> None:
    refused(saved(tmp_path, workbook_bytes('<row r="1"><c r="A1" t="s"><v>0</v></c></row>')), "damaged")


def test_fault_24_a_shared_string_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    strings = f'<sst xmlns="{MAIN}"><si><t>Acme</t></si></sst>'
    rows = '<row r="1"><c r="A1" t="s"><v>9</v></c></row>'
    refused(saved(tmp_path, workbook_bytes(rows, **{"xl/sharedStrings.xml": strings})), "damaged")


def test_fault_25_a_part_that_unpacks_to_more_than_it_declares_is_refused(tmp_path: Path) -> None:
    data = bytearray(workbook_bytes())
    entry = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 1)
    (size,) = struct.unpack_from("<I", data, entry + 24)
    struct.pack_into("<I", data, entry + 24, size - 5)
    refused(saved(tmp_path, bytes(data)), "damaged")


def test_fault_26_overlapping_parts_are_refused(tmp_path: Path) -> None:
    data = bytearray(workbook_bytes())
    first = data.index(b"PK\x01\x02")
    second = data.index(b"PK\x01\x02", first + 1)
    (place,) = struct.unpack_from("<I", data, first + 42)
    struct.pack_into("<I", data, second + 42, place)
    refused(saved(tmp_path, bytes(data)), "damaged")


def test_fault_27_a_cell_of_many_megabytes_in_a_small_file_is_refused(tmp_path: Path) -> None:
    rows = f'<row r="1"><c r="A1" t="inlineStr"><is><t>{"A" * 30_000_000}</t></is></c></row>'
    refused(saved(tmp_path, workbook_bytes(rows)), "unpacks from", "as no list does")


def test_fault_27_a_workbook_that_declares_too_much_is_refused(tmp_path: Path) -> None:
    data = bytearray(workbook_bytes())
    struct.pack_into("<I", data, data.index(b"PK\x01\x02") + 24, 700_000_000)
    refused(saved(tmp_path, bytes(data)), "unpacks to 700 MB; msrisk reads up to 600 MB")


@pytest.mark.parametrize("part", [*PARTS, SHEET])
@pytest.mark.parametrize("coding", ["utf-8", "utf-16"])
def test_fault_35_entities_are_refused_in_every_part(tmp_path: Path, part: str, coding: str) -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b SYSTEM "file:///etc/passwd">]><l>&a;</l>'
    refused(saved(tmp_path, workbook_bytes(**{part: bomb.encode(coding)})), "")


def test_fault_35_entities_declared_far_into_the_table_of_contents_are_refused(tmp_path: Path) -> None:
    late = f"<!--{'x' * 9000}--><!DOCTYPE w [<!ENTITY a 'b'>]>" + PARTS["xl/workbook.xml"]
    refused(saved(tmp_path, workbook_bytes(**{"xl/workbook.xml": late})), "damaged")


def test_fault_36_too_many_parts_are_refused(tmp_path: Path) -> None:
    many: dict[str, str | bytes | None] = {f"junk/{number}": b"" for number in range(5_001)}
    refused(saved(tmp_path, workbook_bytes(**many)), "parts")


def test_fault_36_names_that_climb_out_of_the_folder_write_nothing(tmp_path: Path) -> None:
    path = saved(tmp_path, workbook_bytes(**{"../escaped.txt": b"x", "/absolute.txt": b"x"}))
    assert only(path).row(0) == ["Acme", "5"]
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
    assert not (tmp_path.parent / "escaped.txt").exists()


def test_fault_36_two_parts_of_one_name_are_refused(tmp_path: Path) -> None:
    refused(saved(tmp_path, workbook_bytes(**{SHEET.replace("sheet1", "Sheet1"): sheet_xml("")})), "damaged")


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_fault_37_other_ways_of_packing_are_read_or_refused(tmp_path: Path, method: int) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as packed:
        for name, content in {**PARTS, SHEET: sheet_xml(ONE_ROW)}.items():
            packed.writestr(name, content)
    path = saved(tmp_path, held.getvalue())
    if method == zipfile.ZIP_STORED:
        assert only(path).row(0) == ["Acme", "5"]
    else:
        refused(path, "damaged")


def test_fault_37_an_encrypted_member_is_said_to_need_a_password(tmp_path: Path) -> None:
    data = bytearray(workbook_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    refused(saved(tmp_path, bytes(data)), "password")


def test_fault_38_formulas_give_their_stored_values(tmp_path: Path) -> None:
    shared = '<f t="shared" ref="A1:A2" si="0">B1</f>'
    rows = f'<row r="1"><c r="A1">{shared}<v>7</v></c><c r="B1"><f>A1</f><v>8</v></c></row>'
    sheet = only(saved(tmp_path, workbook_bytes(rows)))
    assert (sheet.row(0), sheet.remarks) == (["7", "8"], ())


def test_fault_39_a_sheet_written_in_utf_16_is_refused_rather_than_read_as_blank(tmp_path: Path) -> None:
    refused(saved(tmp_path, workbook_bytes(**{SHEET: sheet_xml(ONE_ROW).encode("utf-16")})), "UTF-8")


def test_a_checksum_that_is_wrong_is_found_in_parts_that_no_cell_needs(tmp_path: Path) -> None:
    data = workbook_bytes(**{"xl/theme/theme1.xml": "<theme>blue</theme>"})
    held = io.BytesIO(data)
    entry = zipfile.ZipFile(held).getinfo("xl/theme/theme1.xml")
    broken = bytearray(data)
    broken[entry.header_offset + 30 + len(entry.filename) + 4] ^= 0x10
    refused(saved(tmp_path, bytes(broken)), "damaged")


@pytest.mark.parametrize("panic", [RuntimeError("x"), type("PanicException", (BaseException,), {})("x")])
def test_whatever_breaks_inside_the_reader_is_a_damaged_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, panic: BaseException
) -> None:
    def broken(_: object) -> None:
        raise panic

    monkeypatch.setattr(preflight, "inspect", broken)
    refused(saved(tmp_path, workbook_bytes()), "damaged")


def test_stopping_the_program_is_not_taken_for_a_damaged_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(preflight, "inspect", stopped)
    with pytest.raises(KeyboardInterrupt):
        read_sheets(saved(tmp_path, workbook_bytes()))
