"""An old Excel workbook (.xls) becomes sheets: a pre-flight, then python-calamine in a process of its own."""

from __future__ import annotations

from msrisk.model import Sheet
from msrisk.read import guarded, ole, records
from msrisk.read.facts import SheetFacts, WorkbookFacts
from msrisk.read.filekind import FileKind
from msrisk.read.guarded import SheetCells
from msrisk.read.records import Tab
from msrisk.read.refusals import damaged, never_a_traceback
from msrisk.read.source import Source
from msrisk.read.worksheets import Cells, sheets_of


def read(source: Source) -> tuple[Sheet, ...]:
    """The worksheets that hold a cell, in workbook order, hidden ones last."""
    with never_a_traceback(source.name):
        stream = ole.book_stream(source.data)
        tabs = records.inspect(stream, source.name)
        found = guarded.read_cells(ole.container_of(stream), source.name, sum(tab.cells for tab in tabs))
        if len(found) != len(tabs) or len({cells.name for cells in found}) < len(found):
            raise damaged(source.name)
        filled = {cells.name: Cells(cells.first_column + 1, cells.columns) for cells in found if cells.columns}
        facts = _facts(tabs, found)
        return sheets_of(source, FileKind.OLD_EXCEL, facts, lambda sheet: filled.pop(sheet.name, None))


def _facts(tabs: tuple[Tab, ...], found: tuple[SheetCells, ...]) -> WorkbookFacts:
    """Under the names the reader gives the sheets: it knows every code page.

    A formula always has its value here. Of macros nothing is said: most old workbooks keep an empty program.
    """
    return WorkbookFacts(
        tuple(
            SheetFacts(cells.name, tab.hidden, tab.errors, hidden_rows=tab.hidden_rows, seen=tab.seen)
            for tab, cells in zip(tabs, found, strict=True)
            if tab.worksheet
        ),
        macros=False,
    )
