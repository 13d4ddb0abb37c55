"""What can be wrong with a sheet, one thing at a time."""

from __future__ import annotations

from typing import Any

import openpyxl
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.datavalidation import DataValidation

from tests.write.workbook.spoilt_making import spoil

_LONG = "Cleaning of offices, schools and depots " * 6


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
def a_chart_without_words(made: Any) -> None:
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
