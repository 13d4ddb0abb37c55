"""Everything that is asked of a workbook before a reader sees it, in one pass over its parts."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from msrisk.errors import InputError
from msrisk.files import one_line
from msrisk.read.archive import Archive
from msrisk.read.extent import (
    MAX_CELLS,
    MAX_WRITTEN,
    OVERLAP,
    AddressScan,
    Extent,
    FilledCells,
    filled_extent,
    is_mostly_empty,
    pairs,
)
from msrisk.read.facts import SheetFacts, Spots, WorkbookFacts
from msrisk.read.marks import ERROR, HIDING, NOT_STORED, hidden_rows, odd_cells, without_empty_cells
from msrisk.read.parts import SheetPart, sheet_parts
from msrisk.read.pruning import body_of, packed_again, pruned
from msrisk.read.refusals import damaged, outside_the_grid, too_large, too_many
from msrisk.read.shared_texts import NEGATIVE, SharedTexts
from msrisk.read.source import Source
from msrisk.read.styles import looks_of, note_looks, sign_of

MAX_TAGS = 100_000_000  # of one sheet; a reader goes through them one by one

_MACROS = "xl/vbaproject.bin"
_FORMULA = b"<f"
_DIMENSION = re.compile(rb"<(?:\w+:)?dimension\b[^<>]*/>")
_A_RANGE = re.compile(rb"\bref=\"[A-Za-z]{1,3}[1-9]\d{0,6}(:[A-Za-z]{1,3}[1-9]\d{0,6})?\"")


class Checked(NamedTuple):
    """What was learned of a workbook, and its bytes as a reader may see them."""

    facts: WorkbookFacts
    data: bytes


def inspect(source: Source) -> Checked:
    """Check the whole workbook; InputError when it is damaged, dangerous or too large."""
    archive = Archive(source)
    sheets = sheet_parts(archive)
    inspection = _Inspection(archive)
    facts = tuple(inspection.sheet(sheet) for sheet in sheets)
    archive.check_rest({sheet.part for sheet in sheets})
    data = packed_again(archive, inspection.changed) if inspection.changed else source.data
    return Checked(WorkbookFacts(facts, _MACROS in archive), data)


class _Signs:
    """Takes a sheet's XML piece by piece and notes what has to be looked at again."""

    def __init__(self, styled: re.Pattern[bytes] | None) -> None:
        self.hiding = self.odd = self.broken = self.misplaced = self.styled = False
        self._styled = styled
        self.tags = 0

    def look(self, piece: bytes) -> None:
        if not self.tags:
            dimension = _DIMENSION.search(piece)
            self.misplaced = dimension is not None and _A_RANGE.search(dimension[0]) is None
        self.tags += piece.count(b"<")
        self.broken = self.broken or NEGATIVE in piece
        self.hiding = self.hiding or HIDING in piece
        self.styled = self.styled or (self._styled is not None and self._styled.search(piece) is not None)
        if not self.odd:
            error = bool(pairs(piece, ERROR[-3:-1]).size) and ERROR in piece
            formula = bool(pairs(piece, _FORMULA).size) and NOT_STORED.search(piece) is not None
            self.odd = error or formula


class _Inspection:
    """Goes through the sheets of one workbook.

    changed: the XML of a sheet that a reader may only see without some of its cells.
    """

    def __init__(self, archive: Archive) -> None:
        self.changed: dict[str, bytes] = {}
        self._archive = archive
        self._texts = SharedTexts(archive)
        self._looks = looks_of(archive)
        self._cells = self._written = 0  # of all sheets so far, as if each were laid out whole

    def sheet(self, sheet: SheetPart) -> SheetFacts:
        """What is to be said of one sheet; InputError where it cannot be read, unless nobody can see it."""
        facts = SheetFacts(sheet.name, sheet.hidden)
        scan, signs, tail = AddressScan(), _Signs(sign_of(self._looks)), b""
        for chunk in self._archive.chunks(sheet.part):
            piece = tail + chunk  # because a chunk may end inside a tag
            scan.look(piece)
            signs.look(piece)
            if scan.written > MAX_WRITTEN or signs.tags > MAX_TAGS:
                break  # which is said below, and need not be measured
            tail = piece[-OVERLAP:]
        try:
            return self._looked_at(facts, sheet.part, scan, signs, scan.finish(tail))
        except InputError:
            if sheet.hidden:
                return replace(facts, readable=False)
            raise

    def _looked_at(
        self, facts: SheetFacts, part: str, scan: AddressScan, signs: _Signs, extent: Extent | None
    ) -> SheetFacts:
        problem = damaged(self._archive.name, part)
        if signs.broken:
            raise problem
        where = f"{self._archive.name}, sheet '{one_line(facts.name)}'"
        if scan.written > MAX_WRITTEN or signs.tags > MAX_TAGS:
            raise too_many(where, MAX_WRITTEN)
        if extent is None or not extent.on_the_grid or self._is_too_large(extent, scan.written):
            extent, written, far = self._exactly(part, where, problem, scan.ordinary)
        else:
            written, far = scan.written, Spots()
        self._cells, self._written = self._cells + extent.cells, self._written + written
        self._texts.check(part, where, max(written, scan.written))
        if signs.misplaced:
            self.changed[part] = _DIMENSION.sub(b"", self.changed.get(part) or self._archive.whole(part), count=1)
        odd = signs.odd or not scan.ordinary
        errors, not_stored = odd_cells(self._archive.chunks(part), facts.seen) if odd else (Spots(), Spots())
        if signs.styled or (self._looks and not scan.ordinary):
            note_looks(self._archive.chunks(part), self._looks, facts.seen, scan.ordinary, problem)
        hiding = signs.hiding or not scan.ordinary
        hidden = hidden_rows(self._archive.chunks(part), problem) if hiding else frozenset()
        return replace(facts, far=far, errors=errors, not_stored=not_stored, hidden_rows=hidden)

    def _exactly(self, part: str, where: str, problem: InputError, ordinary: bool) -> tuple[Extent, int, Spots]:
        """An odd or a large extent is measured again: cells with a style only cost nothing.

        A few cells that make it large are taken out of the sheet; InputError when that does not help.
        """
        chunks = self._archive.chunks(part)
        cells = filled_extent(without_empty_cells(chunks) if ordinary else chunks, problem)
        if not cells.extent.on_the_grid:
            raise outside_the_grid(where, cells.extent.far, "XFD1048576")
        if not self._is_too_large(cells.extent, cells.written):
            return cells.extent, cells.written, Spots()
        body = body_of(cells)
        if body is not None:
            xml, far = pruned(self._archive, part, body)
            left = filled_extent([xml], problem)
            if not self._is_too_large(left.extent, left.written):
                self.changed[part] = xml
                return left.extent, left.written, far
        raise _too_large(where, cells)

    def _is_too_large(self, extent: Extent, written: int) -> bool:
        return extent.cells > MAX_CELLS or is_mostly_empty(self._cells + extent.cells, self._written + written)


def _too_large(where: str, cells: FilledCells) -> InputError:
    limit = (
        f"filled: {cells.written:,}" if cells.extent.cells <= MAX_CELLS else f"msrisk reads up to {MAX_CELLS:,}"
    )
    return too_large(where, cells.extent.far, cells.extent.cells, limit)
