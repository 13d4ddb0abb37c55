"""A page of headings and lines, and how it is written as markdown; on a terminal ``pages_terminal`` shows it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from msrisk.files import one_line

_MARKUP = re.compile(r"([\\`*_<>\[\]|])")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page.

    depth: 0 for a paragraph, else how deep its bullet stands.  url: where it can be read.  lead: its first words,
    which stand out.
    """

    text: str
    depth: int = 0
    url: str = ""
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    heading: str
    lines: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Page:
    title: str
    sections: Sequence[Section]


def as_markdown(page: Page, level: int) -> Iterator[str]:
    """The page as lines of markdown, its title a heading of that level."""
    yield from (f"{'#' * level} {plain(page.title)}", "")
    for section in page.sections:
        yield from (f"**{section.heading}**", "")
        for number, line in enumerate(section.lines):
            if number and not line.depth:
                yield ""
            url = f"<{line.url}>" if line.url else ""
            margin = f"{'  ' * (line.depth - 1)}- " if line.depth else ""
            lead = f"**{plain(line.lead)}**" if line.lead else ""
            yield margin + " ".join(filter(None, (lead, plain(line.text), url)))
        yield ""


def plain(text: str) -> str:
    """Text that markdown takes as it stands."""
    return _MARKUP.sub(r"\\\1", one_line(text))
