"""One column of text as readings: each distinct text read once, under its heading's hint."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

import numpy as np

from msrisk.model import Bytes, Field, Flags, Ints, Note, Numbers, Table
from msrisk.normalise.column.dates import read_dates
from msrisk.normalise.column.kept_cells import cells_of
from msrisk.values.reading import BLANK, Reading, Value

_FIGURE = re.compile(r"\d{1,12}(?:\.\d{1,17})?", re.ASCII)


@dataclass(frozen=True)
class ReadColumn:
    """A mapped column: its distinct texts, how each was read, and each row's number among them."""

    field: Field
    texts: tuple[str, ...]
    readings: tuple[Reading, ...]
    codes: Ints

    @cached_property
    def understood(self) -> Flags:
        return np.array([reading.value is not None for reading in self.readings], np.bool_)

    @cached_property
    def filled(self) -> Flags:
        return np.array([bool(text.strip()) for text in self.texts], np.bool_)

    @cached_property
    def value_codes(self) -> Ints:
        """A number for each distinct value, so that ``£36m`` and ``36,000,000`` are one."""
        numbers: Numbers[tuple[Value | None, bool]] = Numbers()
        return numbers.codes([(each.value, each.complete) for each in self.readings])

    @cached_property
    def grades(self) -> Bytes:
        return np.array([reading.grade for reading in self.readings], np.uint8)


def read_column(
    table: Table, field: Field, rows: Ints, day_first: bool | None = None
) -> tuple[ReadColumn, list[Note]]:
    """One field of the kept rows, and what there is to say about its cells.

    day_first: of dates only, what the other inputs settled on, see ``read_dates``.
    """
    heading = table.mapping[field.name]
    cells = cells_of(table, heading, rows)
    if field.kind.name == "date":
        dates, notes = read_dates(cells, field, day_first)
        return ReadColumn(field, cells.texts, dates, cells.codes), notes
    hint = field.hint(heading.text)
    read = field.kind.read
    said, meant = _hundredths(cells.texts) if field.kind.name == "percent" else ("", cells.texts)
    readings = tuple([read(text, hint) if text.strip() else BLANK for text in meant])
    notes = [cells.at_heading(said)] if said else []
    return ReadColumn(field, cells.texts, readings, cells.codes), notes + cells.notes(enumerate(readings))


def _hundredths(texts: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """A spreadsheet stores 62% as 0.62; a column in which no figure is above 1 holds such, and that is said."""
    figures = [Decimal(text.strip()) for text in texts if _FIGURE.fullmatch(text.strip())]
    if not any(0 < each < 1 for each in figures) or max(figures) > 1 or any("%" in text for text in texts):
        return "", texts
    said = "no figure is above 1; taken as fractions, as a spreadsheet stores percentages"
    return said, tuple(
        f"{Decimal(text.strip()) * 100:f}%" if _FIGURE.fullmatch(text.strip()) else text for text in texts
    )
