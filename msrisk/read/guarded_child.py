"""Run as a program of its own: the cells of an old workbook, from standard input to standard output.

The reader of old workbooks can end its process, or never end. So that it takes no screening with it, it
works here, with limits, and imports no part of msrisk, which makes it start in a few hundredths of a second.
"""

from __future__ import annotations

import io
import pickle
import sys

from python_calamine import CalamineWorkbook, SheetTypeEnum

MEMORY = 1 << 29  # for the reader itself


def limit_memory(cells: int) -> None:
    """So many bytes for the cells, where the platform can limit them; and no core file when the limit is met."""
    try:
        import resource
    except ImportError:  # Windows
        return
    for what, most in ((resource.RLIMIT_AS, MEMORY + cells), (resource.RLIMIT_CORE, 0)):
        _, hard = resource.getrlimit(what)
        if hard != resource.RLIM_INFINITY:
            most = min(most, hard)
        resource.setrlimit(what, (most, hard))


def send_cells() -> None:
    """For each sheet its name, and for a worksheet that holds a cell the first column and all columns."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(sys.stdin.buffer.read()))
    for number, about in enumerate(book.sheets_metadata):
        first, columns = 0, []
        if about.typ == SheetTypeEnum.WorkSheet:
            sheet = book.get_sheet_by_index(number)
            if sheet.start is not None:
                first, columns = sheet.start[1], list(zip(*sheet.iter_rows(), strict=True))
        pickle.dump((about.name, first, columns), sys.stdout.buffer, pickle.HIGHEST_PROTOCOL)


if __name__ == "__main__":
    limit_memory(int(sys.argv[1]))
    send_cells()
