"""``register.xlsx``: what we buy, the register, why, what to ask, the rules, the method, the run record.

Text goes in as text, never as a formula or a live link; the same report gives the same bytes.
"""

from __future__ import annotations

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


def fill(report: Report, path: Path) -> None:
    """The whole register."""
    first, *others = report.suppliers.book.files
    more = f" and {counted(len(others), 'more file')}" if others else ""
    title = f"Modern slavery risk register: {first}{more}"
    comments = "A screening result to ask questions from; not legal advice."
    save(path, title, comments, report.as_of, sheets(report), report.view.publish)


def save(
    path: Path, title: str, comments: str, as_of: date, sheets: Iterable[SheetPlan], plain: bool = False
) -> None:
    """A workbook of planned sheets as a file."""
    with path.open("w+b") as file:
        put_workbook(file, title, comments, as_of, sheets, plain)


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
