"""Faults 13-15: what a file really is, and what is said about it."""

from __future__ import annotations

import gzip
import io
import struct
import zipfile
from pathlib import Path

import pytest
from read_making import only, refused, saved, workbook_bytes

import msrisk.read
from msrisk.errors import InputError
from msrisk.read import FileKind, sniff


def zip_of(**members: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return held.getvalue()


def ole_with(stream: str, content: bytes = b"") -> bytes:
    """A container of one stream: the header, a table of sectors, a directory, the stream."""
    header = bytearray(512)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<H", header, 30, 9)
    struct.pack_into("<I", header, 48, 1)
    struct.pack_into("<109I", header, 76, 0, *[0xFFFFFFFF] * 108)
    table = struct.pack("<128I", 0xFFFFFFFD, *[0xFFFFFFFE] * 127)
    entry = bytearray(512)
    entry[: len(stream) * 2] = stream.encode("utf-16-le")
    struct.pack_into("<H", entry, 64, len(stream) * 2 + 2)
    struct.pack_into("<I", entry, 116, 2)
    return bytes(header) + table + bytes(entry) + content.ljust(4096, b"\0")


PLAIN_XLS = ole_with("Workbook", struct.pack("<HH4x", 0x809, 4) + struct.pack("<HH", 0x0A, 0))
LOCKED_XLS = ole_with("Workbook", struct.pack("<HH4x", 0x809, 4) + struct.pack("<HH6x", 0x2F, 6))
ODS = b"application/vnd.oasis.opendocument.spreadsheet"

MISLABELLED = [
    ("pdf", b"%PDF-1.7\n...", FileKind.PDF, "a PDF document"),
    (
        "page",
        b"<!DOCTYPE html>\n<html><body>404</body></html>",
        FileKind.WEB_PAGE,
        "a web page, not a spreadsheet",
    ),
    ("table", b"\xef\xbb\xbf  <table><tr><td>Acme</td></tr></table>", FileKind.WEB_PAGE, "a web page"),
    ("xhtml", b'<?xml version="1.0"?>\n<!-- x --><html/>', FileKind.WEB_PAGE, "a web page"),
    ("mhtml", b"MIME-Version: 1.0\nContent-Type: multipart/related", FileKind.WEB_PAGE, "a web page"),
    (
        "xml 2003",
        b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>',
        FileKind.XML_SPREADSHEET,
        "an Excel 2003 XML spreadsheet",
    ),
    ("xml", b'<?xml version="1.0"?><suppliers/>', FileKind.XML, "an XML document"),
    ("rtf", b"{\\rtf1 Acme}", FileKind.RTF, "RTF"),
    ("json", b'[{"name": "Acme"}]', FileKind.JSON, "a JSON document"),
    ("png", b"\x89PNG\r\n\x1a\n....", FileKind.IMAGE, "a picture"),
    ("jpeg", b"\xff\xd8\xff\xe0....", FileKind.IMAGE, "a picture"),
    ("gzip", gzip.compress(b"a,b"), FileKind.COMPRESSED, "a compressed file"),
    ("sqlite", b"SQLite format 3\x00....", FileKind.DATABASE, "a database"),
    ("xls", PLAIN_XLS, FileKind.OLD_EXCEL, "an old Excel workbook (.xls)"),
    ("xls with password", LOCKED_XLS, FileKind.OLD_EXCEL_PROTECTED, "without a password"),
    ("protected", ole_with("EncryptedPackage"), FileKind.PROTECTED, "without a password"),
    ("doc", ole_with("WordDocument"), FileKind.OLD_OFFICE, "an old Office document"),
    ("biff 4", b"\x09\x04\x06\x00\x00\x00\x10\x00\x00\x00", FileKind.OLD_EXCEL, "an old Excel workbook"),
    (
        "xlsb",
        zip_of(**{"xl/workbook.bin": b""}),
        FileKind.BINARY_WORKBOOK,
        "save it as an Excel workbook (.xlsx)",
    ),
    ("ods", zip_of(mimetype=ODS), FileKind.OPEN_DOCUMENT, "an OpenDocument spreadsheet"),
    (
        "ods with password",
        zip_of(mimetype=ODS, **{"META-INF/manifest.xml": b"<manifest:encryption-data/>"}),
        FileKind.OPEN_DOCUMENT_PROTECTED,
        "without a password",
    ),
    ("docx", zip_of(**{"word/document.xml": b""}), FileKind.WORD, "a Word document"),
    ("pptx", zip_of(**{"ppt/presentation.xml": b""}), FileKind.SLIDES, "a PowerPoint presentation"),
    ("numbers", zip_of(**{"Index/Document.iwa": b""}), FileKind.NUMBERS, "Export To > Excel"),
    ("zip of one csv", zip_of(**{"a.csv": b"a,b"}), FileKind.ZIP_OF_ONE, "Unpack it"),
    ("zip", zip_of(a=b"1", b=b"2"), FileKind.ZIP, "a zip file"),
    ("rubbish", bytes(range(256)) * 20, FileKind.BINARY, "not text"),
]


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
@pytest.mark.parametrize(
    ("content", "kind", "said"), [case[1:] for case in MISLABELLED], ids=[c[0] for c in MISLABELLED]
)
def test_fault_13_a_mislabelled_file_is_called_what_it_is(
    tmp_path: Path, content: bytes, kind: FileKind, said: str, ending: str
) -> None:
    path = saved(tmp_path, content, f"suppliers{ending}")
    assert sniff(path) is kind
    error = refused(path, said)
    assert error.hint
    assert "corrupt" not in str(error)


@pytest.mark.parametrize(
    ("content", "kind", "said"), [case[1:] for case in MISLABELLED], ids=[c[0] for c in MISLABELLED]
)
def test_fault_13_a_mislabelled_file_that_is_cut_anywhere_is_still_refused_or_read_as_text(
    tmp_path: Path, content: bytes, kind: FileKind, said: str
) -> None:
    for end in range(1, len(content), max(1, len(content) // 20)):
        sniff(saved(tmp_path, b"x" + content[:end]))


def test_fault_13_an_old_workbook_under_another_ending_is_said_to_be_that(tmp_path: Path) -> None:
    refused(saved(tmp_path, PLAIN_XLS, "a.csv"), "published under another ending")
    assert "another ending" not in str(refused(saved(tmp_path, PLAIN_XLS, "a.XLS")))


def test_fault_13_a_workbook_that_is_called_csv_is_read_and_the_remark_says_so(tmp_path: Path) -> None:
    sheet = only(saved(tmp_path, workbook_bytes(), "suppliers.csv"))
    assert sheet.row(0) == ["Acme", "5"]
    assert "an Excel workbook, although its name ends in '.csv'" in sheet.remarks[0]


def test_fault_13_a_csv_that_is_called_xlsx_is_read_as_text(tmp_path: Path) -> None:
    assert only(saved(tmp_path, "Name,Spend\nAcme,5\n", "a.xlsx")).row(1) == ["Acme", "5"]


@pytest.mark.parametrize(
    "text", ["BM Limited,5\nBeta,6\n", "[Name],[Spend]\nA,1\n", "{a},b\nc,d\n", "<b>,c\nd,e\n", "PK Ltd,1\n"]
)
def test_ordinary_text_that_begins_like_another_format_is_read(tmp_path: Path, text: str) -> None:
    assert sniff(saved(tmp_path, text, "a.csv")) is FileKind.TEXT


def test_an_ole_header_of_nought_sectors_is_refused_and_not_a_fault_of_ours(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(3_000))
    with pytest.raises(InputError):
        msrisk.read.read_sheets(path)
