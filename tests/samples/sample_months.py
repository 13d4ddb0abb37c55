"""Three invented months of payments as three people saved them, which make one list.

April has a title, pounds in cp1252 and a total; May has other headings, semicolons and two payments of April once
more; June is a workbook with headings over two rows and a credit note.
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import xlsxwriter

FOLDER = "months"
_CREATED = datetime(2026, 11, 22)

Payment = tuple[str, str, date, str, float]  # supplier, what for, day, reference, amount

APRIL: tuple[Payment, ...] = (
    ("Copperfold Waste Services Ltd", "Waste disposal", date(2026, 4, 8), "T40011", 21_400.00),
    ("Merrow Field Care Home Ltd", "Residential care", date(2026, 4, 8), "T40012", 24_960.00),
    ("Velmora Textiles Ltd", "Uniforms and workwear", date(2026, 4, 15), "T40013", 3_215.50),
    ("Redacted - personal information", "Foster carer allowances", date(2026, 4, 15), "T40014", 1_170.00),
    ("Thornlea Reach Recruitment Ltd", "Agency staff", date(2026, 4, 22), "T40015", 9_020.00),
    ("Whinfell Software Ltd", "Software development", date(2026, 4, 29), "T40016", 13_000.00),
    ("HAREBELL HOME CARE LTD", "Home care", date(2026, 4, 30), "T40017", 6_140.25),
)
REPEATED = APRIL[-2:]
MAY: tuple[Payment, ...] = (
    *REPEATED,
    ("Copperfold Waste Services Limited", "Waste disposal", date(2026, 5, 13), "T40023", 20_880.00),
    ("Harebell Home Care Ltd", "Home care", date(2026, 5, 20), "T40024", 6_040.75),
    ("Tamarisk Linen Hire Ltd", "Linen hire", date(2026, 5, 27), "T40025", 3_600.00),
)
JUNE: tuple[Payment, ...] = (
    ("Copperfold Waste Services Ltd", "Waste disposal", date(2026, 6, 10), "T40031", 21_150.00),
    ("Copperfold Waste Services Ltd", "Waste disposal", date(2026, 6, 11), "T40032", -1_150.00),
    ("Thornlea Reach Recruitment Ltd", "Agency staff", date(2026, 6, 24), "T40033", 8_700.00),
    ("Merrow Field Care Home Ltd", "Residential care", date(2026, 6, 24), "T40034", 25_100.00),
)


def write_months(samples: Path) -> None:
    """The three files, in a folder of their own."""
    folder = samples / FOLDER
    folder.mkdir(exist_ok=True)
    (folder / "april.csv").write_bytes(_april().encode("cp1252"))
    (folder / "may.csv").write_bytes(_may().encode("utf-8-sig"))
    _write_june(folder / "june.xlsx")


def _april() -> str:
    total = sum(amount for *_, amount in APRIL)
    lines = [
        "Quarrendale Council: payments over £500 in April 2026,,,,",
        ",,,,",
        "Supplier Name,Expense Type,Payment Date,Transaction No,Net Amount (£)",
        *(f'{name},{what},{day:%d/%m/%Y},{ref},"£{amount:,.2f}"' for name, what, day, ref, amount in APRIL),
        f',,,Total,"£{total:,.2f}"',
    ]
    return "\r\n".join(lines) + "\r\n"


def _may() -> str:
    rows = (f"{day:%d-%b-%y};{ref};{name};{what};{amount:.2f}" for name, what, day, ref, amount in MAY)
    return "\r\n".join(["Date paid;Transaction number;Vendor name;Purpose of spend;Amount ex VAT", *rows]) + "\r\n"


def _write_june(path: Path) -> None:
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": "Invented payments for msrisk", "created": _CREATED})
    sheet = book.add_worksheet("June 26")
    day, pounds = book.add_format({"num_format": "dd/mm/yyyy"}), book.add_format({"num_format": "#,##0.00"})
    for row, texts in enumerate((("", "Transaction", "Payment", "Expense", ""), _LOWER)):
        sheet.write_row(row, 0, texts, book.add_format({"bold": True}))
    sheet.set_column(0, 4, 22)
    for row, (name, what, paid, ref, amount) in enumerate(JUNE, start=2):
        sheet.write_row(row, 0, (name, ref))
        sheet.write_datetime(row, 2, datetime(paid.year, paid.month, paid.day), day)
        sheet.write_string(row, 3, what)
        sheet.write_number(row, 4, amount, pounds)
    book.close()


_LOWER = ("Supplier", "number", "date", "type", "Amount net of VAT")
