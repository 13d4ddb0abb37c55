"""Faults 13-15: what a file really is, and what is said about it."""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path

import pytest
from biff_making import ODS_TYPE, book, cell, open_document, record, row, table, text
from read_making import only, refused, saved, workbook_bytes

import msrisk.read
from msrisk.errors import InputError
from msrisk.read import FileKind, sniff
from msrisk.read.ole import MAGIC, container_of


def zip_of(**members: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return held.getvalue()


LOCKED_XLS = book(("Suppliers", text(0, 0, "Acme")), more=record(0x2F, bytes(6)))
ODS_PARTS = {"mimetype": ODS_TYPE, "content.xml": b"<office/>"}

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
    ("xls with password", LOCKED_XLS, FileKind.OLD_EXCEL_PROTECTED, "without a password"),
    ("protected", container_of(b"", "EncryptedPackage"), FileKind.PROTECTED, "without a password"),
    ("doc", container_of(b"", "WordDocument"), FileKind.OLD_WORD, "an old Word document (.doc)"),
    ("ppt", container_of(b"", "PowerPoint Document"), FileKind.OLD_SLIDES, "an old PowerPoint presentation"),
    ("msg", container_of(b"", "__properties_version1.0"), FileKind.MAIL, "an e-mail saved from Outlook"),
    ("other ole", container_of(b"", "VisioDocument"), FileKind.OLD_OFFICE, "an old Office document"),
    ("ole and then rubbish", MAGIC + bytes(range(256)) * 8, FileKind.DAMAGED_OLE, "damaged or was cut short"),
    ("biff 4", b"\x09\x04\x06\x00\x00\x00\x10\x00\x00\x00", FileKind.VERY_OLD_EXCEL, "from before 1993"),
    (
        "xlsb",
        zip_of(**{"xl/workbook.bin": b""}),
        FileKind.BINARY_WORKBOOK,
        "save it as an Excel workbook (.xlsx)",
    ),
    (
        "odt",
        zip_of(**{**ODS_PARTS, "mimetype": b"application/vnd.oasis.opendocument.text"}),
        FileKind.OPEN_DOCUMENT_OTHER,
        "an OpenDocument text",
    ),
    (
        "ods with password",
        zip_of(**{**ODS_PARTS, "META-INF/manifest.xml": b"<manifest:encryption-data/>"}),
        FileKind.OPEN_DOCUMENT_PROTECTED,
        "without a password",
    ),
    ("docx", zip_of(**{"word/document.xml": b""}), FileKind.WORD, "a Word document"),
    ("pptx", zip_of(**{"ppt/presentation.xml": b""}), FileKind.SLIDES, "a PowerPoint presentation"),
    ("numbers", zip_of(**{"Index/Document.iwa": b""}), FileKind.NUMBERS, "Export To > Excel"),
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


@pytest.mark.parametrize(
    ("content", "ending", "said"),
    [
        (workbook_bytes(), "csv", "an Excel workbook, although its name ends in '.csv'"),
        (book(("S", text(0, 0, "Acme"))), "csv", "an old Excel workbook (.xls), although its name ends in '.csv'"),
        (
            book(("S", text(0, 0, "Acme"))),
            "xlsx",
            "an old Excel workbook (.xls), although its name ends in '.xlsx'",
        ),
        (open_document(table(row(cell("Acme")))), "xls", "an OpenDocument spreadsheet (.ods), although its name"),
    ],
)
def test_fault_13_a_workbook_under_another_ending_is_read_and_the_remark_says_so(
    tmp_path: Path, content: bytes, ending: str, said: str
) -> None:
    sheet = only(saved(tmp_path, content, f"suppliers.{ending}"))
    assert sheet.columns[0].at(0) == "Acme"
    assert said in sheet.remarks[0]


def test_a_workbook_under_its_own_ending_gets_no_remark(tmp_path: Path) -> None:
    assert only(saved(tmp_path, book(("S", text(0, 0, "Acme"))), "a.XLS")).remarks == ()
    assert only(saved(tmp_path, open_document(table(row(cell("Acme")))), "a.ods")).remarks == ()


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
