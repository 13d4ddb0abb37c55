"""A table for a terminal of any width: beside, under one another, or a fact a line; nothing is ever cut."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderableType
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

GAP = 2
HANG = 2  # how much deeper the further lines of a paragraph stand
LEAST = 24  # letters of a line in which names and titles can still be read; below, every row is a block

Cell = str | Text


@dataclass(frozen=True, slots=True)
class Column:
    """A column.  whole: its cells are never broken, as a number's.  right: they stand at the right."""

    heading: str
    whole: bool = False
    right: bool = False

    @property
    def on_two_lines(self) -> int:
        """How wide the heading is at least where it is broken once."""
        words = self.heading.split()
        halves = [(" ".join(words[:place]), " ".join(words[place:])) for place in range(1, len(words))]
        return min((max(map(cell_len, half)) for half in halves), default=cell_len(self.heading))


def figures(heading: str) -> Column:
    """A column of numbers."""
    return Column(heading, whole=True, right=True)


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows under headings.

    headed: whether there are headings to show; a row of a table without them is a line where there is no room.
    numbered: whether rows are counted from 1.  beside: the width from which the last column stands beside the
    others; below it, it stands under each row over the whole width.  picture: the place of a column that only
    shows what another says, left out where there is no room for it.  least: how far a text may be broken.
    """

    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    indent: int = 0
    headed: bool = True
    numbered: bool = False
    beside: int = 0
    picture: int = -1
    least: int = LEAST

    def written(self, write: Callable[[str], str]) -> Grid:
        """The same with every text written another way, as a console can show it."""
        columns = [replace(each, heading=write(each.heading)) for each in self.columns]
        return replace(self, columns=columns, rows=[[_written(cell, write) for cell in row] for row in self.rows])

    def blocks(self, apart: bool) -> Iterator[Hanging]:
        """Each row by itself, its first cell above what is known of it.  apart: a fact a line, each by name."""
        grid = self._without_picture()
        for number, row in enumerate(grid.rows, 1):
            first, *others = (_text(cell).plain for cell in row)
            if not self.headed:
                yield indented(f"{first}: {', '.join(filter(None, others))}", self.indent)
                continue
            lead = (
                f"{number}. {first}"
                if self.numbered
                else f"{grid.columns[0].heading}: {first}"
                if apart
                else first
            )
            yield Hanging(Text(lead, "bold"), self.indent)
            named = zip(grid.columns[1:], others, strict=True)
            facts = [f"{column.heading}: {text}" for column, text in named if text.strip()]
            if not apart:
                last = others[-1] if self.beside else ""
                facts = [*filter(None, ["; ".join(facts[: -1 if last else None]), last])]
            yield from (indented(fact, self.indent + (3 if self.numbered else 2)) for fact in facts)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[RenderableType]:
        for grid in (self, self._without_picture()):
            shown = grid._side_by_side(options.max_width)
            if shown:
                yield from shown
                return
        yield from self.blocks(apart=False)

    def _without_picture(self) -> Grid:
        """The same but for the column that says nothing of its own."""
        if self.picture < 0:
            return self

        def rest(cells: Sequence[Any]) -> list[Any]:
            return [*cells[: self.picture], *cells[self.picture + 1 :]]

        return replace(self, columns=rest(self.columns), rows=list(map(rest, self.rows)), picture=-1)

    def _side_by_side(self, width: int) -> list[RenderableType]:
        """The rows as a table of that width; nothing where texts would be broken beyond reading."""
        columns, rows = self.columns, self.rows
        under: list[Text] = []
        if width < self.beside:
            columns, rows = columns[:-1], [row[:-1] for row in rows]
            under = [_text(row[-1]) for row in self.rows]
        if self.numbered:
            columns = [figures(""), *columns]
            rows = [[str(number), *row] for number, row in enumerate(rows, 1)]
        widths = _widths(columns, rows, width - self.indent, self.headed, self.least)
        if not widths:
            return []
        left = self.indent + (widths[0] if self.numbered else 0) + GAP
        shown: list[RenderableType] = []
        for number, some in enumerate([[row] for row in rows] if under else [rows]):
            table = _table(columns, widths, self.headed and not number)
            for row in some:
                table.add_row(*row)
            shown.append(Padding(table, (0, 0, 0, self.indent), expand=False))
            shown += [Padding(under[number], (0, 0, 0, left), expand=False)] if under else []
        return shown


@dataclass(frozen=True, slots=True)
class Hanging:
    """A paragraph that stands in by some columns; its further lines hang deeper, so that its first is seen.

    mark: a bullet or number before it.
    """

    said: Text
    by: int
    mark: str = ""

    @property
    def plain(self) -> str:
        return f"{self.mark} {self.said.plain}".strip()

    def written(self, write: Callable[[str], str]) -> Hanging:
        return Hanging(_written_text(self.said, write), self.by, write(self.mark))

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[RenderableType]:
        lead = f"{self.mark} " if self.mark else ""
        hang = cell_len(lead) or HANG
        lines = self.said.wrap(console, max(1, options.max_width - self.by - hang), overflow="fold")
        for number, line in enumerate(lines):
            before = f"{' ' * self.by}{lead}" if not number else " " * (self.by + hang)
            yield Text(before).append_text(line)


def indented(text: str, by: int) -> Hanging:
    """A paragraph that stands in by some columns."""
    return Hanging(Text(text), by)


def written(part: Grid | Hanging | Text | str, write: Callable[[str], str]) -> Grid | Hanging | Text | str:
    """A part with every text in it written another way; its style stays."""
    return part.written(write) if isinstance(part, Grid | Hanging) else _written(part, write)


def _written(cell: Cell, write: Callable[[str], str]) -> Cell:
    return write(cell) if isinstance(cell, str) else _written_text(cell, write)


def _written_text(text: Text, write: Callable[[str], str]) -> Text:
    if write(text.plain) == text.plain:
        return text
    said = Text(style=text.style)
    for piece in text.divide(sorted({place for span in text.spans for place in (span.start, span.end)})):
        styles = [span.style for span in piece.spans]
        said.append(write(piece.plain), styles[0] if styles else None)
    return said


def _text(cell: Cell) -> Text:
    return Text(cell) if isinstance(cell, str) else cell


def _widths(
    columns: Sequence[Column], rows: Sequence[Sequence[Cell]], room: int, headed: bool, least: int
) -> list[int]:
    """How wide each column is made; [] where texts would be broken beyond reading."""
    cells = [max((_text(row[place]).cell_len for row in rows), default=0) for place in range(len(columns))]
    on_one_line = [max(held, cell_len(each.heading) * headed) for each, held in zip(columns, cells, strict=True)]
    broken = [max(held, each.on_two_lines * headed) for each, held in zip(columns, cells, strict=True)]
    gaps = GAP * (len(columns) - 1)
    for wanted in (on_one_line, broken):
        if sum(wanted) + gaps <= room:
            return wanted
    fixed = sum(width for each, width in zip(columns, broken, strict=True) if each.whole)
    shared = {place: broken[place] for place, each in enumerate(columns) if not each.whole}
    return _shared(broken, shared, room - fixed - gaps, least)


def _shared(widths: list[int], shared: dict[int, int], left: int, least: int) -> list[int]:
    """The room that is left, to columns that may be broken: to each what it needs, or an even part of the rest."""
    made = list(widths)
    for place in sorted(shared, key=shared.__getitem__):
        made[place] = min(widths[place], left // len(shared))
        if made[place] < min(widths[place], least):
            return []
        left -= made[place]
        del shared[place]
    return made if left >= 0 else []


def _table(columns: Sequence[Column], widths: Sequence[int], headed: bool) -> RichTable:
    table = RichTable(
        box=None, padding=(0, GAP, 0, 0), pad_edge=False, show_header=headed, header_style="bold",
    )  # fmt: skip
    for column, width in zip(columns, widths, strict=True):
        table.add_column(
            Text(column.heading), width=width, justify="right" if column.right else "left", overflow="fold",
        )  # fmt: skip
    return table
