"""An Excel workbook (.xlsx, .xlsm) becomes sheets, by python-calamine's raw cells after a pre-flight."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePath

from python_calamine import CalamineSheet, CalamineWorkbook

from msrisk.errors import InputError
from msrisk.files import one_line
from msrisk.model import Sheet
from msrisk.read import preflight
from msrisk.read.cells import text_column
from msrisk.read.preflight import SheetFacts, WorkbookFacts
from msrisk.read.refusals import damaged
from msrisk.read.source import Source

_ENDINGS = frozenset({".xlsx", ".xlsm"})
_PANIC = "PanicException"


def read(source: Source) -> tuple[Sheet, ...]:
    """The visible worksheets that hold a cell, in workbook order."""
    with _never_a_traceback(source.name):
        facts = preflight.inspect(source)
        book = CalamineWorkbook.from_filelike(io.BytesIO(source.data))
        general = _general_remarks(source, facts)
        sheets = [_sheet(source, book.get_sheet_by_name(sheet.name), sheet, general) for sheet in facts.sheets]
    filled = tuple(sheet for sheet in sheets if sheet is not None)
    if not filled:
        raise _nothing_visible(source.name, facts)
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
        remarks=general + _sheet_remarks(facts),
    )


def _general_remarks(source: Source, facts: WorkbookFacts) -> tuple[str, ...]:
    remarks = []
    ending = PurePath(source.name).suffix.lower()
    if ending not in _ENDINGS:
        remarks.append(f"The file is an Excel workbook, although its name ends in '{ending}'.")
    if facts.macros:
        remarks.append("The workbook holds macros; they were not run.")
    if facts.hidden:
        remarks.append(f"Not read, because hidden: {_quoted(facts.hidden)}.")
    return tuple(remarks)


def _sheet_remarks(facts: SheetFacts) -> tuple[str, ...]:
    remarks = []
    if facts.errors:
        remarks.append(f"{_count(facts.errors, 'cell')} with an Excel error such as #N/A, taken as blank.")
    if facts.not_stored:
        have = "has" if facts.not_stored == 1 else "have"
        remarks.append(
            f"{_count(facts.not_stored, 'formula')} {have} no stored value and read as blank: "
            "open the file in Excel and press Save."
        )
    return tuple(remarks)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _quoted(names: tuple[str, ...]) -> str:
    more = f" and {len(names) - 5} more" if len(names) > 5 else ""
    return (
        ("sheet " if len(names) == 1 else "sheets ")
        + ", ".join(f"'{one_line(name)}'" for name in names[:5])
        + more
    )


def _nothing_visible(name: str, facts: WorkbookFacts) -> InputError:
    if facts.hidden:
        return InputError(
            f"no visible sheet holds a cell; hidden: {_quoted(facts.hidden)}",
            where=name,
            hint="In Excel, right-click a sheet's tab, choose Unhide, and save.",
        )
    return InputError(
        "the workbook is empty: no sheet holds a cell", where=name, hint="Give the file with the list."
    )


@contextmanager
def _never_a_traceback(name: str) -> Iterator[None]:
    """A damaged file can break a parser in any way: each of them means that the file is damaged."""
    try:
        yield
    except InputError:
        raise
    except MemoryError as problem:
        hint = "Close other programs, or split the list into several files."
        raise InputError("there is not enough memory to read this workbook", where=name, hint=hint) from problem
    except Exception as problem:
        raise damaged(name) from problem
    except BaseException as problem:
        if type(problem).__name__ != _PANIC:  # calamine's own, which is not an Exception
            raise
        raise damaged(name) from problem
