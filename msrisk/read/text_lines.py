"""The lines of a long text one after the other, without a second copy of it in memory."""

from __future__ import annotations

import io
from collections.abc import Iterator

_BLOCK = 1 << 20


def each_line(text: str, start: int = 0) -> Iterator[str]:
    """The lines with their ends, as a CSV reader takes them: LF, CR LF and a bare CR all end one."""
    while start < len(text):
        end = text.rfind("\n", start, start + _BLOCK) + 1 if start + _BLOCK < len(text) else len(text)
        if not end:
            end = text.find("\n", start + _BLOCK) + 1 or len(text)
        yield from io.StringIO(text[start:end], newline="")
        start = end
