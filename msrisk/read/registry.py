"""A year's file of the modern slavery statement registry: the CSV as downloaded, in a zip, or saved as a workbook.

Columns are found by their headings; those that are not used are read as blank.  Who approved a statement and whom
to write to is personal data and is never kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from msrisk.files import one_line
from msrisk.model import LeftOut, PublicSheet, Sheet, TextColumn
from msrisk.read import visible_sheets
from msrisk.read.cells import text_column
from msrisk.read.collector import collector_paused
from msrisk.read.delimiter import layout_of
from msrisk.read.encoding import decode
from msrisk.read.filekind import FileKind
from msrisk.read.kinds import kind_of
from msrisk.read.looks import ABOVE
from msrisk.read.mending import Row
from msrisk.read.registry_book import from_book
from msrisk.read.registry_headings import anchors_of, checks_of, is_heading, places, plain
from msrisk.read.registry_refusals import not_the_registry, nothing_fits, of_another_kind, only_headings
from msrisk.read.source import Source, load
from msrisk.read.tolerant import Cutter, Cutting, excel_rows, first_rows, lines_of
from msrisk.read.zipped import ZIPS, unpacked

_BOOKS = (FileKind.WORKBOOK, FileKind.OLD_EXCEL, FileKind.OPEN_DOCUMENT)
_LONGEST_SAID = 80
_SAMPLE = 200
_CUT_SHORT = "the file ends in the middle of this row"


def read_registry(path: Path) -> PublicSheet:
    """The rows of one file of the registry; InputError when it is none, or holds no statement."""
    source = load(path)
    kind = kind_of(source.data)
    if kind in ZIPS:
        source = replace(unpacked(source), name=source.name)
        kind = kind_of(source.data)
    if kind in _BOOKS:
        return from_book(visible_sheets(path))
    if kind is not FileKind.TEXT:
        raise of_another_kind(kind, source.name)
    with collector_paused():
        return _from_text(source)


def _from_text(source: Source) -> PublicSheet:
    text = decode(_without_half_a_character(source.data), source.name).text.rstrip("\x1a")
    layout = layout_of(text)
    lines = lines_of(text[layout.start :])
    above = first_rows(lines, layout.delimiter, ABOVE)
    number = next((number for number, (row, _) in enumerate(above) if is_heading(row)), -1)
    if number < 0:
        raise not_the_registry(source.name, [row for row, _ in above])
    headings, start = above[number]
    sample = [row for row, _ in first_rows(lines[start:], layout.delimiter, _SAMPLE)]
    checks = checks_of(headings) | anchors_of(headings, sample)
    cutting = Cutter(lines, layout.delimiter, len(headings), checks).cut(start)
    left_out = tuple(
        LeftOut(
            f"{source.name}, line {odd.start + 1 + (layout.start > 0)}",
            _said(lines[odd.start].split(layout.delimiter), headings),
            _CUT_SHORT if odd.cut_short else f"its {len(headings)} cells cannot be told apart with certainty",
        )
        for odd in cutting.odd
    )
    _refuse_nothing(source.name, len(cutting.rows), left_out)
    numbers: Sequence[int] = range(number + 1, number + 2 + len(cutting.rows))
    if not cutting.as_excel_does:
        numbers = [number + 1, *excel_rows(lines, layout.delimiter, cutting.starts)]
    return PublicSheet(
        Sheet(
            source.name,
            "",
            source.sha256,
            _columns([headings, *cutting.rows], headings),
            regular_width=len(headings),
            numbers=np.array(numbers, np.int32),
        ),
        left_out,
        _remarks(cutting, left_out),
    )


def _without_half_a_character(data: bytes) -> bytes:
    """UTF-8 that was cut inside its last character, as a broken download may be."""
    if not data.startswith(b"\xef\xbb\xbf"):
        return data
    for length in (1, 2, 3):
        if data[-length] >= 0xC0:
            needed = 2 if data[-length] < 0xE0 else 3 if data[-length] < 0xF0 else 4
            return data[:-length] if length < needed else data
    return data


def _columns(rows: Sequence[Row], headings: Sequence[str]) -> tuple[TextColumn, ...]:
    """The columns that are used; of the others the heading alone."""
    used = set(places(headings).values())
    nothing = [""] * (len(rows) - 1)
    return tuple(
        text_column([row[column] for row in rows] if column in used else [heading, *nothing])
        for column, heading in enumerate(headings)
    )


def _said(cells: Sequence[str], headings: Sequence[str]) -> str:
    """Whose row it seems to be; nothing where cells may have slid so far that a person could be named."""
    names = [plain(heading) for heading in headings]
    column = names.index(plain("OrganisationName"))
    person = plain("ApprovingPerson")
    if column >= len(cells) or (person in names and names.index(person) < column):
        return ""
    return one_line(cells[column].strip('"'))[:_LONGEST_SAID]


def _refuse_nothing(name: str, rows: int, left_out: Sequence[LeftOut]) -> None:
    if not rows:
        raise nothing_fits(name, left_out) if left_out else only_headings(name)


def _remarks(cutting: Cutting, left_out: Sequence[LeftOut]) -> tuple[str, ...]:
    remarks = []
    if any(each.reason == _CUT_SHORT for each in left_out):
        remarks.append("the download was cut short: its last row ends in the middle; download it again")
    if cutting.mended:
        said = "rows hold quotation marks" if cutting.mended > 1 else "row holds quotation marks"
        remarks.append(f"{cutting.mended:,} {said} that the registry did not double; read as they must be meant")
    return tuple(remarks)
