"""A large sheet is the same sheet: what is streamed into a workbook reads back as what is written cell by cell."""

from __future__ import annotations

import csv
import shutil
import struct
import subprocess
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import python_calamine
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from msrisk.write.seal import put_seal, sealed_as
from msrisk.write.workbook import book, cells, graft, put, stream
from msrisk.write.workbook.plan import Cell, Chart, Heading, Link, SheetPlan
from tests.write.workbook.planned_making import column, made, part, planned

HEADINGS = (
    Heading("Rank", 7, "number"),
    Heading("Supplier", 22),
    Heading("Priority for checks", 14, "band"),
    Heading("Spend", 14, "pounds"),
    Heading("Settled", 9, "percent"),
    Heading("Statement", 26, "link"),
    Heading("Owner", 14, "entry", ("Open", "Closed"), "Who acts."),
    Heading("Due", 13, "day"),
)
TEXTS = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        ["=1+1", "-5", "_x0041_", " edge ", "a & b < c > d", "one\ntwo\nthree", "\x01", "x" * 200, "\t"]
    ),
)
FIGURES = st.one_of(st.integers(-(10**9), 10**12), st.floats(-1e9, 1e9, width=32), st.just("[not given]"))
LINKS = st.one_of(
    st.builds(
        Link, TEXTS, st.sampled_from(["https://alder.co.uk/a?b=1&c=2#top", "sheet:Register", "file:///x", ""])
    ),
    TEXTS,
)
BANDS = st.sampled_from(["Refer", "Critical", "High", "Not cleared", "Medium", "Low", "", "=Low"])
ROWS = st.lists(
    st.tuples(
        *(FIGURES, TEXTS, BANDS, FIGURES, FIGURES, LINKS),
        st.sampled_from(["", "Open", None, "=x"]),
        st.one_of(st.none(), st.integers(40_000, 50_000)),
    ),
    min_size=1,
    max_size=12,
)


def sheet_of_rows(rows: Sequence[Sequence[Cell]], **more: Any) -> SheetPlan:
    return planned(rows, HEADINGS, filtered=True, **more)


def both(plan: SheetPlan) -> tuple[bytes, bytes]:
    """The plan as it is written cell by cell, and as it is streamed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(book, "LARGE", 10**9)
        plain = made(plan, planned(name="Method"))
        patch.setattr(book, "LARGE", 0)
        return plain, made(plan, planned(name="Method"))


def streamed(plan: SheetPlan) -> bytes:
    return both(plan)[1]


def read(raw: bytes) -> Worksheet:
    return openpyxl.load_workbook(BytesIO(raw))["Register"]


def seen(sheet: Worksheet) -> dict[str, Any]:
    """All that a reader of the file can know of a sheet."""
    checks = sheet.data_validations.dataValidation
    cells = [
        (
            *(cell.coordinate, cell.value, cell.data_type, cell.number_format, cell.quotePrefix),
            *(cell.fill.fgColor.rgb, cell.font.b, cell.font.color and cell.font.color.rgb, cell.border.left.style),
            *(cell.alignment.horizontal, cell.alignment.wrap_text, cell.protection.locked),
            cell.hyperlink and (cell.hyperlink.target, cell.hyperlink.location),
        )
        for row in sheet.iter_rows()
        for cell in row
    ]
    return {
        "cells": cells,
        "size": sheet.dimensions,
        "heights": {row: held.height for row, held in sheet.row_dimensions.items()},
        "widths": {name: held.width for name, held in sheet.column_dimensions.items()},
        "checks": [(str(each.sqref), each.type, each.formula1, each.prompt) for each in checks],
        "frozen": sheet.freeze_panes,
        "tables": [(each.name, each.ref, each.autoFilter.ref) for each in sheet.tables.values()],
        "printed": (sheet.print_area, sheet.print_title_rows, sheet.oddFooter.left.text),
    }


def pairs(one: Any, other: Any) -> list[tuple[Any, Any]]:
    """What is not the same in both."""
    if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        return [(here, there) for here, there in zip(one, other, strict=True) if here != there]
    return [] if one == other else [(one, other)]


@pytest.mark.strange_workbooks
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ROWS)
@example([(1, "=1+1", "High", 2.5, 1, Link("", ""), "", None), (2, "a", "", 0, 0, Link("a", ""), None, 46_000)])
def test_both_ways_of_writing_a_sheet_read_back_the_same(rows: list[Sequence[Cell]]) -> None:
    plain, grafted = both(sheet_of_rows(rows))
    one, other = seen(read(plain)), seen(read(grafted))
    apart = [f"{name}: {here} {there}" for name in one for here, there in pairs(one[name], other[name])]
    assert not apart[:3]
    ways = [python_calamine.load_workbook(BytesIO(raw)).get_sheet_by_name("Register") for raw in (plain, grafted)]
    assert ways[0].to_python() == ways[1].to_python()
    names = [
        openpyxl.load_workbook(BytesIO(raw)).defined_names["Register_rows"].attr_text for raw in (plain, grafted)
    ]
    assert names[0] == names[1]


ODD: tuple[Sequence[Cell], ...] = (
    (1, "=1+1", "High", 1_250_000, 0.5, Link("Statement", "https://alder.co.uk/a?b=1&c=2"), "", 46_000),
    (2, " edges & <tags> _x0041_ ", "Refer", -12.5, 1, Link("Method", "sheet:Method"), "Open", None),
    (3, 'one\ntwo, "three"', "Not cleared", "[not given]", 0.0, Link("x", "javascript:1"), None, None),
)


def test_libreoffice_reads_the_same_in_both(tmp_path: Path) -> None:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if not office:
        pytest.skip("LibreOffice is not on this machine")
    files = [tmp_path / "plain.xlsx", tmp_path / "streamed.xlsx"]
    for path, raw in zip(files, both(sheet_of_rows(ODD * 4)), strict=True):
        path.write_bytes(raw)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    form = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1"
    command = [office, profile, "--headless", "--convert-to", form, *(path.name for path in files)]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=180)
    seen = [one.read_text(encoding="utf-8") for path in files for one in tmp_path.glob(f"{path.stem}*.csv")]
    assert len(seen) == 2
    assert seen[0] == seen[1]
    shown = [row[1] for row in csv.reader(seen[1].splitlines()) if len(row) > 1]
    assert "=1+1" in shown


def test_the_table_reaches_to_the_last_row_and_no_further() -> None:
    raw = streamed(sheet_of_rows(ODD * 50))
    assert read(raw).tables["Register"].ref == "A4:H154"
    assert part(raw, "xl/tables/table1.xml").count('ref="A4:H154"') == 2


def test_texts_are_shared_and_escaped_as_every_program_reads_them() -> None:
    raw = streamed(column("a & b", "_x0041_", " edges ", "\x01", "<b>"))
    shared = part(raw, "xl/sharedStrings.xml")
    for each in ("a &amp; b", "_x005F_x0041_", ' xml:space="preserve"> edges ', "\\u0001", "&lt;b&gt;"):
        assert f"{each}</t>" in shared
    assert "inlineStr" not in part(raw, "xl/worksheets/sheet1.xml")
    assert f'uniqueCount="{shared.count("<si>")}"' in shared


def test_no_text_becomes_a_formula() -> None:
    raw = streamed(column("=1+1", "=cmd|' /C calc'!A0", "+1", "@x"))
    assert "<f>" not in part(raw, "xl/worksheets/sheet1.xml")
    assert [cell.data_type for (cell,) in read(raw)["A5:A8"]] == ["s"] * 4


@pytest.mark.parametrize("large", [0, 10**9])
@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_what_is_no_number_never_reaches_a_cell(
    number: float, large: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(book, "LARGE", large)
    with pytest.raises(AssertionError, match="numbers that are numbers"):
        made(column(number, style="number"))


def test_the_zip_is_of_the_old_kind_with_its_sizes_where_programs_look_first() -> None:
    raw = streamed(sheet_of_rows(ODD * 50))
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        for entry in archive.infolist():
            local = raw[entry.header_offset : entry.header_offset + 30]
            version, flags, _, _, _, _, packed, size, _, extra = struct.unpack("<4xHHHHHLLLHH", local)
            assert (version, flags & 8, extra) == (20, 0, 0)
            assert (packed, size) == (entry.compress_size, entry.file_size)
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)


def test_a_link_beyond_what_excel_takes_is_a_text_in_both(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(put, "MOST_LINKS", 3)
    monkeypatch.setattr(stream, "MOST_LINKS", 3)
    rows = [[Link("Statement", f"https://a.co.uk/{row}"), Link("To", "sheet:Method")] for row in range(4)]
    plain, grafted = both(planned(rows, [Heading("One", 30, "link"), Heading("Two", 20, "link")]))
    assert seen_links(grafted) == seen_links(plain) == ["A5", "B5", "A6"]


def seen_links(raw: bytes) -> list[str]:
    return [cell.coordinate for row in read(raw).iter_rows() for cell in row if cell.hyperlink]


@pytest.mark.strange_workbooks
def test_rows_beyond_a_sheet_are_counted_below_it_in_both(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(put, "MOST_ROWS", 5)
    monkeypatch.setattr(stream, "MOST_ROWS", 5)
    ways = [[cell.value for cell in read(raw)["A"]][4:] for raw in both(column(*"abcdefgh"))]
    assert ways[0] == ways[1] == [*"abcde", put.left_over(3)]


@pytest.mark.strange_workbooks
def test_a_sheet_too_large_for_the_file_ends_earlier_and_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(stream, "AT_ONCE", 2)
    monkeypatch.setattr(stream, "MOST_BYTES", 250)
    cells = [cell.value for cell in read(streamed(column(*"abcdefgh")))["A"]][4:]
    assert cells == [*"abcd", put.left_over(4)]


def test_a_column_that_forgets_its_texts_writes_them_again_and_right(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "AT_ONCE", 2)
    monkeypatch.setattr(cells, "MOST_KEPT", 2)
    shown = [cell.value for cell in read(streamed(column(*"abcdabcd")))["A"]][4:]
    assert shown == [*"abcdabcd"]


def test_a_chart_is_drawn_from_the_real_rows() -> None:
    chart = Chart("Spend", "Bars: =1+1 1,250,000, edges -12.5.", 1, 3, 2)
    plain, grafted = both(sheet_of_rows(ODD * 40, chart=chart))
    assert part(grafted, "xl/charts/chart1.xml") == part(plain, "xl/charts/chart1.xml")


def test_rows_are_taken_as_they_come_and_none_is_kept() -> None:
    alive = 0
    most = 0

    class Row(list[Cell]):
        def __init__(self, *cells: Cell) -> None:
            nonlocal alive, most
            super().__init__(cells)
            alive += 1
            most = max(most, alive)

        def __del__(self) -> None:
            nonlocal alive
            alive -= 1

    def rows() -> Iterator[Row]:
        for number in range(20_000):
            yield Row(f"Supplier {number}", number)

    book.workbook("T", "C", date(2026, 1, 1), [planned(rows())])
    assert most < graft.LARGE + 2 * stream.AT_ONCE + 10


def test_the_same_rows_give_the_same_bytes() -> None:
    assert streamed(sheet_of_rows(ODD * 50)) == streamed(sheet_of_rows(ODD * 50))


def test_a_streamed_register_is_sealed_and_known_again(tmp_path: Path) -> None:
    path = tmp_path / "register.xlsx"
    sheet = planned([f"Supplier {number}", number] for number in range(5_000))
    with path.open("w+b") as file:
        book.put_workbook(file, "T", "C", date(2026, 1, 1), [sheet])
    put_seal(path, ".xlsx", "a register")
    assert sealed_as(path) == "a register"
    book.check(path, 1)
    path.write_bytes(path.read_bytes()[:-1] + b"g")
    assert sealed_as(path) == ""
