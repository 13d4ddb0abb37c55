"""The tables of an OpenDocument spreadsheet, taken from its XML piece by piece.

Repetitions ("this row a million times") are counted before anything is laid out, and a blank costs nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.parsers import expat

from msrisk.errors import InputError
from msrisk.files import one_line
from msrisk.model import letters
from msrisk.read.extent import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, is_mostly_empty
from msrisk.read.facts import Spots
from msrisk.read.number_formats import error_look
from msrisk.read.open_cells import FORMULA, TABLE, VALUE_TYPE, Attributes, is_error, text_of
from msrisk.read.parts import safe_parser
from msrisk.read.refusals import damaged, outside_the_grid, too_large

_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0 "
_STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0 "

_NAME, _TABLE_STYLE, _DISPLAY = TABLE + "name", TABLE + "style-name", TABLE + "display"
_ROWS_REPEATED, _COLUMNS_REPEATED = TABLE + "number-rows-repeated", TABLE + "number-columns-repeated"
_STYLE_NAME, _SPACES = _STYLE + "name", _TEXT + "c"
_A_TABLE, _ROW, _SOURCE, _SHAPES = (TABLE + name for name in ("table", "table-row", "table-source", "shapes"))
_GROUP, _VISIBILITY = TABLE + "table-row-group", TABLE + "visibility"
_CELLS = frozenset({TABLE + "table-cell", TABLE + "covered-table-cell"})
_NO_SHEETS = frozenset({TABLE + "dde-links", TABLE + "tracked-changes"})
_A_STYLE, _TABLE_PROPERTIES = _STYLE + "style", _STYLE + "table-properties"
_PARAGRAPH, _SPACE, _TAB, _LINE_BREAK = (_TEXT + name for name in ("p", "s", "tab", "line-break"))
# Within a paragraph XML's own white space counts as one space; what was typed stands as an element.
_TYPED_SPACE, _TYPED_TAB, _TYPED_LINE = "\x00", "\x01", "\x02"
_MARKS = str.maketrans({_TYPED_SPACE: " ", _TYPED_TAB: "\t", _TYPED_LINE: "\n"})
_WHITE_SPACE = re.compile(r"[ \t\r\n]+")
_MAX_SPACES = 32_767  # a cell holds no more characters
_ALL_SPACES = 20_000_000  # which take a few bytes to write, however many they are

Run = tuple[int, int, str]  # first column, how many, the text in each


@dataclass(slots=True)
class Table:
    """One sheet: its rows that hold something, each with its number, how often it stands, and its runs.

    hiding: of the hidden ones the number, and how often each stands.
    """

    name: str
    hidden: bool
    linked: bool = False
    rows: list[tuple[int, int, list[Run]]] = field(default_factory=list)
    hiding: list[tuple[int, int]] = field(default_factory=list)
    errors: Spots = field(default_factory=Spots)
    not_stored: Spots = field(default_factory=Spots)
    left: int = MAX_COLUMNS
    right: int = 0
    bottom: int = 0

    def columns(self) -> list[list[str]]:
        """From the first filled column to the last; every row from the first of the sheet."""
        found = [[""] * self.bottom for _ in range(self.left, self.right + 1)]
        for number, times, runs in self.rows:
            for first, count, text in runs:
                for column in found[first - self.left : first - self.left + count]:
                    column[number - 1 : number - 1 + times] = [text] * times
        return found

    def hidden_rows(self) -> set[int]:
        """The hidden rows that hold something, counted from 0."""
        return {row for number, times in self.hiding for row in range(number - 1, number - 1 + times)}


def read_tables(chunks: Iterable[bytes], file: str) -> list[Table]:
    """Every table in order; InputError when one is damaged, or reaches too far."""
    tables = _Tables(file)
    parser = safe_parser(lambda: damaged(file, "content.xml"), " ")
    parser.buffer_text = True
    parser.StartElementHandler = tables.begin
    parser.EndElementHandler = tables.end
    parser.CharacterDataHandler = tables.characters
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except expat.ExpatError:
        raise damaged(file, "content.xml") from None
    return tables.found


class _Tables:
    """Follows the elements: styles, then tables, rows, cells and their paragraphs."""

    def __init__(self, file: str) -> None:
        self.found: list[Table] = []
        self._file = file
        self._depth = 0
        self._hiding: set[str] = set()
        self._style = ""
        self._table: Table | None = None
        self._table_depth = self._cell_depth = self._paragraph_depth = 0
        self._outside = 0  # the depth of an element in which nothing is a sheet or a row of one
        self._row = self._rows = 0  # the last row met, and how often it stands
        self._folded = 0  # the depth of a group of rows that is closed
        self._row_hidden = False
        self._column = 0
        self._runs: list[Run] = []
        self._cell: Attributes = {}
        self._paragraphs: list[str] = []
        self._text: list[str] = []
        self._cells = self._written = 0
        self._spaces_left = _ALL_SPACES

    def begin(self, element: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._outside:
            return
        if self._cell_depth:
            self._begin_within_cell(element, attributes)
        elif self._table is None:
            self._begin_outside_tables(element, attributes)
        elif element == _ROW:
            self._row += self._rows
            self._rows = self._times(attributes, _ROWS_REPEATED)
            self._column, self._runs = 1, []
            self._row_hidden = bool(self._folded) or attributes.get(_VISIBILITY, "visible") != "visible"
        elif element in _CELLS:
            self._cell_depth, self._cell, self._paragraphs = self._depth, attributes, []
        elif element == _SOURCE:
            self._table.linked = True
        elif element == _SHAPES:
            self._outside = self._depth
        elif element == _GROUP and attributes.get(_DISPLAY) == "false":
            self._folded = self._folded or self._depth

    def end(self, element: str) -> None:
        if self._outside:
            if self._depth == self._outside:
                self._outside = 0
        elif self._depth == self._cell_depth:
            self._end_cell()
        elif self._depth == self._paragraph_depth:
            self._end_paragraph()
        elif self._table is not None and not self._cell_depth:
            if element == _ROW:
                self._end_row(self._table)
            elif self._depth == self._table_depth:
                self._table = None
            elif self._depth == self._folded:
                self._folded = 0
        self._depth -= 1

    def characters(self, text: str) -> None:
        if self._paragraph_depth:
            self._text.append(text)

    def _begin_outside_tables(self, element: str, attributes: Attributes) -> None:
        if element == _A_STYLE:
            self._style = attributes.get(_STYLE_NAME, "")
        elif element == _TABLE_PROPERTIES and attributes.get(_DISPLAY) == "false":
            self._hiding.add(self._style)
        elif element in _NO_SHEETS:
            self._outside = self._depth
        elif element == _A_TABLE:
            hidden = attributes.get(_TABLE_STYLE) in self._hiding
            self._table = Table(attributes.get(_NAME, ""), hidden)
            self._table_depth, self._row, self._rows = self._depth, 1, 0
            self.found.append(self._table)

    def _begin_within_cell(self, element: str, attributes: Attributes) -> None:
        """A paragraph right inside the cell is its text; a comment or a picture has paragraphs of its own."""
        if element == _PARAGRAPH and self._depth == self._cell_depth + 1:
            self._paragraph_depth, self._text = self._depth, []
        elif self._paragraph_depth and element == _SPACE:
            self._text.append(_TYPED_SPACE * self._spaces(attributes))
        elif self._paragraph_depth and element == _TAB:
            self._text.append(_TYPED_TAB)
        elif self._paragraph_depth and element == _LINE_BREAK:
            self._text.append(_TYPED_LINE)

    def _spaces(self, attributes: Attributes) -> int:
        number = min(self._times(attributes, _SPACES), _MAX_SPACES)
        self._spaces_left -= number
        if self._spaces_left < 0:
            raise damaged(self._file, "content.xml")
        return number

    def _end_paragraph(self) -> None:
        text = "".join(self._text)
        if not text.isprintable() or "  " in text or text[:1] == " " or text[-1:] == " ":
            text = _WHITE_SPACE.sub(" ", text).strip(" ").translate(_MARKS)
        self._paragraphs.append(text)
        self._paragraph_depth = 0

    def _end_cell(self) -> None:
        assert self._table is not None
        cell, first = self._cell, self._column
        times = self._times(cell, _COLUMNS_REPEATED) if _COLUMNS_REPEATED in cell else 1
        self._column += times
        self._cell_depth = 0
        shown = "\n".join(self._paragraphs)
        if is_error(cell, shown):
            self._table.errors.add(self._row, first, self._rows, times)
            self._runs.append((first, times, error_look(shown).error))
        elif VALUE_TYPE in cell or shown:
            text = text_of(cell, shown)
            if text:
                self._runs.append((first, times, text))
        elif FORMULA in cell:
            self._table.not_stored.add(self._row, first, self._rows, times)

    def _end_row(self, table: Table) -> None:
        if not self._runs:
            return
        first, (last, times, _) = self._runs[0][0], self._runs[-1]
        before = table.bottom * (table.right - table.left + 1) if table.rows else 0
        table.left = min(table.left, first)
        table.right = max(table.right, last + times - 1)
        table.bottom = self._row + self._rows - 1
        table.rows.append((self._row, self._rows, self._runs))
        if self._row_hidden:
            table.hiding.append((self._row, self._rows))
        cells = table.bottom * (table.right - table.left + 1)
        self._cells += cells - before
        self._written += len(self._runs)
        self._check_reach(table, cells)

    def _check_reach(self, table: Table, cells: int) -> None:
        where = f"{self._file}, sheet '{one_line(table.name)}'"
        far = f"{letters(table.right)}{table.bottom}" if table.right <= MAX_COLUMNS else f"row {self._row}"
        if table.bottom > MAX_ROWS or table.right > MAX_COLUMNS:
            raise outside_the_grid(where, far, "XFD1048576")
        if is_mostly_empty(self._cells, self._written) or self._cells > MAX_CELLS:
            raise too_large(where, far, cells, f"written in the file: {self._written:,}")

    def _times(self, attributes: Attributes, name: str) -> int:
        """A repetition, which is once where none is given."""
        text = attributes.get(name)
        if text is None:
            return 1
        if not (text.isascii() and text.isdigit() and len(text) <= 10 and int(text)):
            raise InputError(
                f"the workbook repeats a cell or row '{one_line(text)}' times, which makes no sense",
                where=self._file,
                hint="Open it in LibreOffice or Excel and save it again.",
            )
        return int(text)
