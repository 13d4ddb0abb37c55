"""For ``check``: how many payees of each kind there are, and who is set aside and why."""

from __future__ import annotations

import numpy as np
from rich.text import Text

from msrisk.files import one_line
from msrisk.model import KINDS, PERSON, Suppliers
from msrisk.write.grid import Column, Grid, figures, indented
from msrisk.write.terminal import Part
from msrisk.write.words import counted, pounds

SHOWN = 8


def payees(suppliers: Suppliers) -> list[Part]:
    """Each kind with its number and pounds, then the largest of those set aside; persons by their row only."""
    aside = np.flatnonzero(suppliers.set_aside)
    parts: list[Part] = ["", "Payees", _by_kind(suppliers)]
    if not len(aside):
        return parts
    largest = aside[np.argsort(-suppliers.spend[aside], kind="stable")]
    named = [int(each) for each in largest if suppliers.kind(int(each)) != PERSON][:SHOWN]
    parts += ["", f"{_set_aside_said(suppliers)}; the largest, and why:"]
    parts += [indented(_why(suppliers, number), 2) for number in named]
    left = len(aside) - len(named)
    if left:
        parts.append(f"  … {left:,} more.")
    return [*parts, Text('  Is one of them a supplier? Say so:  --kind "NAME=supplier"')]


def _by_kind(suppliers: Suppliers) -> Grid:
    columns = [Column("Kind"), figures("Payees"), figures("Spend"), Column("Set aside", whole=True)]
    rows = []
    for number, kind in enumerate(KINDS):
        held = suppliers.payees.kinds == number
        if held.any():
            spend = pounds(int(suppliers.spend[held].sum())) if suppliers.has_spend.any() else ""
            aside = int(suppliers.set_aside[held].sum())
            said = "" if not aside else "all" if aside == int(held.sum()) else f"{aside:,}"
            rows.append([kind, f"{int(held.sum()):,}", spend, said])
    return Grid(columns, rows, indent=2)


def _set_aside_said(suppliers: Suppliers) -> str:
    """How many are set aside, and how much of the spend."""
    aside = suppliers.set_aside
    said = f"Set aside, since they are no suppliers for this purpose: {counted(int(aside.sum()), 'payee')}"
    if not suppliers.has_spend.any():
        return said
    return f"{said}, {pounds(int(suppliers.spend[aside].sum()))} of {pounds(int(suppliers.spend.sum()))}"


def _why(suppliers: Suppliers, number: int) -> str:
    found = suppliers.payees
    row = int(found.rows[number])
    where = f" ({suppliers.book.address(row, found.speakers[number])})" if row >= 0 else ""
    spend = f", {pounds(int(suppliers.spend[number]))}" if suppliers.has_spend[number] else ""
    return f"{one_line(suppliers.shown_name(number))}{spend}: {found.kind(number)}; {found.reason(number)}{where}"
