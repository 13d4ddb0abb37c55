"""A zip that holds one list is read as that list; any other is refused with what is in it."""

from __future__ import annotations

import hashlib
import io
import random
import struct
import zipfile
from pathlib import Path

import pytest
from biff_making import book, cell, open_document, record, row, table, text
from read_making import in_a_moment, only, refused, rows_of, saved, workbook_bytes

from msrisk.errors import InputError
from msrisk.normalise import normalise
from msrisk.read import read_sheets
from msrisk.ruleset.vocabulary import load_vocabulary

CSV = b"Name,Spend\nAcme,5\n"
XLS = book(("S", text(0, 0, "Acme")))
ODS = open_document(table(row(cell("Acme"))))


def zip_of(method: int = zipfile.ZIP_DEFLATED, **members: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return held.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "first"),
    [
        ("list.csv", CSV, "Name"),
        ("list.tsv", CSV.replace(b",", b"\t"), "Name"),
        ("list.txt", CSV, "Name"),
        ("UTF-16.csv", CSV.decode().encode("utf-16"), "Name"),
        ("LIST.XLSX", workbook_bytes(), "Acme"),
        ("list.xls", XLS, "Acme"),
        ("list.ods", ODS, "Acme"),
        ("spend 2026/£ list.csv", CSV, "Name"),
        ("a list without an ending", CSV, "Name"),
        ("workbook in disguise.csv", workbook_bytes(), "Acme"),
    ],
)
def test_a_zip_of_one_list_is_read_as_that_list(tmp_path: Path, name: str, content: bytes, first: str) -> None:
    data = zip_of(**{name: content})
    sheet = only(saved(tmp_path, data, "spend.zip"))
    assert (sheet.file, sheet.row(0)[0]) == ("spend.zip", first)
    assert sheet.sha256 == hashlib.sha256(data).hexdigest()
    assert sheet.remarks[0] == f"The zip file holds one list, '{name.rpartition('/')[2]}', which was read."


@pytest.mark.parametrize(
    "beside",
    [
        {"read me.txt": b"hello"},
        {"notes.pdf": b"%PDF-"},
        {"__MACOSX/._list.csv": b"\0\5\x16\7", "._list.csv": b"\0\5\x16\7", ".DS_Store": b"x"},
        {"~$list.xlsx": b"x", "Thumbs.db": b"x"},
        {"folder/": b""},
    ],
    ids=["a note", "a PDF", "from a Mac", "from Windows", "a folder"],
)
def test_what_stands_beside_the_list_does_not_matter(tmp_path: Path, beside: dict[str, bytes]) -> None:
    path = saved(tmp_path, zip_of(**beside, **{"list.csv": CSV}), "spend.zip")
    assert rows_of(only(path)) == [["Name", "Spend"], ["Acme", "5"]]
    assert [each.name for each in tmp_path.iterdir()] == ["spend.zip"]


SEVERAL = {f"{month}.csv": CSV for month in ("April", "May", "June", "July", "August", "September", "October")}
LOCKED = book(("S", text(0, 0, "Acme")), more=record(0x2F, bytes(6)))
BOMB = open_document(table(row(cell("x", 9_000), times=900_000)))
REFUSED = [
    ("several lists", SEVERAL, "7 lists: 'April.csv'", "and 2 more", "Unpack it"),
    ("no list", {"a.pdf": b"%PDF-", "b.png": b"x"}, "holds no list, but 'a.pdf', 'b.png'", "Unpack it"),
    ("nothing", {}, "the zip file is empty"),
    ("a PDF alone", {"a.pdf": b"%PDF-1.7"}, "spend.zip, in it a.pdf: this is a PDF"),
    ("fault_36 a zip in a zip", {"a.zip": zip_of(**{"a.csv": CSV})}, "in it a.zip: this is a zip file"),
    ("fault_13 a web page", {"a.csv": b"<!DOCTYPE html><html/>"}, "in it a.csv: this is a web page"),
    ("fault_14 a locked workbook", {"a.xls": LOCKED}, "in it a.xls", "without a password"),
    ("fault_15 a binary workbook", {"a.xlsb": zip_of(**{"xl/workbook.bin": b""})}, "binary workbook (.xlsb)"),
    ("fault_3 an empty list", {"a.csv": b"\xef\xbb\xbf"}, "in it a.csv: the file is empty"),
    ("fault_27 a bomb", {"a.csv": b"a,b\n" * 20_000_000}, "unpacks from", "to 80 MB, as no list does"),
    ("fault_33 a workbook that is a bomb", {"a.ods": BOMB}, "large"),
]  # fmt: skip


@pytest.mark.parametrize(("members", "words"), [(c[1], c[2:]) for c in REFUSED], ids=[c[0] for c in REFUSED])
def test_another_zip_is_refused_with_what_is_in_it(
    tmp_path: Path, members: dict[str, bytes], words: tuple[str, ...]
) -> None:
    path = saved(tmp_path, zip_of(**members), "spend.zip")
    with in_a_moment():
        assert refused(path, *words).hint


def test_fault_37_a_protected_zip_is_said_to_need_its_password(tmp_path: Path) -> None:
    data = bytearray(zip_of(**{"a.csv": CSV}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + place] |= 1
    refused(saved(tmp_path, bytes(data), "spend.zip"), "protected by a password", "Unpack it with its password")


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_fault_37_other_ways_of_packing_are_read_or_refused(tmp_path: Path, method: int) -> None:
    path = saved(tmp_path, zip_of(method, **{"a.csv": CSV}), "spend.zip")
    if method == zipfile.ZIP_STORED:
        assert only(path).row(1) == ["Acme", "5"]
    else:
        refused(path, "packed in a way that msrisk does not unpack", "Unpack it")


@pytest.mark.parametrize("lie", [5, 400_000_001], ids=["less", "more"])
def test_fault_25_a_list_of_another_size_than_declared_is_refused(tmp_path: Path, lie: int) -> None:
    data = bytearray(zip_of(**{"a.csv": CSV}))
    struct.pack_into("<I", data, data.index(b"PK\x01\x02") + 24, lie)
    words = "damaged" if lie < len(CSV) else "unpacks to 400 MB; msrisk reads up to 400 MB"
    refused(saved(tmp_path, bytes(data), "spend.zip"), "the zip file", words)


def test_fault_21_and_fault_22_a_zip_that_is_cut_or_changed_gives_no_other_list(tmp_path: Path) -> None:
    lines = b"".join(b"Supplier %d,%d\n" % (number, number * 7) for number in range(300))
    data = zip_of(**{"a.csv": CSV + lines})
    true = rows_of(only(saved(tmp_path, data, "spend.zip")))
    for part in range(1, 20):
        refused(saved(tmp_path, data[: len(data) * part // 20], "spend.zip"), "damaged")
    chance = random.Random(22)
    for _ in range(300):
        broken = bytearray(data)
        broken[chance.randrange(len(broken))] ^= 1 << chance.randrange(8)
        try:
            found = rows_of(only(saved(tmp_path, bytes(broken), "spend.zip")))
        except InputError:
            continue
        assert found == true


def test_the_companies_of_a_real_zip_are_those_of_its_csv(real_inputs: Path) -> None:
    folder = real_inputs / "d-companies-house"
    packed, plain = (
        normalise(read_sheets(folder / f"ch__CH_data_test.{ending}"), load_vocabulary())
        for ending in ("zip", "csv")
    )
    assert packed.names == plain.names
    assert packed.book.tables[0].sheet.row(5) == plain.book.tables[0].sheet.row(5)
