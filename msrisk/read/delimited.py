"""A text file of cells (.csv, .tsv, .txt) becomes one sheet; a row's number is what Excel shows."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import chain, zip_longest
from typing import TYPE_CHECKING

from msrisk.errors import InputError
from msrisk.model import Sheet
from msrisk.read.cells import text_column
from msrisk.read.delimiter import Layout, layout_of
from msrisk.read.encoding import decode
from msrisk.read.ragged import Row, evened, swallowed
from msrisk.read.source import Source

if TYPE_CHECKING:
    from _csv import Reader

MAX_FIELD = 1_000_000

_END_OF_FILE = "\x1a"  # Ctrl-Z, with which MS-DOS programs end a text
_MARK = "\x03"
_TIDY = "Correct that line in a text editor, or save the list from Excel again."


def read(source: Source) -> Sheet:
    """The file as one sheet without a name; InputError naming the line that cannot be read."""
    decoded = decode(source.data, source.name)
    text = decoded.text.rstrip(_END_OF_FILE)
    if not text.strip():
        raise InputError("the file is empty", where=source.name, hint="Check that the export finished.")
    if "\n" not in text:
        text = text.replace("\r", "\n")
    layout = layout_of(text)
    records = _Records(text, layout, source.name)
    rows = records.cut()
    remarks = [decoded.remark, layout.remark]
    if records.over_several_lines:
        remarks += swallowed(rows, records.starts(), layout.delimiter)
    rows, regular, ragged = evened(rows, records.starts)
    columns = tuple(text_column(column) for column in zip_longest(*rows, fillvalue=""))
    return Sheet(source.name, "", source.sha256, columns, remarks=(*remarks, *ragged), regular_width=regular)


class _Records:
    """Cuts a text into records; the lines they begin on are found only when one must be named."""

    def __init__(self, text: str, layout: Layout, name: str) -> None:
        self._text = text
        self._layout = layout
        self._name = name
        self._skipped = 1 if layout.start else 0  # the line sep=
        self.over_several_lines = False

    def cut(self) -> list[Row]:
        """All records; InputError for a field without end, or a quotation mark that is never closed."""
        with _field_limit():
            reader = self._reader()
            try:
                rows = list(reader)
            except csv.Error as problem:
                raise self._too_long(reader.line_num) from problem
        if rows.pop() != [_MARK, _MARK]:
            raise self._open_quote()
        self.over_several_lines = reader.line_num > len(rows) + 1
        return rows

    def starts(self) -> list[int]:
        """The line on which each record begins, counted from 1; the last is where cutting ended."""
        starts = [1 + self._skipped]
        with _field_limit(), suppress(csv.Error):
            reader = self._reader()
            for _ in reader:
                starts.append(reader.line_num + 1 + self._skipped)
        return starts

    def _reader(self) -> Reader:
        """The records, and after them a mark of two cells: inside an open quote it would be one."""
        lines = io.StringIO(self._text, newline="")
        lines.seek(self._layout.start)
        mark = f"{_MARK}{self._layout.delimiter}{_MARK}"
        return csv.reader(chain(lines, [mark]), delimiter=self._layout.delimiter)

    def _open_quote(self) -> InputError:
        return InputError(
            f"a quotation mark in the row that begins on line {self.starts()[-2]} is never closed, "
            "so the rest of the file would become one cell",
            where=self._name,
            hint=_TIDY,
        )

    def _too_long(self, line: int) -> InputError:
        start = self.starts()[-1]
        return InputError(
            f"the cell that begins on line {start} has more than {MAX_FIELD:,} characters "
            f"(read up to line {line + self._skipped}): a quotation mark may be missing",
            where=self._name,
            hint=_TIDY,
        )


@contextmanager
def _field_limit() -> Iterator[None]:
    """The csv module's limit is one for the whole program, so it is put back."""
    before = csv.field_size_limit(MAX_FIELD)
    try:
        yield
    finally:
        csv.field_size_limit(before)
