"""A file on disk becomes sheets of text: what it is, whether it is safe, and every cell as it stands."""

from __future__ import annotations

from pathlib import Path

from msrisk.model import Sheet
from msrisk.read import delimited, old_workbook, open_document, workbook
from msrisk.read.collector import collector_paused
from msrisk.read.encoding import decode
from msrisk.read.kinds import FileKind, kind_of, sniff
from msrisk.read.refusals import refusal
from msrisk.read.source import load

__all__ = ["FileKind", "read_sheets", "sniff"]


def read_sheets(path: Path, encoding: str = "") -> tuple[Sheet, ...]:
    """Every visible worksheet that holds a cell, in workbook order; a text file is one sheet.

    encoding: how the letters of a text file are stored, when a person says so; a workbook says it itself.
    Raises InputError, and nothing else, for a file that cannot be used.
    """
    source = load(path)
    kind = kind_of(source.data)
    with collector_paused():
        if kind is FileKind.TEXT or (encoding and kind is FileKind.BINARY):
            name, sha256, decoded = source.name, source.sha256, decode(source.data, source.name, encoding)
            del source  # a long file's bytes and its text need not be held together
            return (delimited.read(decoded, name, sha256),)
        if kind is FileKind.WORKBOOK:
            return workbook.read(source)
        if kind is FileKind.OLD_EXCEL:
            return old_workbook.read(source)
        if kind is FileKind.OPEN_DOCUMENT:
            return open_document.read(source)
    raise refusal(kind, source.name)
