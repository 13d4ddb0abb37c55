"""A file on disk becomes sheets of text: what it is, whether it is safe, and every cell as it stands."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from msrisk.model import Sheet
from msrisk.read import delimited, old_workbook, open_document, workbook
from msrisk.read.collector import collector_paused
from msrisk.read.facts import nothing_visible
from msrisk.read.kinds import FileKind, kind_of, sniff
from msrisk.read.refusals import refusal
from msrisk.read.source import Source, load
from msrisk.read.zipped import ZIPS, said_inside, unpacked

__all__ = ["FileKind", "read_sheets", "sniff", "visible_sheets"]


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """Every worksheet that holds a cell, the hidden ones after the others; a text file is one sheet.

    A zip of one list is read as that list. Raises InputError, and nothing else, for a file that cannot be used.
    """
    source = load(path)
    kind = kind_of(source.data)
    with collector_paused():
        if kind not in ZIPS:
            return _sheets(source, kind)
        inside = unpacked(source)
        with said_inside(source.name):
            sheets = _sheets(inside, kind_of(inside.data))
    remark = f"The zip file holds one list, '{inside.name}', which was read."
    return tuple(replace(sheet, file=source.name, remarks=(remark, *sheet.remarks)) for sheet in sheets)


def visible_sheets(path: Path) -> tuple[Sheet, ...]:
    """The same without the hidden ones; InputError when no other holds a cell."""
    sheets = read_sheets(path)
    visible = tuple(sheet for sheet in sheets if not sheet.hidden)
    if not visible:
        raise nothing_visible(sheets[0].file, [sheet.name for sheet in sheets])
    return visible


def _sheets(source: Source, kind: FileKind) -> tuple[Sheet, ...]:
    if kind is FileKind.WORKBOOK:
        return workbook.read(source)
    if kind is FileKind.OLD_EXCEL:
        return old_workbook.read(source)
    if kind is FileKind.OPEN_DOCUMENT:
        return open_document.read(source)
    if kind is FileKind.TEXT:
        return (delimited.read(source),)
    raise refusal(kind, source.name)
