"""A small workbook that keeps the whole list, ways to spoil it, and which points of the list then find a fault."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from openpyxl.styles import Alignment, Font, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table

from tests import workbook_checks
from tests.workbook_checks import POINTS, PUBLISHED

Made = openpyxl.Workbook
SPOILT: list[Any] = []  # filled by the modules spoilt_tables, spoilt_sheets, spoilt_books and spoilt_published


def good(publish: bool = False) -> Made:
    """A small workbook that keeps the whole list, to be spoilt in one way."""
    made = openpyxl.Workbook()
    made.properties.title, made.properties.creator, made.properties.language = "Register", "msrisk", "en-GB"
    for number, name in enumerate(("Register", "Findings")):
        sheet = made.active if number == 0 else made.create_sheet()
        sheet.title = name
        sheet.sheet_view.tabSelected = number == 0
        sheet["A1"], sheet["A2"] = f"Title of {name}", "One row a supplier."
        for at, title in enumerate(("Supplier", "Why", "Notes"), start=1):
            sheet.cell(4, at, title)
            sheet.column_dimensions[get_column_letter(at)].width = 30
        for row in (5, 6):
            sheet.cell(row, 1, f"Alder {row} Ltd")
            sheet.cell(row, 2, "No statement found")
            sheet.cell(row, 3, "None" if publish else None).protection = Protection(locked=False)
        for cells in sheet["A1:C6"]:
            for cell in cells:
                cell.font = Font(name="Arial", size=12)
                cell.alignment = Alignment(wrap_text=cell.row > 3)
        sheet["A1"].font = Font(name="Arial", size=16, bold=True)
        sheet.add_table(Table(name=name, displayName=name, ref="A4:C6"))
        if publish:
            without_filter(sheet, sheet.tables[name])
    return made


def without_filter(sheet: Any, table: Table) -> None:
    table._initialise_columns()
    for column, cell in zip(table.tableColumns, sheet[4], strict=True):
        column.name = str(cell.value)
    table.autoFilter = None


def raw_of(made: Made) -> bytes:
    kept = BytesIO()
    made.save(kept)
    return kept.getvalue()


def found(made: Made, publish: bool = False) -> set[str]:
    """The names of the points that find a fault, the waiting ones too."""
    return points_of(raw_of(made), publish)


def points_of(raw: bytes, publish: bool = False) -> set[str]:
    seen = workbook_checks.BookSeen(raw)
    points = (*POINTS, *PUBLISHED) if publish else POINTS
    return {point.name for point in points if next(point(seen), None)}


def spoil(name: str, publish: bool = False) -> Callable[[Callable[[Any], None]], Callable[[Any], None]]:
    """What follows spoils the workbook for the point of that name."""

    def kept(change: Callable[[Any], None]) -> Callable[[Any], None]:
        SPOILT.append(pytest.param(name, publish, change, id=change.__name__.strip("_")))
        return change

    return kept
