"""The texts that the cells of a workbook share, measured before a reader copies one into every cell that names it.

One text of ten megabytes, named by a thousand cells, is a file of sixteen kilobytes and would end the process.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.parsers import expat

import numpy as np

from msrisk.errors import InputError
from msrisk.model import Ints
from msrisk.read.archive import Archive
from msrisk.read.extent import pairs
from msrisk.read.marks import whole_cells
from msrisk.read.parts import safe_parser
from msrisk.read.refusals import damaged

PART = "xl/sharedstrings.xml"
NEGATIVE = b't="s"><v>-'

_FREE = 300_000_000  # characters in all cells of a sheet, up to which nobody counts
_MOST = 600_000_000
_A_TEXT = b"<s"
_HIDES_MARKUP = b"<!"
_NAMED = re.compile(rb"(?<![\w:])t\s*=\s*[\"']s[\"'][^<>]*>\s*<(?:\w+:)?v>\s*(\d{1,9})\s*<")


class SharedTexts:
    """How long the shared texts of one workbook are."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._longest = _longest(archive.chunks(PART)) if PART in archive else 0
        self._lengths: Ints | None = None

    def check(self, part: str, where: str, written: int) -> None:
        """InputError when the texts of a sheet's cells are more than any list has.  written: its cells."""
        if self._longest * written <= _FREE:
            return
        if self._lengths is None:
            self._lengths = _lengths(self._archive)
        total = 0
        for piece in whole_cells(self._archive.chunks(part)):
            named = np.array([int(found) for found in _NAMED.findall(piece)], np.int64)
            total += int(self._lengths[named[named < len(self._lengths)]].sum())
        if total > _MOST:
            raise InputError(
                f"the cells of this sheet hold {total / 1e6:,.0f} million characters, as no list does",
                where=where,
                hint="Copy the list alone, without long notes, into a new workbook and save that.",
            )


def _longest(chunks: Iterable[bytes]) -> int:
    """At most so many bytes has a shared text: the widest gap between two places where one may begin or end."""
    widest = size = last = 0
    before = b""
    for chunk in chunks:
        piece = before + chunk
        start = size - len(before)
        if _HIDES_MARKUP in piece:
            return 1 << 40  # what looks like a beginning need not be one
        places = np.sort(pairs(piece, _A_TEXT)) + start
        if places.size:
            widest = max(widest, int(np.diff(places, prepend=last).max()))
            last = int(places[-1])
        size += len(chunk)
        before = chunk[-1:]
    return max(widest, size - last)


def _lengths(archive: Archive) -> Ints:
    """The number of characters of each text."""
    found: list[int] = []

    def begin(element: str, _: object) -> None:
        if element.rpartition(":")[2] == "si":
            found.append(0)

    def characters(text: str) -> None:
        if found:
            found[-1] += len(text)

    problem = damaged(archive.name, PART)
    parser = safe_parser(lambda: problem)
    parser.StartElementHandler = begin
    parser.CharacterDataHandler = characters
    try:
        for chunk in archive.chunks(PART):
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except expat.ExpatError:
        raise problem from None
    return np.array(found, np.int64)
