"""An old Excel workbook (.xls) becomes sheets: a pre-flight, then python-calamine in a process of its own."""

from __future__ import annotations

from msrisk.model import Sheet
from msrisk.read import guarded, ole, records
from msrisk.read.cells import text_column
from msrisk.read.facts import SheetFacts, WorkbookFacts, general_remarks, nothing_visible, sheet_remarks
from msrisk.read.filekind import FileKind
from msrisk.read.guarded import SheetCells
from msrisk.read.records import Tab
from msrisk.read.refusals import damaged, never_a_traceback
from msrisk.read.source import Source


def read(source: Source) -> tuple[Sheet, ...]:
    """The visible worksheets that hold a cell, in workbook order."""
    with never_a_traceback(source.name):
        stream = ole.book_stream(source.data)
        tabs = records.inspect(stream, source.name)
        found = guarded.read_cells(ole.container_of(stream), source.name)
        if len(found) != len(tabs) or len({cells.name for cells in found}) < len(found):
            raise damaged(source.name)
        facts = _facts(tabs, found)
        general = general_remarks(source, FileKind.OLD_EXCEL, facts)
        shown = [cells for tab, cells in zip(tabs, found, strict=True) if tab.worksheet and not tab.hidden]
        filled = tuple(
            _sheet(source, cells, general + sheet_remarks(about))
            for cells, about in zip(shown, facts.sheets, strict=True)
            if cells.columns
        )
    if not filled:
        raise nothing_visible(source.name, facts.hidden)
    return filled


def _facts(tabs: tuple[Tab, ...], found: tuple[SheetCells, ...]) -> WorkbookFacts:
    """Under the names the reader gives the sheets: it knows every code page.

    A formula always has its value here. Of macros nothing is said: most old workbooks keep an empty program.
    """
    worksheets = [(tab, cells.name) for tab, cells in zip(tabs, found, strict=True) if tab.worksheet]
    return WorkbookFacts(
        tuple(SheetFacts(name, tab.errors, 0) for tab, name in worksheets if not tab.hidden),
        tuple(name for tab, name in worksheets if tab.hidden),
        macros=False,
    )


def _sheet(source: Source, cells: SheetCells, remarks: tuple[str, ...]) -> Sheet:
    return Sheet(
        file=source.name,
        name=cells.name,
        sha256=source.sha256,
        columns=tuple(text_column(column) for column in cells.columns),
        first_row=1,
        first_column=cells.first_column + 1,
        remarks=remarks,
    )
