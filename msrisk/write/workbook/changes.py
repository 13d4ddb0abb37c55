"""``changes.xlsx``: who would move, and in what the two rule sets differ."""

from __future__ import annotations

from pathlib import Path

from msrisk.comparing import Comparison
from msrisk.write.changes import ALIKE, NOBODY, rescored_said, worklist_said
from msrisk.write.changes_table import HEADINGS, rows
from msrisk.write.words import NOT_ADVICE, counted, day
from msrisk.write.workbook import book
from msrisk.write.workbook.plan import NONE, Heading, SheetPlan

_SHEETS = 2


def fill(compared: Comparison, path: Path) -> None:
    """Both sheets."""
    title = f"{compared.old.rules.name} and {compared.new.rules.name} on one list"
    sheets = (_who(compared), _differences(compared))
    book.save(path, title, "What other rules would change; not legal advice.", compared.new.as_of, sheets)


def check(path: Path) -> None:
    book.check(path, _SHEETS)


def _who(compared: Comparison) -> SheetPlan:
    moved = len(compared.numbers)
    lines = [
        f"Old: {_named(compared.old.rules.name, compared.old.rules.version)}. "
        f"New: {_named(compared.new.rules.name, compared.new.rules.version)}. As of {day(compared.new.as_of)}.",
        f"{counted(moved, 'supplier')} would stand in another band." if moved else NOBODY,
        *rescored_said(compared),
        *worklist_said(compared),
        NOT_ADVICE,
    ]
    return SheetPlan("Who would move", "Who would move", lines, HEADINGS, rows(compared), filtered=True)


def _named(name: str, version: str) -> str:
    return f"{name} {version}"


def _differences(compared: Comparison) -> SheetPlan:
    said = [[each.kind, each.name or NONE, each.how or NONE] for each in compared.differences]
    headings = (Heading("Difference", 30), Heading("Of", 34), Heading("How", 80))
    lines = ["The rules, terms, figures, tables, points and bands that are not the same in both."]
    return SheetPlan("What differs", "In what the rules differ", lines, headings, said or [[ALIKE, NONE, NONE]])
