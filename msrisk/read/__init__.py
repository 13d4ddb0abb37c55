"""A file on disk becomes sheets of text: what it is, whether it is safe, and every cell as it stands."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from msrisk.model import Sheet
from msrisk.read import delimited, old_workbook, open_document, workbook
from msrisk.read.collector import collector_paused
from msrisk.read.encoding import decode
from msrisk.read.facts import nothing_visible
from msrisk.read.kinds import FileKind, kind_of, sniff
from msrisk.read.refusals import refusal
from msrisk.read.source import Source, load
from msrisk.read.zipped import ZIPS, said_inside, unpacked

__all__ = ["FileKind", "read_sheets", "sniff", "visible_sheets"]


def read_sheets(path: Path, encoding: str = "") -> tuple[Sheet, ...]:
    """Every worksheet that holds a cell, the hidden ones after the others; a text file is one sheet.

    A zip of one list is read as that list.
    encoding: how the letters of a text file are stored, when a person says so; a workbook says it itself.
    Raises InputError, and nothing else, for a file that cannot be used.
    """
    source = load(path)
    kind = kind_of(source.data)
    with collector_paused():
        if kind in ZIPS:
            return _zipped(source, encoding)
        if _is_text(kind, encoding):
            name, sha256, decoded = source.name, source.sha256, decode(source.data, source.name, encoding)
            del source  # a long file's bytes and its text need not be held together
            return (delimited.read(decoded, name, sha256),)
        return _workbook(source, kind)


def visible_sheets(path: Path) -> tuple[Sheet, ...]:
    """The same without the hidden ones; InputError when no other holds a cell."""
    sheets = read_sheets(path)
    visible = tuple(sheet for sheet in sheets if not sheet.hidden)
    if not visible:
        raise nothing_visible(sheets[0].file, [sheet.name for sheet in sheets])
    return visible


def _zipped(source: Source, encoding: str) -> tuple[Sheet, ...]:
    inside = unpacked(source)
    kind = kind_of(inside.data)
    with said_inside(source.name):
        if _is_text(kind, encoding):
            decoded = decode(inside.data, inside.name, encoding)
            sheets: tuple[Sheet, ...] = (delimited.read(decoded, inside.name, inside.sha256),)
        else:
            sheets = _workbook(inside, kind)
    remark = f"The zip file holds one list, '{inside.name}', which was read."
    return tuple(replace(sheet, file=source.name, remarks=(remark, *sheet.remarks)) for sheet in sheets)


def _is_text(kind: FileKind, encoding: str) -> bool:
    return kind is FileKind.TEXT or (bool(encoding) and kind is FileKind.BINARY)


def _workbook(source: Source, kind: FileKind) -> tuple[Sheet, ...]:
    if kind is FileKind.WORKBOOK:
        return workbook.read(source)
    if kind is FileKind.OLD_EXCEL:
        return old_workbook.read(source)
    if kind is FileKind.OPEN_DOCUMENT:
        return open_document.read(source)
    raise refusal(kind, source.name)
