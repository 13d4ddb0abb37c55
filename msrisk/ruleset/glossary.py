"""The words of the law, and our own, each with where it was read: ``rules/glossary.csv``."""

from __future__ import annotations

from dataclasses import dataclass

from msrisk.errors import RulesError
from msrisk.files import data_folder
from msrisk.ruleset.table_file import read_table_file

FILE = "glossary.csv"
_HEADINGS = ("part", "term", "meaning", "source")


@dataclass(frozen=True, slots=True)
class Word:
    """A word that reports or the law use, what it means, and where that was read.

    part: what it is about, a heading for several.
    """

    part: str
    term: str
    meaning: str
    source: str


def load_glossary() -> tuple[Word, ...]:
    """Every word, in the order of the file.  Raises RulesError when a cell is blank or a column is missing."""
    table = read_table_file(data_folder("rules") / FILE)
    for row in table.rows:
        blank = next((heading for heading in _HEADINGS if not row.get(heading)), None)
        if blank:
            raise RulesError(f"the word '{row.get('term', '')}' has no {blank}", where=FILE)
    return tuple(Word(*(row[heading] for heading in _HEADINGS)) for row in table.rows)
