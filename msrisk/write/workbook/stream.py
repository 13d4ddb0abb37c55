"""The rows of a large sheet on their way into the file, a portion of them at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import groupby, islice

from xlsxwriter.utility import xl_col_to_name

from msrisk.write.workbook.cells import ROW, Column, Numbers, Texts
from msrisk.write.workbook.links import MOST_LINKS, Lead
from msrisk.write.workbook.measure import height_of
from msrisk.write.workbook.plan import Cell, Heading, Link
from msrisk.write.workbook.put import MOST_ROWS, left_over

AT_ONCE = 1_000  # rows
MOST_BYTES = 2_000_000_000  # of one sheet; a part of a zip above 4 GiB is refused by many programs
_A_TEXT = ' t="s"'


class RowStream:
    """The rows of one sheet; each is read once and none is kept."""

    def __init__(self, headings: Sequence[Heading], numbers: Numbers, texts: Texts, size: float) -> None:
        self.links: list[tuple[str, Lead]] = []
        self._columns = [Column(place, each, numbers, texts, size) for place, each in enumerate(headings)]
        self._size, self._texts = size, texts
        self._height = cache(self._of_lines)

    def put(self, rows: Iterable[Sequence[Cell]], first: int, write: Callable[[bytes], object]) -> int:
        """Writes the rows from the row of that number on; the number of the last row of the table."""
        rows, row, written = iter(rows), first, 0
        while written < MOST_BYTES and (batch := list(islice(rows, min(AT_ONCE, MOST_ROWS + first - row)))):
            xml = self._batch(batch, row)
            self._texts.uses += xml.count(_A_TEXT)
            write(xml.encode("ascii"))
            row, written = row + len(batch), written + len(xml)
        left = sum(1 for _ in rows)
        if left:
            (cell,) = self._columns[0].made([left_over(left)])
            write(f'<row r="{row}">{cell}</row>'.replace(ROW, str(row)).encode("ascii"))
            self._texts.uses += 1
        return row - 1

    def _batch(self, batch: Sequence[Sequence[Cell]], first: int) -> str:
        across = list(zip(*batch, strict=True))
        made = [column.made(cells) for column, cells in zip(self._columns, across, strict=True)]
        self._lead(across, made, first)
        rows = map("".join, zip(*_beside_each_other(made), strict=True))
        said = zip(range(first, first + len(batch)), self._heights(across), rows, strict=True)
        return "".join([f'<row r="{ROW}"{high}>{cells}</row>'.replace(ROW, str(row)) for row, high, cells in said])

    def _heights(self, across: Sequence[Sequence[Cell]]) -> Iterable[str]:
        """How high each row is: as its tallest cell needs."""
        tall = [*filter(None, (each.lines(cells) for each, cells in zip(self._columns, across, strict=True)))]
        lines = map(max, *tall) if len(tall) > 1 else tall[0] if tall else [1] * len(across[0])
        return map(self._height, lines)

    def _of_lines(self, lines: int) -> str:
        return f' ht="{height_of(lines, self._size):.16g}" customHeight="1"'

    def _lead(self, across: Sequence[Sequence[Cell]], made: list[list[str]], first: int) -> None:
        """The cells that lead somewhere, row by row, as long as the sheet may hold more of them."""
        places = sorted(
            (row, place)
            for place, (column, cells) in enumerate(zip(self._columns, across, strict=True))
            if column.leads
            for row, cell in enumerate(cells)
            if cell in column.leads
        )
        for row, place in places[: MOST_LINKS - len(self.links)]:
            link = across[place][row]
            assert isinstance(link, Link)
            lead, made[place][row] = self._columns[place].leads[link]
            self.links.append((f"{xl_col_to_name(place)}{first + row}", lead))


def _beside_each_other(made: Iterable[list[str]]) -> list[Sequence[str]]:
    """The columns; those beside each other that say one thing throughout go together."""
    cells: list[Sequence[str]] = []
    for alike, columns in groupby(made, key=_is_one_thing):
        together = list(columns)
        cells += [["".join(each[0] for each in together)] * len(together[0])] if alike else together
    return cells


def _is_one_thing(cells: list[str]) -> bool:
    """Whether a column says the same in every row."""
    return cells[0] is cells[-1] and cells.count(cells[0]) == len(cells)
