"""``changes.csv``: one row for each supplier that would move."""

from __future__ import annotations

from pathlib import Path

from msrisk.comparing import Comparison
from msrisk.write.changes_table import HEADINGS, rows
from msrisk.write.csv_rows import check_headings, write_rows
from msrisk.write.workbook.plan import Cell

_TITLES = [heading.title for heading in HEADINGS]


def fill(compared: Comparison, path: Path) -> None:
    write_rows(path, _TITLES, (map(_one_line, row) for row in rows(compared)))


def check(path: Path) -> None:
    check_headings(path, _TITLES)


def _one_line(cell: Cell) -> Cell:
    return cell.replace("\n", "; ") if isinstance(cell, str) else cell
