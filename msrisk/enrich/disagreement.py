"""Where the columns that say what was bought say different things: one note for each pair of texts."""

from __future__ import annotations

import numpy as np

from msrisk.enrich.values import quoted
from msrisk.model import Column, Flags, Note, Suppliers
from msrisk.model.filling import Columns
from msrisk.ruleset.tables import ReferenceTable
from msrisk.ruleset.vocabulary import numbered

MOST_NOTES = 200


def disagreements(table: ReferenceTable, columns: Columns, disputed: Flags, suppliers: Suppliers) -> list[Note]:
    """A note for each combination of texts that disagree, at the first line that holds it."""
    lines = np.flatnonzero(disputed)
    if not len(lines):
        return []
    held = _filled(table, columns)
    texts = np.stack([column.codes[lines] for column in held], axis=1)
    _, first, count = np.unique(texts, axis=0, return_index=True, return_counts=True)
    order = np.argsort(-count, kind="stable")[:MOST_NOTES].tolist()
    return [_note(held, int(lines[first[each]]), int(count[each]), suppliers) for each in order]


def _filled(table: ReferenceTable, columns: Columns) -> list[Column]:
    """The columns that could disagree: those of lines, if any; what a supplier is contradicts no line."""
    names = [numbered(key.fields[0], number) for key in table.keys for number in range(1, 4)]
    held = [columns[name] for name in dict.fromkeys(names) if name in columns]
    return [column for column in held if column.field.of == "line"] or held


def _note(held: list[Column], line: int, count: int, suppliers: Suppliers) -> Note:
    said: dict[str, tuple[str, str]] = {}  # by cell: one column may stand for two fields
    for column in held:
        if column.text(line).strip():
            cell = suppliers.book.address(int(column.rows[line]), column.spoken_by(line))
            said.setdefault(cell, (column.field.label.lower(), column.text(line)))
    shown = ", ".join(f"{label} {quoted(text)}" for label, text in said.values())
    more = f" (and on {count - 1:,} more line{'s' if count > 2 else ''})" if count > 1 else ""
    where, (_, first) = next(iter(said.items()))
    return Note(where, first, f"its columns say different things were bought: {shown}; estimated{more}", True)
