"""The tables of a rule set, one after the other: each may be entered by what an earlier one gave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from msrisk.enrich.disagreement import disagreements
from msrisk.enrich.gaps import gap_notes
from msrisk.enrich.lookup import look_up
from msrisk.enrich.pairs import look_up_pairs
from msrisk.model import Column, Note, Suppliers
from msrisk.ruleset.rules import RuleSet
from msrisk.ruleset.tables import ReferenceTable


def enrich(suppliers: Suppliers, rules: RuleSet) -> Suppliers:
    """The suppliers with every field the tables of a rule set give, and notes where columns disagree."""
    if not rules.tables:
        return suppliers
    columns, lines = dict(suppliers.columns), _aligned(suppliers.columns, suppliers)
    notes: list[Note] = []
    for table in rules.tables.values():
        by_line = _of_lines(table, suppliers)
        size = len(suppliers.line_owner) if by_line else len(suppliers)
        seen = lines if by_line else columns
        if table.is_pair:
            found = look_up_pairs(table, suppliers.fields, seen, size)
        else:
            found, disputed = look_up(table, suppliers.fields, seen, size)
            notes += [*disagreements(table, seen, disputed, suppliers), *gap_notes(found, suppliers)]
        columns |= found
        lines |= _aligned(found, suppliers)
    return replace(suppliers, columns=columns, notes=(*suppliers.notes, *notes))


def _of_lines(table: ReferenceTable, suppliers: Suppliers) -> bool:
    """Whether what the table gives is said of lines."""
    return suppliers.fields[next(iter(table.gives))].of == "line"


def _aligned(columns: Mapping[str, Column], suppliers: Suppliers) -> dict[str, Column]:
    """Every column with one entry a line; a supplier's own facts repeated on each."""
    owner = suppliers.line_owner.astype(np.int32)
    return {name: column if column.field.of == "line" else column.take(owner) for name, column in columns.items()}
