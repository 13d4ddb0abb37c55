"""Exports of contract notices: cells that hold several suppliers, and columns that hold one each, become rows.

A notice may be awarded to several suppliers. Each gets a row of its own, with the address of the cell it stood in;
the value is of all together, so it is not divided, and is added to none of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from msrisk.errors import InputError
from msrisk.model import Ints, LineNote, Numbers, Sheet, TextColumn
from msrisk.normalise.table.notice_cells import Awarded, from_blocks, from_columns, is_blocks, paths_of

ROWS_SEARCHED = 10
_HEADINGS = ("Supplier name", "Company number", "Award value")
_LINK = "_link"


def opened(sheet: Sheet) -> Sheet:
    """The sheet with a row for each supplier of each notice; a sheet that is no such export unchanged."""
    if sheet.origins:
        return sheet  # it is open already
    for row in range(min(ROWS_SEARCHED, sheet.height)):
        headings = sheet.row(row)
        blocks = next((column for column, text in enumerate(headings) if is_blocks(text)), None)
        if blocks is not None:
            return _with_rows(sheet, row, from_blocks(sheet, row, blocks))
        paths = paths_of(headings)
        if paths:
            return _with_rows(sheet, row, from_columns(sheet, row, paths))
    return sheet


def not_the_suppliers(sheet: Sheet) -> InputError | None:
    """The error for one of several linked tables that holds no suppliers: which of them does."""
    headings = [text.strip().casefold() for text in sheet.row(0)] if sheet.height else []
    if _LINK not in headings:
        return None
    return InputError(
        "this is one table of several that belong together, and it holds no suppliers",
        where=sheet.file,
        hint=(
            "Contract notices were cut into linked tables ('_link' says so). Give the table that names the "
            "suppliers; its name has 'suppliers' or 'parties' in it."
        ),
    )


@dataclass
class _Made:
    """The new columns, cell by cell: what each holds, and the column in which that stands."""

    texts: tuple[list[str], ...]
    origins: tuple[list[int], ...]

    def add(self, cells: Sequence[tuple[str, int]]) -> None:
        for texts, origins, (text, origin) in zip(self.texts, self.origins, cells, strict=True):
            texts.append(text)
            origins.append(origin)


def _with_rows(sheet: Sheet, header: int, awarded: Sequence[Sequence[Awarded]]) -> Sheet:
    """The rows, each as often as it has suppliers, but at least once.  awarded: of each row below the headings."""
    made = _Made(tuple([] for _ in _HEADINGS), tuple([] for _ in _HEADINGS))
    rows = list(range(header + 1))
    first = next((one for each in awarded for one in each), None)
    places = [column for _, column in (first.name, first.number, first.value)] if first else [0] * len(_HEADINGS)
    for row in rows:
        made.add([(text if row == header else "", at) for text, at in zip(_HEADINGS, places, strict=True)])
    shared = []
    for row, each in enumerate(awarded, start=header + 1):
        for one in each:
            rows.append(row)
            made.add([one.name, one.number, one.value])
        if any(one.shared for one in each):
            shared.append(_note(sheet, row, each))
        if not each:
            rows.append(row)
            made.add([("", 0)] * len(_HEADINGS))
    part = sheet.part(np.array(rows, np.int32))
    width = len(sheet.columns)
    return replace(
        part,
        columns=(*part.columns, *map(_column, made.texts)),
        origins={**part.origins, **{width + at: np.array(each, np.int32) for at, each in enumerate(made.origins)}},
        remarks=(*part.remarks, *_remarks(awarded, len(shared))),
        mended=(*part.mended, *shared),
    )


def _column(texts: Sequence[str]) -> TextColumn:
    numbers: Numbers[str] = Numbers()
    codes: Ints = numbers.codes(texts)
    return TextColumn(tuple(numbers), codes)


def _note(sheet: Sheet, row: int, awarded: Sequence[Awarded]) -> LineNote:
    together = [one for one in awarded if one.shared]
    value = f"; the value {together[0].shared} is of all together, and is added to none" if together else ""
    return LineNote(
        sheet.number(row),
        f"{len(together)} suppliers who share one contract",
        f"each is a supplier of its own{value}",
    )


def _remarks(awarded: Sequence[Sequence[Awarded]], shared: int) -> list[str]:
    notices, suppliers = sum(map(bool, awarded)), sum(map(len, awarded))
    said = [f"Contract notices: {notices:,} of them name {suppliers:,} suppliers; each has a row of its own."]
    if shared:
        contracts = "1 contract is" if shared == 1 else f"{shared:,} contracts are"
        said.append(f"{contracts} shared by several suppliers; its value is divided among none and added to none.")
    return said
