"""A text file of cells (.csv, .tsv, .txt) becomes one sheet; a row's number is what Excel shows."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import chain
from typing import TYPE_CHECKING

from msrisk.errors import InputError
from msrisk.model import Sheet
from msrisk.read.blank_end import without_blank_end
from msrisk.read.column_making import ColumnsMaker
from msrisk.read.delimiter import LEAST_CELLS, NO_DELIMITER, Layout, Row, layout_of, not_cut, unwrapped
from msrisk.read.encoding import Decoded
from msrisk.read.odd_lines import COMMENT, SWALLOWED, WRAPPED, OddKind, OddLines, holding_rows, is_comment
from msrisk.read.ragged import evened
from msrisk.read.text_lines import each_line

if TYPE_CHECKING:
    from _csv import Reader

MAX_FIELD = 1_000_000
MAX_COLUMNS, MAX_CELLS = 16_384, 100_000_000  # of a spreadsheet; of a list that a computer holds

_AT_ONCE = 100_000  # cells
_END_OF_FILE = "\x1a"  # Ctrl-Z, with which MS-DOS programs end a text
_MARK = "\x03"
_TIDY = "Correct that line in a text editor, or save the list from Excel again."


def read(decoded: Decoded, name: str, sha256: str) -> Sheet:
    """The file as one sheet without a name; InputError naming the line that cannot be read."""
    blocks = [*decoded.blocks[:-1], decoded.blocks[-1].rstrip(_END_OF_FILE)]
    if not any(block and not block.isspace() for block in blocks):
        raise InputError("the file is empty", where=name, hint="Check that the export finished.")
    if not any("\n" in block for block in blocks):
        blocks = [block.replace("\r", "\n") for block in blocks]
    text = blocks[0] if len(blocks) == 1 else blocks[0] + blocks[1]
    layout = layout_of(text)
    if layout.delimiter == NO_DELIMITER and (between := not_cut(text)):
        raise InputError(
            f"its cells seem to be separated by {between}, so each line would be one cell",
            where=name,
            hint="Open it in Excel, cut it with Data > Text to Columns, and save it as an Excel workbook (.xlsx).",
        )
    records = _Records(blocks, layout, name)
    made = records.cut()
    odd = OddLines(records.lines)
    for kind, rows in records.odd.items():
        odd.add(kind, rows)
    columns, regular = evened(made, layout.delimiter, odd)
    remarks = (decoded.remarks[0], layout.remark, *odd.remarks, *decoded.remarks[1:])
    sheet = Sheet(name, "", sha256, tuple(columns), remarks=remarks, regular_width=regular, mended=odd.notes)
    return without_blank_end(sheet)


class _Records:
    """Cuts a text into records; the lines they begin on are found only when one must be named.

    odd: the records that were not like the others, by what was odd.
    """

    def __init__(self, blocks: Sequence[str], layout: Layout, name: str) -> None:
        self._blocks = blocks
        self._layout = layout
        self._name = name
        self._skipped = 1 if layout.start else 0  # the line sep=
        self._over_several_lines = False
        self.odd: dict[OddKind, list[int]] = {SWALLOWED: [], WRAPPED: [], COMMENT: []}

    def cut(self) -> ColumnsMaker:
        """All records; InputError for what no list has, or a quotation mark that is never closed."""
        made = ColumnsMaker()
        with _field_limit():
            reader = self._reader()
            try:
                for rows, over_several_lines, is_last in _portions(reader):
                    if is_last and rows.pop() != [_MARK, _MARK]:
                        raise self._open_quote()
                    if over_several_lines:
                        self._over_several_lines = True
                        self._note_swallowed(rows, made.rows)
                    made.add(self._told_apart(rows, made.rows))
                    if made.width > MAX_COLUMNS or made.rows * made.width > MAX_CELLS:
                        raise self._too_many(made)
            except csv.Error as problem:
                raise self._too_long(reader.line_num) from problem
        return made

    def lines(self, rows: Sequence[int]) -> list[int]:
        """The line on which each of these records begins, counted from 1."""
        if not self._over_several_lines:
            return [row + 1 + self._skipped for row in rows]
        starts = self._starts()
        return [starts[row] for row in rows]

    def _starts(self) -> list[int]:
        """The line on which each record begins; the last is where cutting ended."""
        starts = [1 + self._skipped]
        with _field_limit(), suppress(csv.Error):
            reader = self._reader()
            for _ in reader:
                starts.append(reader.line_num + 1 + self._skipped)
        return starts

    def _reader(self) -> Reader:
        """The records, and after them a mark of two cells: inside an open quote it would be one."""
        mark = f"{_MARK}{self._layout.delimiter}{_MARK}"
        return csv.reader(
            chain(each_line(self._blocks, self._layout.start), [mark]), delimiter=self._layout.delimiter
        )

    def _told_apart(self, rows: list[Row], done: int) -> list[Row]:
        """The rows, those that stand whole in one cell cut, and comments left blank."""
        width, delimiter = self._layout.width, self._layout.delimiter
        for at, row in enumerate(rows):
            if len(row) > 1 and row[0][:1] != "#":
                continue  # nearly every row
            if len(row) == 1 and delimiter in row[0]:
                cut = unwrapped(row, delimiter, width if width >= LEAST_CELLS else sys.maxsize)
                if cut is not row:
                    rows[at] = cut
                    if not self._layout.wrapped:
                        self.odd[WRAPPED].append(done + at)
            elif row and row[0].startswith("#") and is_comment(row, width):
                rows[at] = []
                self.odd[COMMENT].append(done + at)
        return rows

    def _note_swallowed(self, rows: list[Row], done: int) -> None:
        found = holding_rows(rows, self._layout.delimiter, self._layout.width)
        self.odd[SWALLOWED] += [done + row for row in found]

    def _open_quote(self) -> InputError:
        return InputError(
            f"a quotation mark in the row that begins on line {self._starts()[-2]} is never closed, "
            "so the rest of the file would become one cell",
            where=self._name,
            hint=_TIDY,
        )

    def _too_many(self, made: ColumnsMaker) -> InputError:
        if made.width > MAX_COLUMNS:
            return self._not_a_list(f"one of its rows has {made.width:,} cells; a spreadsheet has {MAX_COLUMNS:,}")
        return self._not_a_list(
            f"its rows have {made.rows * made.width:,} cells and more; msrisk reads {MAX_CELLS:,}"
        )

    def _not_a_list(self, problem: str) -> InputError:
        hint = "Open it in Excel, leave out the columns and rows that are not needed, and save it again."
        return InputError(problem, where=self._name, hint=hint)

    def _too_long(self, line: int) -> InputError:
        start = self._starts()[-1]
        return InputError(
            f"the cell that begins on line {start} has more than {MAX_FIELD:,} characters "
            f"(read up to line {line + self._skipped}): a quotation mark may be missing",
            where=self._name,
            hint=_TIDY,
        )


def _portions(reader: Reader) -> Iterator[tuple[list[Row], bool, bool]]:
    """Rows in portions; whether any of them goes over several lines; and whether they are the last."""
    rows, line = _portion(reader), 0
    while rows:
        over_several_lines = reader.line_num - line > len(rows)
        line = reader.line_num
        after = _portion(reader)
        yield rows, over_several_lines, not after
        rows = after


def _portion(reader: Reader) -> list[Row]:
    """The next rows, up to a number of cells, so that wide rows are as bounded as many."""
    rows, cells = [], 0
    for row in reader:
        rows.append(row)
        cells += len(row) + 1
        if cells > _AT_ONCE:
            break
    return rows


@contextmanager
def _field_limit() -> Iterator[None]:
    """The csv module's limit is one for the whole program, so it is put back."""
    before = csv.field_size_limit(MAX_FIELD)
    try:
        yield
    finally:
        csv.field_size_limit(before)
