"""Makes the sample workbooks and their README from one table of invented suppliers.

python tests/samples/make_samples.py    writes everything into samples/, the payments and public files too

The same table gives the same bytes, on any day and machine.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

HERE = Path(__file__).resolve().parent
SAMPLES = HERE.parents[1] / "samples"
sys.path.insert(0, str(HERE))

from readme_making import readme  # noqa: E402
from sample_bidders import BIDDERS, HEADINGS  # noqa: E402
from sample_exposure import SUPPLIERS  # noqa: E402
from sample_months import write_months  # noqa: E402
from sample_public import write_public  # noqa: E402
from supplier_making import Cell, Supplier  # noqa: E402

AS_OF = date(2026, 11, 22)
_CREATED = datetime(2026, 11, 22)

# Each column: the heading of the tidy list, that of the messy one, and the width of both.
COLUMNS = {
    "supplier_id": ("Supplier ID", "Vendor no.", 11),
    "supplier_name": ("Supplier", "Vendor name", 44),
    "company_number": ("Company number", "Co. Reg", 15),
    "legal_form": ("Legal form", "Legal status", 25),
    "country": ("Country", "HQ country", 15),
    "category": ("Category", "Spend category", 27),
    "account": ("Expense type", "Account description", 27),
    "description": ("Description", "Narrative", 20),
    "contract": ("Contract reference", "Contract no", 12),
    "goods": ("Goods", "Product", 20),
    "origin": ("Country of origin", "Made in", 14),
    "place_of_work": ("Place of work", "Where the work is done", 15),
    "spend": ("Annual spend (£)", "Total spend 25/26", 15),
    "turnover": ("Turnover", "T/O £m", 22),
    "turnover_year_end": ("Turnover year end", "Accounts made up to", 18),
    "uk_business": ("Carries on business in the UK", "Trades in the UK?", 14),
    "statement_published": ("Modern slavery statement published", "MS statement?", 16),
    "statement_url": ("Statement link", "Link to statement", 46),
    "statement_year_end": ("Statement year end", "FY covered", 18),
    "statement_covers_supplier": ("Statement covers this supplier", "Covers this entity", 14),
    "statement_approved": ("Approved by board", "Board approved Y/N", 14),
    "statement_signed": ("Signed by director", "Director signed", 14),
    "statement_linked": ("Linked from home page", "Link on home page", 14),
    "statement_no_steps": ("No steps taken", "No steps", 12),
    "agency_workers": ("Agency workers", "Agency staff used", 12),
    "sponsored_workers": ("Sponsored workers", "Visa sponsored workers", 12),
    "subcontracted": ("Subcontracted", "Uses sub-contractors", 14),
    "msat_score": ("MSAT score", "MSAT %", 10),
    "msat_date": ("MSAT completed", "MSAT date", 14),
    "ecovadis_score": ("EcoVadis score", "EcoVadis overall score", 10),
    "ecovadis_medal": ("EcoVadis medal", "EcoVadis rating", 10),
    "ecovadis_date": ("EcoVadis scorecard date", "EcoVadis date", 14),
    "ecovadis_expiry": ("EcoVadis expiry date", "EcoVadis valid until", 14),
    "sedex_member": ("Sedex member", "Sedex registered", 10),
    "sedex_audit_date": ("SMETA audit date", "Last SMETA audit", 14),
    "sedex_audit_expiry": ("SMETA audit expiry", "SMETA valid until", 14),
    "social_audit_date": ("Social audit date", "Last ethical audit", 14),
    "social_audit_expiry": ("Social audit expiry date", "Ethical audit valid until", 14),
    "sa8000_held": ("SA8000 certified", "SA 8000", 10),
    "sa8000_date": ("SA8000 certificate date", "SA8000 issue date", 14),
    "sa8000_expiry": ("SA8000 expiry date", "SA8000 valid until", 14),
    "contract_clauses": ("Modern slavery clauses in contract", "MS clause", 14),
    "contract_clauses_until": ("Modern slavery clauses until", "MS clause end date", 14),
    "department": ("Buying department", "Directorate", 22),
}
NUMBERED = {supplier.id: number for number, supplier in enumerate(SUPPLIERS)}
Row = Mapping[str, Cell]


def rows_of(supplier: Supplier) -> list[Row]:
    """The rows of one supplier in the tidy list: nearly always one."""
    row = {"supplier_id": supplier.id, "supplier_name": supplier.name, **supplier.cells}
    return [row] if supplier.again is None else [row, {**row, **supplier.again}]


# -- the messy list: the same facts as people type them

_BLANKS = ("", "", "", "-", "n/a", "")
_YES = ("Yes", "Y", "yes", "TRUE", "✓", "Yes ", "y")
_NO = ("No", "N", "no", "FALSE", "✗", "No.", "n")
_DATES = ("{0:%d/%m/%Y}", "{0.day} {0:%B %Y}", "{0:%d.%m.%y}")
_NBSP = "\u00a0"


def messy_rows(supplier: Supplier) -> list[Row]:
    """The rows of one supplier in the messy list."""
    number = NUMBERED[supplier.id]
    rows = [
        {field: messy(field, cell, number + at) for at, (field, cell) in enumerate(row.items())}
        for row in rows_of(supplier)
    ]
    kept: list[Row] = [{**row, **supplier.messy} for row in rows]
    if supplier.spellings:
        kept = [{**kept[at % len(kept)], "supplier_name": name} for at, name in enumerate(supplier.spellings)]
    return kept


def messy(field: str, cell: Cell, turn: int) -> Cell:
    """One cell as a busy person keeps it; ``turn`` picks among the ways of typing it."""
    if cell in ("Yes", "No"):
        return (_YES if cell == "Yes" else _NO)[turn % len(_YES)]
    if isinstance(cell, date):
        return cell if turn % 2 else _DATES[turn // 2 % len(_DATES)].format(cell)
    if field == "supplier_name":
        return _messy_name(str(cell), turn)
    if field == "turnover" and not isinstance(cell, str):
        return round(cell / 1_000_000, 8)
    if field == "spend" and isinstance(cell, int | float) and turn % 4 == 0:
        return f"£{cell:,.2f}"
    if field == "company_number":
        return int(str(cell)) if str(cell).isdigit() else _without_zeros(str(cell))
    if cell == "" and field != "department":
        return _BLANKS[turn % len(_BLANKS)]
    return cell


def _messy_name(name: str, turn: int) -> str:
    """A name in another spelling of the same words."""
    ways = (
        name,
        name.replace(" Ltd", " Limited"),
        name.replace(" ", "  ", 1),
        name.upper() if name.isascii() and "[" not in name and "=" not in name else name,
        name.replace(" ", _NBSP, 1),
        f" {name} ",
    )
    return ways[turn % len(ways)]


def _without_zeros(number: str) -> str:
    """``SL099104`` as a person who drops zeros types it: SL 99104."""
    return f"{number[:2]} {number[2:].lstrip('0')}" if number[2:].isdigit() else number


@dataclass(frozen=True)
class Stray:
    """A row of the messy list that is no supplier: after which supplier it stands, and why it is left out."""

    after: str
    cells: Row
    reason: str


def strays() -> list[Stray]:
    """The rows that no supplier owns, in order."""
    heading: Row = {field: messy_heading for field, (_, messy_heading, _) in COLUMNS.items()}
    various: Row = {
        "supplier_id": "V9001",
        "supplier_name": "Various",
        "category": "Sundry items",
        "spend": 8_210.4,
    }
    redacted: Row = {"supplier_name": "REDACTED PERSONAL DATA", "category": "Direct payments", "spend": 1_140}
    withheld: Row = {
        "supplier_name": "Redacted - Commercial Confidentiality",
        "category": "Legal",
        "spend": 23_000,
    }
    footnote: Row = {
        "supplier_id": "* T/O = turnover from the last accounts we have on file; ask finance if in doubt"
    }
    last = SUPPLIERS[-1].id
    return [
        Stray("S006", {}, "blank row"),
        Stray("S012", redacted, "the supplier's name is redacted"),
        Stray("S020", {}, "blank row"),
        Stray("S020", heading, "the heading repeated"),
        Stray("S027", withheld, "the supplier's name is redacted"),
        Stray("S033", various, "not the name of one supplier"),
        Stray(last, {}, "blank row"),
        Stray(last, {"supplier_name": "TOTAL", "spend": _total()}, "a total, not a supplier"),
        Stray(last, {}, "blank row"),
        Stray(last, footnote, "a note, not a supplier"),
    ]


def _total() -> float:
    spends = (row["spend"] for supplier in SUPPLIERS for row in rows_of(supplier))
    return float(sum(spend for spend in spends if isinstance(spend, int | float)))


def messy_list() -> Iterator[Row]:
    """Every row of the messy list below its headings."""
    beside = strays()
    for supplier in SUPPLIERS:
        yield from messy_rows(supplier)
        yield from (stray.cells for stray in beside if stray.after == supplier.id)


# -- writing

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
