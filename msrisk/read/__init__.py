"""A file on disk becomes sheets of text: what it is, whether it is safe, and every cell as it stands."""

from __future__ import annotations

from pathlib import Path

from msrisk.model import Sheet
from msrisk.read import delimited, old_workbook, open_document, workbook
from msrisk.read.collector import collector_paused
from msrisk.read.kinds import FileKind, kind_of, sniff
from msrisk.read.refusals import refusal
from msrisk.read.source import load

__all__ = ["FileKind", "read_sheets", "sniff"]


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """Every visible worksheet that holds a cell, in workbook order; a text file is one sheet.

    Raises InputError, and nothing else, for a file that cannot be used.
    """
    source = load(path)
    kind = kind_of(source.data)
    with collector_paused():
        if kind is FileKind.WORKBOOK:
            return workbook.read(source)
        if kind is FileKind.OLD_EXCEL:
            return old_workbook.read(source)
        if kind is FileKind.OPEN_DOCUMENT:
            return open_document.read(source)
        if kind is FileKind.TEXT:
            return (delimited.read(source),)
    raise refusal(kind, source.name)
