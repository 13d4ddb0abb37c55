"""Rows as a CSV that Excel opens: text that a spreadsheet would run is made inert, numbers are not touched."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from msrisk.errors import OutputError
from msrisk.files import safe_text

_RUNS = tuple("=+-@\t\r\n＝＋－＠")


def write_rows(path: Path, headings: Sequence[str], rows: Iterable[Iterable[object]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
        writer.writerow(headings)
        writer.writerows(map(inert, row) for row in rows)


def check_headings(path: Path, headings: Sequence[str]) -> None:
    with path.open(encoding="utf-8-sig", newline="") as file:
        if next(csv.reader(file), None) != list(headings):
            raise OutputError("did not read back as it was written", where=path.name)


def inert(cell: object) -> object:
    """Text that starts like a formula gets an apostrophe in front; everything else is as it was."""
    if not isinstance(cell, str):
        return cell
    text = safe_text(cell)
    return f"'{text}" if text.startswith(_RUNS) else text
