"""An Excel workbook (.xlsx, .xlsm) becomes sheets, by python-calamine's raw cells after a pre-flight."""

from __future__ import annotations

import io

from python_calamine import CalamineWorkbook

from msrisk.errors import InputError
from msrisk.files import one_line
from msrisk.model import Sheet
from msrisk.read import preflight
from msrisk.read.facts import SheetFacts
from msrisk.read.filekind import FileKind
from msrisk.read.refusals import never_a_traceback
from msrisk.read.source import Source
from msrisk.read.worksheets import Cells, sheets_of


def read(source: Source) -> tuple[Sheet, ...]:
    """The worksheets that hold a cell, in workbook order, hidden ones last."""
    with never_a_traceback(source.name):
        checked = preflight.inspect(source)
        book = CalamineWorkbook.from_filelike(io.BytesIO(checked.data))

        def cells_of(sheet: SheetFacts) -> Cells | None:
            try:
                with never_a_traceback(source.name):
                    return _cells(book, sheet.name) if sheet.readable else None
            except InputError:
                if sheet.hidden:  # no reason not to read those that can be seen
                    return None
                raise

        return sheets_of(source, FileKind.WORKBOOK, checked.facts, cells_of)


def _cells(book: CalamineWorkbook, name: str) -> Cells | None:
    """One worksheet, or None when blank. calamine gives every row, but columns from the first filled one."""
    sheet = book.get_sheet_by_name(name)
    start = sheet.start
    try:
        return None if start is None else Cells(start[1] + 1, list(zip(*sheet.iter_rows(), strict=True)))
    except OverflowError as problem:
        raise InputError(
            "a cell that is shown as hours and minutes holds a number beyond any calendar",
            where=f"sheet '{one_line(name)}'",
            hint="In Excel, give that column the number format General, and save.",
        ) from problem
