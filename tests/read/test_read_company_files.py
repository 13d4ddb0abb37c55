"""What is not the company register is refused, each for its own reason."""

import os
import struct
from dataclasses import replace
from pathlib import Path

import pytest

from msrisk.errors import InputError
from msrisk.read import company_files
from msrisk.read.company_index import company_index
from tests.read.biff_making import book, open_document, table
from tests.read.biff_making import row as a_row
from tests.read.biff_making import text as text_cell
from tests.read.companies_making import ALDER, BIRCH, CEDAR, index_of, refused, saved, text, zipped
from tests.read.read_making import workbook_bytes


def test_a_zip_and_the_csv_in_it_give_the_same_companies(tmp_path: Path) -> None:
    plain = saved(tmp_path, ALDER, BIRCH)
    packed = zipped(tmp_path, **{plain.name: text(ALDER, BIRCH)})
    with index_of(plain) as one, index_of(packed) as other:
        assert one.rows([1, 2]) == other.rows([1, 2])
        assert [each.file for each in other.register.tables] == [plain.name]
        assert other.register.files[0].file == packed.name


def test_a_zip_may_hold_several_parts_which_are_one_register(tmp_path: Path) -> None:
    with index_of(zipped(tmp_path, part2=text(CEDAR), part1=text(ALDER, BIRCH))) as index:
        assert [(each.table, each.row) for each in index.rows([1, 2, 3])] == [(0, 2), (0, 3), (1, 2)]
        assert [each.file for each in index.register.tables] == ["part1.csv", "part2.csv"]


def test_what_a_mac_adds_to_a_zip_is_passed_over(tmp_path: Path) -> None:
    with index_of(zipped(tmp_path, **{"part1.csv": text(ALDER), "__MACOSX/._part1.csv": b"\0\5\x16\7"})) as index:
        assert len(index.rows([1, 2])) == 1


def test_several_files_are_one_register(tmp_path: Path) -> None:
    parts = [saved(tmp_path, ALDER, name="part1.csv"), saved(tmp_path, BIRCH, CEDAR, name="part2.csv")]
    with index_of(*parts) as index:
        assert set(index.by_numbers(["00000001", "00000003"])) == {"00000001", "00000003"}
        assert [each.rows for each in index.register.files] == [1, 2]


@pytest.mark.parametrize("kept", [0.3, 0.9])
def test_a_download_of_a_zip_that_stopped_early_is_said(kept: float, tmp_path: Path) -> None:
    path = zipped(tmp_path, part1=text(*[ALDER] * 500))
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * kept)])
    refused(path, "cut short", "Download the file again")


def test_a_zip_whose_content_is_damaged_is_said(tmp_path: Path) -> None:
    path = zipped(tmp_path, part1=text(*[ALDER] * 500))
    data = bytearray(path.read_bytes())
    data[100:110] = b"0123456789"
    path.write_bytes(data)
    refused(path, "damaged")


def test_a_zip_without_a_csv_names_what_it_holds(tmp_path: Path) -> None:
    refused(zipped(tmp_path, **{"read me.pdf": b"%PDF-"}), "no CSV", "read me.pdf")


def test_a_protected_zip_is_said(tmp_path: Path) -> None:
    path = zipped(tmp_path, part1=text(ALDER))
    data = bytearray(path.read_bytes())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        struct.pack_into("<H", data, data.index(mark) + place, 1)
    path.write_bytes(data)
    refused(path, "password")


def test_a_zip_that_unpacks_to_far_more_than_it_has_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(company_files, "REGISTER", replace(company_files.REGISTER, free_of_ratio=1_000_000))
    refused(zipped(tmp_path, part1="x" * 5_000_000), "as no register does")


def test_a_zip_larger_than_any_register_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(company_files, "REGISTER", replace(company_files.REGISTER, most=1_000))
    refused(zipped(tmp_path, part1=text(*[ALDER] * 50)), "unpacks to", "reads up to 1 kB")


@pytest.mark.parametrize("packed", [False, True])
def test_a_web_page_in_place_of_the_download_is_said(packed: bool, tmp_path: Path) -> None:
    page = b"<!DOCTYPE html><html><body>Not found</body></html>"
    path = zipped(tmp_path, part1=page) if packed else tmp_path / "BasicCompanyData.csv"
    if not packed:
        path.write_bytes(page)
    refused(path, "web page", "instead of the file")


OTHERS = {
    "d.xlsx": (workbook_bytes(), "an Excel workbook"),
    "d.xls": (book(("Suppliers", text_cell(0, 0, "Acme"))), "an old Excel workbook (.xls)"),
    "d.ods": (open_document(table(a_row("Acme"))), "an OpenDocument spreadsheet (.ods)"),
    "d.pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "a PDF document"),
    "d.png": (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "a picture"),
    "d.sqlite": (b"SQLite format 3\0" + b"\0" * 50, "a database file"),
}


@pytest.mark.parametrize(("name", "content", "said"), [(name, *case) for name, case in OTHERS.items()], ids=OTHERS)
def test_what_is_no_list_is_named_and_the_hint_says_how_the_register_comes(
    tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    error = refused(path, f"this is {said}, not the company register", "comes as a zip or CSV")
    assert "Excel workbook" not in error.hint


def test_an_empty_file_a_folder_and_a_missing_file_are_said(tmp_path: Path) -> None:
    (tmp_path / "empty.csv").touch()
    (tmp_path / "folder").mkdir()
    for name, word in (("empty.csv", "empty"), ("folder", "folder"), ("none.csv", "no such file")):
        with pytest.raises(InputError, match=word):
            company_index([tmp_path / name], tmp_path / "cache")


def test_bytes_that_are_no_utf8_are_read_as_windows_does(tmp_path: Path) -> None:
    path = tmp_path / "register.csv"
    path.write_bytes(b"\xef\xbb\xbf" + text(ALDER).encode().replace(b"ALDER CARE", b"CAF\xc9 \x80"))
    with index_of(path) as index:
        assert index.rows([1])[0].cell("CompanyName") == "CAFÉ € LIMITED"


@pytest.mark.skipif(os.name == "nt", reason="there are no pipes in folders on Windows")
def test_a_pipe_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    with pytest.raises(InputError, match="a pipe"):
        company_index([tmp_path / "pipe.csv"], tmp_path / "cache")
