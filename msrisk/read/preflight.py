"""Everything that is asked of a workbook before a reader sees it, in one pass over its parts."""

from __future__ import annotations

import re

from msrisk.files import one_line
from msrisk.read.archive import Archive
from msrisk.read.extent import MAX_CELLS, OVERLAP, AddressScan, Extent, filled_extent, pairs
from msrisk.read.facts import SheetFacts, WorkbookFacts
from msrisk.read.parts import SheetPart, sheet_parts
from msrisk.read.refusals import damaged, outside_the_grid, too_large
from msrisk.read.source import Source

_MACROS = "xl/vbaproject.bin"
_ERROR = b't="e"'
_FORMULA = b"<f"
_NOT_STORED = re.compile(rb"(?:</f>|<f\b[^<>]*/>)\s*(?:<v>\s*</v>|<v\s*/>)?\s*</c>")


def inspect(source: Source) -> WorkbookFacts:
    """Check the whole workbook; InputError when it is damaged, dangerous or too large."""
    archive = Archive(source)
    sheets = sheet_parts(archive)
    visible = [sheet for sheet in sheets if not sheet.hidden]
    facts = tuple(_inspect_sheet(archive, sheet) for sheet in visible)
    archive.check_rest({sheet.part for sheet in visible})
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
    if not extent.on_the_grid:
        raise outside_the_grid(where, extent.far, "XFD1048576")
    if extent.cells > MAX_CELLS:
        raise too_large(where, extent.far, extent.cells, f"msrisk reads up to {MAX_CELLS:,}")
