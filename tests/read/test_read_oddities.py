"""Workbooks that other programs write oddly, and files in which single bytes changed: never another answer."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from biff_making import book, cell, number, open_document, row, table, text
from read_making import MAIN, OFFICE, ONE_ROW, PACKAGE, PARTS, SHEET, only, refused, rows_of, saved, sheet_xml
from read_making import workbook_bytes as made

from msrisk.errors import InputError
from msrisk.read import FileKind, read_sheets, sniff

STRINGS = "xl/sharedStrings.xml"
A_STRING = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'


def strings(*texts: str) -> str:
    return f'<sst xmlns="{MAIN}">{"".join(f"<si>{each}</si>" for each in texts)}</sst>'


def strict(xml: str) -> str:
    plain = xml.replace(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main")
    return plain.replace(OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships")


PREFIXED = (
    f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>Acme</x:t>'
    '</x:is></x:c><x:c r="B1"><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>'
)
PREFIXED_BOOK = (
    f'<x:workbook xmlns:x="{MAIN}" xmlns:o="{OFFICE}"><x:sheets>'
    '<x:sheet name="Suppliers" sheetId="1" o:id="rId1"/></x:sheets></x:workbook>'
)
DRAWING = sheet_xml(ONE_ROW).replace("</worksheet>", f'<drawing xmlns:r="{OFFICE}" r:id="rId1"/></worksheet>')
DANGLING = (
    f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{OFFICE}/drawing" '
    'Target="../drawings/drawing1.xml"/></Relationships>'
)


def dimensioned(ref: str) -> str:
    return sheet_xml(ONE_ROW).replace("<sheetData", f'<dimension ref="{ref}"/><sheetData')


ODDLY_WRITTEN = [
    ("fault_39 prefixes", {SHEET: PREFIXED, "xl/workbook.xml": PREFIXED_BOOK}),
    ("fault_39 strict", {SHEET: strict(sheet_xml(ONE_ROW)), **{part: strict(xml) for part, xml in PARTS.items()}}),
    ("fault_39 a byte order mark", {SHEET: "\ufeff" + sheet_xml(ONE_ROW)}),
    ("fault_39 no addresses", {SHEET: sheet_xml(ONE_ROW.replace(' r="A1"', "").replace(' r="B1"', ""))}),
    ("fault_39 a target from the top", {"xl/_rels/workbook.xml.rels": PARTS["xl/_rels/workbook.xml.rels"]
        .replace("worksheets/", "/xl/worksheets/")}),
    ("fault_61 a drawing that is missing", {SHEET: DRAWING, "xl/worksheets/_rels/sheet1.xml.rels": DANGLING}),
    ("fault_62 protected", {SHEET: sheet_xml(ONE_ROW).replace("</worksheet>", "<sheetProtection/></worksheet>")}),
    *[
        (f"fault_39 the dimension {ref}", {SHEET: dimensioned(ref)})
        for ref in ("A1", "A1:XFD1048576", "A1:XFE1", "B9:A1", "", "A1:", "1:5", "$A$1:$B$2", "A0", "none")
    ],
]  # fmt: skip


@pytest.mark.parametrize("parts", [case[1] for case in ODDLY_WRITTEN], ids=[case[0] for case in ODDLY_WRITTEN])
def test_what_other_programs_write_is_read_as_excel_reads_it(tmp_path: Path, parts: dict[str, str]) -> None:
    assert rows_of(only(saved(tmp_path, made(**parts)))) == [["Acme", "5"]]


TEXTS = [
    ("fault_78 rich text", "<r><t>Ac</t></r><r><t>me</t></r>", "Acme"),
    ("fault_78 how it is spoken", '<t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh>', "東京"),
    ("fault_78 a line break of Excel", "<t>a_x000D_\nb</t>", "a\nb"),
    ("fault_78 an escape that is escaped", "<t>a_x005F_x0041_</t>", "a_x0041_"),
    ("fault_85 lost zeros are not lost", "<t>00123</t>", "00123"),
    ("T86 letters as they are stored", "<t>Â£36m</t>", "Â£36m"),
]


@pytest.mark.parametrize(("stored", "shown"), [case[1:] for case in TEXTS], ids=[case[0] for case in TEXTS])
def test_a_shared_text_is_read_as_excel_shows_it(tmp_path: Path, stored: str, shown: str) -> None:
    assert only(saved(tmp_path, made(A_STRING, **{STRINGS: strings(stored)}))).row(0) == [shown]


@pytest.mark.parametrize("index", ["1", "9", "-1"])
def test_fault_24_a_shared_text_that_does_not_exist_is_refused(tmp_path: Path, index: str) -> None:
    cells = A_STRING.replace("<v>0</v>", f"<v>{index}</v>")
    refused(saved(tmp_path, made(cells, **{STRINGS: strings("<t>Acme</t>")})), "damaged")


@pytest.mark.parametrize(
    ("stored", "counted"),
    [
        ('<c r="A2"><f>B2</f></c>', 1),
        ('<c r="A2"><f>B2</f><v/></c>', 1),
        ('<c r="A2" t="str"><f>""</f><v></v></c>', 0),
    ],
    ids=["fault_80 nothing stored", "fault_80 an empty value", "fault_80 a formula that came to an empty text"],
)  # fmt: skip
def test_a_formula_that_came_to_nothing_is_not_one_without_a_value(
    tmp_path: Path, stored: str, counted: int
) -> None:
    sheet = only(saved(tmp_path, made(f'{ONE_ROW}<row r="2">{stored}<c r="B2"><v>1</v></c></row>')))
    assert len(sheet.remarks) == counted
    assert all(remark.startswith("1 formula (A2) has no stored value") for remark in sheet.remarks)


def test_fault_80_a_workbook_of_formulas_that_were_never_calculated_says_so(tmp_path: Path) -> None:
    path = saved(tmp_path, made('<row r="1"><c r="A1"><f>B1</f></c><c r="B1"><f>A1</f></c></row>'))
    refused(path, "no cell has a value: 2 formulas without a stored value", "press Save")


def test_fault_80_many_formulas_are_named_by_their_columns(tmp_path: Path) -> None:
    rows = "".join(
        f'<row r="{n}"><c r="A{n}"><f>ROW()</f></c><c r="B{n}"><v>1</v></c><c r="C{n}"><f>A{n}</f></c></row>'
        for n in range(1, 200)
    )
    (remark,) = only(saved(tmp_path, made(rows))).remarks
    assert remark.startswith("398 formulas in columns A and C (A1, C1, A2, …) have no stored value")


def test_two_sheets_in_one_part_are_refused(tmp_path: Path) -> None:
    second = '<sheet name="B" sheetId="2" r:id="rId2"/></sheets>'
    relation = (
        f'<Relationship Id="rId2" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
    )
    parts = {
        "xl/workbook.xml": PARTS["xl/workbook.xml"].replace("</sheets>", second),
        "xl/_rels/workbook.xml.rels": PARTS["xl/_rels/workbook.xml.rels"].replace("</Relationships>", relation),
    }
    refused(saved(tmp_path, made(**parts)), "damaged")


def test_fault_13_a_page_that_begins_with_many_comments_is_known_in_a_moment(tmp_path: Path) -> None:
    started = time.monotonic()
    assert sniff(saved(tmp_path, b"<!-- -->" * 900 + b"<html>", "a.xls")) is FileKind.WEB_PAGE
    assert sniff(saved(tmp_path, b"<!---->" * 900 + b"a,b\n1,2\n", "a.csv")) is FileKind.TEXT
    assert time.monotonic() - started < 5


ENTITY = '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b SYSTEM "http://localhost/x">]><l>&a;</l>'
MORE_PARTS = [
    STRINGS,
    "xl/styles.xml",
    "docProps/app.xml",
    "xl/theme/theme1.xml",
    "xl/worksheets/_rels/sheet1.xml.rels",
]
ODS_PARTS = ["content.xml", "styles.xml", "meta.xml", "settings.xml", "META-INF/manifest.xml"]


@pytest.mark.parametrize("part", MORE_PARTS)
def test_fault_35_entities_are_refused_in_every_further_part(tmp_path: Path, part: str) -> None:
    refused(saved(tmp_path, made(**{part: ENTITY})), "entities")


@pytest.mark.parametrize("part", ODS_PARTS)
def test_fault_35_entities_are_refused_in_every_part_of_an_open_document(tmp_path: Path, part: str) -> None:
    data = open_document(table(row(cell("Acme"))), **{part: ENTITY})
    refused(saved(tmp_path, data, "a.ods"), "entities")


@pytest.mark.parametrize("part", ["styles.xml", "meta.xml"])
def test_fault_23_a_part_that_no_cell_needs_may_be_missing(tmp_path: Path, part: str) -> None:
    assert only(saved(tmp_path, open_document(table(row(cell("Acme")))), "a.ods")).row(0) == ["Acme"]


LIST = [[f"Supplier {number}", str(number * 7), "Leeds"] for number in range(30)]


def as_xlsx() -> bytes:
    rows = "".join(
        f'<row r="{at}">'
        + "".join(
            f'<c r="{"ABC"[n]}{at}" t="inlineStr"><is><t>{each}</t></is></c>' for n, each in enumerate(cells)
        )
        + "</row>"
        for at, cells in enumerate(LIST, 1)
    )
    return made(rows)


def as_ods() -> bytes:
    return open_document(table("".join(row(*map(cell, cells)) for cells in LIST)))


def as_xls() -> bytes:
    cells = [text(at, n, each) for at, row_ in enumerate(LIST) for n, each in enumerate(row_)]
    return book(("Suppliers", b"".join(cells) + number(40, 0, 5)))


def as_csv() -> bytes:
    return "\n".join(",".join(cells) for cells in LIST).encode()


@pytest.mark.parametrize(("make", "ending"), [(as_xlsx, "xlsx"), (as_ods, "ods")], ids=["xlsx", "ods"])
def test_fault_22_five_hundred_changed_bytes_give_the_same_list_or_none(
    tmp_path: Path, make: Callable[[], bytes], ending: str
) -> None:
    data, chance = make(), random.Random(500)
    for _ in range(500):
        broken = bytearray(data)
        broken[chance.randrange(len(broken))] = chance.randrange(256)
        try:
            found = only(saved(tmp_path, bytes(broken), f"a.{ending}"))
        except InputError:
            continue
        assert rows_of(found) == LIST


@pytest.mark.parametrize(("make", "times"), [(as_csv, 500), (as_xls, 40)], ids=["csv", "xls"])
def test_fault_22_changed_bytes_are_read_or_refused(tmp_path: Path, make: Callable[[], bytes], times: int) -> None:
    data, chance = make(), random.Random(500)
    for _ in range(times):
        broken = bytearray(data)
        broken[chance.randrange(len(broken))] = chance.randrange(256)
        try:
            read_sheets(saved(tmp_path, bytes(broken), "a"))
        except InputError as error:
            assert error.problem


def test_fault_21_a_text_cut_anywhere_gives_its_first_rows_or_is_refused(tmp_path: Path) -> None:
    data = as_csv()
    for part in range(1, 20):
        found = rows_of(only(saved(tmp_path, data[: len(data) * part // 20], "a.csv")))
        assert [cells[:3] for cells in found[:-1]] == LIST[: len(found) - 1]
