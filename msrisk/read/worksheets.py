"""The worksheets of a workbook, whatever its format, become sheets of text: visible ones first, with remarks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np

from msrisk.model import Sheet, TextColumn
from msrisk.read.blank_end import without_blank_end
from msrisk.read.cells import text_column
from msrisk.read.facts import (
    SheetFacts,
    WorkbookFacts,
    general_remarks,
    hidden_remark,
    nothing_stored,
    nothing_visible,
    sheet_remarks,
)
from msrisk.read.filekind import FileKind
from msrisk.read.source import Source


class Cells(NamedTuple):
    """The columns of a worksheet from its first row on; first: the number of the first column, from 1."""

    first: int
    columns: Sequence[Sequence[Any]]


def sheets_of(
    source: Source, kind: FileKind, facts: WorkbookFacts, cells_of: Callable[[SheetFacts], Cells | None]
) -> tuple[Sheet, ...]:
    """The worksheets that hold a cell, in workbook order, hidden ones last; InputError when there is none.

    cells_of: asked for one sheet after the other, so that the cells of one at a time are held.
    """
    general = general_remarks(source, kind, facts.macros)
    hidden = [about.name for about in facts.sheets if about.hidden]
    found = []
    for about in sorted(facts.sheets, key=lambda about: about.hidden):
        cells = cells_of(about)
        if cells is not None:
            found.append(_sheet(source, about, cells, general + hidden_remark(about, hidden)))
    if not found:
        formulas = sum(about.not_stored.count for about in facts.sheets)
        raise nothing_stored(source.name, formulas) if formulas else nothing_visible(source.name, ())
    return tuple(found)


def _sheet(source: Source, about: SheetFacts, cells: Cells, remarks: tuple[str, ...]) -> Sheet:
    columns = tuple(
        text_column(about.seen.over(number, column)) for number, column in enumerate(cells.columns, cells.first)
    )
    hidden_rows = _filled_rows(columns, about.hidden_rows)
    sheet = Sheet(
        file=source.name,
        name=about.name,
        sha256=source.sha256,
        columns=columns,
        first_column=cells.first,
        remarks=remarks + sheet_remarks(about, len(hidden_rows)),
        hidden=about.hidden,
        hidden_rows=hidden_rows,
    )
    return without_blank_end(sheet)


def _filled_rows(columns: Sequence[TextColumn], rows: frozenset[int]) -> frozenset[int]:
    """Of these rows those in which a cell holds something."""
    if not rows:
        return rows
    asked = np.array(sorted(row for row in rows if row < len(columns[0].codes)), np.int64)
    filled = np.zeros(len(asked), np.bool_)
    for column in columns:
        filled |= np.array([bool(text) for text in column.texts], np.bool_)[column.codes[asked]]
    return frozenset(asked[filled].tolist())
