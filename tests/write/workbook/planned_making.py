"""Planned sheets for the tests of how they are put into a workbook."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO
from typing import Any

import openpyxl
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from msrisk.write.workbook.book import workbook
from msrisk.write.workbook.plan import Cell, Heading, SheetPlan

DAY = date(2026, 1, 1)
HEADINGS = (Heading("Supplier", 24), Heading("Spend", 12, "pounds"))


def planned(
    rows: Iterable[Sequence[Cell]] = (("Alder Ltd", 1_250),),
    headings: Sequence[Heading] = HEADINGS,
    lines: Sequence[str] = ("What is here.",),
    name: str = "Register",
    **more: Any,
) -> SheetPlan:
    return SheetPlan(name, f"Title of {name}", lines, headings, rows, **more)


def column(*cells: Cell, style: str = "text", width: int = 24, **more: Any) -> SheetPlan:
    """A sheet of one column."""
    return planned([[each] for each in cells], [Heading("Said", width, style, **more)])


def made(*plans: SheetPlan, plain: bool = False) -> bytes:
    return workbook("Title", "Comments", DAY, plans, plain)


def opened(*plans: SheetPlan, plain: bool = False) -> Workbook:
    return openpyxl.load_workbook(BytesIO(made(*plans, plain=plain)))


def sheet_of(*plans: SheetPlan, plain: bool = False) -> Worksheet:
    """The first sheet, read back."""
    return opened(*plans, plain=plain).worksheets[0]


def part(raw: bytes, name: str) -> str:
    """One part of the file as it stands."""
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        return archive.read(name).decode()


def head_row(sheet: Worksheet) -> int:
    """The row of the headings: where the table begins."""
    (table,) = sheet.tables.values()
    first, _, _ = str(table.ref).partition(":")
    return int("".join(each for each in first if each.isdigit()))


def below(sheet: Worksheet, column: int = 1) -> list[Any]:
    """The cells of a column under its heading."""
    return [sheet.cell(row, column) for row in range(head_row(sheet) + 1, sheet.max_row + 1)]
