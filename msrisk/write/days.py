"""What was read back from a workbook as text, as the number or day it was."""

from __future__ import annotations

from datetime import date

from msrisk.write.workbook.plan import Cell

_ZERO = date(1899, 12, 30)  # from which Excel counts days


def as_typed(cell: Cell, style: str) -> Cell:
    """A text as the number or day its column holds; what is neither stays as it was written."""
    if not isinstance(cell, str):
        return cell
    if style == "day":
        return _day(cell)
    if style in ("number", "pounds"):
        try:
            return float(cell)
        except ValueError:
            return cell
    return cell


def _day(text: str) -> Cell:
    try:
        days = (date.fromisoformat(text) - _ZERO).days
    except ValueError:
        return text
    return days if days > 0 else text
