"""The checker of workbooks finds each fault it looks for: one that cannot fail proves nothing."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl.styles import Font
from xlsxwriter import Workbook

from msrisk.write.workbook import book
from msrisk.write.workbook.plan import Chart, Heading, Link, SheetPlan
from tests import workbook_checks
from tests.workbook_checks import NOT_OF_A_LIST_TO_FILL_IN, POINTS, PUBLISHED, WAITING, faults_in
from tests.workbook_checks.books import contrast
from tests.write.workbook import spoilt_books, spoilt_published, spoilt_sheets, spoilt_tables
from tests.write.workbook.spoilt_making import SPOILT, found, good, points_of, raw_of

_DAY = date(2026, 11, 22)
_OF_EACH_KIND = (spoilt_tables, spoilt_sheets, spoilt_books, spoilt_published)  # read, they stand in SPOILT


@pytest.mark.parametrize("publish", [False, True])
def test_a_good_workbook_has_no_fault(publish: bool) -> None:
    assert found(good(publish), publish) == set()


@pytest.mark.parametrize(("name", "publish", "change"), SPOILT)
def test_fault_177_a_spoilt_workbook_is_caught(name: str, publish: bool, change: Callable[[Any], None]) -> None:
    made = good(publish)
    change(made)
    assert name in found(made, publish)


def test_a_macro_is_caught() -> None:
    raw = BytesIO(raw_of(good()))
    with zipfile.ZipFile(raw, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"")
    assert "no_macros" in points_of(raw.getvalue())


def test_every_point_has_a_workbook_that_it_catches() -> None:
    caught = {str(each.values[0]) for each in SPOILT} | {"no_macros"}
    assert caught == {point.name for point in (*POINTS, *PUBLISHED)}


def test_what_waits_and_what_is_let_pass_names_a_point_and_says_why() -> None:
    names = {point.name for point in POINTS}
    assert {name for name, _ in WAITING} | NOT_OF_A_LIST_TO_FILL_IN <= names
    assert all(WAITING.values())


def test_a_fault_says_the_sheet_the_cell_and_what_is_wrong() -> None:
    made = good()
    made["Register"]["B5"].font = Font(name="Calibri", size=12)
    made["Register"].merge_cells("A1:B1")
    assert faults_in(raw_of(made)) == [
        "Register: merged cells A1:B1 [no_merged_cells, essential]",
        "Register!B5: Calibri of 12 points [letters]",
    ]


def test_a_workbook_of_ours_that_is_spoilt_fails_the_test_that_wrote_it() -> None:
    """Links and an empty cell of our own making, as a planned sheet could hold them."""
    plan = SheetPlan("Register", "Register", ["One row."], [Heading("Supplier", 20)], [["Alder Ltd"], [""]])
    book.workbook("Title", "", _DAY, [plan])
    assert any("an empty cell under 'Supplier'" in each for each in workbook_checks.taken())


def test_a_workbook_of_ours_with_a_chart_links_and_cells_to_fill_in_keeps_the_list() -> None:
    headings = [Heading("Band", 20), Heading("Suppliers", 12, "number"), Heading("Notes", 20, "entry")]
    chart = Chart("Suppliers by band", "Bars: High 12 suppliers, Low 30 suppliers.", 0, 1, 2)
    rows = [[Link("High: statement", "https://alder.example/a"), 12, ""], ["Low", 30, "=1+1"]]
    plan = SheetPlan("Summary", "Bands", ["One row a band."], headings, rows, chart=chart)
    raw = book.workbook("Title", "", _DAY, [plan])
    assert faults_in(raw) == []


def test_contrast_is_reckoned_as_wcag_does() -> None:
    assert contrast("000000", "FFFFFF") == pytest.approx(21)
    assert contrast("777777", "FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_the_checker_reads_what_another_library_writes() -> None:
    made = BytesIO()
    with Workbook(made) as other:
        other.add_worksheet("Data").write_formula(0, 0, "=1+1")
    assert "Data!A1: a formula [no_formula]" in faults_in(made.getvalue())


def test_the_page_on_accessibility_names_every_check() -> None:
    page = (Path(__file__).resolve().parents[3] / "docs" / "accessibility.md").read_text(encoding="utf-8")
    assert [point.name for point in (*POINTS, *PUBLISHED) if f"`{point.name}`" not in page] == []
