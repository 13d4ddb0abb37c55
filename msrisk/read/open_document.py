"""An OpenDocument spreadsheet (.ods) becomes sheets, by the XML parser of the pre-flight itself.

The reader used for workbooks can be made to end the process by such a file, loses line breaks, and
takes a formula's error for 0. As every element has to be looked at first in any case, the cells are
taken in the same pass.
"""

from __future__ import annotations

from msrisk.model import Sheet
from msrisk.read.archive import Archive
from msrisk.read.cells import text_column
from msrisk.read.facts import SheetFacts, WorkbookFacts, general_remarks, nothing_visible, sheet_remarks
from msrisk.read.filekind import FileKind
from msrisk.read.open_tables import Table, read_tables
from msrisk.read.refusals import damaged, never_a_traceback
from msrisk.read.source import Source

_CONTENT = "content.xml"


def read(source: Source) -> tuple[Sheet, ...]:
    """The visible tables that hold a cell, in the document's order."""
    with never_a_traceback(source.name):
        archive = Archive(source)
        tables = read_tables(archive.chunks(_CONTENT), source.name)
        archive.check_rest({_CONTENT})
        # A hidden table with a source is the copy of another file that LibreOffice keeps: no sheet of this one.
        tables = [table for table in tables if not (table.hidden and table.linked)]
        if not tables or len({table.name for table in tables}) < len(tables):
            raise damaged(source.name, _CONTENT)
        facts = WorkbookFacts(
            tuple(SheetFacts(table.name, table.errors, table.not_stored) for table in tables if not table.hidden),
            tuple(table.name for table in tables if table.hidden),
            macros=any(part.startswith("basic/") for part in archive.markup),
        )
        general = general_remarks(source, FileKind.OPEN_DOCUMENT, facts)
        visible = [table for table in tables if not table.hidden]
        filled = tuple(
            _sheet(source, table, general + sheet_remarks(about))
            for table, about in zip(visible, facts.sheets, strict=True)
            if table.rows
        )
    if not filled:
        raise nothing_visible(source.name, facts.hidden)
    return filled


def _sheet(source: Source, table: Table, remarks: tuple[str, ...]) -> Sheet:
    return Sheet(
        file=source.name,
        name=table.name,
        sha256=source.sha256,
        columns=tuple(text_column(column) for column in table.columns()),
        first_row=1,
        first_column=table.left,
        remarks=remarks,
    )
