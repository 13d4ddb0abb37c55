"""The words used, as a page: for a terminal and for ``docs/glossary.md``."""

from __future__ import annotations

from collections.abc import Sequence

from msrisk.ruleset.glossary import Word
from msrisk.write.pages import Line, Page, Section

TITLE = "Words used"
OUR_OWN = "msrisk, our own word"  # as the table says where nothing was read


def glossary_page(words: Sequence[Word]) -> Page:
    """The words under the heading of their part, each with where it was read."""
    parts: dict[str, list[Line]] = {}
    for word in words:
        source = "" if word.source == OUR_OWN else f" [{word.source}]"
        parts.setdefault(word.part, []).append(Line(word.meaning + source, 1, lead=f"{word.term}:"))
    return Page(TITLE, [Section(part, lines) for part, lines in parts.items()])
