"""``register.xlsx``: what we buy, the register, why, what to ask, the rules, the method, the run record.

Text goes in as text, never as a formula or a live link; the same report gives the same bytes.
"""

from __future__ import annotations

import hashlib
import struct
import zipfile
from collections.abc import Iterable
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

from xlsxwriter import Workbook

from msrisk.errors import OutputError
from msrisk.report import Report
from msrisk.version import VERSION
from msrisk.write.words import counted
from msrisk.write.workbook.entries import Lists
from msrisk.write.workbook.plan import SheetPlan
from msrisk.write.workbook.put import put_sheet
from msrisk.write.workbook.sheets import SHEETS, sheets
from msrisk.write.workbook.style import OPTIONS, Styles

_END = b"PK\x05\x06"  # the record at the end of a zip; its last two bytes count the comment that follows
_SEAL = b"msrisk seal "
_BEFORE_DAY = b"<dcterms:created"
_LANGUAGE = b"<dc:language>en-GB</dc:language>"


def fill(report: Report, path: Path) -> None:
    """The whole register, sealed so that msrisk knows its own untouched file again."""
    first, *others = report.suppliers.book.files
    more = f" and {counted(len(others), 'more file')}" if others else ""
    title = f"Modern slavery risk register: {first}{more}"
    comments = "A screening result to ask questions from; not legal advice."
    raw = workbook(title, comments, report.as_of, sheets(report))
    path.write_bytes(sealed(raw))


def workbook(title: str, comments: str, as_of: date, sheets: Iterable[SheetPlan], plain: bool = False) -> bytes:
    """A workbook of planned sheets; no clock, so that the same sheets give the same bytes.

    plain: for a website: no fills, filters, panes, charts, headers or footers.
    """
    made = BytesIO()
    book = Workbook(made, {**OPTIONS, "default_date_format": "d mmm yyyy"})
    book.set_properties(
        {
            "title": title,
            "author": f"msrisk {VERSION}",
            "comments": comments,
            "created": datetime.combine(as_of, datetime.min.time()),
        }
    )
    book.set_size(2400, 1400)
    styles, lists = Styles(book, plain), Lists()
    for plan in sheets:
        put_sheet(book, styles, plan, lists)
    for plan in lists.plans():
        put_sheet(book, styles, plan)
    book.close()
    return in_english(made.getvalue())


def in_english(raw: bytes) -> bytes:
    """The same workbook, said to be in British English: the library that wrote it has no way to say so."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(raw)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = part.replace(_BEFORE_DAY, _LANGUAGE + _BEFORE_DAY, 1)
            with new.open(name, "w") as written:  # by its name alone: a part then has no date of its own
                written.write(part)
    return made.getvalue()


def check(path: Path, count: int = len(SHEETS)) -> None:
    """Every part reads back with its check sum, and every sheet that is always there is."""
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        found = [name for name in names if name.startswith("xl/worksheets/sheet")]
        if archive.testzip() is not None or len(found) < count:
            raise OutputError("did not read back as it was written", where=path.name)


def sealed(raw: bytes, seal: bytes = _SEAL) -> bytes:
    """The workbook with the digest of its bytes as the zip's comment, which any program that saves it drops."""
    comment = seal + hashlib.sha256(raw).hexdigest().encode()
    return raw[:-2] + struct.pack("<H", len(comment)) + comment


def is_ours(raw: bytes, seal: bytes = _SEAL) -> bool:
    """Whether msrisk wrote these bytes, under that seal, and nobody changed them."""
    at = raw.rfind(_END)
    comment = raw[at + 22 :] if at >= 0 else b""
    if not comment.startswith(seal):
        return False
    unsealed = raw[: -len(comment) - 2] + b"\0\0"
    return comment == seal + hashlib.sha256(unsealed).hexdigest().encode()
