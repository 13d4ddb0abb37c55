"""What a table does not say of a value it was asked for: one note for each, since nobody can be asked instead."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from msrisk.model import Column, Note, Suppliers


def gap_notes(found: Mapping[str, Column], suppliers: Suppliers) -> list[Note]:
    """A note for each distinct value of which a table has nothing, at the first cell that holds it."""
    return [note for column in found.values() for note in _notes(column, suppliers)]


def _notes(column: Column, suppliers: Suppliers) -> list[Note]:
    held = column.gap[column.codes] & (column.rows >= 0)
    if not held.any():
        return []
    places = np.flatnonzero(held)
    _, first = np.unique(column.codes[places], return_index=True)
    label = column.field.label
    return [
        Note(
            suppliers.book.address(int(column.rows[place]), column.spoken_by(int(place))),
            column.reading(int(place)).note,
            f"{label}: the edition we hold does not say; not known, and nobody is asked instead",
        )
        for place in sorted(places[first].tolist())
    ]
