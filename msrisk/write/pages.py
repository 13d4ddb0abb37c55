"""A page of headings and lines, shown on a terminal or written as markdown: one text, two dresses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.text import Text

from msrisk.files import one_line
from msrisk.write.grid import Hanging
from msrisk.write.terminal import Part

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


def on_terminal(page: Page) -> list[Part]:
    """The page for a terminal of any width; a bullet's further lines hang under its first."""
    parts: list[Part] = [Text(one_line(page.title), "bold")]
    for section in page.sections:
        parts += ["", Text(section.heading, "bold"), *map(_hanging, section.lines)]
    return parts


def _hanging(line: Line) -> Hanging:
    said = Text()
    if line.lead:
        said.append(f"{one_line(line.lead)} ", "bold")
    said.append(one_line(line.text))
    if line.url:
        said.append(f"\n{one_line(line.url)}")
    return Hanging(said, 2 * line.depth, "-") if line.depth else Hanging(said, 2)


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
