"""Lines of a text file that are not like the others: each is listed, and a remark counts them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from msrisk.model import LineNote

Row = list[str]

MOST_NOTES = 10_000
_NAMED = 5


@dataclass(frozen=True, slots=True)
class OddKind:
    """What is odd about rows.

    said: as it completes "1 row has ...".  wrong, done: for the list of lines, of one row.
    """

    said: str
    wrong: str
    done: str


SWALLOWED = OddKind(
    "a cell that seems to hold other rows: a quotation mark may be missing",
    "a cell seems to hold other rows: a quotation mark may be missing",
    "taken as it stands",
)
WRAPPED = OddKind(
    "stood whole in quotation marks and been cut into cells",
    "the whole row stood in quotation marks, as one cell",
    "cut into its cells",
)
COMMENT = OddKind(
    "a # before them and nothing else: taken as comments", "a comment: it begins with #", "left blank"
)


class OddLines:
    """Collects remarks, and a note for each line.  lines: gives the lines of records counted from 0."""

    def __init__(self, lines: Callable[[Sequence[int]], list[int]]) -> None:
        self._lines = lines
        self._notes: list[LineNote] = []
        self.remarks: list[str] = []

    @property
    def notes(self) -> tuple[LineNote, ...]:
        """In the order of the lines; of very many only the first, and how many more there are."""
        notes = sorted(self._notes, key=lambda note: note.line)
        if len(notes) > MOST_NOTES:
            more = LineNote(notes[MOST_NOTES].line, f"{len(notes) - MOST_NOTES:,} more odd lines from here on", "")
            return (*notes[:MOST_NOTES], more)
        return tuple(notes)

    def add(self, kind: OddKind, rows: Sequence[int], done: Sequence[str] = ()) -> None:
        """done: what was made of each row, where it is not the same for all."""
        if not rows:
            return
        lines = self._lines(rows)
        self.remarks.append(_remark(kind.said, lines))
        each_done = done or [kind.done] * len(rows)
        self._notes += [LineNote(line, kind.wrong, each) for line, each in zip(lines, each_done, strict=True)]


def is_comment(row: Row, width: int) -> bool:
    """A # and a space, or nothing that separates cells; '#1 Locksmiths' with its other cells blank is a name."""
    alone = not any(cell.strip() for cell in row[1:])
    return width > 1 and alone and (len(row) == 1 or row[0].startswith("# "))


def holding_rows(rows: Sequence[Row], delimiter: str, usual: int) -> list[int]:
    """The rows with a cell that holds whole lines of other rows, as a missing quotation mark makes it do."""
    if usual < 3:
        return []  # too little to tell a row from an address with a comma
    return [
        number
        for number, row in enumerate(rows)
        if any("\n" in cell and _holds_a_row(cell, delimiter, usual) for cell in row)
    ]


def _holds_a_row(cell: str, delimiter: str, usual: int) -> bool:
    """True when a line of the cell, but the first and the last, has as many delimiters as a whole row."""
    return any(line.count(delimiter) == usual - 1 for line in cell.split("\n")[1:-1])


def _remark(said: str, lines: Sequence[int]) -> str:
    named = ", ".join(map(str, lines[:_NAMED]))
    if len(lines) == 1:
        return f"1 row has {said} (line {named})."
    more = ", ..." if len(lines) > _NAMED else ""
    return f"{len(lines):,} rows have {said} (lines {named}{more})."
