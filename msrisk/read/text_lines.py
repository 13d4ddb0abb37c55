"""The lines of a long text one after the other, without a second copy of it in memory."""

from __future__ import annotations

import io
from collections.abc import Iterator

LONGEST_LINE = 32_000_000  # characters; a row of a full sheet's width has fewer

_BLOCK = 1 << 20


class TooLongALine(ValueError):
    """A line that no list has."""


def each_line(text: str, start: int = 0) -> Iterator[str]:
    """The lines with their ends, as a CSV reader takes them: LF, CR LF and a bare CR all end one."""
    while start < len(text):
        end = _whole_lines(text, start)
        yield from io.StringIO(text[start:end], newline="")
        start = end


def _whole_lines(text: str, start: int) -> int:
    """Where a block of whole lines ends that begins here."""
    size = _BLOCK
    while start + size < len(text):
        end = text.rfind("\n", start, start + size) + 1
        end = end or text.rfind("\r", start, start + size - 1) + 1  # what follows it is seen to be no LF
        if end:
            return end
        if size > LONGEST_LINE:
            raise TooLongALine
        size *= 2
    return len(text)
