"""Everything that is asked of a workbook before a reader sees it, in one pass over its parts."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from msrisk.errors import InputError
from msrisk.files import one_line
from msrisk.read.archive import Archive
from msrisk.read.extent import (
    MAX_CELLS,
    OVERLAP,
    AddressScan,
    Extent,
    FilledCells,
    filled_extent,
    is_mostly_empty,
    pairs,
)
from msrisk.read.facts import SheetFacts, Spots, WorkbookFacts
from msrisk.read.marks import ERROR, HIDING, NOT_STORED, hidden_rows, odd_cells
from msrisk.read.parts import SheetPart, sheet_parts
from msrisk.read.pruning import body_of, packed_again, pruned
from msrisk.read.refusals import damaged, outside_the_grid, too_large
from msrisk.read.source import Source

_MACROS = "xl/vbaproject.bin"
_FORMULA = b"<f"


class Checked(NamedTuple):
    """What was learned of a workbook, and its bytes as a reader may see them."""

    facts: WorkbookFacts
    data: bytes


def inspect(source: Source) -> Checked:
    """Check the whole workbook; InputError when it is damaged, dangerous or too large."""
    archive = Archive(source)
    sheets = sheet_parts(archive)
    changed: dict[str, bytes] = {}
    facts = tuple(_inspect_sheet(archive, sheet, changed) for sheet in sheets)
    archive.check_rest({sheet.part for sheet in sheets})
    data = packed_again(archive, changed) if changed else source.data
    return Checked(WorkbookFacts(facts, _MACROS in archive), data)


class _Signs:
    """Takes a sheet's XML piece by piece and notes what has to be looked at again."""

    def __init__(self) -> None:
        self.hiding = self.odd = False

    def look(self, piece: bytes) -> None:
        self.hiding = self.hiding or HIDING in piece
        if not self.odd:
            error = bool(pairs(piece, ERROR[-3:-1]).size) and ERROR in piece
            formula = bool(pairs(piece, _FORMULA).size) and NOT_STORED.search(piece) is not None
            self.odd = error or formula


def _inspect_sheet(archive: Archive, sheet: SheetPart, changed: dict[str, bytes]) -> SheetFacts:
    scan, signs, tail = AddressScan(), _Signs(), b""
    for chunk in archive.chunks(sheet.part):
        piece = tail + chunk  # because a chunk may end inside a tag
        scan.look(piece)
        signs.look(piece)
        tail = piece[-OVERLAP:]
    extent = scan.finish(tail)
    facts = SheetFacts(sheet.name, sheet.hidden)
    try:
        facts = replace(facts, far=_far(archive, sheet, extent, scan.written, changed))
    except InputError:
        if sheet.hidden:  # no reason not to read those that can be seen
            return replace(facts, readable=False)
        raise
    if signs.hiding or extent is None:
        facts = replace(facts, hidden_rows=hidden_rows(archive.chunks(sheet.part)))
    if signs.odd or extent is None:
        errors, not_stored = odd_cells(archive.chunks(sheet.part))
        facts = replace(facts, errors=errors, not_stored=not_stored)
    return facts


def _far(
    archive: Archive, sheet: SheetPart, extent: Extent | None, written: int, changed: dict[str, bytes]
) -> Spots:
    """An odd or a large extent is measured again, exactly: cells with a style only cost nothing.

    A few cells that make it large are taken out of the sheet; InputError when that does not help.
    """
    if extent is not None and extent.on_the_grid and not _is_too_large(extent, written):
        return Spots()
    problem = damaged(archive.name, sheet.part)
    cells = filled_extent(archive.chunks(sheet.part), problem)
    where = f"{archive.name}, sheet '{one_line(sheet.name)}'"
    if not cells.extent.on_the_grid:
        raise outside_the_grid(where, cells.extent.far, "XFD1048576")
    if not _is_too_large(cells.extent, cells.written):
        return Spots()
    body = body_of(cells)
    if body is not None:
        xml, far = pruned(archive, sheet.part, body)
        left = filled_extent([xml], problem)
        if not _is_too_large(left.extent, left.written):
            changed[sheet.part] = xml
            return far
    raise _too_large(where, cells)


def _is_too_large(extent: Extent, written: int) -> bool:
    return extent.cells > MAX_CELLS or is_mostly_empty(extent.cells, written)


def _too_large(where: str, cells: FilledCells) -> InputError:
    limit = (
        f"filled: {cells.written:,}" if cells.extent.cells <= MAX_CELLS else f"msrisk reads up to {MAX_CELLS:,}"
    )
    return too_large(where, cells.extent.far, cells.extent.cells, limit)
