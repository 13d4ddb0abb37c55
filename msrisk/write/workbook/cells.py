"""The cells of a column as XML: what is new in a portion of rows is cleaned, measured and escaped together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import repeat
from operator import itemgetter
from typing import IO

import numpy as np
from xlsxwriter.utility import xl_col_to_name

from msrisk.write.workbook.lines import lines_in_each
from msrisk.write.workbook.links import Lead, lead_of
from msrisk.write.workbook.measure import room_in
from msrisk.write.workbook.plan import Cell, Heading, Link
from msrisk.write.workbook.put import fit_each, number_in, text_in
from msrisk.write.workbook.style import FIGURES, TRIGGERS

MOST_KEPT = 8_192  # cells of a column; then it starts anew, and the file may hold a text twice
_APART = "\0"  # between texts; none holds it
_LOOKS_ESCAPED = re.compile(r"(_x[0-9A-Fa-f]{4}_)")
_TRIGGERS = frozenset(TRIGGERS)
_EXACT = 10**15  # whole numbers below it are written digit by digit


@dataclass(frozen=True)
class Numbers:
    """The numbers by which the file calls its formats, for each column: as they stand in the sample rows."""

    plain: Sequence[str]
    quoted: Sequence[str]
    bands: dict[str, Sequence[str]]
    link: str


@dataclass
class Texts:
    """The texts all sheets share, each written down as it comes.  uses: how many cells have one."""

    file: IO[bytes]
    count: int
    uses: int = 0

    def add(self, texts: Sequence[str]) -> range:
        """The numbers of some texts, in their order; none of them is empty."""
        block = _APART.join(texts)
        if "_x" in block:
            block = _LOOKS_ESCAPED.sub(r"_x005F\1", block)
        edges = {*map(itemgetter(0), texts), *map(itemgetter(-1), texts)}
        start = "<si><t>" if edges.isdisjoint(" \t\n") else '<si><t xml:space="preserve">'
        said = escaped(block).replace(_APART, f"</t></si>{start}")
        self.file.write(f"{start}{said}</t></si>".encode())
        first = self.count
        self.count += len(texts)
        return range(first, self.count)


class Column:
    """The cells of one column, each from behind its row's number to before that of the next.

    begins: what stands before the number of the first cell.  leads: what each link of it leads to, and its cell as
    a link.
    """

    def __init__(
        self, place: int, heading: Heading, numbers: Numbers, texts: Texts, size: float, is_last: bool
    ) -> None:
        self.begins = f'<c r="{xl_col_to_name(place)}'
        self.leads: dict[Link, tuple[Lead, str]] = {}
        self._made: dict[Cell, str] = {}
        self._tall: dict[Cell, int] = {}
        self._next = "</row>" if is_last else f'<c r="{xl_col_to_name(place + 1)}'
        self._plain = f'" s="{numbers.plain[place]}"'
        self._texts, self._numbers, self._place = texts, numbers, place
        self._is_band, self._is_figure = heading.style == "band", heading.style in FIGURES
        self._room = room_in(heading.width, size)

    def made(self, cells: Sequence[Cell]) -> list[str]:
        """The cells in their order; figures are made anew, for they are seldom the same twice."""
        if len(self._made) >= MOST_KEPT:
            for held in (self._made, self._tall, self.leads):
                held.clear()
        if self._is_figure:
            return self._figures(cells)
        self._make(cells)
        return list(map(self._made.__getitem__, cells))

    def lines(self, cells: Sequence[Cell]) -> list[int]:
        """How many lines each of these takes, which were made before; nothing where each takes one."""
        tall = self._tall
        if not tall or tall.keys().isdisjoint(cells):
            return []
        return [tall.get(cell, 1) for cell in cells]

    def _figures(self, cells: Sequence[Cell]) -> list[str]:
        self._make([cell for cell in cells if not isinstance(cell, int | float)])
        made = {cell: self._made.get(cell) or self._figure(cell) for cell in dict.fromkeys(cells)}
        return list(map(made.__getitem__, cells))

    def _figure(self, cell: Cell) -> str:
        assert isinstance(cell, int | float)
        said = f"{number_in(cell):.16G}" if isinstance(cell, float) or abs(cell) >= _EXACT else str(cell)
        return f"{self._plain}><v>{said}</v></c>{self._next}"

    def _make(self, cells: Sequence[Cell]) -> None:
        """Those of the cells that are new."""
        new: Sequence[Cell] = [cell for cell in dict.fromkeys(cells) if cell not in self._made]
        texts = fit_each(list(map(text_in, new)))
        if not all(texts):
            both = list(zip(new, texts, strict=True))
            self._made.update((cell, self._without_text(cell)) for cell, text in both if not text)
            new, texts = [cell for cell, text in both if text], [text for text in texts if text]
        if new:
            self._put_texts(new, texts)

    def _without_text(self, cell: Cell) -> str:
        return self._figure(cell) if isinstance(cell, int | float) else f"{self._plain}/>{self._next}"

    def _put_texts(self, cells: Sequence[Cell], texts: Sequence[str]) -> None:
        numbers = self._texts.add(texts)
        said = map(self._text, self._styles(texts), numbers)
        self._made.update(zip(cells, said, strict=True))
        lines = lines_in_each(texts, self._room, self._is_band)
        self._tall.update((cells[place], int(lines[place])) for place in np.flatnonzero(lines > 1).tolist())
        if Link in set(map(type, cells)):
            for cell, number in zip(cells, numbers, strict=True):
                if isinstance(cell, Link) and lead_of(cell).leads:
                    self.leads[cell] = lead_of(cell), self._text(self._numbers.link, number)

    def _text(self, style: str, number: int) -> str:
        return f'" s="{style}" t="s"><v>{number}</v></c>{self._next}'

    def _styles(self, texts: Sequence[str]) -> Iterable[str]:
        """The number of the format of each text where it leads nowhere."""
        plain, quoted = self._numbers.plain[self._place], self._numbers.quoted[self._place]
        bands = {word: each[self._place] for word, each in self._numbers.bands.items()} if self._is_band else {}
        if not bands and _TRIGGERS.isdisjoint(map(itemgetter(0), texts)):
            return repeat(plain)  # nearly every portion
        return [bands.get(text, quoted if text[0] in _TRIGGERS else plain) for text in texts]


def escaped(text: str) -> str:
    """A text as it stands in XML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
