"""One table saved in each of the three workbook formats reads the same, cell for cell."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter
from biff_making import DATE, book, cell, number, open_document, row, table, text, truth
from read_making import only, rows_of, saved

TEXTS = ["Supplier", "Nº", "01234567", "=1+1", "-5", "N/A", "£36m", "Łódź & <株>", "TRUE", "1E5", "None"]
NUMBERS = [0.0, -3457.18, 1 / 3, 36_000_000.0, 1234567.0, 0.1 + 0.2, 1e15, 12345678901234567.0]
DAYS = [dt.datetime(1999, 12, 31), dt.datetime(2024, 2, 29), dt.datetime(2025, 3, 31)]
TRUTHS = [True, False]


def as_xlsx() -> bytes:
    held = io.BytesIO()
    with xlsxwriter.Workbook(held) as workbook:
        sheet = workbook.add_worksheet("Suppliers")
        day = workbook.add_format({"num_format": "dd/mm/yyyy"})
        for column, value in enumerate(TEXTS):
            sheet.write_string(0, column, value)
        sheet.write_row(1, 0, NUMBERS)
        for column, moment in enumerate(DAYS):
            sheet.write_datetime(2, column, moment, day)
        sheet.write_row(3, 0, TRUTHS)
    return held.getvalue()


def as_xls() -> bytes:
    cells = [text(0, column, value) for column, value in enumerate(TEXTS)]
    cells += [number(1, column, value) for column, value in enumerate(NUMBERS)]
    cells += [number(2, column, (day - dt.datetime(1899, 12, 30)).days, DATE) for column, day in enumerate(DAYS)]
    cells += [truth(3, column, value) for column, value in enumerate(TRUTHS)]
    return book(("Suppliers", b"".join(cells)))


def as_ods() -> bytes:
    rows = [
        [cell(value.replace("&", "&amp;").replace("<", "&lt;")) for value in TEXTS],
        [cell("shown", value=repr(value)) for value in NUMBERS],
        [cell("shown", date_value=day.date().isoformat()) for day in DAYS],
        [cell("shown", boolean_value=str(value).lower()) for value in TRUTHS],
    ]
    return open_document(table("".join(row(*cells) for cells in rows)))


@pytest.mark.parametrize(("made", "ending"), [(as_xls, "xls"), (as_ods, "ods")], ids=["xls", "ods"])
def test_the_same_table_reads_as_from_xlsx(tmp_path: Path, made: Callable[[], bytes], ending: str) -> None:
    expected = only(saved(tmp_path, as_xlsx(), "a.xlsx"))
    found = only(saved(tmp_path, made(), f"a.{ending}"))
    assert rows_of(found) == rows_of(expected)
    assert (found.name, found.first_row, found.first_column) == (expected.name, 1, 1)
