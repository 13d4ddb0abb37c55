"""A long text in blocks of whole lines, so that one rare letter does not make all of it four times as large."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import AnyStr

LONGEST_LINE = 32_000_000  # bytes; a row of a full sheet's width has fewer

_BLOCK = 1 << 20


class TooLongALine(ValueError):
    """A line that no list has.  line: its number, counted from 1."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def blocks_of(data: AnyStr, feed: AnyStr, carriage_return: AnyStr, start: int = 0) -> Iterator[tuple[int, AnyStr]]:
    """Blocks of whole lines, and where each begins.  feed, carriage_return: what ends a line."""
    while start < len(data):
        end = _whole_lines(data, start, feed, carriage_return)
        if end - start > LONGEST_LINE:
            raise TooLongALine(_lines_before(data, start, feed, carriage_return) + 1)
        yield start, data[start:end]
        start = end


def each_line(blocks: Sequence[str], start: int = 0) -> Iterator[str]:
    """The lines with their ends, as a CSV reader takes them: LF, CR LF and a bare CR all end one.

    start: where the first line begins in the first block.
    """
    for block in blocks:
        yield from io.StringIO(block[start:], newline="")
        start = 0


def line_at(text: str, place: int) -> int:
    """The line of a character, counted from 1."""
    return _lines_before(text, place, "\n", "\r") + 1


def line_of_byte(data: bytes, place: int) -> int:
    """The line of a byte, counted from 1."""
    return _lines_before(data, place, b"\n", b"\r") + 1


def _lines_before(data: AnyStr, place: int, feed: AnyStr, carriage_return: AnyStr) -> int:
    """How many lines end before a place: in LF, CR LF or a bare CR."""
    ends = data.count(feed, 0, place) + data.count(carriage_return, 0, place)
    return ends - data.count(carriage_return + feed, 0, place)


def _whole_lines(data: AnyStr, start: int, feed: AnyStr, carriage_return: AnyStr) -> int:
    """Where a block of whole lines ends that begins here, or one line that is longer than any."""
    size = _BLOCK
    while start + size < len(data):
        end = data.rfind(feed, start, start + size) + 1
        end = (
            end or data.rfind(carriage_return, start, start + size - 1) + 1
        )  # what follows it is seen to be no LF
        if end or size > LONGEST_LINE:
            return end or start + size
        size *= 2
    return len(data)
