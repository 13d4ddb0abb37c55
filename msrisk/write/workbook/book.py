"""``register.xlsx``: what we buy, the register, why, what to ask, the rules, the method, the run record.

Text goes in as text, never as a formula or a live link; the same report gives the same bytes.
"""

from __future__ import annotations

import hashlib
import os
import struct
import zipfile
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from itertools import chain, islice
from pathlib import Path
from typing import IO

from xlsxwriter import Workbook

from msrisk.errors import OutputError
from msrisk.report import Report
from msrisk.version import VERSION
from msrisk.write.words import counted
from msrisk.write.workbook.entries import Lists
from msrisk.write.workbook.graft import LARGE, Large, graft, put_large
from msrisk.write.workbook.plan import SheetPlan
from msrisk.write.workbook.put import put_sheet
from msrisk.write.workbook.sheets import SHEETS, sheets
from msrisk.write.workbook.style import OPTIONS, Styles

_END = b"PK\x05\x06"  # the record at the end of a zip; its last two bytes count the comment that follows
_SEAL = b"msrisk seal "


def fill(report: Report, path: Path) -> None:
    """The whole register, sealed so that msrisk knows its own untouched file again."""
    first, *others = report.suppliers.book.files
    more = f" and {counted(len(others), 'more file')}" if others else ""
    title = f"Modern slavery risk register: {first}{more}"
    comments = "A screening result to ask questions from; not legal advice."
    save(path, title, comments, report.as_of, sheets(report), report.view.publish)


def workbook(title: str, comments: str, as_of: date, sheets: Iterable[SheetPlan], plain: bool = False) -> bytes:
    """A workbook of planned sheets; no clock, so that the same sheets give the same bytes.

    plain: for a website: no fills, filters, panes, charts, headers or footers.
    """
    made = BytesIO()
    put_workbook(made, title, comments, as_of, sheets, plain)
    return made.getvalue()


def put_workbook(
    made: IO[bytes], title: str, comments: str, as_of: date, sheets: Iterable[SheetPlan], plain: bool = False
) -> None:
    """The same into a file, which is never wholly in memory."""
    skeleton = BytesIO()
    book = Workbook(skeleton, {**deepcopy(OPTIONS), "default_date_format": "d mmm yyyy"})
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
    large = list(_put_sheets(book, styles, lists, sheets))
    for plan in lists.plans():
        put_sheet(book, styles, plan)
    book.close()
    graft(skeleton, large, styles.size, made)


def _put_sheets(book: Workbook, styles: Styles, lists: Lists, sheets: Iterable[SheetPlan]) -> Iterator[Large]:
    """Every sheet in its place; those returned still wait for their rows."""
    for plan in sheets:
        rows = iter(plan.rows)
        held = list(islice(rows, LARGE + 1))
        if len(held) > LARGE:
            yield put_large(book, styles, plan, lists, chain(held, rows))
        else:
            put_sheet(book, styles, replace(plan, rows=held), lists)


def check(path: Path, count: int = len(SHEETS)) -> None:
    """Every part reads back with its check sum, and every sheet that is always there is."""
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        found = [name for name in names if name.startswith("xl/worksheets/sheet")]
        if archive.testzip() is not None or len(found) < count:
            raise OutputError("did not read back as it was written", where=path.name)


def save(
    path: Path, title: str, comments: str, as_of: date, sheets: Iterable[SheetPlan], plain: bool = False
) -> None:
    """A register of planned sheets, sealed so that msrisk knows its own untouched file again."""
    with path.open("w+b") as file:
        put_workbook(file, title, comments, as_of, sheets, plain)
        file.seek(0)
        digest = hashlib.file_digest(file, "sha256")
        comment = _SEAL + digest.hexdigest().encode()
        file.seek(-2, os.SEEK_END)
        file.write(struct.pack("<H", len(comment)) + comment)


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
