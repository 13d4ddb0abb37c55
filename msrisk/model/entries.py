"""What a public file, or a table of the buyer's own, lists: organisations, and what it says of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

from msrisk.model.column import Column
from msrisk.model.note import LeftOut, Note
from msrisk.model.sheet import Sheet, Table
from msrisk.values import KINDS
from msrisk.values.interval import Interval
from msrisk.values.reading import Hint

_DAY_FIRST = Hint(day_first=True)


class SourceKind(IntEnum):
    """Where entries come from, the one that is believed first at the top."""

    OWN_TABLE = 0
    REGISTRY = 1
    COMPANIES = 2
    WATCHLIST = 3


@dataclass(frozen=True, slots=True)
class PublicFile:
    """One file that was joined, as the run record names it.

    rows: how many rows it lists.  dated: the day the file itself gives, as it writes it, '' where none.
    licence: the terms as its publisher states them, '' where not known.  left_out: rows that could not be used.
    """

    file: str
    sha256: str
    rows: int
    dated: str = ""
    licence: str = ""
    remarks: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True)
class PublicSheet:
    """One public file as it was read, before its rows are understood; the heading row is row 0 of the sheet.

    left_out: rows that could not be used.  remarks: what to tell of the file.
    """

    sheet: Sheet
    left_out: tuple[LeftOut, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OtherName:
    """Another name of an entry.  what: *previous name*, *alias*, *parent*, *trading name*."""

    entry: int
    name: str
    what: str


@dataclass(frozen=True)
class Entries:
    """The organisations of one source, and what it says of each.

    title: the source in words, ``Modern slavery statement registry``.
    names: as the source writes them, one an entry.  ids: what an entry is known by between editions of a file.
    numbers: canonical company numbers, '' where none.  countries: ISO codes, none where the source says none.
    identifiers: what else an entry is numbered by (a tax or foreign register number), capitals and figures alone.
    rows: the row of each entry's name, counted through ``tables``.
    other_names: further names to be found by.
    columns: by field what the source says, one reading an entry; ``rows`` count through ``tables`` from 0.
    tables: the rows that entries were made of, for addresses; offsets count from 0.
    remarks: what to tell of the source as a whole.  notes: of single cells in it.
    """

    kind: SourceKind
    title: str
    names: tuple[str, ...]
    ids: tuple[str, ...]
    numbers: tuple[str, ...]
    countries: tuple[tuple[str, ...], ...]
    other_names: tuple[OtherName, ...] = ()
    columns: Mapping[str, Column] | None = None
    tables: tuple[Table, ...] = ()
    files: tuple[PublicFile, ...] = ()
    remarks: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    identifiers: tuple[tuple[str, ...], ...] = ()
    rows: tuple[int, ...] = ()

    def __len__(self) -> int:
        return len(self.names)

    @property
    def dated_title(self) -> str:
        """The source and the day its file gives: ``Watchlist: UK Sanctions List, 28-Jan-2026``."""
        dated = self.files[0].dated if self.files else ""
        return f"{self.title}, {dated}" if dated else f"{self.title}, undated"

    @property
    def last_day(self) -> int | None:
        """The latest day that the files give for themselves, as an ordinal; None where they give none."""
        days = [KINDS["date"].read(file.dated, _DAY_FIRST).value for file in self.files if file.dated]
        return max((day.high for day in days if isinstance(day, Interval)), default=None)
