"""Which rows of a table a value is listed in: whole, by the longest prefix of a code, or by phrases."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from msrisk.enrich.phrases import Phrases
from msrisk.ruleset.table_file import Row
from msrisk.ruleset.tables import PREFIX, WORDS, Key, parts_of
from msrisk.values.reading import Parts

Rows = tuple[int, ...]
Match = Callable[[str], Rows]


def matcher(key: Key, rows: Sequence[Row]) -> Match:
    """How one part of a value finds its rows."""
    (column,) = key.columns
    if key.how == WORDS:
        return Phrases(rows, column).rows_in
    listed = listed_by(rows, column)
    return _longest_prefix(listed) if key.how == PREFIX else lambda part: listed.get(part.casefold(), ())


def listed_by(rows: Sequence[Row], column: str) -> dict[str, Rows]:
    """The rows of each value of a column."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        for part in parts_of(row.get(column, "")):
            found[part.casefold()].append(number)
    return {part: tuple(numbers) for part, numbers in found.items()}


def _longest_prefix(listed: dict[str, Rows]) -> Match:
    def match(part: str) -> Rows:
        ends = range(len(part), 0, -1)
        return next((listed[part[:end]] for end in ends if part[:end] in listed), ())

    return match


def rows_of(parts: Parts, match: Match) -> Rows:
    """The rows of every part of a value, each once, in the order of the table."""
    return tuple(sorted({row for part in parts for row in match(part)}))
