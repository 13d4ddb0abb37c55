"""Fault 69: what a cell's number format shows beside the figures is read, from every kind of workbook."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter
from biff_making import DATE, EUROS, NOUGHTS, book, cell, number, open_document, rounded, row, table, text
from read_making import MAIN, only, rows_of, saved, sheet_xml, workbook_bytes

from msrisk.read.number_formats import look_of
from msrisk.read.styles import PART

SHOWN = [
    ("[$€-407]#,##0.00", "€1000"),
    ("#,##0\\ [$€-407]", "€1000"),
    ('"€"#,##0;[Red]-"€"#,##0', "€1000"),
    ("#,##0 €", "€1000"),
    ("_-[$€-2]\\ * #,##0.00_-;\\-[$€-2]\\ * #,##0.00_-", "€1000"),
    ("[$EUR] #,##0", "EUR 1000"),
    ('"EUR "0', "EUR 1000"),
    ("$#,##0", "$1000"),
    ("\\$#,##0", "$1000"),
    ("[$$-409]#,##0.00", "$1000"),
    ("[$US$]0", "US$1000"),
    ('"US"$0', "US$1000"),
    ('#,##0.00\\ "zł"', "zł 1000"),
    ("#,##0\\ [$Kčs-405]", "Kčs 1000"),
    ("[$CHF-807] 0", "CHF 1000"),
    ("£#,##0.00", "1000"),
    ("[$£-809]#,##0", "1000"),
    ('_-"£"* #,##0_-', "1000"),
    ("[$GBP] 0", "1000"),
    ("[$-809]#,##0", "1000"),
    ("[$-F800]#,##0", "1000"),
    ("_€#,##0*$", "1000"),
    ('0 "days"', "1000"),
    ("General", "1000"),
    ("00000000", "00001000"),
    ("0", "1000"),
]


@pytest.mark.parametrize(("code", "seen"), SHOWN, ids=[f"fault_69 {code}" for code, _ in SHOWN])
def test_a_number_is_read_with_the_currency_that_is_seen(code: str, seen: str) -> None:
    look = look_of(code)
    assert (look.seen(1000.0) if look else "1000") == seen


def test_fault_69_only_numbers_are_changed_and_a_minus_stands_first() -> None:
    look = look_of("[$€-2]0.00")
    assert look is not None
    assert [look.seen(each) for each in (-2.5, "n/a", True, "")] == ["-€2.5", "n/a", True, ""]
    noughts = look_of("0000")
    assert noughts is not None
    assert [noughts.seen(each) for each in (7, -7.0, 1.5, 12345)] == ["0007", "-7", "1.5", "12345"]


def as_xlsx() -> bytes:
    held = io.BytesIO()
    with xlsxwriter.Workbook(held) as workbook:
        sheet = workbook.add_worksheet("List")
        euros, noughts = (workbook.add_format({"num_format": code}) for code in ("[$€-2]#,##0.00", "00000000"))
        sheet.write_row(1, 2, ["Acme", 5])
        sheet.write_number(1, 4, 1000.5, euros)
        sheet.write_formula(1, 5, "=A1", euros, -20)
        sheet.write_string(1, 6, "none", euros)
        sheet.write_number(1, 7, 1234567, noughts)
        sheet.write_row(1, 8, [1, 2])
        sheet.write_number(1, 10, 3, euros)
    return held.getvalue()


def as_xls() -> bytes:
    cells = text(1, 2, "Acme") + number(1, 3, 5) + number(1, 4, 1000.5, EUROS) + number(1, 5, -20, EUROS)
    cells += text(1, 6, "none") + number(1, 7, 1234567, NOUGHTS) + rounded(1, 8, [(1, 0), (2, 0), (3, EUROS)])
    return book(("List", cells))


def as_ods() -> bytes:
    euros = cell("3,00 EUR", value="3")
    cells = cell("Acme"), cell("5", value="5"), cell("€1,000.50", value="1000.5"), cell("-€20", value="-20")
    more = cell("none"), cell("01234567", value="1234567"), cell("1.00", value="1"), cell("2", value="2"), euros
    return open_document(table(row(times=1) + row(cell(times=2), *cells, *more)))


@pytest.mark.parametrize("made", [as_xlsx, as_xls, as_ods], ids=["xlsx", "xls", "ods"])
def test_fault_69_a_currency_stands_in_its_own_cell_and_in_no_other(
    tmp_path: Path, made: Callable[[], bytes]
) -> None:
    sheet = only(saved(tmp_path, made(), "a"))
    third = "EUR 3" if made is as_ods else "€3"
    assert sheet.row(1) == ["Acme", "5", "€1000.5", "-€20", "none", "01234567", "1", "2", third]


STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="164" formatCode="&quot;$&quot;0"/></numFmts>'
    '<cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs>{}</cellXfs>'
    '<dxfs><dxf><numFmt numFmtId="164" formatCode="0"/></dxf></dxfs></styleSheet>'
)
PLAIN, DOLLARS = '<xf numFmtId="0"/>', '<xf numFmtId="164"/>'
ODD = "<row>{}</row>".format("".join(f"<c{style}><v>7</v></c>" for style in ("", ' s="1"', " s = '1'")))
CELLS = [
    ("fault_69 no address", ODD, PLAIN + DOLLARS, ["7", "$7", "$7"]),
    ("fault_69 the usual style", ODD, DOLLARS + PLAIN, ["$7", "7", "7"]),
    ("fault_69 in another order", '<row><c s="1" r="A1"><v>7</v></c></row>', PLAIN + DOLLARS, ["$7"]),
    ("fault_69 many styles", '<row r="1"><c r="A1" s="70"><v>7</v></c></row>', PLAIN + DOLLARS * 80, ["$7"]),
    ("fault_69 the first style", '<row r="1"><c r="A1"><v>7</v></c></row>', DOLLARS, ["$7"]),
    ("fault_69 a style that is not there", '<row r="1"><c r="A1" s="9"><v>7</v></c></row>', DOLLARS, ["7"]),
]


@pytest.mark.parametrize(("rows", "styles", "seen"), [case[1:] for case in CELLS], ids=[case[0] for case in CELLS])
def test_a_currency_is_found_however_the_cell_is_written(
    tmp_path: Path, rows: str, styles: str, seen: list[str]
) -> None:
    path = saved(tmp_path, workbook_bytes(sheet_xml(rows), **{PART: STYLES.format(styles)}))
    assert rows_of(only(path)) == [seen]


def test_fault_79_an_error_that_excel_does_not_know_is_one_that_it_does(tmp_path: Path) -> None:
    wrong = '<table:table-cell table:formula="of:=X()" office:value-type="float" office:value="0">'
    cells = cell("Acme") + f"{wrong}<text:p>Err:502</text:p></table:table-cell>"
    assert only(saved(tmp_path, open_document(table(row(cells))), "a.ods")).row(0) == ["Acme", "#VALUE!"]


def test_fault_69_a_day_is_no_sum(tmp_path: Path) -> None:
    assert only(saved(tmp_path, book(("List", number(0, 0, 45747, DATE))), "a.xls")).row(0) == ["2025-03-31"]
