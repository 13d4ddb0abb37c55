"""An Excel workbook (.xlsx, .xlsm) becomes sheets, by python-calamine's raw cells after a pre-flight."""

from __future__ import annotations

import io

from python_calamine import CalamineSheet, CalamineWorkbook

from msrisk.model import Sheet
from msrisk.read import preflight
from msrisk.read.cells import text_column
from msrisk.read.facts import SheetFacts, general_remarks, nothing_visible, sheet_remarks
from msrisk.read.filekind import FileKind
from msrisk.read.refusals import never_a_traceback
from msrisk.read.source import Source


def read(source: Source) -> tuple[Sheet, ...]:
    """The visible worksheets that hold a cell, in workbook order."""
    with never_a_traceback(source.name):
        facts = preflight.inspect(source)
        book = CalamineWorkbook.from_filelike(io.BytesIO(source.data))
        general = general_remarks(source, FileKind.WORKBOOK, facts)
        sheets = [_sheet(source, book.get_sheet_by_name(sheet.name), sheet, general) for sheet in facts.sheets]
    filled = tuple(sheet for sheet in sheets if sheet is not None)
    if not filled:
        raise nothing_visible(source.name, facts.hidden)
    return filled


def _sheet(source: Source, cells: CalamineSheet, facts: SheetFacts, general: tuple[str, ...]) -> Sheet | None:
    """One worksheet, or None when blank. calamine gives every row, but columns from the first filled one."""
    start = cells.start
    if start is None:
        return None
    columns = tuple(text_column(column) for column in zip(*cells.iter_rows(), strict=True))
    return Sheet(
        file=source.name,
        name=facts.name,
        sha256=source.sha256,
        columns=columns,
        first_row=1,
        first_column=start[1] + 1,
        remarks=general + sheet_remarks(facts),
    )
