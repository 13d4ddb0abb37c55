"""One drawn table, saved in every format that is read: what a person sees in each cell is the same in all."""

from __future__ import annotations

import csv
import datetime as dt
import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from xml.sax.saxutils import escape

import biff_making as biff
import xlsxwriter

Plain = str | float | bool | dt.date | None


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that holds one thing and shows another.

    style: *percent*, *pounds*, *euros*, *whole* number, *day*, *error* or *formula* (whose stored value it holds).
    """

    value: Plain
    shown: str
    style: str


def percent(fraction: float) -> Cell:
    return Cell(fraction, f"{fraction:.0%}", "percent")


def pounds(amount: float) -> Cell:
    return Cell(amount, f"£{amount:,.2f}", "pounds")


def euros(amount: float) -> Cell:
    return Cell(amount, f"€{amount:,.2f}", "euros")


def whole(number: int) -> Cell:
    return Cell(number, str(number), "whole")


def day(when: dt.date) -> Cell:
    return Cell(when, f"{when:%d/%m/%Y}", "day")


def formula(stored: Plain) -> Cell:
    return Cell(stored, seen(stored), "formula")


ERROR = Cell("#N/A", "#N/A", "error")


@dataclass(frozen=True)
class Drawn:
    """A sheet's rows, and what a spreadsheet can do to them that a text file cannot.

    merged: first row and column, last row and column, from 0.  blank_below: rows with a format alone.
    other: the name of a second sheet, which is empty.
    """

    rows: tuple[tuple[Plain | Cell, ...], ...]
    name: str = "Suppliers"
    merged: tuple[tuple[int, int, int, int], ...] = ()
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    counts_from_1904: bool = False
    blank_below: int = 0
    other: str = ""


def seen(cell: Plain | Cell) -> str:
    """What a person sees in a cell, and a text file therefore holds."""
    if isinstance(cell, Cell):
        return cell.shown
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, dt.date):
        return f"{cell:%d/%m/%Y}"
    return f"{cell:.11g}" if isinstance(cell, int | float) else cell or ""


def held(cell: Plain | Cell) -> Plain:
    return cell.value if isinstance(cell, Cell) else cell


def style(cell: Plain | Cell) -> str:
    return cell.style if isinstance(cell, Cell) else "day" if isinstance(cell, dt.date) else ""


_FORMATS = {"percent": "0%", "pounds": "£#,##0.00", "euros": "[$€-2]#,##0.00", "whole": "0", "day": "dd/mm/yyyy"}


def as_xlsx(drawn: Drawn) -> bytes:
    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed, {"date_1904": drawn.counts_from_1904, "in_memory": True}) as book:
        sheet = book.add_worksheet(drawn.name)
        styles = {name: book.add_format({"num_format": shown}) for name, shown in _FORMATS.items()}
        shaded = book.add_format({"bg_color": "#EEEEEE"})
        for at in drawn.hidden_rows:
            sheet.set_row(at, None, None, {"hidden": True})
        for at in drawn.hidden_columns:
            sheet.set_column(at, at, None, None, {"hidden": True})
        for area in drawn.merged:
            sheet.merge_range(*area, "")
        for row, cells in enumerate(drawn.rows):
            for column, cell in enumerate(cells):
                _write(sheet, row, column, cell, styles.get(style(cell)))
        for row in range(len(drawn.rows), len(drawn.rows) + drawn.blank_below):
            sheet.write_blank(row, 0, None, shaded)
        if drawn.other:
            book.add_worksheet(drawn.other)
    return packed.getvalue()


def _write(
    sheet: xlsxwriter.worksheet.Worksheet, row: int, column: int, cell: Plain | Cell, shown: object
) -> None:
    value = held(cell)
    if style(cell) in ("formula", "error"):
        sheet.write_formula(row, column, "=A1", None, value)
    elif isinstance(value, dt.date):
        sheet.write_datetime(row, column, value, shown)
    elif isinstance(value, str):
        sheet.write_string(row, column, value)
    elif value is not None:
        sheet.write(row, column, value, shown)


def as_xlsm(drawn: Drawn) -> bytes:
    """The same with the type of a workbook that may hold macros."""
    plain, packed = zipfile.ZipFile(io.BytesIO(as_xlsx(drawn))), io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in plain.namelist():
            content = plain.read(part)
            if part == "[Content_Types].xml":
                usual = b"vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
                content = content.replace(usual, b"vnd.ms-excel.sheet.macroEnabled.main+xml")
            archive.writestr(part, content)
    return packed.getvalue()


def as_xls(drawn: Drawn) -> bytes:
    cells = b"".join(
        _record(row, column, cell, drawn.counts_from_1904)
        for row, line in enumerate(drawn.rows)
        for column, cell in enumerate(line)
    )
    cells += b"".join(biff.hidden_row(row) for row in drawn.hidden_rows)
    cells += b"".join(biff.hidden_column(column) for column in drawn.hidden_columns)
    cells += biff.merged(drawn.merged) if drawn.merged else b""
    cells += b"".join(biff.blank(len(drawn.rows) + row, 0) for row in range(drawn.blank_below))
    more = biff.FROM_1904 if drawn.counts_from_1904 else b""
    return biff.book((drawn.name, cells), *([(drawn.other, b"")] if drawn.other else []), more=more)


_OLD_FORMATS = {"percent": biff.PERCENT, "euros": biff.EUROS}


def _record(row: int, column: int, cell: Plain | Cell, counts_from_1904: bool) -> bytes:
    value = held(cell)
    if value is None:
        return b""
    if style(cell) == "error":
        return biff.error(row, column)
    if style(cell) == "formula":
        make = biff.text_formula if isinstance(value, str) else biff.formula
        return make(row, column, value)  # type: ignore[operator]
    if isinstance(value, dt.date):
        nought = dt.date(1904, 1, 1) if counts_from_1904 else dt.date(1899, 12, 30)
        return biff.number(row, column, (value - nought).days, biff.DATE)
    if isinstance(value, bool):
        return biff.truth(row, column, value)
    if isinstance(value, str):
        return biff.text(row, column, value)
    return biff.number(row, column, value, _OLD_FORMATS.get(style(cell), biff.GENERAL))


def as_ods(drawn: Drawn) -> bytes:
    rows = [biff.row(*map(_element, cells)) for cells in drawn.rows]
    for at in drawn.hidden_rows:
        rows[at] = rows[at].replace("table-row ", 'table-row table:visibility="collapse" ', 1)
    below = biff.row(biff.cell(), times=drawn.blank_below) if drawn.blank_below else ""
    other = biff.table("", escape(drawn.other)) if drawn.other else ""
    return biff.open_document(biff.table("".join(rows) + below, escape(drawn.name, {'"': "&quot;"})) + other)


def _element(cell: Plain | Cell) -> str:
    value, lines = held(cell), seen(cell).replace("\r\n", "\n").split("\n")
    shown = "".join(f"<text:p>{escape(line)}</text:p>" for line in lines) if seen(cell) else ""
    if style(cell) == "error":
        stored = 'table:formula="of:=A1" office:value-type="string" office:string-value=""'
        return f"<table:table-cell {stored}>{shown}</table:table-cell>"
    if isinstance(value, bool):
        return biff.cell(shown, boolean_value=str(value).lower())
    if isinstance(value, dt.date):
        return biff.cell(shown, date_value=value.isoformat())
    if isinstance(value, str) or value is None:
        return biff.cell(shown)
    return biff.cell(shown, value=repr(float(value)))


def _as_text(delimiter: str, encoding: str) -> Callable[[Drawn], bytes]:
    def write(drawn: Drawn) -> bytes:
        text = io.StringIO()
        writer = csv.writer(text, delimiter=delimiter)
        widest = max(map(len, drawn.rows))
        rows = [*drawn.rows, *[()] * drawn.blank_below]
        writer.writerows([*map(seen, cells), *[""] * (widest - len(cells))] for cells in rows)
        return text.getvalue().encode(encoding)

    return write


# How each format is called and ended, and how a drawn table is saved in it.
FORMATS: dict[str, tuple[str, Callable[[Drawn], bytes]]] = {
    "xlsx": ("xlsx", as_xlsx),
    "xlsm": ("xlsm", as_xlsm),
    "xls": ("xls", as_xls),
    "ods": ("ods", as_ods),
    "csv": ("csv", _as_text(",", "utf-8")),
    "csv with a mark": ("csv", _as_text(",", "utf-8-sig")),
    "csv in cp1252": ("csv", _as_text(",", "cp1252")),
    "csv in utf-16": ("csv", _as_text(",", "utf-16")),
    "csv with semicolons": ("csv", _as_text(";", "utf-8")),
    "tsv": ("tsv", _as_text("\t", "utf-8")),
}
