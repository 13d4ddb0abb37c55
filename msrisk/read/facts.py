"""What a pre-flight learns of a workbook besides its cells, whatever its format, and the remarks made of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from msrisk.errors import InputError
from msrisk.files import one_line
from msrisk.model import letters
from msrisk.read.filekind import FileKind
from msrisk.read.seen_cells import SeenCells
from msrisk.read.source import Source
from msrisk.remarks import HIDDEN, ROWS_HIDDEN

_ENDINGS: dict[FileKind, frozenset[str]] = {
    FileKind.WORKBOOK: frozenset({".xlsx", ".xlsm"}),
    FileKind.OLD_EXCEL: frozenset({".xls"}),
    FileKind.OPEN_DOCUMENT: frozenset({".ods"}),
}
_SHEETS_NAMED = 5
_NAMED = 3  # of many cells so many are named, and their columns


@dataclass(slots=True)
class Spots:
    """Cells that are remarked on: how many there are, the first of them by address, and their columns."""

    count: int = 0
    first: list[str] = field(default_factory=list)
    columns: set[int] = field(default_factory=set)

    def add(self, row: int, column: int, down: int = 1, across: int = 1) -> None:
        """A cell by its row and column, counted from 1, and those that repeat it below and beside it."""
        self.count += down * across
        self.columns.update(range(column, column + min(across, _NAMED + 1)))
        if len(self.first) < _NAMED:
            self.first.append(f"{letters(column)}{row}")

    def said(self, noun: str) -> str:
        """``2 cells (A2 and A3)``; of many ``362 cells in column A (A2, A3, A4, …)``."""
        counted = count(self.count, noun)
        if self.count <= len(self.first):
            return f"{counted} ({listed(self.first)})"
        columns = [letters(column) for column in sorted(self.columns)]
        which = "many columns" if len(columns) > _NAMED else count(len(columns), "column", listed(columns))
        return f"{counted} in {which} ({', '.join(self.first)}, …)"


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """A worksheet: its name, its cells with an error, its formulas that have no stored value, and what is hidden.

    hidden_rows: counted from 0.  far: cells far away from all others, which are left out.
    readable: whether it may be given to a reader; of a hidden sheet that reaches too far it is not.
    seen: the cells that show more than a reader gives of them.
    """

    name: str
    hidden: bool = False
    errors: Spots = field(default_factory=Spots)
    not_stored: Spots = field(default_factory=Spots)
    hidden_rows: frozenset[int] = frozenset()
    far: Spots = field(default_factory=Spots)
    readable: bool = True
    seen: SeenCells = field(default_factory=SeenCells)


@dataclass(frozen=True, slots=True)
class WorkbookFacts:
    """The worksheets in order, and whether there are macros."""

    sheets: tuple[SheetFacts, ...]
    macros: bool


def general_remarks(source: Source, kind: FileKind, macros: bool) -> tuple[str, ...]:
    """What is said of every sheet of this workbook."""
    remarks = []
    ending = PurePath(source.name).suffix.lower()
    if ending not in _ENDINGS[kind]:
        remarks.append(f"The file is {kind.value}, although its name ends in '{ending}'.")
    if macros:
        remarks.append("The workbook holds macros; they were not run.")
    return tuple(remarks)


def hidden_remark(facts: SheetFacts, hidden: Sequence[str]) -> tuple[str, ...]:
    """What is said of the hidden sheets on a visible one, and on a hidden one."""
    if facts.hidden:
        return ("This sheet is hidden in the workbook.",)
    return (f"{HIDDEN}{quoted(hidden)}.",) if hidden else ()


def sheet_remarks(facts: SheetFacts, rows_hidden: int) -> tuple[str, ...]:
    """What is said of the cells of one sheet.  rows_hidden: those that hold something."""
    remarks = []
    if facts.errors.count:
        remarks.append(f"{facts.errors.said('cell')} with an Excel error such as #N/A instead of a value.")
    if facts.not_stored.count:
        have = "has" if facts.not_stored.count == 1 else "have"
        remarks.append(
            f"{facts.not_stored.said('formula')} {have} no stored value and read as blank: "
            "open the file in Excel and press Save."
        )
    if facts.far.count:
        remarks.append(f"{facts.far.said('cell')} far away from the list, not read.")
    if rows_hidden:
        is_hidden, read = ("is", "it is read") if rows_hidden == 1 else ("are", "they are read")
        remarks.append(
            f"{count(rows_hidden, 'row')} {is_hidden}{ROWS_HIDDEN}{read} too: "
            f"--visible-only leaves {'it' if rows_hidden == 1 else 'them'} out."
        )
    return tuple(remarks)


def nothing_visible(name: str, hidden: Sequence[str]) -> InputError:
    """The error for a workbook in which no cell can be seen."""
    if hidden:
        return InputError(
            f"no visible sheet holds a cell; hidden: {quoted(hidden)}",
            where=name,
            hint="In Excel, right-click a sheet's tab, choose Unhide, and save.",
        )
    return InputError(
        "the workbook is empty: no sheet holds a cell", where=name, hint="Give the file with the list."
    )


def nothing_stored(name: str, formulas: int) -> InputError:
    """The error for a workbook of nothing but formulas that were never calculated."""
    return InputError(
        f"no cell has a value: {count(formulas, 'formula')} without a stored value",
        where=name,
        hint="Open the file in Excel and press Save, which calculates and stores them.",
    )


def count(number: int, noun: str, which: str = "") -> str:
    """``1 cell``, ``2 cells``; with their names ``column A``, ``columns A and B``."""
    counted = noun if number == 1 else f"{noun}s"
    return f"{counted} {which}" if which else f"{number:,} {counted}"


def listed(names: Sequence[str]) -> str:
    """``A``, ``A and B``, ``A, B and C``."""
    *before, last = names
    return f"{', '.join(before)} and {last}" if before else last


def quoted(names: Sequence[str]) -> str:
    """Up to five sheets by name."""
    named = [f"'{one_line(name)}'" for name in names[:_SHEETS_NAMED]]
    if len(names) > len(named):
        named.append(f"{len(names) - len(named)} more")
    return f"{'sheet' if len(names) == 1 else 'sheets'} {listed(named)}"
