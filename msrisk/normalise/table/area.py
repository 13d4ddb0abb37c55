"""Part of a sheet, as a person asks for it: a range of cells, or only what is not hidden."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np

from msrisk.errors import InputError
from msrisk.files import one_line
from msrisk.model import Sheet, Told
from msrisk.remarks import ROWS_HIDDEN

_CELLS = re.compile(r"\$?([A-Z]{1,3})\$?(\d{0,7}):\$?([A-Z]{1,3})\$?(\d{0,7})", re.IGNORECASE)


def narrowed(sheet: Sheet, told: Told) -> Sheet:
    """The sheet with the rows and columns that were asked for; what is left out is said in its remarks."""
    if told.visible_only and sheet.hidden_rows:
        sheet = _visible(sheet)
    return _within(sheet, told.area) if told.area else sheet


def _visible(sheet: Sheet) -> Sheet:
    rows = [row for row in range(sheet.height) if row not in sheet.hidden_rows]
    said = f"{sheet.height - len(rows):,} hidden rows were left out, as told (--visible-only)."
    others = [remark for remark in sheet.remarks if ROWS_HIDDEN not in remark]
    return replace(sheet.part(np.array(rows, np.int32)), remarks=(*others, said))


def _within(sheet: Sheet, area: str) -> Sheet:
    """The cells of a range such as ``B3:H200``; ``B:H`` takes every row.  Raises InputError."""
    named = _CELLS.fullmatch(area.strip().replace(" ", ""))
    if named is None:
        raise InputError(
            f"--range {one_line(area)}: that is not a range of cells",
            hint="Write it as B3:H200, headings included.",
        )
    left, right = sorted((column_number(named[1]), column_number(named[3])))
    top, bottom = sorted((int(named[2] or 1), int(named[4] or 10**9)))
    columns = {at for at in range(len(sheet.columns)) if left <= sheet.first_column + at <= right}
    rows = [row for row in range(sheet.height) if top <= sheet.number(row) <= bottom]
    if not columns or not rows:
        raise InputError(
            f"--range {one_line(area)}: no cell of the sheet is inside",
            where=sheet.file,
            hint=f"The sheet reaches from {sheet.address(0, 0)} to "
            f"{sheet.address(sheet.height - 1, len(sheet.columns) - 1)}.",
        )
    said = f"Only the cells {one_line(area.strip().upper())} were read, as told (--range)."
    part = sheet.part(np.array(rows, np.int32)).only(columns)
    return part.saying(said)


def column_number(named: str) -> int:
    """A column by its letters: A is 1, AA is 27."""
    number = 0
    for letter in named.upper():
        number = number * 26 + ord(letter) - 64
    return number
