"""The checker of workbooks finds each fault it looks for: one that cannot fail proves nothing."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table
from xlsxwriter import Workbook

from msrisk.write.workbook import book
from msrisk.write.workbook.plan import Chart, Heading, Link, SheetPlan
from tests import workbook_checks
from tests.workbook_checks import NOT_OF_A_LIST_TO_FILL_IN, POINTS, PUBLISHED, WAITING, faults_in
from tests.workbook_checks.books import contrast

Made = openpyxl.Workbook
_DAY = date(2026, 11, 22)
_LONG = "Cleaning of offices, schools and depots " * 6
_LONE = "".join(chr(65 + number % 26) for number in range(40))


def good(publish: bool = False) -> Made:
    """A small workbook that keeps the whole list, to be spoilt in one way."""
    made = openpyxl.Workbook()
    made.properties.title, made.properties.creator, made.properties.language = "Register", "msrisk", "en-GB"
    for number, name in enumerate(("Register", "Findings")):
        sheet = made.active if number == 0 else made.create_sheet()
        sheet.title = name
        sheet.sheet_view.tabSelected = number == 0
        sheet["A1"], sheet["A2"] = f"Title of {name}", "One row a supplier."
        for at, title in enumerate(("Supplier", "Why", "Notes"), start=1):
            sheet.cell(4, at, title)
            sheet.column_dimensions[get_column_letter(at)].width = 30
        for row in (5, 6):
            sheet.cell(row, 1, f"Alder {row} Ltd")
            sheet.cell(row, 2, "No statement found")
            sheet.cell(row, 3, "None" if publish else None).protection = Protection(locked=False)
        for cells in sheet["A1:C6"]:
            for cell in cells:
                cell.font = Font(name="Arial", size=12)
                cell.alignment = Alignment(wrap_text=cell.row > 3)
        sheet["A1"].font = Font(name="Arial", size=16, bold=True)
        sheet.add_table(Table(name=name, displayName=name, ref="A4:C6"))
        if publish:
            _without_filter(sheet, sheet.tables[name])
    return made


def _without_filter(sheet: Any, table: Table) -> None:
    table._initialise_columns()
    for column, cell in zip(table.tableColumns, sheet[4], strict=True):
        column.name = str(cell.value)
    table.autoFilter = None


def raw_of(made: Made) -> bytes:
    kept = BytesIO()
    made.save(kept)
    return kept.getvalue()


def found(made: Made, publish: bool = False) -> set[str]:
    """The names of the points that find a fault, the waiting ones too."""
    return points_of(raw_of(made), publish)


def points_of(raw: bytes, publish: bool = False) -> set[str]:
    seen = workbook_checks.BookSeen(raw)
    points = (*POINTS, *PUBLISHED) if publish else POINTS
    return {point.name for point in points if next(point(seen), None)}


@pytest.mark.parametrize("publish", [False, True])
def test_a_good_workbook_has_no_fault(publish: bool) -> None:
    assert found(good(publish), publish) == set()


def spoil(name: str, publish: bool = False) -> Callable[[Callable[[Any], None]], Callable[[Any], None]]:
    def kept(change: Callable[[Any], None]) -> Callable[[Any], None]:
        SPOILT.append(pytest.param(name, publish, change, id=change.__name__.strip("_")))
        return change

    return kept


SPOILT: list[Any] = []


@spoil("one_table")
def _no_table(made: Any) -> None:
    del made["Findings"].tables["Findings"]


@spoil("one_table")
def _two_tables(made: Any) -> None:
    made["Findings"]["E4"], made["Findings"]["E5"], made["Findings"]["E6"] = "More", "a", "b"
    made["Findings"].add_table(Table(name="Second", displayName="Second", ref="E4:E6"))


@spoil("table_names")
def _a_table_with_a_figure_in_its_name(made: Any) -> None:
    made["Findings"].tables["Findings"].displayName = "Findings2"


@spoil("table_names")
def _two_tables_of_one_name(made: Any) -> None:
    made["Findings"].tables["Findings"].displayName = "register"


@spoil("headings")
def _no_row_of_headings(made: Any) -> None:
    made["Findings"].tables["Findings"].headerRowCount = 0


@spoil("headings")
def _two_headings_alike_but_for_capitals(made: Any) -> None:
    made["Findings"]["C4"] = "why"


@spoil("headings")
def _a_heading_that_is_not_the_table_s(made: Any) -> None:
    sheet = made["Findings"]
    _without_filter(sheet, sheet.tables["Findings"])
    sheet["B4"] = "Reason"


@spoil("reach")
def _a_table_that_ends_before_its_last_column(made: Any) -> None:
    made["Findings"].tables["Findings"].ref = "A4:B6"


@spoil("reach")
def _a_table_that_starts_in_column_b(made: Any) -> None:
    made["Findings"].tables["Findings"].ref = "B4:C6"


@spoil("nothing_below")
def _a_table_that_ends_before_its_last_row(made: Any) -> None:
    made["Findings"].tables["Findings"].ref = "A4:C5"


@spoil("nothing_below")
def _a_note_below_the_table(made: Any) -> None:
    made["Findings"]["A9"] = "Source: us"


@spoil("no_blank_rows")
def _a_blank_row(made: Any) -> None:
    for cell in made["Findings"][5]:
        cell.value, cell.protection = None, Protection(locked=True)


@spoil("no_blank_rows")
def _a_blank_column(made: Any) -> None:
    made["Findings"]["B5"] = made["Findings"]["B6"] = None


@spoil("no_empty_cells")
def _an_empty_cell(made: Any) -> None:
    made["Findings"]["B5"] = " "


@spoil("title")
def _no_title(made: Any) -> None:
    made["Findings"]["A1"] = None


@spoil("title")
def _a_title_that_looks_like_any_cell(made: Any) -> None:
    made["Findings"]["A1"].font = Font(name="Arial", size=12)


@spoil("introduction")
def _nothing_in_the_second_row(made: Any) -> None:
    made["Findings"]["A2"] = None


@spoil("no_merged_cells")
def _merged_cells(made: Any) -> None:
    made["Findings"].merge_cells("A1:C1")


@spoil("nothing_hidden")
def _a_hidden_row(made: Any) -> None:
    made["Findings"].row_dimensions[5].hidden = True


@spoil("nothing_hidden")
def _a_hidden_column(made: Any) -> None:
    made["Findings"].column_dimensions["B"].hidden = True


@spoil("nothing_hidden")
def _a_hidden_sheet(made: Any) -> None:
    made["Findings"].sheet_state = "veryHidden"


@spoil("no_formula")
def _a_formula(made: Any) -> None:
    made["Findings"]["B5"] = "=1+1"


@spoil("cursor")
def _a_cursor_elsewhere(made: Any) -> None:
    made["Findings"].sheet_view.selection[0].activeCell = "C5"


@spoil("cursor")
def _a_sheet_scrolled_down(made: Any) -> None:
    made["Findings"].sheet_view.topLeftCell = "A4"


@spoil("wraps")
def _a_long_text_that_does_not_wrap(made: Any) -> None:
    made["Findings"]["B5"] = _LONG
    made["Findings"]["B5"].alignment = Alignment(wrap_text=False)


@spoil("row_heights")
def _a_row_of_no_height_under_a_long_text(made: Any) -> None:
    made["Findings"]["B5"] = _LONG


@spoil("row_heights")
def _a_row_too_low_for_its_text(made: Any) -> None:
    made["Findings"]["B5"] = _LONG
    made["Findings"].row_dimensions[5].height = 30


@spoil("links")
def _a_link_to_a_file(made: Any) -> None:
    made["Findings"]["B5"].hyperlink = "file:///etc/passwd"


@spoil("links")
def _a_link_that_runs_something(made: Any) -> None:
    made["Findings"]["B5"].hyperlink = "javascript:alert(1)"


@spoil("links")
def _a_link_with_a_user_name_before_the_host(made: Any) -> None:
    made["Findings"]["B5"].hyperlink = "https://gov.uk@evil.example/"


@spoil("links")
def _a_link_shown_as_its_address(made: Any) -> None:
    made["Findings"]["B5"] = "https://alder.example/statement"
    made["Findings"]["B5"].hyperlink = "https://alder.example/statement"


@spoil("links")
def _a_link_to_a_sheet_that_is_gone(made: Any) -> None:
    made["Findings"]["B5"].hyperlink = "#'Gone'!A1"


@spoil("alt_texts")
def _a_chart_without_words(made: Any) -> None:
    chart = openpyxl.chart.BarChart()
    chart.add_data(openpyxl.chart.Reference(made["Findings"], min_col=1, min_row=4, max_row=6))
    made["Findings"].add_chart(chart, "F4")


@spoil("drop_downs")
def _a_drop_down_too_long_for_excel(made: Any) -> None:
    check = DataValidation(type="list", formula1='"' + ",".join(["Birmingham"] * 30) + '"')
    check.add("C5:C6")
    made["Findings"].add_data_validation(check)


@spoil("drop_downs")
def _a_hint_too_long_for_excel(made: Any) -> None:
    check = DataValidation(type="list", formula1='"Yes,No"', prompt="why " * 80)
    check.add("C5:C6")
    made["Findings"].add_data_validation(check)


@spoil("drop_downs")
def _a_drop_down_from_a_sheet_that_is_gone(made: Any) -> None:
    check = DataValidation(type="list", formula1="=Gone!$A$1:$A$9")
    check.add("C5:C6")
    made["Findings"].add_data_validation(check)


@spoil("checks_on_cells")
def _a_drop_down_beside_the_table(made: Any) -> None:
    check = DataValidation(type="list", formula1='"Yes,No"')
    check.add("E5:E6")
    made["Findings"].add_data_validation(check)


@spoil("within_limits")
def _a_footer_too_long_for_excel(made: Any) -> None:
    made["Findings"].oddFooter.center.text = "x" * 300


@spoil("within_limits")
def _a_row_too_high_for_excel(made: Any) -> None:
    made["Findings"].row_dimensions[5].height = 500


@spoil("nothing_fetched")
def _a_comment_is_no_macro_but_a_link_to_another_workbook_is_fetched(made: Any) -> None:
    made["Findings"]["A5"].comment = Comment("a note", "somebody")
    link = openpyxl.workbook.external_link.ExternalLink(externalBook=None)
    link.file_link = openpyxl.packaging.relationship.Relationship(type="externalLinkPath", Target="other.xlsx")
    link.file_link.TargetMode = "External"
    link.externalBook = openpyxl.workbook.external_link.external.ExternalBook(id="rId1")
    made._external_links.append(link)


@spoil("properties")
def _no_title_of_the_document(made: Any) -> None:
    made.properties.title = None


@spoil("properties")
def _no_language(made: Any) -> None:
    made.properties.language = None


@spoil("sheet_names")
def _a_sheet_called_history(made: Any) -> None:
    made["Findings"].title = "History"


@spoil("sheet_names")
def _a_sheet_whose_name_says_nothing(made: Any) -> None:
    made["Findings"].title = "Sheet2"


@spoil("sheet_names")
def _a_sheet_name_too_long_for_excel(made: Any) -> None:
    made["Findings"]._WorkbookChild__title = _LONE


@spoil("sheet_names")
def _a_blank_sheet(made: Any) -> None:
    made.create_sheet("More").sheet_view.tabSelected = False


@spoil("first_sheet_opens")
def _the_second_sheet_opens(made: Any) -> None:
    made.active = 1


@spoil("first_sheet_opens")
def _two_sheets_selected(made: Any) -> None:
    made["Findings"].sheet_view.tabSelected = True


@spoil("letters")
def _another_font(made: Any) -> None:
    made["Findings"]["B5"].font = Font(name="Calibri", size=12)


@spoil("letters")
def _small_letters(made: Any) -> None:
    made["Findings"]["B5"].font = Font(name="Arial", size=9)


@spoil("contrasts")
def _white_on_amber(made: Any) -> None:
    made["Findings"]["B5"].font = Font(name="Arial", size=12, color="FFFFFF")
    made["Findings"]["B5"].fill = PatternFill("solid", fgColor="FFBF00")


@spoil("contrasts")
def _grey_on_white(made: Any) -> None:
    made["Findings"]["B5"].font = Font(name="Arial", size=12, color="AAAAAA")


@spoil("defined_names")
def _a_name_that_leads_nowhere(made: Any) -> None:
    made.defined_names["gone"] = openpyxl.workbook.defined_name.DefinedName("gone", attr_text="#REF!$A$1")


@spoil("no_filters", publish=True)
def _a_filter(made: Any) -> None:
    made["Findings"].auto_filter.ref = "A4:C6"


@spoil("no_filters", publish=True)
def _a_table_with_a_filter(made: Any) -> None:
    made["Findings"].tables["Findings"].autoFilter = openpyxl.worksheet.filters.AutoFilter(ref="A4:C6")


@spoil("no_panes", publish=True)
def _frozen_panes(made: Any) -> None:
    made["Findings"].freeze_panes = "C5"


@spoil("no_fills", publish=True)
def _a_fill(made: Any) -> None:
    made["Findings"]["B5"].fill = PatternFill("solid", fgColor="FFF8DC")


@spoil("no_headers", publish=True)
def _a_footer(made: Any) -> None:
    made["Findings"].oddFooter.center.text = "Page &P"


@spoil("no_charts", publish=True)
def _a_chart(made: Any) -> None:
    _a_chart_without_words(made)


@spoil("no_cell_to_fill_in", publish=True)
def _a_cell_to_fill_in(made: Any) -> None:
    made["Findings"]["C5"] = None


@spoil("large_letters", publish=True)
def _letters_of_eleven_points(made: Any) -> None:
    made["Findings"]["B5"].font = Font(name="Arial", size=11)


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
