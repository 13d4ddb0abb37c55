"""An OpenDocument spreadsheet (.ods) becomes sheets, by the XML parser of the pre-flight itself.

The reader used for workbooks can be made to end the process by such a file, loses line breaks, and
takes a formula's error for 0. As every element has to be looked at first in any case, the cells are
taken in the same pass.
"""

from __future__ import annotations

from msrisk.model import Sheet
from msrisk.read.archive import Archive
from msrisk.read.facts import SheetFacts, WorkbookFacts
from msrisk.read.filekind import FileKind
from msrisk.read.open_tables import read_tables
from msrisk.read.refusals import damaged, never_a_traceback
from msrisk.read.source import Source
from msrisk.read.worksheets import Cells, sheets_of

_CONTENT = "content.xml"


def read(source: Source) -> tuple[Sheet, ...]:
    """The tables that hold a cell, in the document's order, hidden ones last."""
    with never_a_traceback(source.name):
        archive = Archive(source)
        tables = read_tables(archive.chunks(_CONTENT), source.name)
        archive.check_rest({_CONTENT})
        # A hidden table with a source is the copy of another file that LibreOffice keeps: no sheet of this one.
        tables = [table for table in tables if not (table.hidden and table.linked)]
        filled = {table.name: table for table in tables}
        if not tables or len(filled) < len(tables):
            raise damaged(source.name, _CONTENT)
        facts = WorkbookFacts(
            tuple(
                SheetFacts(
                    table.name, table.hidden, table.errors, table.not_stored, frozenset(table.hidden_rows())
                )
                for table in tables
            ),
            macros=any(part.startswith("basic/") for part in archive.markup),
        )

        def cells_of(sheet: SheetFacts) -> Cells | None:
            table = filled[sheet.name]
            return Cells(table.left, table.columns()) if table.rows else None

        return sheets_of(source, FileKind.OPEN_DOCUMENT, facts, cells_of)
