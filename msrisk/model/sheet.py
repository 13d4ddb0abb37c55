"""A sheet of text as it stands in a file, and the table found in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property

import numpy as np

from msrisk.model.arrays import Flags, Ints, Longs
from msrisk.model.note import LineNote

_LIKE_A_CELL = re.compile(r"[a-z]{1,3}\d+|r\d*c\d*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TextColumn:
    """One column of a sheet: its distinct texts, and for each row the number of its text.

    Of a long text file hardly any of whose cells say the same, the texts need not be distinct.
    """

    texts: Sequence[str]
    codes: Ints

    def at(self, row: int) -> str:
        return self.texts[int(self.codes[row])]

    def filled(self) -> Flags:
        """Whether each row holds anything but white space."""
        return np.array([bool(text.strip()) for text in self.texts], np.bool_)[self.codes]


@dataclass(frozen=True)
class Sheet:
    """One table of cells as text, exactly as it stands in the file.

    file: the file's name, never its path.  name: the sheet's name, '' for a text file.
    sha256: of the whole file.  columns: left to right, all of one length.
    first_row, first_column: where in the file the first cell stands, counted from 1.
    remarks: how the file was read: encoding, delimiter, what was ignored.
    regular_width: of a text file, how many cells most rows have; 0 where cells cannot slide.
    numbers: where only some rows of the file are kept, or in another order, the number of each as the file
    counts; else None.
    origins: of a column that was made from others: for each row, the column, from 0, in which its cell stands.
    mended: of a text file, every line that was not like the others.
    hidden: whether the sheet's tab is hidden.  hidden_rows: the rows, from 0, that a filter or a person hid.
    """

    file: str
    name: str
    sha256: str
    columns: tuple[TextColumn, ...]
    first_row: int = 1
    first_column: int = 1
    remarks: tuple[str, ...] = ()
    regular_width: int = 0
    numbers: Ints | None = None
    origins: Mapping[int, Ints] = field(default_factory=dict)
    mended: tuple[LineNote, ...] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()

    @property
    def height(self) -> int:
        return len(self.columns[0].codes) if self.columns else 0

    def row(self, number: int) -> list[str]:
        """The texts of one row, counted from 0."""
        return [column.at(number) for column in self.columns]

    def number(self, row: int) -> int:
        """The number of a row, counted from 0, as the file counts, from 1."""
        return self.first_row + row if self.numbers is None else int(self.numbers[row])

    def numbered(self, number: int) -> int:
        """The row, counted from 0, that has this number in the file; -1 where none has."""
        if self.numbers is None:
            return number - self.first_row if self.first_row <= number < self.first_row + self.height else -1
        found = np.flatnonzero(self.numbers == number)
        return int(found[0]) if len(found) else -1

    def part(self, rows: Ints) -> Sheet:
        """Some of the rows, in any order, each cell with the address it had.  rows: from 0."""
        hidden = np.flatnonzero(np.isin(rows, list(self.hidden_rows))) if self.hidden_rows else rows[:0]
        return replace(
            self,
            columns=tuple(TextColumn(column.texts, column.codes[rows]) for column in self.columns),
            numbers=(rows + self.first_row if self.numbers is None else self.numbers[rows]).astype(np.int32),
            hidden_rows=frozenset(hidden.tolist()),
            origins={column: origin[rows] for column, origin in self.origins.items()},
        )

    def saying(self, *remarks: str) -> Sheet:
        """The sheet with more to say of how it was read."""
        return replace(self, remarks=(*self.remarks, *remarks)) if remarks else self

    def only(self, columns: Collection[int]) -> Sheet:
        """The sheet with its other columns blank, so that each cell keeps its address.  columns: from 0."""
        blank = TextColumn(("",), np.zeros(self.height, np.int32))
        return replace(
            self, columns=tuple(each if at in columns else blank for at, each in enumerate(self.columns))
        )

    def letters_of(self, column: int) -> str:
        """A column's letters as a spreadsheet shows them; of one that was made from others, those of the first."""
        stands_in = int(self.origins[column][0]) if column in self.origins else column
        return letters(self.first_column + stands_in)

    def address(self, row: int, column: int) -> str:
        """A cell as a spreadsheet names it: ``Suppliers!F12``, ``'Apr 18'!A2``; a text file has no sheet name."""
        stands_in = int(self.origins[column][row]) if column in self.origins else column
        cell = f"{letters(self.first_column + stands_in)}{self.number(row)}"
        return f"{self._name_in_address}!{cell}" if self.name else cell

    def addresses(self, rows: Longs, column: int) -> list[str]:
        """The same of many rows in one column."""
        if column in self.origins:
            return [self.address(row, column) for row in rows.tolist()]
        name = f"{self._name_in_address}!" if self.name else ""
        start = name + letters(self.first_column + column)
        numbers = self.first_row + rows if self.numbers is None else self.numbers[rows]
        return [f"{start}{number}" for number in numbers.tolist()]

    @cached_property
    def _name_in_address(self) -> str:
        """The sheet's name as formulas write it: in quotes unless it is one word that is no cell."""
        plain = self.name.isidentifier() and not _LIKE_A_CELL.fullmatch(self.name)
        doubled = self.name.replace("'", "''")
        return self.name if plain else f"'{doubled}'"


@cache
def letters(column: int) -> str:
    """A column's letters, counted from 1: 1 is A, 27 is AA."""
    said = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        said = chr(65 + rest) + said
    return said


@dataclass(frozen=True, slots=True)
class Heading:
    """One column of a sheet, and what it was taken for.

    field: the field's name, '' when the column is not read.
    how: *exact*, *words*, *as told* (``--map``), or why it was not taken.
    also: fields of which the list has no column of their own, for which this one stands too.
    """

    column: int
    text: str
    field: str = ""
    how: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """A sheet whose heading row was found, with its rows numbered among all inputs.

    header_row: the heading row as the file counts, from 1; where two rows make the headings, the lower one.
    offset: what to add to a row of this sheet for its number among the rows of all inputs.
    start: the first row of the sheet, from 0, that belongs to the headings.  heads: how many rows those are.
    """

    sheet: Sheet
    header_row: int
    headings: tuple[Heading, ...]
    offset: int = 0
    start: int = 0
    heads: int = 1

    def saying(self, *remarks: str) -> Table:
        """The table, its sheet with more to say of how it was read."""
        return replace(self, sheet=self.sheet.saying(*remarks)) if remarks else self

    @property
    def below(self) -> int:
        """The first row of the sheet, from 0, that stands under the headings."""
        return self.start + self.heads

    @property
    def rows(self) -> int:
        """How many rows stand under the headings."""
        return self.sheet.height - self.below

    @cached_property
    def mapping(self) -> dict[str, Heading]:
        """Each field that was found, and its column; then those for which another column stands."""
        own = {heading.field: heading for heading in self.headings if heading.field}
        return own | {field: heading for heading in self.headings for field in heading.also}


@dataclass(frozen=True)
class Book:
    """All inputs of a run; knows where every value stands.

    tables: the supplier lists.  joined: the public files and further tables whose values were joined to them;
    their rows are numbered after those of the lists, and belong to no supplier.
    """

    tables: tuple[Table, ...]
    joined: tuple[Table, ...] = ()

    @property
    def height(self) -> int:
        """How many rows all tables have, which is the number of the next row."""
        last = (self.tables + self.joined)[-1]
        return last.offset + last.sheet.height

    def table_of(self, row: int) -> Table:
        return self._all[bisect_right(self._offsets, row) - 1]

    def address(self, row: int, field: str = "") -> str:
        """``file!Sheet!F12``; the file is left out when there is one list, the column is A without a field."""
        table = self.table_of(row)
        heading = table.mapping.get(field)
        return self.within(table, table.sheet.address(row - table.offset, heading.column if heading else 0))

    def addresses(self, rows: Longs, field: str = "") -> list[str]:
        """The same of many rows."""
        tables = np.searchsorted(self._offsets, rows, "right") - 1
        said = [""] * len(rows)
        for number in np.unique(tables).tolist():
            table, places = self._all[number], np.flatnonzero(tables == number)
            heading = table.mapping.get(field)
            cells = table.sheet.addresses(rows[places] - table.offset, heading.column if heading else 0)
            for place, cell in zip(places.tolist(), cells, strict=True):
                said[place] = self.within(table, cell)
        return said

    def within(self, table: Table, cell: str) -> str:
        """A cell of a table, with its file unless there is one list and it stands there."""
        return cell if id(table) in self._plain else f"{table.sheet.file}!{cell}"

    def of_sheet(self, table: Table) -> str:
        """`` of Apr 18``, or '' where the list has one sheet; the file where the list has several of these."""
        sheet = table.sheet
        if len({(each.sheet.file, each.sheet.name) for each in self.tables}) == 1:
            return ""
        named = sheet.name if len(self.files) == 1 else f"{sheet.file}!{sheet.name}" if sheet.name else sheet.file
        return f" of {named}"

    @cached_property
    def _all(self) -> tuple[Table, ...]:
        return self.tables + self.joined

    @cached_property
    def _offsets(self) -> list[int]:
        return [table.offset for table in self._all]

    @cached_property
    def _plain(self) -> frozenset[int]:
        """The tables, each by its identity, whose cells need no file in front."""
        return frozenset(map(id, self.tables)) if len(self.files) == 1 else frozenset()

    @cached_property
    def files(self) -> tuple[str, ...]:
        """The names of the files of the list, in their order."""
        return tuple(dict.fromkeys(table.sheet.file for table in self.tables))

    def heading(self, row: int, field: str) -> str:
        """The heading above a value, as typed."""
        heading = self.table_of(row).mapping.get(field)
        return heading.text if heading else ""
