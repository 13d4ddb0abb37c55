"""What a registry file of some months ago cannot know: a statement that was registered since.

A year end told by such a file is the least that the latest statement covers. So an old download makes nobody's
statement out of date; it makes it not known, and says which file to get anew. Six months is our own choice.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np

from msrisk.model import Column, Flags, Join, Note, SourceKind, Suppliers
from msrisk.values.interval import LIMIT, Interval
from msrisk.values.reading import Reading

_OLD = 183  # days
YEAR_END = "statement_year_end"


def as_known_on(suppliers: Suppliers, as_of: date) -> Suppliers:
    """The suppliers with what a registry file that was old on a day leaves open."""
    for join in suppliers.joins:
        day = join.entries.last_day if join.entries.kind is SourceKind.REGISTRY else None
        if day is not None and as_of.toordinal() - day > _OLD:
            suppliers = _aged(suppliers, join, date.fromordinal(day))
    return suppliers


def _aged(suppliers: Suppliers, join: Join, day: date) -> Suppliers:
    column = suppliers.columns.get(YEAR_END)
    if column is None:
        return suppliers
    files = " and ".join(file.file for file in join.entries.files[:3])
    why = f"the registry as of {day.day} {day:%B %Y}: a later statement may have been registered since"
    older = tuple(_at_least(reading, why) for reading in column.readings)
    codes = np.where(_told_by(suppliers, column, join), column.codes + np.int32(len(older)), column.codes)
    doubled = replace(column, readings=(*column.readings, *older), texts=column.texts * 2, codes=codes)
    note = Note(files, f"{day.day} {day:%B %Y}", f"{why}; download the registry's files again", understood=True)
    return replace(suppliers, columns={**suppliers.columns, YEAR_END: doubled}, notes=(*suppliers.notes, note))


def _told_by(suppliers: Suppliers, column: Column, join: Join) -> Flags:
    """Whose year end stands in a row of this source."""
    told = np.zeros(len(suppliers), np.bool_)
    for table in suppliers.book.joined:
        if any(table.sheet is each.sheet for each in join.entries.tables):
            told |= (column.rows >= table.offset) & (column.rows < table.offset + table.sheet.height)
    return told


def _at_least(reading: Reading, why: str) -> Reading:
    if not isinstance(reading.value, Interval):
        return reading
    return reading._replace(value=Interval(reading.value.low, LIMIT), note=f"{reading.note}; {why}")
