"""What was made of the columns of a list, cell by cell counted."""

from __future__ import annotations

from dataclasses import dataclass

from msrisk.model.sheet import Heading, Table


@dataclass(frozen=True, slots=True)
class ColumnSeen:
    """One column of a list, or of several whose headings are the same, over the rows that belong to suppliers.

    letters: the column's as a spreadsheet names it.  samples: different values as typed, never of a person.
    read, unread, blank: how many cells were understood, were not, and say nothing at all.
    near: of a column that is not read, the field that its heading is nearly a name of.
    alike: the field that its cells have the form of.
    """

    heading: Heading
    letters: str
    samples: tuple[str, ...] = ()
    read: int = 0
    unread: int = 0
    blank: int = 0
    near: str = ""
    alike: str = ""


@dataclass(frozen=True, slots=True)
class HeadingsSeen:
    """Lists that have the same headings and were understood the same way, such as the months of a year."""

    tables: tuple[Table, ...]
    columns: tuple[ColumnSeen, ...]
