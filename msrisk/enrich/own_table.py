"""A table of the buyer's own, read like a supplier list, as entries to join to: by number, or by name."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from msrisk.model import Column, Entries, Note, PublicFile, SourceKind, Suppliers
from msrisk.values.reading import Reading

_NO_FACT = ("supplier_name", "supplier_id", "watchlist_identity")  # they name it; who is listed only lists tell


def table_entries(table: Suppliers) -> Entries:
    """What a further table says of each organisation: facts of the supplier only, not what is bought.

    Whoever is set aside in it, as a person is, and a contract that names nobody, is no organisation to be found.
    """
    kept = [number for number in range(len(table)) if not table.set_aside[number] and number not in table.unnamed]
    taken = np.array(kept, np.int32)
    columns = {
        name: _said_there(column, table).take(taken)
        for name, column in table.columns.items()
        if column.field.of == "supplier" and name not in _NO_FACT and column.understood.any()
    }
    tables = table.book.tables
    sheet, rows = tables[0].sheet, sum(each.rows for each in tables)
    numbers, countries = columns.get("company_number"), columns.get("country")
    size = range(len(kept))
    return Entries(
        SourceKind.OWN_TABLE,
        f"table {sheet.file}",
        tuple(table.names[number] for number in kept),
        tuple(table.keys[number] for number in kept),
        tuple(numbers.reading(each).first if numbers else "" for each in size),
        tuple(countries.reading(each).parts if countries else () for each in size),
        columns=columns,
        tables=tables,
        files=(PublicFile(sheet.file, sheet.sha256, rows, "", "", sheet.remarks, tuple(table.left_out)),),
        notes=tuple(_without_persons(each, table) for each in table.notes),
    )


def _without_persons(note: Note, table: Suppliers) -> Note:
    said, problem = table.without_persons(note.said), table.without_persons(note.problem)
    return replace(note, where=f"{table.book.tables[0].sheet.file}!{note.where}", said=said, problem=problem)


def _said_there(column: Column, table: Suppliers) -> Column:
    """The column, its readings saying which table they come from."""
    file = table.book.tables[0].sheet.file
    return replace(column, readings=tuple(_noted(each, file) for each in column.readings))


def _noted(reading: Reading, file: str) -> Reading:
    return (
        reading if reading.value is None else reading._replace(note="; ".join(filter(None, (reading.note, file))))
    )
