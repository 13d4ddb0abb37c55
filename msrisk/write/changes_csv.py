"""``changes.csv``: one row for each supplier that would move."""

from __future__ import annotations

import csv
from pathlib import Path

from msrisk.comparing import Comparison
from msrisk.errors import OutputError
from msrisk.write.changes_table import HEADINGS, rows
from msrisk.write.csv_file import inert, is_ours

__all__ = ["check", "fill", "is_ours"]
_TITLES = [heading.title for heading in HEADINGS]


def fill(compared: Comparison, path: Path) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
        writer.writerow(_TITLES)
        for row in rows(compared):
            writer.writerow([inert(cell.replace("\n", "; ") if isinstance(cell, str) else cell) for cell in row])


def check(path: Path) -> None:
    with path.open(encoding="utf-8-sig", newline="") as file:
        if next(csv.reader(file), None) != _TITLES:
            raise OutputError("did not read back as it was written", where=path.name)
