"""The rows a value is listed in, as a reading of a field the table gives."""

from __future__ import annotations

from collections.abc import Sequence

from msrisk.files import one_line
from msrisk.model import Field
from msrisk.ruleset.table_file import Row
from msrisk.ruleset.tables import ASK, GAP, ReferenceTable, parts_of
from msrisk.values.interval import LIMIT, Interval
from msrisk.values.reading import Grade, Reading

_LONGEST = 60


def given(
    table: ReferenceTable, field: Field, rows: Sequence[Row], column: str, grade: Grade, complete: bool, note: str
) -> Reading:
    """What rows say of a field: all their values; of an amount the highest, since that is the most cautious.

    A row that leaves the cell blank leaves the answer open: a gap where the table has gaps, else a question.
    """
    said = [parts_of(row.get(column, "")) for row in rows]
    complete = complete and all(said)
    texts = dict.fromkeys(part for parts in said for part in parts)
    readings = [field.read(text) for text in texts]
    spreads = [each.value for each in readings if isinstance(each.value, Interval)]
    if spreads:
        high = max(each.high for each in spreads)
        return Reading(Interval(high, high if complete else LIMIT), grade, complete, note)
    parts = dict.fromkeys(part for each in readings if isinstance(each.value, tuple) for part in each.value)
    if not parts:
        return Reading(None, grade if table.unlisted == GAP else min(grade, Grade.ESTIMATED), False, note)
    return Reading(tuple(parts), grade, complete, note)


class Unlisted:
    """What a table says of values it does not list: a gap, a question, or the answer it has for such."""

    def __init__(self, table: ReferenceTable, field: Field) -> None:
        self._table = table
        self._answer = None if table.unlisted in (ASK, GAP) else field.read(table.unlisted)

    def of(self, text: str, complete: bool) -> Reading:
        """What it says of one value."""
        table = self._table
        if table.unlisted == ASK or not complete:
            return Reading(None, Grade.ESTIMATED, False, f"{quoted(text)} does not say enough")
        if self._answer is None:
            return Reading(None, Grade.LOOKED_UP, False, f"{quoted(text)} is not in the table '{table.name}'")
        note = f"{quoted(text)} is not listed in the table '{table.name}'{table.of_years}"
        return Reading(self._answer.value, Grade.LOOKED_UP, self._answer.complete, note)


def quoted(text: str) -> str:
    """A text as it is quoted in a note."""
    line = one_line(text)
    return f"'{line}'" if len(line) <= _LONGEST else f"'{line[: _LONGEST - 1]}…'"
