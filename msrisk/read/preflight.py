"""Everything that is asked of a workbook before a reader sees it, in one pass over its parts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from msrisk.errors import InputError
from msrisk.files import one_line
from msrisk.read.archive import Archive
from msrisk.read.extent import OVERLAP, AddressScan, Extent, filled_extent, pairs
from msrisk.read.parts import SheetPart, sheet_parts
from msrisk.read.refusals import damaged
from msrisk.read.source import Source

MAX_CELLS = 60_000_000

_MACROS = "xl/vbaproject.bin"
_ERROR = b't="e"'
_FORMULA = b"<f"
_NOT_STORED = re.compile(rb"(?:</f>|<f\b[^<>]*/>)\s*(?:<v>\s*</v>|<v\s*/>)?\s*</c>")


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """What the pre-flight learnt of one visible worksheet."""

    name: str
    errors: int
    not_stored: int


@dataclass(frozen=True, slots=True)
class WorkbookFacts:
    """The visible worksheets in order, the names of the hidden ones, and whether there are macros."""

    sheets: tuple[SheetFacts, ...]
    hidden: tuple[str, ...]
    macros: bool


def inspect(source: Source) -> WorkbookFacts:
    """Check the whole workbook; InputError when it is damaged, dangerous or too large."""
    archive = Archive(source)
    sheets = sheet_parts(archive)
    visible = [sheet for sheet in sheets if not sheet.hidden]
    facts = tuple(_inspect_sheet(archive, sheet) for sheet in visible)
    looked_at = {sheet.part for sheet in visible}
    for part in archive.markup:
        if part not in looked_at:
            for _ in archive.chunks(part):  # to the end, where the checksum is compared
                pass
    hidden = tuple(sheet.name for sheet in sheets if sheet.hidden)
    return WorkbookFacts(facts, hidden, _MACROS in archive)


def _inspect_sheet(archive: Archive, sheet: SheetPart) -> SheetFacts:
    scan, errors, not_stored, tail = AddressScan(), 0, 0, b""
    for chunk in archive.chunks(sheet.part):
        piece = tail + chunk  # because a chunk may end inside a tag
        scan.look(piece)
        if pairs(piece, _ERROR[-3:-1]).size:
            errors += piece.count(_ERROR) - tail.count(_ERROR)
        if pairs(piece, _FORMULA).size:
            not_stored += len(_NOT_STORED.findall(piece)) - len(_NOT_STORED.findall(tail))
        tail = piece[-OVERLAP:]
    _check_extent(archive, sheet, scan.finish(tail))
    return SheetFacts(sheet.name, errors, not_stored)


def _check_extent(archive: Archive, sheet: SheetPart, extent: Extent | None) -> None:
    """An odd or a large extent is measured again, exactly: cells with a style only cost nothing."""
    if extent is None or not extent.on_the_grid or extent.cells > MAX_CELLS:
        extent = filled_extent(archive.chunks(sheet.part), damaged(archive.name, sheet.part))
    where = f"{archive.name}, sheet '{one_line(sheet.name)}'"
    far = " and ".join(dict.fromkeys((extent.lowest, extent.rightmost)))
    if not extent.on_the_grid:
        raise InputError(
            f"a cell stands outside the grid of Excel, which ends at XFD1048576: {far}",
            where=where,
            hint="Open it in Excel and save it again, or ask for the list as CSV.",
        )
    if extent.cells > MAX_CELLS:
        raise InputError(
            f"a cell far away ({far}) makes this sheet {extent.cells:,} cells large; "
            f"msrisk reads up to {MAX_CELLS:,}",
            where=where,
            hint="Press Ctrl+End in Excel to go there, delete the empty rows and columns beyond the list.",
        )
