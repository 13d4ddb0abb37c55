"""What must not be in a workbook for a website, one thing at a time."""

from __future__ import annotations

from typing import Any

import openpyxl
from openpyxl.styles import Font, PatternFill

from tests.write.workbook.spoilt_making import spoil
from tests.write.workbook.spoilt_sheets import a_chart_without_words


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
    a_chart_without_words(made)


@spoil("no_cell_to_fill_in", publish=True)
def _a_cell_to_fill_in(made: Any) -> None:
    made["Findings"]["C5"] = None


@spoil("large_letters", publish=True)
def _letters_of_eleven_points(made: Any) -> None:
    made["Findings"]["B5"].font = Font(name="Arial", size=11)
