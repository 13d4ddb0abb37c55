"""A register written, filled in as people do, saved, and held against the list of a later day."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl
import pandas
from openpyxl.worksheet.worksheet import Worksheet

from msrisk import write_report
from msrisk.model import register_sheet as headed
from msrisk.report import Report
from msrisk.ruleset.load import load_rules
from msrisk.ruleset.rules import RuleSet
from msrisk.screening import DEFAULT_RULES, read_suppliers, screen

THEN, NOW = date(2026, 8, 22), date(2026, 11, 22)
CLEANING, AGENCY = "Office cleaning", "Agency staff"
Rows = list[dict[str, str]]


def of(name: str, category: str = CLEANING, **more: str) -> dict[str, str]:
    return {"Supplier": name, "Category": category, "Spend": "90000", "Company number": ""} | more


ALDER, BEECH, ELM = of("Alder Ltd"), of("Beech Ltd", AGENCY), of("Elm Ltd", "Stationery")


@cache
def default_rules() -> RuleSet:
    return load_rules(DEFAULT_RULES)


def screened(rows: Rows, last: Path | None = None, as_of: date = NOW) -> Report:
    return screen(read_suppliers(pandas.DataFrame(rows)), rules=default_rules(), as_of=as_of, last_register=last)


def register(folder: Path, rows: Rows, as_of: date = THEN) -> Path:
    """The register of a list as msrisk writes it, with its columns to fill in; written once, then copied."""
    path = folder / "register.xlsx"
    path.write_bytes(_register(tuple(tuple(each.items()) for each in rows), as_of))
    return path


@cache
def _register(rows: tuple[tuple[tuple[str, str], ...], ...], as_of: date) -> bytes:
    listed = [dict(each) for each in rows]
    with TemporaryDirectory() as folder:
        path = write_report(screened(listed, as_of=as_of), Path(folder) / "register.xlsx")
        book = openpyxl.load_workbook(path)
        _with_columns_to_fill_in(book[headed.SHEET], listed)
        book.save(path)
        return path.read_bytes()


def _with_columns_to_fill_in(sheet: Worksheet, rows: Rows) -> None:
    for title in (headed.REGISTER_ID, headed.NUMBER, *headed.TYPED):
        if title not in columns(sheet):
            sheet.cell(head(sheet), sheet.max_column + 1, title)
    numbers = {each["Supplier"]: each["Company number"] for each in rows}
    for row in range(head(sheet) + 1, sheet.max_row + 1):
        name = sheet.cell(row, columns(sheet)[headed.SUPPLIER]).value
        sheet.cell(row, columns(sheet)[headed.NUMBER], numbers.get(name))


def head(sheet: Worksheet) -> int:
    """The row of the headings."""
    found = (cell.row for row in sheet.iter_rows() for cell in row if cell.value == headed.PRIORITY)
    return next(found)


def columns(sheet: Worksheet) -> dict[str, int]:
    return {str(cell.value): cell.column for cell in sheet[head(sheet)] if cell.value is not None}


def fill(path: Path, supplier: str, **typed: Any) -> Path:
    """What a person writes in the row of a supplier; a heading with an underscore for each space."""
    book = openpyxl.load_workbook(path)
    sheet = book[headed.SHEET]
    places = columns(sheet)
    for row in range(head(sheet) + 1, sheet.max_row + 1):
        if sheet.cell(row, places[headed.SUPPLIER]).value == supplier:
            for heading, text in typed.items():
                sheet.cell(row, places[heading.replace("_", " ")]).value = text
    book.save(path)
    return path
