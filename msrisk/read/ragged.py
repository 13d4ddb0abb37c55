"""Rows of a text file that are shorter or longer than the others: no cell is lost, and it is always said.

A longer row may have slid (a comma inside a text); whether it is used is for the normaliser, which leaves it out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

Row = list[str]

_NAMED = 5


def evened(rows: list[Row], starts: Callable[[], list[int]]) -> tuple[list[Row], int, list[str]]:
    """Rows cut to the width that is needed, the regular width, and remarks naming the lines of odd ones.

    The regular width is the commonest; cells beyond it are kept where any of them holds something.
    starts: gives the line on which each row begins; asked only when there is something to say.
    """
    widths = Counter(map(len, rows))
    if len(widths) == 1:
        return rows, next(iter(widths)), []
    del widths[0]
    regular = max(widths, key=lambda width: widths[width])
    filled = [_filled(row) if len(row) > regular else 0 for row in rows]
    width = max(regular, *filled)
    too_long = [number for number, last in enumerate(filled) if last > regular]
    too_short = [number for number, row in enumerate(rows) if 0 < len(row) < regular and any(row)]
    remarks = []
    if too_long:
        said = f"more than the usual {regular} cells; they stand in further columns"
        remarks.append(_named(too_long, starts(), said))
    if too_short:
        remarks.append(
            _named(too_short, starts(), f"fewer than the usual {regular} cells; the missing ones are blank")
        )
    return [row[:width] if len(row) > width else row for row in rows], regular, remarks


def swallowed(rows: list[Row], starts: list[int], delimiter: str) -> list[str]:
    """A remark when a cell holds whole lines of other rows, as a missing quotation mark makes it do."""
    usual = Counter(map(len, rows)).most_common(1)[0][0]
    if usual < 3:
        return []  # too little to tell a row from an address with a comma
    found = [
        number
        for number, row in enumerate(rows)
        if any("\n" in cell and _holds_a_row(cell, delimiter, usual) for cell in row)
    ]
    if not found:
        return []
    return [_named(found, starts, "a cell that seems to hold other rows: a quotation mark may be missing")]


def _holds_a_row(cell: str, delimiter: str, usual: int) -> bool:
    """True when a line of the cell, but the first and the last, has as many delimiters as a whole row."""
    return any(line.count(delimiter) == usual - 1 for line in cell.split("\n")[1:-1])


def _filled(row: Row) -> int:
    """The number of the last cell that is not blank, counted from 1."""
    last = len(row)
    while last and not row[last - 1].strip():
        last -= 1
    return last


def _named(numbers: list[int], starts: list[int], said: str) -> str:
    lines = ", ".join(str(starts[number]) for number in numbers[:_NAMED])
    if len(numbers) == 1:
        return f"1 row has {said} (line {lines})."
    more = ", ..." if len(numbers) > _NAMED else ""
    return f"{len(numbers):,} rows have {said} (lines {lines}{more})."
