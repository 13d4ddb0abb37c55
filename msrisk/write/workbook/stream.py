"""The rows of a large sheet on their way into the file, a portion of them at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import count, islice

from xlsxwriter.utility import xl_col_to_name

from msrisk.write.workbook.cells import Column, Numbers, Texts
from msrisk.write.workbook.links import MOST_LINKS, Lead
from msrisk.write.workbook.measure import height_of
from msrisk.write.workbook.plan import Cell, Heading, Link
from msrisk.write.workbook.put import MOST_ROWS, left_over

AT_ONCE = 1_000  # rows
MOST_BYTES = 2_000_000_000  # of one sheet; a part of a zip above 4 GiB is refused by many programs
Write = Callable[[bytes], object]
_ROW, _A_TEXT = '<row r="', ' t="s"'


class RowStream:
    """The rows of one sheet; each is read once and none is kept."""

    def __init__(self, headings: Sequence[Heading], numbers: Numbers, texts: Texts, size: float) -> None:
        self.links: list[tuple[str, Lead]] = []
        last = len(headings) - 1
        self._columns = [
            Column(place, each, numbers, texts, size, is_last=place == last) for place, each in enumerate(headings)
        ]
        self._alone = Column(0, headings[0], numbers, texts, size, is_last=True)
        self._size, self._texts = size, texts
        self._begun = cache(self._of_lines)

    def put(self, rows: Iterable[Sequence[Cell]], first: int, write: Write) -> int:
        """Writes the rows from the row of that number on; the number of the last row of the table."""
        rows, row, written = iter(rows), first, 0
        while written < MOST_BYTES and (batch := list(islice(rows, min(AT_ONCE, MOST_ROWS + first - row)))):
            written += self._write(self._columns, batch, row, write)
            row += len(batch)
        left = sum(1 for _ in rows)
        if left:
            self._write([self._alone], [[left_over(left)]], row, write)
        return row - 1

    def _write(
        self,
        columns: Sequence[Column],
        rows: Sequence[Sequence[Cell]],
        first: int,
        write: Callable[[bytes], object],
    ) -> int:
        """Some rows; how many bytes they took."""
        across = list(zip(*rows, strict=True))
        made = [column.made(cells) for column, cells in zip(columns, across, strict=True)]
        self._lead(columns, across, made, first)
        # A row is its number, time and again, with the same pieces between for rows that are alike.
        pieces = zip([_ROW] * len(rows), self._beginnings(columns, across), *made, strict=True)
        xml = "".join(map(str.join, map(str, count(first)), pieces))
        self._texts.uses += xml.count(_A_TEXT)
        write(xml.encode("ascii"))
        return len(xml)

    def _beginnings(self, columns: Sequence[Column], across: Sequence[Sequence[Cell]]) -> Iterable[str]:
        """How each row begins: as high as its tallest cell needs."""
        tall = [*filter(None, (each.lines(cells) for each, cells in zip(columns, across, strict=True)))]
        lines = map(max, *tall) if len(tall) > 1 else tall[0] if tall else [1] * len(across[0])
        return map(self._begun, lines)

    def _of_lines(self, lines: int) -> str:
        return f'" ht="{height_of(lines, self._size):.16g}" customHeight="1">{self._alone.begins}'

    def _lead(
        self, columns: Sequence[Column], across: Sequence[Sequence[Cell]], made: Sequence[list[str]], first: int
    ) -> None:
        """The cells that lead somewhere, row by row, as long as the sheet may hold more of them."""
        places = sorted(
            (row, place)
            for place, (column, cells) in enumerate(zip(columns, across, strict=True))
            if column.leads
            for row, cell in enumerate(cells)
            if cell in column.leads
        )
        for row, place in places[: MOST_LINKS - len(self.links)]:
            link = across[place][row]
            assert isinstance(link, Link)
            lead, made[place][row] = columns[place].leads[link]
            self.links.append((f"{xl_col_to_name(place)}{first + row}", lead))
