"""What a decision rests on of either side, as it can be written to a sheet and read back."""

from __future__ import annotations

import numpy as np

from msrisk.files import one_line
from msrisk.model.decisions import AsDecided
from msrisk.model.entries import Entries
from msrisk.model.suppliers import Suppliers


def our_side_of(suppliers: Suppliers, number: int) -> AsDecided:
    """What our own list says of a supplier; what was joined to it since would change from run to run."""
    rows = np.array(suppliers.rows_of(number), np.int64)
    return AsDecided(
        one_line(suppliers.names[number]),
        _stated(suppliers, rows, "company_number"),
        _stated(suppliers, rows, "country"),
    )


def _stated(suppliers: Suppliers, rows: np.ndarray, field: str) -> str:
    """What the cells of these rows say, in whatever order the rows stand."""
    said: set[str] = set()
    for table in suppliers.book.tables:
        heading = table.mapping.get(field)
        if heading is None:
            continue
        inside = rows[(rows >= table.offset) & (rows < table.offset + table.sheet.height)] - table.offset
        column = table.sheet.columns[heading.column]
        for code in np.unique(column.codes[inside]).tolist():
            said.update(suppliers.fields[field].read(column.texts[code]).parts)
    return "; ".join(sorted(said))


def their_side_of(entries: Entries, number: int) -> AsDecided:
    """What a source says of an entry."""
    return AsDecided(
        one_line(entries.names[number]),
        one_line(entries.numbers[number]),
        "; ".join(sorted(entries.countries[number])),
    )
