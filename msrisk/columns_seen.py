"""What was made of each column of the lists: samples, cells read, not understood and blank."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

import numpy as np

from msrisk.files import one_line
from msrisk.model import PERSON, ColumnSeen, Heading, HeadingsSeen, Ints, Suppliers, Table
from msrisk.model.payees import KINDS
from msrisk.normalise.column.columns import read_column
from msrisk.normalise.heading.fits import look_like
from msrisk.normalise.heading.headings import near_field
from msrisk.normalise.spend.amounts import read_amounts

SAMPLES = 3
LONGEST = 32  # characters of a sample
_SAMPLED = 5000  # rows in which to look for samples
_NAME, _SPEND = "supplier_name", "spend"


def columns_seen(suppliers: Suppliers) -> tuple[HeadingsSeen, ...]:
    """The columns of every list, once for all lists whose headings are the same."""
    groups: dict[tuple[tuple[str, str, str], ...], list[Table]] = {}
    for table in suppliers.book.tables:
        headings = tuple((each.text, each.field, each.how) for each in table.headings)
        groups.setdefault(headings, []).append(table)
    return tuple(
        HeadingsSeen(tuple(tables), _added_up([_columns(suppliers, table) for table in tables]))
        for tables in groups.values()
    )


def _columns(suppliers: Suppliers, table: Table) -> list[ColumnSeen]:
    owner = suppliers.row_owner[table.offset : table.offset + table.sheet.height]
    rows = np.flatnonzero(owner >= 0).astype(np.int32)
    is_person = suppliers.payees.kinds[owner[rows]] == KINDS.index(PERSON)
    shown = rows[~is_person][:_SAMPLED]
    return [_column(suppliers, table, heading, rows, shown) for heading in table.headings]


def _column(suppliers: Suppliers, table: Table, heading: Heading, rows: Ints, shown: Ints) -> ColumnSeen:
    place = table.sheet.letters_of(heading.column)
    if not heading.field:
        return _not_read(suppliers, table, heading, place)
    filled = table.sheet.columns[heading.column].filled()[rows]
    read = _read(suppliers, table, heading, rows) & filled
    return ColumnSeen(
        heading,
        place,
        _samples(suppliers, table, heading, shown),
        int(read.sum()),
        int((filled & ~read).sum()),
        int((~filled).sum()),
    )


def _read(suppliers: Suppliers, table: Table, heading: Heading, rows: Ints) -> np.typing.NDArray[np.bool_]:
    """Which of the rows' cells were understood."""
    field = suppliers.fields[heading.field]
    if field.name == _NAME:
        return np.ones(len(rows), np.bool_)  # a row whose name says nothing was left out
    if field.name == _SPEND:
        return read_amounts(table, field, rows)[1]
    column = read_column(table, field, rows)[0]
    understood: np.typing.NDArray[np.bool_] = column.understood[column.codes]
    return understood


def _not_read(suppliers: Suppliers, table: Table, heading: Heading, place: str) -> ColumnSeen:
    """A column nobody asked for; its values are not shown: they may be people or their addresses."""
    near = alike = ""
    if heading.text.strip() and not heading.how:
        near = near_field(heading.text, suppliers.fields)
        near = "" if near in table.mapping else near
    if not heading.how and not near:
        alike = look_like(table.sheet, table.below, heading.column)
        alike = "" if alike in table.mapping else alike
    return ColumnSeen(heading, place, near=near, alike=alike)


def _samples(suppliers: Suppliers, table: Table, heading: Heading, rows: Ints) -> tuple[str, ...]:
    """The first different values, made safe and shortened."""
    column = table.sheet.columns[heading.column]
    distinct, first = np.unique(column.codes[rows], return_index=True)
    in_order = distinct[np.argsort(first)].tolist()
    texts = (one_line(column.texts[code]) for code in in_order)
    filled = islice(filter(None, texts), SAMPLES)
    return tuple(_shortened(suppliers.without_persons(text)) for text in filled)


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"


def _added_up(tables: Sequence[Sequence[ColumnSeen]]) -> tuple[ColumnSeen, ...]:
    return tuple(_one(columns) for columns in zip(*tables, strict=True))


def _one(columns: Sequence[ColumnSeen]) -> ColumnSeen:
    first = columns[0]
    samples = dict.fromkeys(sample for each in columns for sample in each.samples)
    return replace(
        first,
        samples=tuple(samples)[:SAMPLES],
        read=sum(each.read for each in columns),
        unread=sum(each.unread for each in columns),
        blank=sum(each.blank for each in columns),
    )
