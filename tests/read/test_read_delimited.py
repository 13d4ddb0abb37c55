"""Faults 83-96: text files, their encodings, delimiters, quotation marks and ragged rows."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from read_making import only, refused, rows_of, saved

from msrisk import read_suppliers

POUNDS = "Name,Amount (£)\nO’Neill – Café,£5\n"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (POUNDS.encode(), "UTF-8."),
        (POUNDS.encode("utf-8-sig"), "UTF-8 with a byte order mark."),
        (POUNDS.encode("utf-16"), "UTF-16 (little-endian)."),
        (b"\xfe\xff" + POUNDS.encode("utf-16-be"), "UTF-16 (big-endian)."),
        (POUNDS.encode("utf-16-le"), "UTF-16 (little-endian), without a byte order mark."),
        (POUNDS.encode("utf-32"), "UTF-32."),
        (POUNDS.encode("cp1252"), "Windows-1252."),
        (POUNDS.replace("\n", "\r").encode("mac_roman"), "Mac Roman, as old Macintosh programs write."),
    ],
)
def test_fault_83_the_encoding_is_found_and_reported(tmp_path: Path, data: bytes, said: str) -> None:
    sheet = only(saved(tmp_path, data, "a.csv"))
    assert rows_of(sheet) == [["Name", "Amount (£)"], ["O’Neill – Café", "£5"]]
    assert sheet.remarks[0] == f"Text encoding: {said}"


def test_fault_83_the_pound_sign_of_ms_dos_is_a_pound_sign(tmp_path: Path) -> None:
    sheet = only(saved(tmp_path, b"Name,Amount (\x9c)\nCaf\x82,\x9c5\n", "a.csv"))
    assert rows_of(sheet) == [["Name", "Amount (£)"], ["Café", "£5"]]
    assert "MS-DOS" in sheet.remarks[0]


@pytest.mark.parametrize("word", ["cœur", "Łódź Sp. z o.o.", "株式会社", "Ünlü"])
def test_fault_83_letters_of_other_languages_are_kept(tmp_path: Path, word: str) -> None:
    assert only(saved(tmp_path, f"Name,Spend\n{word},5\n", "a.csv")).row(1)[0] == word


def test_fault_83_an_oe_inside_a_windows_word_is_no_pound_sign(tmp_path: Path) -> None:
    assert only(saved(tmp_path, "Name,Spend\ncœur,5\n".encode("cp1252"), "a.csv")).row(1)[0] == "cœur"


@pytest.mark.parametrize("glued", ["ï»¿", "Ã¯Â»Â¿", "Ã¯»¿", "\ufeff\ufeff"])
def test_fault_83_a_byte_order_mark_written_as_text_is_taken_away(tmp_path: Path, glued: str) -> None:
    sheet = only(saved(tmp_path, f"{glued}Name,Spend\nAcme,5\n", "a.csv"))
    assert sheet.row(0) == ["Name", "Spend"]


def test_fault_84_a_byte_that_is_not_utf_8_is_refused_with_its_line(tmp_path: Path) -> None:
    rows = [f"Café {number},5" for number in range(1, 50_001)]
    data = "\n".join(rows).encode().replace("Café 40000".encode(), b"Caf\xe9 40000")
    refused(saved(tmp_path, data, "a.csv"), "line 40000", "0xE9")


def test_fault_84_a_byte_that_windows_does_not_know_is_refused_with_its_line(tmp_path: Path) -> None:
    refused(saved(tmp_path, b"Name,Spend\r\nCaf\xe9,5\r\nA\x81cme,5\r\n", "a.csv"), "line 3", "0x81")


@pytest.mark.parametrize(
    ("delimiter", "said"), [(",", "commas"), (";", "semicolons"), ("\t", "tabs"), ("|", "upright")]
)
def test_fault_85_the_delimiter_is_found_and_reported(tmp_path: Path, delimiter: str, said: str) -> None:
    rows = [["Name", "City", "Spend"], ["Acme", "Leeds", "5"], ["Beta", "York", "6"]]
    sheet = only(saved(tmp_path, "\n".join(delimiter.join(row) for row in rows), "a.csv"))
    assert rows_of(sheet) == rows
    assert said in sheet.remarks[1]


def test_fault_85_a_first_line_that_states_the_delimiter_is_obeyed_and_hidden_as_in_excel(
    tmp_path: Path,
) -> None:
    sheet = only(saved(tmp_path, "sep=;\r\nName, full;Spend\r\nAcme;5\r\n", "a.csv"))
    assert rows_of(sheet) == [["Name, full", "Spend"], ["Acme", "5"]]
    assert sheet.first_row == 1
    assert "sep=;" in sheet.remarks[1]


def test_fault_85_a_title_above_and_commas_inside_do_not_mislead(tmp_path: Path) -> None:
    text = "Spend over £500, in May\n\nName;City;Spend\nAcme, Ltd;Leeds;5\nBeta;York, N Yorks;6\n"
    assert only(saved(tmp_path, text, "a.csv")).row(3) == ["Acme, Ltd", "Leeds", "5"]


def test_fault_86_decimal_commas_do_not_separate_cells(tmp_path: Path) -> None:
    sheet = only(saved(tmp_path, "Name;Spend\nAcme;1,234,567\nBeta;12,50\nCeta;1,50\n", "a.csv"))
    assert sheet.row(1) == ["Acme", "1,234,567"]


def test_fault_86_amounts_with_a_decimal_comma_are_what_they_say(tmp_path: Path) -> None:
    suppliers = read_suppliers(saved(tmp_path, "Supplier;Amount\nAcme;1.234,56\nBeta;1.000,50\n", "a.csv"))
    assert suppliers.spend.tolist() == [123_456, 100_050]


def test_fault_87_a_row_with_fewer_cells_is_padded_and_its_line_is_named(tmp_path: Path) -> None:
    sheet = only(saved(tmp_path, 'a,b,c\n"x\ny",2,3\n1,2\n1,2,3\n', "a.csv"))
    assert sheet.row(2) == ["1", "2", ""]
    assert sheet.remarks[2] == "1 row has fewer than the usual 3 cells; the missing ones are blank (line 4)."


def test_fault_87_extra_cells_are_kept_in_their_places_and_the_lines_are_named(tmp_path: Path) -> None:
    text = "a,b,c\n" + "1,2,3\n" * 10 + "1,2,3,4,5\n" * 7
    sheet = only(saved(tmp_path, text, "a.csv"))
    assert (sheet.row(11), sheet.row(1)) == (["1", "2", "3", "4", "5"], ["1", "2", "3", "", ""])
    assert "7 rows have more than the usual 3 cells" in sheet.remarks[2]
    assert "(lines 12, 13, 14, 15, 16, ...)" in sheet.remarks[2]


def test_fault_87_extra_cells_that_are_blank_are_trimmed_without_a_word(tmp_path: Path) -> None:
    sheet = only(saved(tmp_path, "a,b\n1,2\n3,4,, \n", "a.csv"))
    assert rows_of(sheet) == [["a", "b"], ["1", "2"], ["3", "4"]]
    assert len(sheet.remarks) == 2


@pytest.mark.parametrize("tail", ["", "\n", "\nCeta,7\nDelta,8\n"])
def test_fault_88_a_quote_that_is_never_closed_is_refused_with_its_line(tmp_path: Path, tail: str) -> None:
    refused(saved(tmp_path, f'Name,Spend\nAcme,5\n"Beta,6{tail}', "a.csv"), "line 3", "never closed")


def test_fault_88_a_lone_quote_on_the_last_line_is_refused(tmp_path: Path) -> None:
    refused(saved(tmp_path, 'Name\nAcme\n"', "a.csv"), "line 3", "never closed")


def test_fault_88_a_quote_closed_by_another_row_is_remarked(tmp_path: Path) -> None:
    text = 'a,b,c\n"Acme,1,2\nBeta,3,4\nCeta,5,6\n"Delta",7,8\nEta,9,10\n'
    assert "a quotation mark may be missing (line 2)" in only(saved(tmp_path, text, "a.csv")).remarks[2]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ('"say ""hi"""', 'say "hi"'),
        ('5" pipe', '5" pipe'),
        (r'"back\slash"', r"back\slash"),
        ('"a,b"', "a,b"),
    ],
)
def test_fault_89_quotes_are_read_as_rfc_4180_says(tmp_path: Path, written: str, read: str) -> None:
    assert only(saved(tmp_path, f"Name,Spend\n{written},5\n", "a.csv")).row(1) == [read, "5"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("final", ["", "END", "END\x1a"])
def test_fault_90_every_line_end_is_understood(tmp_path: Path, end: str, final: str) -> None:
    text = f'Name,Spend{end}"two{end}lines",5{end}Beta,6{final.replace("END", end)}'
    assert rows_of(only(saved(tmp_path, text, "a.csv"))) == [
        ["Name", "Spend"],
        ["two\nlines", "5"],
        ["Beta", "6"],
    ]


def test_fault_90_mixed_line_ends_are_understood(tmp_path: Path) -> None:
    assert only(saved(tmp_path, "a,b\r\nc,d\ne,f\rg,h", "a.csv")).height == 4


def test_fault_91_a_nul_byte_is_refused_with_its_line(tmp_path: Path) -> None:
    refused(saved(tmp_path, b"Name,Spend\nAc\x00me,5\n", "a.csv"), "line 2", "NUL")
    refused(saved(tmp_path, "Name,Spend\nAc\0me,5\n".encode("utf-16"), "a.csv"), "line 2", "NUL")


def test_fault_92_a_long_cell_is_read_and_a_longer_one_refused_with_its_line(tmp_path: Path) -> None:
    limit = csv.field_size_limit()
    assert len(only(saved(tmp_path, f"a,b\n{'x' * 999_000},1\n", "a.csv")).row(1)[0]) == 999_000
    refused(saved(tmp_path, f'a,b\nc,d\n"{"x" * 900_000}\n{"y" * 200_000}",1\n', "a.csv"), "line 3", "1,000,000")
    assert csv.field_size_limit() == limit


def test_fault_94_a_byte_order_mark_inside_the_quotes_is_taken_away(tmp_path: Path) -> None:
    sheet = only(saved(tmp_path, '"\ufeff Name ","Spend"\nAcme,5\n', "a.csv"))
    assert sheet.row(0) == [" Name ", "Spend"]
    assert "byte order mark" in sheet.remarks[0]


def test_fault_95_one_column_is_read_and_remarked(tmp_path: Path) -> None:
    sheet = only(saved(tmp_path, "Name\nAcme\nBeta\n", "a.txt"))
    assert rows_of(sheet) == [["Name"], ["Acme"], ["Beta"]]
    assert "One column" in sheet.remarks[1]


def test_fault_96_blank_lines_count_as_rows_so_that_addresses_are_those_of_excel(tmp_path: Path) -> None:
    sheet = only(saved(tmp_path, "\n# comment,\n\nName,Spend\nAcme,5\n", "a.csv"))
    assert sheet.row(4) == ["Acme", "5"]
    assert sheet.address(4, 1) == "B5"


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff"), max_size=8)
CELLS = st.one_of(TEXTS, st.sampled_from(["a\nb", 'say "hi"', "1,5", "x;y", "£5", " "]))
TABLES = st.integers(2, 5).flatmap(
    lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), max_size=8)
)


@settings(max_examples=150, deadline=None)
@given(TABLES)
def test_what_the_csv_module_writes_is_read_back_text_for_text(rows: list[list[str]]) -> None:
    rows = [[f"heading {number}" for number in range(len(rows[0]) if rows else 2)], *rows]
    held = io.StringIO()
    csv.writer(held).writerows(rows)
    while not any(cell.strip() for cell in rows[-1]):  # which is no row
        rows.pop()
    with TemporaryDirectory() as folder:
        assert rows_of(only(saved(Path(folder), held.getvalue(), "a.csv"))) == rows
