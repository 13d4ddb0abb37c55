"""Makes the sample workbooks and their README from one table of invented suppliers.

python tests/samples/make_samples.py    writes everything into samples/, the payments and public files too

The same table gives the same bytes, on any day and machine.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

HERE = Path(__file__).resolve().parent
SAMPLES = HERE.parents[1] / "samples"
sys.path.insert(0, str(HERE))

from readme_making import readme  # noqa: E402
from sample_bidders import BIDDERS, HEADINGS  # noqa: E402
from sample_columns import COLUMNS, Row, rows_of  # noqa: E402
from sample_exposure import SUPPLIERS  # noqa: E402
from sample_messy import messy_list  # noqa: E402
from sample_months import write_months  # noqa: E402
from sample_public import write_public  # noqa: E402
from supplier_making import Cell  # noqa: E402

AS_OF = date(2026, 11, 22)
_CREATED = datetime(2026, 11, 22)

_NOTES = (
    "Supplier list for the modern slavery return",
    "",
    "Turnover is in £ million unless the cell says otherwise.",
    "Vendor numbers are those of the ledger. One vendor may stand on several rows.",
    "MS statement = modern slavery statement. Ask the category lead before changing an answer.",
    "All suppliers in this workbook are invented.",
)
_TITLES = ("Quarrendale and District: supplier list, quarter 3", "Working copy, last tidied by PR 03/11/2026")
_FIRST_MESSY_ROW = 4  # two titles and a blank row stand above the headings, counted from 0


def write_tidy(path: Path) -> None:
    """The list with its headings in the first row."""
    book, styles = _workbook(path)
    sheet = book.add_worksheet("Suppliers")
    headings = [tidy for tidy, _, _ in COLUMNS.values()]
    _widths(sheet)
    sheet.write_row(0, 0, headings, styles["heading"])
    sheet.freeze_panes(1, 2)
    rows = [row for supplier in SUPPLIERS for row in rows_of(supplier)]
    for at, row in enumerate(rows, start=1):
        _write_row(sheet, at, row, styles)
    sheet.autofilter(0, 0, len(rows), len(COLUMNS) - 1)
    book.close()


def write_messy(path: Path) -> None:
    """The list below two titles and a blank row, after a sheet of notes."""
    book, styles = _workbook(path)
    notes = book.add_worksheet("Notes - read first")
    for at, line in enumerate(_NOTES):
        notes.write_string(at, 0, line)
    sheet = book.add_worksheet("Vendors Q3 ")
    _widths(sheet)
    for at, line in enumerate(_TITLES):
        sheet.write_string(at, 0, line, styles["title"])
    sheet.write_row(_FIRST_MESSY_ROW - 1, 0, [each for _, each, _ in COLUMNS.values()], styles["heading"])
    for at, row in enumerate(messy_list(), start=_FIRST_MESSY_ROW):
        _write_row(sheet, at, row, styles)
    book.close()


def write_bidders(path: Path) -> None:
    """The bidders for one contract, a row a tender."""
    book, styles = _workbook(path)
    sheet = book.add_worksheet("Tenders")
    for at, (heading, width) in enumerate(HEADINGS.items()):
        sheet.set_column(at, at, width)
        sheet.write_string(0, at, heading, styles["heading"])
    sheet.freeze_panes(1, 2)
    for at, cells in enumerate(BIDDERS, start=1):
        for column, cell in enumerate(cells):
            _write_cell(sheet, at, column, cell, styles, "spend")
    book.close()


def _workbook(path: Path) -> tuple[Any, dict[str, Any]]:
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": "Invented suppliers for msrisk", "created": _CREATED})
    styles = {
        "heading": book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#DDE6EE"}),
        "title": book.add_format({"bold": True}),
        "date": book.add_format({"num_format": "dd/mm/yyyy", "align": "left"}),
        "spend": book.add_format({"num_format": "#,##0.00"}),
        "turnover": book.add_format({"num_format": "#,##0.########", "align": "left"}),
    }
    return book, styles


def _widths(sheet: Any) -> None:
    for at, (_, _, width) in enumerate(COLUMNS.values()):
        sheet.set_column(at, at, width)


def _write_row(sheet: Any, at: int, row: Row, styles: Mapping[str, Any]) -> None:
    """Text as text, whatever it begins with; numbers and dates as what they are."""
    for column, field in enumerate(COLUMNS):
        _write_cell(sheet, at, column, row.get(field, ""), styles, field)


def _write_cell(sheet: Any, at: int, column: int, cell: Cell, styles: Mapping[str, Any], style: str) -> None:
    if isinstance(cell, date):
        sheet.write_datetime(at, column, datetime(cell.year, cell.month, cell.day), styles["date"])
    elif isinstance(cell, int | float):
        sheet.write_number(at, column, cell, styles.get(style))
    elif cell:
        sheet.write_string(at, column, cell)


def main() -> None:
    """Write everything into the folder of samples."""
    write_tidy(SAMPLES / "suppliers.xlsx")
    write_messy(SAMPLES / "suppliers-messy.xlsx")
    write_bidders(SAMPLES / "bidders.xlsx")
    write_public(SAMPLES)
    write_months(SAMPLES)
    (SAMPLES / "README.md").write_text(readme(SUPPLIERS), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
