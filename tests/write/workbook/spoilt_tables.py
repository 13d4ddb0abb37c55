"""What can be wrong with the table of a sheet, one thing at a time."""

from __future__ import annotations

from typing import Any

from openpyxl.styles import Protection
from openpyxl.worksheet.table import Table

from tests.write.workbook.spoilt_making import spoil, without_filter


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
    without_filter(sheet, sheet.tables["Findings"])
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
