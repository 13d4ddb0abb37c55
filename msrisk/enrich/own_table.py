"""A table of the buyer's own, read like a supplier list, as entries to join to: by number, or by name."""

from __future__ import annotations

from dataclasses import replace

from msrisk.model import Column, Entries, PublicFile, SourceKind, Suppliers
from msrisk.values.reading import Reading

_NAMES_IT = ("supplier_name", "supplier_id")


def table_entries(table: Suppliers) -> Entries:
    """What a further table says of each organisation: facts of the supplier only, not what is bought."""
    columns = {
        name: _said_there(column, table)
        for name, column in table.columns.items()
        if column.field.of == "supplier" and name not in _NAMES_IT and column.understood.any()
    }
    first = table.book.tables[0]
    sheet = first.sheet
    numbers, countries = columns.get("company_number"), columns.get("country")
    size = range(len(table))
    return Entries(
        SourceKind.OWN_TABLE,
        f"table {sheet.file}",
        table.names,
        table.keys,
        tuple(numbers.reading(each).first if numbers else "" for each in size),
        tuple(countries.reading(each).parts if countries else () for each in size),
        columns=columns,
        tables=table.book.tables,
        files=(PublicFile(sheet.file, sheet.sha256, first.rows, "", "", sheet.remarks, tuple(table.left_out)),),
        notes=tuple(table.notes),
    )


def _said_there(column: Column, table: Suppliers) -> Column:
    """The column, its readings saying which table they come from."""
    file = table.book.tables[0].sheet.file
    return replace(column, readings=tuple(_noted(each, file) for each in column.readings))


def _noted(reading: Reading, file: str) -> Reading:
    return (
        reading if reading.value is None else reading._replace(note="; ".join(filter(None, (reading.note, file))))
    )
