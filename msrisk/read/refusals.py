"""What is said about a file that is not read: its real type, and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePath

from msrisk.errors import InputError
from msrisk.read.filekind import FileKind

_SAVE = "Open it in Excel and save it as an Excel workbook (.xlsx)."
_ASK = "Ask for the list as an Excel workbook (.xlsx) or as CSV."
_NO_PASSWORD = "Open it with its password and save a copy without a password (as .xlsx)."
_PANIC = "PanicException"
_UNPACK = "Unpack it, and give the file that is inside."

_REMEDIES: dict[FileKind, str] = {
    FileKind.VERY_OLD_EXCEL: _SAVE,
    FileKind.OLD_EXCEL_PROTECTED: _NO_PASSWORD,
    FileKind.PROTECTED: _NO_PASSWORD,
    FileKind.BINARY_WORKBOOK: _SAVE,
    FileKind.OPEN_DOCUMENT_PROTECTED: _NO_PASSWORD,
    FileKind.NUMBERS: "Open it in Numbers and choose File > Export To > Excel.",
    FileKind.OLD_WORD: "Copy the table into Excel and save it as .xlsx, or ask for the list as a spreadsheet.",
    FileKind.WORD: "Copy the table into Excel and save it as .xlsx, or ask for the list as a spreadsheet.",
    FileKind.ZIP_OF_ONE: _UNPACK,
    FileKind.ZIP: _UNPACK,
    FileKind.DAMAGED_OLE: "Download or copy it again; if Excel can open it, save it again as .xlsx.",
    FileKind.DAMAGED_ZIP: "Download or copy it again; if Excel can open it, save it again as .xlsx.",
    FileKind.WEB_PAGE: (
        "A download may have failed, or an export may have written a page. Open it in Excel; "
        "if the list is there, save it as .xlsx, else download the file again."
    ),
    FileKind.XML_SPREADSHEET: _SAVE,
    FileKind.COMPRESSED: _UNPACK,
    FileKind.DATABASE: "Export the list of suppliers from it as CSV.",
    FileKind.SHORTCUT: "Open it, save what it leads to, and give that file.",
}
_OWN_ENDINGS: dict[FileKind, frozenset[str]] = {
    FileKind.VERY_OLD_EXCEL: frozenset({".xls"}),
    FileKind.BINARY_WORKBOOK: frozenset({".xlsb"}),
}


def refusal(kind: FileKind, name: str) -> InputError:
    """The error for a file of a kind that is not read."""
    ending = PurePath(name).suffix.lower()
    said = f"this is {kind.value}"
    if kind in _OWN_ENDINGS and ending not in _OWN_ENDINGS[kind]:
        said += ", published under another ending"
    return InputError(said, where=name, hint=_REMEDIES.get(kind, _ASK))


def damaged(name: str, part: str = "") -> InputError:
    """The error for a workbook that breaks while it is read."""
    said = f"the workbook is damaged (in its part '{part}')" if part else "the workbook is damaged"
    return InputError(said, where=name, hint="Open it in Excel and save it again, or download or copy it again.")


def outside_the_grid(where: str, far: str, last: str) -> InputError:
    """The error for a cell where no spreadsheet has one."""
    return InputError(
        f"a cell stands outside the grid, which ends at {last}: {far}",
        where=where,
        hint="Open it in Excel and save it again, or ask for the list as CSV.",
    )


def too_large(where: str, far: str, cells: int, limit: str) -> InputError:
    """The error for a sheet that a cell far away makes large."""
    return InputError(
        f"a cell far away ({far}) makes this sheet {cells:,} cells large; {limit}",
        where=where,
        hint="Press Ctrl+End in Excel to go there, delete the empty rows and columns beyond the list.",
    )


def too_many(where: str, most: int) -> InputError:
    """The error for a sheet of more cells, most of them empty, than a list of that size has."""
    return InputError(
        f"this sheet has more than {most:,} cells, counting empty ones that only have a format, as no list does",
        where=where,
        hint="Copy the list alone into a new workbook and save that.",
    )


@contextmanager
def never_a_traceback(name: str, otherwise: InputError | None = None) -> Iterator[None]:
    """A damaged file can break a parser in any way: each of them means that the file is damaged.

    otherwise: what to say then of a file that is no workbook.
    """
    broken = InputError(otherwise.problem, name, otherwise.hint) if otherwise else damaged(name)
    try:
        yield
    except InputError:
        raise
    except MemoryError as problem:
        hint = "Close other programs, or split the list into several files."
        raise InputError("there is not enough memory to read this workbook", where=name, hint=hint) from problem
    except Exception as problem:
        raise broken from problem
    except BaseException as problem:
        if type(problem).__name__ != _PANIC:  # calamine's own, which is not an Exception
            raise
        raise broken from problem
