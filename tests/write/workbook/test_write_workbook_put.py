"""A planned sheet in a workbook: the table, its texts, what may be entered, how it scrolls and prints."""

from __future__ import annotations

import pytest

from msrisk.write.workbook.entries import LISTS
from msrisk.write.workbook.page import MOST_UPRIGHT
from msrisk.write.workbook.plan import MOST_PRINTED, Chart, Heading
from msrisk.write.workbook.put import NOTHING
from tests.write.workbook.planned_making import below, column, head_row, made, opened, part, planned, sheet_of

LONG = "The category carries the risk, not the supplier: where many share one, deal with the category first. " * 3
COUNTRIES = tuple(f"Country number {number}" for number in range(60))


def test_what_is_listed_is_a_table_with_a_name_of_letters() -> None:
    sheet = sheet_of(planned(name="What we buy (2)"))
    assert [table.name for table in sheet.tables.values()] == ["WhatWeBuy"]
    assert sheet_of(planned(table="RiskRegister")).tables["RiskRegister"].ref == "A4:B5"


def test_a_table_is_filtered_only_where_people_work_in_it() -> None:
    assert sheet_of(planned(filtered=True)).tables["Register"].autoFilter is not None
    assert sheet_of(planned()).tables["Register"].autoFilter is None


def test_the_rows_of_a_table_people_work_in_have_a_name_that_every_program_knows() -> None:
    book = opened(planned(filtered=True), planned(name="Method"))
    assert book.defined_names["Register_rows"].attr_text == "Register!$A$5:$B$5"
    assert "Method_rows" not in book.defined_names


def test_two_headings_that_differ_only_in_capitals_are_our_fault_and_stop_us() -> None:
    with pytest.raises(AssertionError, match="which Excel calls damage"):
        made(planned([["a", "b"]], [Heading("Spend", 10), Heading("SPEND", 10)]))


def test_a_table_without_rows_says_so_and_leaves_no_cell_blank() -> None:
    sheet = sheet_of(planned([]))
    assert [cell.value for cell in sheet[5]] == [NOTHING, "[none]"]
    assert sheet.tables["Register"].ref == "A4:B5"


def test_a_form_without_rows_leaves_blank_what_would_be_read_back_as_an_answer() -> None:
    sheet = sheet_of(planned([], [Heading("Decision", 12, "entry"), Heading("Supplier", 20)]))
    assert [cell.value for cell in sheet[5]] == [NOTHING, None]


@pytest.mark.parametrize("text", ["=1+1", "+44 20 7946 0000", "-5", "@acme", "\t=1", "'=1", "＝1"])
def test_a_text_that_looks_like_a_formula_is_a_text_and_stays_one_when_the_cell_is_edited(text: str) -> None:
    for style in ("text", "entry", "number"):
        (cell,) = below(sheet_of(column(text, style=style)))
        assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)
    raw = made(column(text))
    assert "<f>" not in part(raw, "xl/worksheets/sheet1.xml")


def test_an_ordinary_text_carries_no_such_mark() -> None:
    (cell,) = below(sheet_of(column("Alder Ltd")))
    assert (cell.quotePrefix, cell.number_format) == (False, "@")


def test_what_a_person_fills_in_is_tinted_unlocked_and_truly_blank() -> None:
    sheet = sheet_of(column("", "by the board", style="entry"))
    blank, filled = below(sheet)
    assert (blank.value, filled.value) == (None, "by the board")
    assert not blank.protection.locked
    assert blank.fill.fgColor.rgb == filled.fill.fgColor.rgb == "FFFFF8DC"


def test_a_choice_is_a_drop_down_that_says_what_it_is_for() -> None:
    sheet = sheet_of(column("", style="entry", choices=("Open", "Closed"), hint="Open until an answer came."))
    (check,) = sheet.data_validations.dataValidation
    assert (check.formula1, check.prompt) == ('"Open,Closed"', "Open until an answer came.")
    assert str(check.sqref) == "A5"


def test_a_hint_longer_than_excel_takes_is_cut_and_not_dropped() -> None:
    (check,) = sheet_of(column("", style="entry", hint="x" * 300)).data_validations.dataValidation
    assert check.prompt == "x" * 255


def test_choices_too_long_for_a_check_stand_on_a_sheet_people_can_see() -> None:
    towns = tuple(f"Town number {number}" for number in range(40))
    headings = [Heading("Place of work", 20, "entry", COUNTRIES), Heading("Town", 20, "entry", towns)]
    book = opened(planned([["", ""]], headings))
    assert book.sheetnames == ["Register", LISTS]
    assert book[LISTS].sheet_state == "visible"
    for check, choices in zip(book["Register"].data_validations.dataValidation, (COUNTRIES, towns), strict=True):
        name, _, cells = check.formula1.partition("!")
        assert name == LISTS
        assert tuple(cell.value for (cell,) in book[LISTS][cells.replace("$", "")]) == choices


def test_a_day_is_checked_to_be_one() -> None:
    (check,) = sheet_of(column(None, style="day")).data_validations.dataValidation
    assert (check.type, check.operator) == ("date", "greaterThanOrEqual")


def test_no_line_of_introduction_runs_past_what_is_printed() -> None:
    sheet = sheet_of(planned(lines=[LONG]))
    lines = [sheet.cell(row, 1).value for row in range(2, head_row(sheet) - 1)]
    assert " ".join(map(str, lines)) == LONG.strip()
    assert max(len(str(line)) for line in lines) < 50  # 36 characters of columns, in letters of many widths


def test_a_row_is_as_high_as_its_longest_cell_and_no_higher() -> None:
    sheet = sheet_of(column("Alder Ltd", LONG, "one\ntwo\nthree", width=40))
    heights = [sheet.row_dimensions[row].height for row in range(5, 8)]
    assert heights == [16.5, 97.5, 43.5]  # 1, 7 and 3 lines


def test_the_headings_stay_in_view_with_the_first_columns_of_a_table_people_work_in() -> None:
    three = [Heading("Rank", 8), Heading("Supplier", 20), Heading("Why", 30)]
    assert sheet_of(planned([["1", "b", "c"]], three, filtered=True)).freeze_panes == "C5"
    assert sheet_of(planned()).freeze_panes == "A5"


def test_a_long_introduction_is_not_held_in_view_over_the_table() -> None:
    assert sheet_of(planned(lines=["One line."] * 20, filtered=True)).freeze_panes == "B1"


def test_every_sheet_opens_at_its_first_cell_and_the_book_on_its_first_sheet() -> None:
    book = opened(planned(filtered=True), planned(name="Method"))
    assert book.active is book.worksheets[0]
    for sheet in book:
        assert sheet.sheet_view.topLeftCell in (None, "A1")
        assert sheet.sheet_view.selection[-1].activeCell in (None, "A1")  # of the part that is typed in


def test_a_sheet_prints_on_a4_one_page_wide_with_its_headings_on_each() -> None:
    three = [Heading("Rank", 8), Heading("Supplier", 20), Heading("Why", 30)]
    sheet = sheet_of(planned([["1", "b", "c"]], three, printed=2))
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("portrait", 9)
    assert (sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage) == (0, True)
    assert (sheet.print_area, sheet.print_title_rows) == ("'Register'!$A$1:$B$5", "$4:$4")
    assert sheet.oddFooter.left.text == "&A"
    assert sheet.oddFooter.right.text == "Page &P of &N"
    assert not sheet.oddHeader.center.text


def test_the_widest_page_that_is_allowed_prints_at_eight_points() -> None:
    millimetres = 297 - 2 * 0.35 * 25.4
    points = (MOST_PRINTED * 8 + 12 * 5) * 0.75  # of twelve columns
    assert 11 * (millimetres / 25.4 * 72) / points >= 8


def test_the_widest_page_that_stands_upright_prints_at_seven_points_and_a_wider_one_lies() -> None:
    millimetres = 210 - 2 * 0.35 * 25.4
    points = (MOST_UPRIGHT * 8 + 12 * 5) * 0.75  # of twelve columns
    assert 11 * (millimetres / 25.4 * 72) / points >= 7
    wide = sheet_of(planned([["b"]], [Heading("Why", MOST_UPRIGHT + 1)]))
    assert wide.page_setup.orientation == "landscape"


def test_a_chart_stands_beside_the_table_is_told_in_words_and_is_printed() -> None:
    chart = Chart("Spend by supplier, £", "Bars: Alder Ltd £1,250, Birch Ltd £40", 0, 1, 2)
    plan = planned([["Alder Ltd", 1_250], ["Birch Ltd", 40]], chart=chart)
    raw, sheet = made(plan), sheet_of(plan)
    drawing, bars = part(raw, "xl/drawings/drawing1.xml"), part(raw, "xl/charts/chart1.xml")
    assert 'descr="Bars: Alder Ltd £1,250, Birch Ltd £40"' in drawing
    assert "Register!$B$5:$B$6" in bars
    assert '<c:orientation val="maxMin"/>' in bars  # the first row on top
    assert "<c:legend>" not in bars
    assert str(sheet.print_area).startswith("'Register'!$A$1:$D$")


def test_for_a_website_nothing_is_filtered_frozen_filled_drawn_or_printed_over() -> None:
    chart = Chart("Spend", "Bars", 0, 1, 1)
    headings = [Heading("Supplier", 24), Heading("Spend", 12, "pounds"), Heading("Priority", 12, "band")]
    sheet = sheet_of(planned([["A", 1, "High"]], headings, filtered=True, chart=chart, stamp="Draft"), plain=True)
    assert sheet.tables["Register"].autoFilter is None
    assert sheet.freeze_panes is None
    assert not sheet._charts
    assert not (sheet.oddFooter.left.text)
    assert not (sheet.oddHeader.center.text)
    cells = [cell for row in sheet.iter_rows(min_row=4) for cell in row]
    assert {cell.fill.fill_type for cell in cells} == {None}
    assert {(cell.font.name, cell.font.size) for cell in cells} == {("Arial", 12)}


def test_the_book_says_its_title_its_maker_and_its_language() -> None:
    raw = made(planned())
    core = part(raw, "docProps/core.xml")
    assert "<dc:title>Title</dc:title>" in core
    assert "<dc:creator>msrisk " in core
    assert "<dc:language>en-GB</dc:language>" in core
    assert made(planned()) == raw


def test_one_book_after_another_is_the_same_as_one_alone() -> None:
    first = made(planned())
    made(planned(filtered=True), planned(name="Method"))
    assert made(planned()) == first
