"""The rows of a large sheet as XML: a text is measured and escaped once, however often it stands there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby, islice
from typing import IO

from xlsxwriter.utility import xl_col_to_name

from msrisk.write.workbook.links import MOST_LINKS, Lead, lead_of
from msrisk.write.workbook.measure import height_of, lines_in, room_in
from msrisk.write.workbook.plan import Cell, Heading, Link
from msrisk.write.workbook.put import MOST_ROWS, fit, left_over, number_in
from msrisk.write.workbook.style import FIGURES, TRIGGERS

AT_ONCE = 1_000  # rows
MOST_KEPT = 8_192  # texts of a column; then it starts anew, and the file may hold a text twice
MOST_BYTES = 2_000_000_000  # of one sheet; a part of a zip above 4 GiB is refused by many programs
_ROW = "\0"  # stands for the row's number until it is known; no text holds it
_LOOKS_ESCAPED = re.compile(r"(_x[0-9A-Fa-f]{4}_)")


@dataclass(frozen=True)
class Numbers:
    """The numbers by which the file calls its formats, for each column: as they stand in the sample rows."""

    plain: Sequence[str]
    quoted: Sequence[str]
    bands: dict[str, Sequence[str]]
    link: str


@dataclass
class Texts:
    """The texts all sheets share, each written down as it comes."""

    file: IO[bytes]
    count: int
    uses: int = 0
    _waiting: list[str] = field(default_factory=list)

    def add(self, text: str) -> int:
        """The number of a text."""
        text = _LOOKS_ESCAPED.sub(r"_x005F\1", text) if "_x" in text else text
        if "&" in text or "<" in text or ">" in text:
            text = escaped(text)
        kept = "" if text.strip() == text else ' xml:space="preserve"'
        self._waiting.append(f"<si><t{kept}>{text}</t></si>")
        self.count += 1
        return self.count - 1

    def flush(self) -> None:
        self.file.write("".join(self._waiting).encode())
        self._waiting.clear()


Made = tuple[str, int]  # a cell as XML, and how many lines it takes; 0 where it holds no text
_EXACT = 10**15  # whole numbers below it are written digit by digit


class Column(dict[Cell, Made]):
    """The cells of one column as XML."""

    def __init__(self, place: int, heading: Heading, numbers: Numbers, texts: Texts, size: float) -> None:
        super().__init__()
        self.has_links = False
        self._start = f'<c r="{xl_col_to_name(place)}{_ROW}" s="'
        self._plain = f'{self._start}{numbers.plain[place]}"'
        self._texts, self._numbers, self._place = texts, numbers, place
        self._is_band, self._is_figure = heading.style == "band", heading.style in FIGURES
        self._room = room_in(heading.width, size)

    def made(self, cells: Sequence[Cell]) -> list[Made]:
        """The cells in their order; figures are made anew, for they are seldom the same twice."""
        if not self._is_figure:
            return list(map(self.__getitem__, cells))
        start = f"{self._plain}><v>"
        return [
            (f"{start}{cell}</v></c>", 0)
            if type(cell) is int and -_EXACT < cell < _EXACT
            else (f"{start}{number_in(cell):.16G}</v></c>", 0)
            if type(cell) is float
            else self[cell]
            for cell in cells
        ]

    def __missing__(self, cell: Cell) -> Made:
        made = self._said(cell) if type(cell) is str else self._made(cell)
        if len(self) >= MOST_KEPT:
            self.clear()
        self[cell] = made
        return made

    def _made(self, cell: Cell) -> Made:
        if isinstance(cell, int | float):
            return f"{self._plain}><v>{number_in(cell):.16G}</v></c>", 0
        if isinstance(cell, Link):
            self.has_links = True
            return self._said(lead_of(cell).text)
        return self._said(cell or "")

    def _said(self, cell: str) -> Made:
        text = fit(cell)
        if not text:
            return f"{self._plain}/>", 0
        style = self._numbers.plain[self._place]
        if self._is_band and text in self._numbers.bands:
            style = self._numbers.bands[text][self._place]
        elif text.startswith(TRIGGERS):
            style = self._numbers.quoted[self._place]
        return self._text(text, style)

    def _text(self, text: str, style: str) -> Made:
        lines = lines_in(text, self._room, self._is_band)
        return f'{self._start}{style}" t="s"><v>{self._texts.add(text)}</v></c>', lines

    def led(self, lead: Lead) -> Made:
        """A cell that leads somewhere."""
        return self._text(fit(lead.text), self._numbers.link)


class RowStream:
    """The rows of one sheet on their way into the file; each is read once and none is kept."""

    def __init__(self, headings: Sequence[Heading], numbers: Numbers, texts: Texts, size: float) -> None:
        self.links: list[tuple[str, Lead]] = []
        self._columns = [Column(place, each, numbers, texts, size) for place, each in enumerate(headings)]
        self._size, self._texts = size, texts
        self._height = cache(self._of_lines)

    def put(self, rows: Iterable[Sequence[Cell]], first: int, write: Callable[[bytes], object]) -> int:
        """Writes the rows from the row of that number on; the number of the last row of the table."""
        rows, row, written = iter(rows), first, 0
        while written < MOST_BYTES and (batch := list(islice(rows, min(AT_ONCE, MOST_ROWS + first - row)))):
            xml = "".join(self._batch(batch, row)).encode()
            write(xml)
            self._texts.flush()
            row, written = row + len(batch), written + len(xml)
        left = sum(1 for _ in rows)
        if left:
            cell, _ = self._columns[0][left_over(left)]
            write(f'<row r="{row}">{cell}</row>'.replace(_ROW, str(row)).encode())
            self._texts.uses += 1
            self._texts.flush()
        return row - 1

    def _batch(self, batch: list[Sequence[Cell]], first: int) -> Iterator[str]:
        across = list(zip(*batch, strict=True))
        made = [column.made(each) for column, each in zip(self._columns, across, strict=True)]
        if any(column.has_links for column in self._columns):
            self._lead(across, made, first)
        cells, lines = self._beside_each_other(made)
        heights = map(self._height, map(max, *lines) if len(lines) > 1 else lines[0])
        for row, (each, height) in enumerate(zip(zip(*cells, strict=True), heights, strict=True), start=first):
            yield f'<row r="{_ROW}"{height}>{"".join(each)}</row>'.replace(_ROW, str(row))

    def _beside_each_other(
        self, made: Sequence[Sequence[Made]]
    ) -> tuple[list[Sequence[str]], list[Sequence[int]]]:
        """The columns as XML, and the lines of their cells; columns that say one thing throughout go together."""
        count = len(made[0])
        cells: list[Sequence[str]] = []
        lines: list[Sequence[int]] = [[0] * count]
        for alike, columns in groupby(made, key=_is_one_thing):
            if alike:
                firsts = [pairs[0] for pairs in columns]
                cells.append(["".join(xml for xml, _ in firsts)] * count)
                lines.append([max(high for _, high in firsts)] * count)
                self._texts.uses += count * sum(1 for _, high in firsts if high)
                continue
            for pairs in columns:
                xml, high = zip(*pairs, strict=True)
                cells.append(xml)
                if any(high):
                    lines.append(high)
                    self._texts.uses += count - high.count(0)
        return cells, lines

    def _of_lines(self, lines: int) -> str:
        return f' ht="{height_of(max(1, lines), self._size):.16g}" customHeight="1"'

    def _lead(self, across: Sequence[Sequence[Cell]], made: list[list[Made]], first: int) -> None:
        """The cells that lead somewhere, row by row, as long as the sheet may hold more of them."""
        places = sorted(
            (row, place)
            for place, cells in enumerate(across)
            if self._columns[place].has_links
            for row, cell in enumerate(cells)
            if isinstance(cell, Link)
        )
        for row, place in places:
            link = across[place][row]
            assert isinstance(link, Link)
            lead = lead_of(link)
            if not lead.leads or len(self.links) >= MOST_LINKS:
                continue
            made[place][row] = self._columns[place].led(lead)
            self.links.append((f"{xl_col_to_name(place)}{first + row}", lead))


def _is_one_thing(pairs: Sequence[Made]) -> bool:
    """Whether a column says the same in every row."""
    return pairs[0] is pairs[-1] and pairs.count(pairs[0]) == len(pairs)


def escaped(text: str) -> str:
    """A text as it stands in XML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
