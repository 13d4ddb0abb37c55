"""A registry file that somebody opened and saved as a workbook: rows that slid before are left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from msrisk.files import one_line
from msrisk.model import Flags, LeftOut, PublicSheet, Sheet, TextColumn
from msrisk.read.looks import ABOVE
from msrisk.read.registry_headings import checks_of, is_heading, places, plain
from msrisk.read.registry_refusals import not_the_registry, nothing_fits, only_headings


def from_book(sheets: Sequence[Sheet]) -> PublicSheet:
    """The first sheet that has the headings; InputError when none has."""
    tops = [(sheet, row) for sheet in sheets for row in range(min(ABOVE, sheet.height))]
    found = next(((sheet, row) for sheet, row in tops if is_heading(sheet.row(row))), None)
    if found is None:
        raise not_the_registry(sheets[0].file, [sheet.row(row) for sheet, row in tops])
    sheet, top = found
    headings = sheet.row(top)
    below = np.arange(sheet.height) > top
    filled = _filled(sheet, headings) & below
    slid = _slid(sheet, headings, filled)
    left_out = tuple(
        LeftOut(
            f"{sheet.file}!{sheet.address(row, 0)}",
            _said(sheet, headings, row),
            f"cells slid: under {heading} stands what cannot",
        )
        for row, heading in sorted(slid.items())
    )
    filled[list(slid)] = False
    if not filled.any():
        raise nothing_fits(sheet.file, left_out) if left_out else only_headings(sheet.file)
    filled[top] = True
    return PublicSheet(_kept(sheet, headings, filled), left_out)


def _filled(sheet: Sheet, headings: Sequence[str]) -> Flags:
    """The rows in which a cell that is used holds something."""
    found = np.zeros(sheet.height, np.bool_)
    for place in places(headings).values():
        column = sheet.columns[place]
        found |= np.array([bool(text.strip()) for text in column.texts], np.bool_)[column.codes]
    return found


def _slid(sheet: Sheet, headings: Sequence[str], filled: Flags) -> dict[int, str]:
    """The rows in which a cell does not hold what its heading says, and that heading."""
    found: dict[int, str] = {}
    for place, check in checks_of(headings).items():
        column = sheet.columns[place]
        fits = np.array([check(text) for text in column.texts], np.bool_)[column.codes]
        for row in np.flatnonzero(filled & ~fits).tolist():
            found.setdefault(row, headings[place])
    return found


def _said(sheet: Sheet, headings: Sequence[str], row: int) -> str:
    """Whose row it seems to be, told by the beginning of it alone."""
    column = [plain(heading) for heading in headings].index(plain("OrganisationName"))
    return one_line(sheet.columns[column].at(row))[:80] if column < 3 else ""


def _kept(sheet: Sheet, headings: Sequence[str], kept: Flags) -> Sheet:
    """These rows of the columns that are used; of the others the heading alone."""
    used = set(places(headings).values())
    rows = np.flatnonzero(kept)
    heading_alone = np.minimum(np.arange(len(rows), dtype=np.int32), 1)
    columns = tuple(
        TextColumn(column.texts, column.codes[rows]) if place in used else TextColumn((heading, ""), heading_alone)
        for place, (column, heading) in enumerate(zip(sheet.columns, headings, strict=True))
    )
    return replace(sheet, columns=columns, numbers=(rows + sheet.first_row).astype(np.int32), remarks=())
