"""What a pre-flight learns of a workbook besides its cells, whatever its format, and the remarks made of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from msrisk.errors import InputError
from msrisk.files import one_line
from msrisk.read.filekind import FileKind
from msrisk.read.source import Source
from msrisk.remarks import HIDDEN

_ENDINGS: dict[FileKind, frozenset[str]] = {
    FileKind.WORKBOOK: frozenset({".xlsx", ".xlsm"}),
    FileKind.OLD_EXCEL: frozenset({".xls"}),
    FileKind.OPEN_DOCUMENT: frozenset({".ods"}),
}


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """A visible worksheet: its name, how many cells hold an error, how many formulas have no stored value."""

    name: str
    errors: int
    not_stored: int


@dataclass(frozen=True, slots=True)
class WorkbookFacts:
    """The visible worksheets in order, the names of the hidden ones, and whether there are macros."""

    sheets: tuple[SheetFacts, ...]
    hidden: tuple[str, ...]
    macros: bool


def general_remarks(source: Source, kind: FileKind, facts: WorkbookFacts) -> tuple[str, ...]:
    """What is said of every sheet of this workbook."""
    remarks = []
    ending = PurePath(source.name).suffix.lower()
    if ending not in _ENDINGS[kind]:
        remarks.append(f"The file is {kind.value}, although its name ends in '{ending}'.")
    if facts.macros:
        remarks.append("The workbook holds macros; they were not run.")
    if facts.hidden:
        remarks.append(f"{HIDDEN}{_quoted(facts.hidden)}.")
    return tuple(remarks)


def sheet_remarks(facts: SheetFacts) -> tuple[str, ...]:
    """What is said of one sheet."""
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


def nothing_visible(name: str, hidden: tuple[str, ...]) -> InputError:
    """The error for a workbook in which no cell can be seen."""
    if hidden:
        return InputError(
            f"no visible sheet holds a cell; hidden: {_quoted(hidden)}",
            where=name,
            hint="In Excel, right-click a sheet's tab, choose Unhide, and save.",
        )
    return InputError(
        "the workbook is empty: no sheet holds a cell", where=name, hint="Give the file with the list."
    )


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _quoted(names: tuple[str, ...]) -> str:
    more = f" and {len(names) - 5} more" if len(names) > 5 else ""
    return (
        ("sheet " if len(names) == 1 else "sheets ")
        + ", ".join(f"'{one_line(name)}'" for name in names[:5])
        + more
    )
