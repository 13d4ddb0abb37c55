"""What stands on a sheet of a workbook: a title, lines, one table, perhaps a chart of it; not how it looks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

MOST_PRINTED = 170  # characters of columns beside each other that A4 landscape prints at 8 points or more
NONE = "[none]"  # in a cell that has nothing to say; a blank one would be read out as nothing at all
CHART_WIDTH = 60  # of them, where a chart stands beside the table


class Link(NamedTuple):
    """A cell that leads somewhere and says where.

    text: what is shown.  url: a web address, or the name of a sheet of this workbook with ``sheet:`` before it.
    """

    text: str
    url: str


Cell = str | int | float | Link | None


@dataclass(frozen=True, slots=True)
class Heading:
    """A column of a sheet: its title, width in characters, and how its cells are set.

    style: text, number, pounds, percent, band, link; entry or day where a person fills it in.
    choices: the only words that may be entered; a cell may also stay blank.
    hint: what is shown beside a cell of it that is chosen; at most 255 characters.
    """

    title: str
    width: int
    style: str = "text"
    choices: tuple[str, ...] = ()
    hint: str = ""

    @property
    def to_fill_in(self) -> bool:
        return self.style in ("entry", "day")


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars beside the table, drawn from it: a bar for each of some rows, as long as one of its columns says.

    title: over the bars, with the unit.  alt: the same in words, for those who do not see it.
    words, figures: the columns with the names and the lengths, from 0.  rows: how many rows are drawn.
    skipped: how many rows stand above them.
    """

    title: str
    alt: str
    words: int
    figures: int
    rows: int
    skipped: int = 0


@dataclass(frozen=True)
class SheetPlan:
    """What stands on one sheet: a title in A1, lines of introduction, and one table.

    table: the table's name in Excel, letters only; '' for the sheet's own name without spaces.
    filtered: people filter and sort it; its heading row and first columns stay in view.
    stamp: what is printed at the top of every page of it.
    printed: how many columns are printed, from the left; 0 for all.  With a chart, which stands to the right of
    the table, all are.
    """

    name: str
    title: str
    lines: Sequence[str]
    headings: Sequence[Heading]
    rows: Iterable[Sequence[Cell]]
    filtered: bool = False
    stamp: str = ""
    printed: int = 0
    table: str = ""
    chart: Chart | None = None

    @property
    def printed_headings(self) -> Sequence[Heading]:
        return self.headings[: self.printed or None]

    @property
    def printed_width(self) -> int:
        """Characters across a page, chart and all; above MOST_PRINTED the print is too small to read."""
        return sum(each.width for each in self.printed_headings) + (CHART_WIDTH if self.chart else 0)
