"""Rows of a text file that are shorter or longer than the others: no cell is lost, and it is always said.

A longer row may have slid (a comma inside a text). Where only one way of putting its cells together is possible
it is mended; whether another is used is for the normaliser, which leaves it out.
"""

from __future__ import annotations

import numpy as np

from msrisk.model import Flags, Ints, TextColumn
from msrisk.read.column_making import ColumnsMaker
from msrisk.read.joined_texts import JoinedTexts
from msrisk.read.odd_lines import OddKind, OddLines
from msrisk.read.put_together import Fit, Together

_MOST_MENDED = 2_000


def evened(made: ColumnsMaker, delimiter: str, odd: OddLines) -> tuple[list[TextColumn], int]:
    """Columns as wide as is needed, and the regular width, which is the commonest; odd rows are told to ``odd``.

    Cells beyond the regular width are kept where any of them holds something.
    """
    columns, widths = made.columns(), made.widths
    filled_widths = widths[widths > 0]
    if not len(filled_widths):
        return columns[:1], 1
    sizes, first, count = np.unique(filled_widths, return_index=True, return_counts=True)
    regular = min(zip((-count).tolist(), first.tolist(), sizes.tolist(), strict=True))[2]
    if len(sizes) == 1:
        return columns, regular
    if len(columns) > regular:
        _mend(columns, regular, widths, delimiter, odd)
    too_short = (widths > 0) & (widths < regular) & _filled(columns[:regular], len(widths))
    kind = OddKind(
        f"fewer than the usual {regular} cells; the missing ones are blank",
        f"fewer than the usual {regular} cells",
        "the missing cells are blank",
    )
    odd.add(kind, np.flatnonzero(too_short).tolist())
    while len(columns) > regular and not _filled(columns[-1:], len(widths)).any():
        columns.pop()
    return columns, regular


def _filled(columns: list[TextColumn], rows: int) -> Flags:
    """Whether each row has a cell that is not blank."""
    found = np.zeros(rows, np.bool_)
    for column in columns:
        if found.all():
            break
        holds = np.fromiter((bool(text.strip()) for text in column.texts), np.bool_, len(column.texts))
        found |= holds[column.codes]
    return found


def _mend(columns: list[TextColumn], regular: int, widths: Ints, delimiter: str, odd: OddLines) -> None:
    """Rows with too many cells: those that can be put together in one way only, and the others as they are."""
    too_long = _filled(columns[regular:], len(widths))
    fit = Fit(columns[:regular], np.flatnonzero(widths == regular).astype(np.int32))
    mended: dict[int, Together] = {}
    for row in np.flatnonzero(widths > regular)[:_MOST_MENDED].tolist():
        cells = [column.at(row) for column in columns[: int(widths[row])]]
        together = fit.only_way(cells, delimiter)
        if together:
            mended[row] = together
    for number, column in enumerate(columns):
        anew = {row: (*each.cells, "")[min(number, regular)] for row, each in mended.items()}
        columns[number] = _with_cells(column, anew)
    wrong = f"more than the usual {regular} cells"
    told = OddKind(f"{wrong}, and can be put together in one way only: mended", wrong, "")
    odd.add(told, list(mended), [each.done for each in mended.values()])
    left = [row for row in np.flatnonzero(too_long).tolist() if row not in mended]
    odd.add(
        OddKind(f"{wrong}; they stand in further columns", wrong, "the further ones stand in further columns"),
        left,
    )


def _with_cells(column: TextColumn, cells: dict[int, str]) -> TextColumn:
    """The column with other texts in some rows."""
    if not cells:
        return column
    codes = column.codes.copy()
    if isinstance(column.texts, JoinedTexts):
        codes[list(cells)] = np.arange(len(cells)) + len(column.texts)
        return TextColumn(column.texts.followed_by(list(cells.values())), codes)
    number_of = {text: number for number, text in enumerate(column.texts)}
    for row, text in cells.items():
        codes[row] = number_of.setdefault(text, len(number_of))
    return TextColumn(tuple(number_of), codes)
