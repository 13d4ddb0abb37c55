"""A text file whose exporter does not double the quotation marks in cells: rows cut so that none is misaligned.

Rows that the rules of CSV cut into the right cells are taken as they are.  Another is mended where that is
certain, else it is left out and told by its line; cutting goes on at the next line that begins a row.
"""

from __future__ import annotations

import csv
import io
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from msrisk.read.mending import Row, mended

Check = Callable[[str], bool]

_REACH = 500  # lines; no row has so many
_MOST_ENDS = 8
_MOST_MENDED = 2_000


@dataclass(frozen=True, slots=True)
class Odd:
    """Lines that are no row: where they begin and end, counted from 0, and whether the file breaks off in them."""

    start: int
    end: int
    cut_short: bool


@dataclass
class Cutting:
    """The rows that could be cut, the line on which each begins, and the lines that could not."""

    rows: list[Row] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    odd: list[Odd] = field(default_factory=list)
    mended: int = 0
    blank: int = 0

    @property
    def as_excel_does(self) -> bool:
        """Whether each row is the next one in Excel too."""
        return not (self.odd or self.mended or self.blank)

    def add(self, row: Row, start: int) -> None:
        self.rows.append(row)
        self.starts.append(start)


def lines_of(text: str) -> list[str]:
    """The lines with their ends, as a CSV reader takes them."""
    return list(io.StringIO(text, newline=""))


def first_rows(lines: Sequence[str], delimiter: str, most: int) -> list[tuple[Row, int]]:
    """The first rows and the line after each, for finding the headings."""
    reader = csv.reader(lines, delimiter=delimiter)
    found: list[tuple[Row, int]] = []
    with suppress(csv.Error):
        for row in reader:
            found.append((row, reader.line_num))
            if len(found) == most:
                break
    return found


def excel_rows(lines: Sequence[str], delimiter: str, starts: Sequence[int]) -> list[int]:
    """The row in which Excel shows each line, which it cuts its own way."""
    reader = csv.reader(lines, delimiter=delimiter)
    ends = []
    with suppress(csv.Error):
        for _ in reader:
            ends.append(reader.line_num)
    return [bisect_right(ends, start) + 1 for start in starts]


class Cutter:
    """Cuts lines into rows of one width, in which some columns hold what can be checked."""

    def __init__(self, lines: Sequence[str], delimiter: str, width: int, checks: Mapping[int, Check]) -> None:
        self._lines = lines
        self._delimiter = delimiter
        self._width = width
        self._checks = dict(checks)
        self._found = Cutting()
        self._tried = 0

    def cut(self, at: int) -> Cutting:
        """All rows from this line on."""
        while at < len(self._lines):
            at = self._plain(at)
            if at < len(self._lines):
                at = self._odd(at)
        return self._found

    def _plain(self, at: int) -> int:
        """Takes rows as they stand; gives the line of the first that does not fit."""
        for row, after in self._strictly(at):
            if row:
                if not self._fits(row):
                    break
                self._found.add(row[: self._width], at)
            else:
                self._found.blank += 1
            at = after
        return at

    def _strictly(self, at: int) -> Iterator[tuple[Row, int]]:
        lines = map(self._lines.__getitem__, range(at, len(self._lines)))
        reader = csv.reader(lines, delimiter=self._delimiter, strict=True)
        with suppress(csv.Error):
            for row in reader:
                yield row, at + reader.line_num

    def _fits(self, row: Row) -> bool:
        """Right in width, in what its cells hold, and with no other row inside a cell."""
        if len(row) < self._width or any(row[self._width :]):
            return False
        if not all(check(row[column]) for column, check in self._checks.items()):
            return False
        return not any("\n" in cell and self._holds_a_row(cell) for cell in row)

    def _holds_a_row(self, cell: str) -> bool:
        if 2 * cell.count(self._delimiter) < self._width:
            return False
        return any(2 * line.count(self._delimiter) >= self._width for line in cell.split("\n"))

    def _odd(self, at: int) -> int:
        """Mends the row that begins here, or leaves it out; gives the line to go on at."""
        ends = self._ends(at)
        ways = [(end, row) for end in ends if (row := self._mended(at, end))]
        if len(ways) == 1:
            end, row = ways[0]
            self._found.add(row, at)
            self._found.mended += 1
            return end
        self._found.odd.append(Odd(at, ends[0], self._breaks_off(at, ends[0])))
        return ends[0]

    def _mended(self, at: int, end: int) -> Row | None:
        self._tried += 1
        if self._tried > _MOST_MENDED:
            return None
        return mended("".join(self._lines[at:end]), self._delimiter, self._width, self._may_stand)

    def _may_stand(self, column: int, cell: str) -> bool:
        check = self._checks.get(column)
        return (check is None or check(cell)) and not self._holds_a_row(cell)

    def _ends(self, at: int) -> list[int]:
        """Where the row that begins here may end: before lines that look like rows, up to one that surely is."""
        last = min(at + _REACH, len(self._lines))
        ends = []
        for line in range(at + 1, last):
            sure = self._surely_begins(line)
            if sure or self._may_begin(line):
                ends.append(line)
            if sure or len(ends) == _MOST_ENDS:
                return ends
        return [*ends, last]

    def _may_begin(self, line: int) -> bool:
        check = self._checks.get(0)
        first = self._lines[line].partition(self._delimiter)[0].strip('" \r\n')
        return check is not None and bool(first) and check(first)

    def _surely_begins(self, line: int) -> bool:
        if 0 in self._checks and not self._may_begin(line):
            return False
        row = next(self._strictly(line), None)
        return row is not None and self._fits(row[0])

    def _breaks_off(self, at: int, end: int) -> bool:
        """Whether the file ends in the middle of these lines."""
        if end < len(self._lines):
            return False
        held = "".join(self._lines[at:end])
        return not held.endswith(("\n", "\r")) or held.count('"') % 2 == 1
