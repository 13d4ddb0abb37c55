"""Faults 83 and 84: which encoding a text is in, what is said where two would do, and what a person may say."""

from __future__ import annotations

from pathlib import Path

import pytest
from read_making import only, rows_of, saved

from msrisk import read_suppliers
from msrisk.errors import InputError
from msrisk.read import read_sheets

CAFE = "Name,Spend\nCafé,5\n"


@pytest.mark.parametrize(
    ("told", "stored"),
    [
        ("cp1252", "cp1252"),
        ("Windows-1252", "cp1252"),
        ("ANSI", "cp1252"),
        ("latin 1", "latin-1"),
        ("Mac Roman", "mac_roman"),
        ("DOS", "cp850"),
        ("utf8", "utf-8"),
        ("UTF-8", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-be", "utf-16-be"),
        ("iso-8859-2", "iso-8859-2"),
    ],
)
def test_fault_83_the_encoding_a_person_names_is_taken(tmp_path: Path, told: str, stored: str) -> None:
    (sheet,) = read_sheets(saved(tmp_path, CAFE.encode(stored), "a.csv"), told)
    assert rows_of(sheet) == [["Name", "Spend"], ["Café", "5"]]
    assert "as you say with --encoding" in sheet.remarks[0]


def test_fault_83_an_encoding_that_is_not_known_is_refused_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_sheets(saved(tmp_path, CAFE, "a.csv"), "cp1225")
    assert "no encoding called 'cp1225'" in str(caught.value)
    assert "'cp1252'" in str(caught.value)


@pytest.mark.parametrize("told", ["base64", "rot13", "zip"])
def test_fault_83_what_python_knows_but_is_no_text_is_refused(tmp_path: Path, told: str) -> None:
    with pytest.raises(InputError, match="no encoding called"):
        read_sheets(saved(tmp_path, CAFE, "a.csv"), told)


def test_fault_84_an_encoding_that_does_not_fit_is_refused_with_the_line_and_those_that_do(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_sheets(saved(tmp_path, b"Name\nAcme\nCaf\xe9\n", "a.csv"), "utf-8")
    assert "line 3 holds the byte 0xE9, which is no character in utf-8" in str(caught.value)
    assert "cp1252" in str(caught.value)


def test_fault_83_a_workbook_takes_no_encoding_and_is_read_all_the_same(tmp_path: Path) -> None:
    from read_making import workbook_bytes

    (sheet,) = read_sheets(saved(tmp_path, workbook_bytes()), "cp1252")
    assert sheet.row(0) == ["Acme", "5"]


def test_fault_83_where_two_encodings_make_sense_it_is_said_which_was_taken(tmp_path: Path) -> None:
    sheet = only(saved(tmp_path, "Name,Spend\rCAFÉ ROUGE,5\r".encode("cp1252"), "a.csv"))
    (said,) = [each for each in sheet.remarks if "--encoding" in each]
    assert "Line 2 reads 'CAF…'" in said
    assert "'CAFÉ'" in said
    assert "--encoding cp1252" in said


@pytest.mark.parametrize("name", ["Café", "Müller", "Children’s Aid", "O’Neill – Sons", "CAFÉ", "£5 a head"])
def test_fault_83_windows_text_gives_no_doubt(tmp_path: Path, name: str) -> None:
    sheet = only(saved(tmp_path, f"Name,Spend\n{name},5\n".encode("cp1252"), "a.csv"))
    assert sheet.row(1)[0] == name
    assert not any("--encoding" in each for each in sheet.remarks)


def test_fault_83_mac_roman_with_other_line_ends_is_found_where_windows_makes_no_sense(tmp_path: Path) -> None:
    data = "Name,Spend\nCafé,5\nMüller,6\nFrançois,7\n".encode("mac_roman")
    assert only(saved(tmp_path, data, "a.csv")).row(2) == ["Müller", "6"]


def test_fault_83_pieces_of_utf_8_are_counted_and_left_as_they_are(tmp_path: Path) -> None:
    sheet = only(saved(tmp_path, "Name,Spend\nAcme,1\nAMY LAMÃ‰ LTD,5\nCAFÃ‰,6\n", "a.csv"))
    assert sheet.row(2)[0] == "AMY LAMÃ‰ LTD"
    assert sheet.remarks[-1].startswith("In 2 places a character seems to be stored twice over as UTF-8")
    assert "line 3" in sheet.remarks[-1]


def test_fault_83_characters_lost_before_are_counted_and_left_as_they_are(tmp_path: Path) -> None:
    sheet = only(saved(tmp_path, "Name,Spend\nBARNARDO\ufffdS,5\n", "a.csv"))
    assert sheet.row(1)[0] == "BARNARDO\ufffdS"
    assert sheet.remarks[-1].startswith("1 character had been lost before this file was saved")


@pytest.mark.parametrize("form", ["utf-8", "cp850"])
def test_fault_83_pounds_that_show_as_another_letter_are_pounds(tmp_path: Path, form: str) -> None:
    sign = "œ" if form == "utf-8" else "£"
    text = f'Supplier,Amount ({sign})\nAlder,"{sign}1,234.56"\nBirch,{sign}2.00\n'
    suppliers = read_suppliers(saved(tmp_path, text.encode(form), "a.csv"))
    assert suppliers.spend.tolist() == [123_456, 200]
