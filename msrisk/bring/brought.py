"""A table that was made from a publisher's file, and what there is to say of it."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from msrisk.output import check_target, write_whole
from msrisk.values import KINDS
from msrisk.values.reading import NO_HINT, Grade
from msrisk.values.tables import Row, rows
from msrisk.write.csv_rows import check_headings, inert

_NAMED = 20


@dataclass(frozen=True)
class Brought:
    """Rows under the headings of one of our tables.

    table: the name of ours.  said: what was taken and what changed.  missed: each cell that was not understood.
    """

    table: str
    rows: Sequence[Row]
    said: tuple[str, ...]
    missed: tuple[str, ...]

    @property
    def headings(self) -> list[str]:
        return list(rows(self.table)[0])


def write_brought(brought: Brought, path: Path, inputs: Iterable[Path], force: bool) -> None:
    """The table as a CSV that Excel opens.  Raises InputError or OutputError."""
    check_target(path, inputs, lambda raw: False, force)  # an edit of a CSV could not be told

    def fill(draft: Path) -> None:
        with draft.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file, lineterminator="\r\n")
            writer.writerow(brought.headings)
            writer.writerows([inert(row[name]) for name in brought.headings] for row in brought.rows)

    write_whole(path, fill, lambda draft: check_headings(draft, brought.headings))


def country_code(text: str) -> str:
    """The one country a name stands for beyond doubt; '' when it is none, or could be another.

    In a list of countries Georgia is the country, as its name is ours; Congo is either of two.
    """
    reading = KINDS["country"].read(text, NO_HINT)
    stated = reading.grade >= Grade.STATED or " ".join(text.split()).casefold() in _our_names()
    return reading.first if stated and reading.complete and len(reading.parts) == 1 else ""


@cache
def _our_names() -> frozenset[str]:
    return frozenset(row["country"].casefold() for row in rows("countries"))


def plain_heading(text: str) -> str:
    """A heading for comparing: no case, one space between words, as Americans write labour."""
    return " ".join(text.replace("_", " ").split()).casefold().replace("labour", "labor")


def named(names: Iterable[str]) -> str:
    """The names in their order, the first of many."""
    held = sorted(set(names))
    more = f" and {len(held) - _NAMED:,} more" if len(held) > _NAMED else ""
    return f"{', '.join(held[:_NAMED])}{more}"
