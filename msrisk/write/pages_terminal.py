"""A page of headings and lines, shown on a terminal."""

from __future__ import annotations

from rich.text import Text

from msrisk.files import one_line
from msrisk.write.grid import Hanging
from msrisk.write.pages import Line, Page
from msrisk.write.terminal import Part


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
