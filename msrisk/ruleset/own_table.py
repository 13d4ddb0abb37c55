"""A table an officer can edit: the copy beside their own rule file, else the one that comes with msrisk."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msrisk.errors import RulesError
from msrisk.files import data_folder
from msrisk.ruleset.table_file import Row, TableFile, read_table_file


def read_own_table(rules: str, name: str, headings: Sequence[str]) -> TableFile:
    """The table called ``name``, with these columns.  Raises RulesError when one is missing."""
    beside = Path(rules).parent / "tables" / name
    own = Path(rules).suffix in (".yaml", ".yml") and beside.is_file()
    table = read_table_file(beside if own else data_folder("rules") / "tables" / name)
    missing = [heading for heading in headings if heading not in table.headings]
    if missing:
        raise RulesError(
            f"the table has no column '{missing[0]}'",
            where=name,
            hint=f"Its first row must name {', '.join(headings)}; save it from Excel as CSV UTF-8 with commas.",
        )
    return TableFile(table.name, table.sha256, table.headings, tuple(_whole(row, headings) for row in table.rows))


def _whole(row: Row, headings: Sequence[str]) -> Row:
    """A row that ends early has blanks for the rest."""
    return {heading: row.get(heading, "") for heading in headings}
