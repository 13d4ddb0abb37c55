"""An officer's own copies of tables: read as they were saved, from Excel or as CSV, and put into a rule set."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msrisk.errors import InputError
from msrisk.model import LineNote, Sheet
from msrisk.ruleset import load
from msrisk.ruleset.copies import AWARD_TABLES, stem_of
from msrisk.ruleset.rules import RuleSet
from msrisk.ruleset.table_file import TableFile, table_of


def load_rules(name: str | Path, tables: Mapping[str, str | Path] | None = None) -> RuleSet:
    """A rule set that comes with msrisk, by name, or one of your own, by file.

    tables: your own copies of its tables, each by name: ``{"countries": "countries.xlsx"}``. A copy has the
    headings of the table it stands in for; the run record names both.
    Raises RulesError or InputError, with file and line, for anything that is not understood.
    """
    return load.load_rules(name, read_copies(tables or {}))


def read_copies(tables: Mapping[str, str | Path]) -> dict[str, TableFile]:
    """Each copy as a table.  Raises InputError or RulesError."""
    return {name: _read(Path(path)) for name, path in tables.items()}


def apart(tables: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """The copies for a rule set, and those for the two tables of the award stage."""
    award = {name: file for name, file in tables.items() if stem_of(name) in AWARD_TABLES}
    return {name: file for name, file in tables.items() if name not in award}, award


def _read(path: Path) -> TableFile:
    from msrisk.read import visible_sheets  # which takes longer to load than the rules, and is seldom needed

    sheets = visible_sheets(path)
    if len(sheets) > 1:
        raise InputError(
            f"the workbook has {len(sheets)} sheets with cells: {', '.join(sheet.name for sheet in sheets)}",
            where=sheets[0].file,
            hint="A table is one sheet: delete the others in your copy, or save the one as CSV UTF-8.",
        )
    (sheet,) = sheets
    for note in sheet.mended:
        _refuse_a_slip(note, sheet)
    return table_of(sheet.file, sheet.sha256, ((sheet.number(row), sheet.row(row)) for row in range(sheet.height)))


def _refuse_a_slip(note: LineNote, sheet: Sheet) -> None:
    """A line with fewer cells ends in blanks; anything else may have put cells under the wrong heading."""
    if not note.wrong.startswith("fewer"):
        raise InputError(
            f"this line is not like the others: {note.wrong}",
            where=f"{sheet.file}:{note.line}",
            hint="Put cells that hold a comma in quotation marks, or save the table again from Excel.",
        )
