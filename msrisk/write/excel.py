"""``register.xlsx``: Summary, Register, Findings, Questions, Data quality, Rules used, Run record.

Text goes in as text, never as a formula or a live link; the same report gives the same bytes.
"""

from __future__ import annotations

import hashlib
import struct
import zipfile
from datetime import datetime
from io import BytesIO
from pathlib import Path

from xlsxwriter import Workbook

from msrisk.errors import OutputError
from msrisk.report import Report
from msrisk.version import VERSION
from msrisk.write.excel_sheets import SHEETS
from msrisk.write.excel_style import Styles, put_sheet

_END = b"PK\x05\x06"  # the record at the end of a zip; its last two bytes count the comment that follows
_SEAL = b"msrisk seal "


def fill(report: Report, path: Path) -> None:
    """The whole workbook, sealed so that msrisk knows its own untouched file again."""
    made = BytesIO()
    book = Workbook(
        made,
        {
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            "default_date_format": "d mmm yyyy",
            "in_memory": True,
        },
    )
    book.set_properties(
        {
            "title": f"Modern slavery risk register: {report.suppliers.book.tables[0].sheet.file}",
            "author": f"msrisk {VERSION}",
            "comments": "A screening result to ask questions from; not legal advice.",
            "created": datetime.combine(report.as_of, datetime.min.time()),
        }
    )
    book.set_size(2400, 1400)
    styles = Styles(book)
    for make in SHEETS:
        put_sheet(book, styles, make(report))
    book.close()
    path.write_bytes(sealed(made.getvalue()))


def check(path: Path) -> None:
    """Every part reads back with its check sum, and every sheet is there."""
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        sheets = [name for name in names if name.startswith("xl/worksheets/sheet")]
        if archive.testzip() is not None or len(sheets) != len(SHEETS):
            raise OutputError("did not read back as it was written", where=path.name)


def sealed(raw: bytes) -> bytes:
    """The workbook with the digest of its bytes as the zip's comment, which any program that saves it drops."""
    comment = _SEAL + hashlib.sha256(raw).hexdigest().encode()
    return raw[:-2] + struct.pack("<H", len(comment)) + comment


def is_ours(raw: bytes) -> bool:
    """Whether msrisk wrote these bytes and nobody changed them."""
    at = raw.rfind(_END)
    comment = raw[at + 22 :] if at >= 0 else b""
    if not comment.startswith(_SEAL):
        return False
    unsealed = raw[: -len(comment) - 2] + b"\0\0"
    return comment == _SEAL + hashlib.sha256(unsealed).hexdigest().encode()
