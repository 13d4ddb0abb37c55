"""A table entered by two fields together, such as goods and origin: each distinct pair is looked up once.

One side blank: *not known*, unless no row has the known side, or a row lists it whatever the other side is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import numpy as np

from msrisk.enrich.matching import Rows, listed_by
from msrisk.enrich.values import Unlisted, given
from msrisk.model import Column, Field, blank_column
from msrisk.model.filling import Columns, spoken_by
from msrisk.ruleset.tables import ReferenceTable
from msrisk.values.reading import BLANK, Grade, Parts, Reading


def look_up_pairs(
    table: ReferenceTable, fields: Mapping[str, Field], columns: Columns, size: int
) -> dict[str, Column]:
    """The columns a table gives for the pairs of its one key."""
    (key,) = table.keys
    first, second = (columns.get(name) or blank_column(fields[name], size) for name in key.fields)
    sides = (_Side(table, key.columns[0]), _Side(table, key.columns[1]))
    wide = len(second.readings)
    pairs, at, codes = np.unique(
        first.codes.astype(np.int64) * wide + second.codes, return_index=True, return_inverse=True
    )
    held = [
        (first.readings[one], second.readings[other]) for one, other in (divmod(int(each), wide) for each in pairs)
    ]
    texts = tuple(" from ".join(filter(None, (first.text(place), second.text(place)))) for place in at.tolist())
    numbers: dict[str, int] = {}
    by_second = second.rows >= 0
    spoken = np.where(by_second, second.rows, first.rows)
    speaker = np.where(by_second, spoken_by(second, numbers), spoken_by(first, numbers))
    speakers = tuple(numbers)
    found = {}
    for name, column in table.gives.items():
        unlisted = Unlisted(table, fields[name])
        readings = tuple(
            _pair(table, fields[name], column, sides, pair, text, unlisted)
            for pair, text in zip(held, texts, strict=True)
        )
        said = tuple(
            text if reading.value is None else fields[name].kind.show(reading.value)
            for reading, text in zip(readings, texts, strict=True)
        )
        found[name] = Column(
            fields[name], readings, said, codes.astype(np.int32), spoken, speakers, speaker, (first, second)
        )
    return found


def alike(table: ReferenceTable, columns: Columns) -> dict[str, Column]:
    """The columns of the key, one reading for all that find the same rows: for those who do not quote them."""
    (key,) = table.keys
    return {
        name: _merged(columns[name], _Side(table, column))
        for name, column in zip(key.fields, key.columns, strict=True)
        if name in columns
    }


def _merged(column: Column, side: _Side) -> Column:
    numbers: dict[object, int] = {}
    first: list[int] = []
    codes = []
    for number, each in enumerate(column.readings):
        rows = side.rows(each.value) if isinstance(each.value, tuple) else None
        code = numbers.setdefault((rows, each.grade, each.complete, each.understood, each.settled), len(first))
        if code == len(first):
            first.append(number)
        codes.append(code)
    readings = tuple(column.readings[number] for number in first)
    texts = tuple(column.texts[number] for number in first)
    return replace(column, readings=readings, texts=texts, codes=np.array(codes, np.int32)[column.codes])


class _Side:
    """One side of the pairs a table lists."""

    def __init__(self, table: ReferenceTable, column: str) -> None:
        self.listed = listed_by(table.rows, column)
        self.any = frozenset(number for number, row in enumerate(table.rows) if not row.get(column, "").strip())
        self.rows = cache(self._rows)  # a value stands in many pairs

    def _rows(self, parts: Parts) -> frozenset[int]:
        return frozenset(row for part in parts for row in self.listed.get(part.casefold(), ())) | self.any


def _pair(
    table: ReferenceTable,
    field: Field,
    column: str,
    sides: tuple[_Side, _Side],
    pair: tuple[Reading, Reading],
    text: str,
    unlisted: Unlisted,
) -> Reading:
    grade = min([Grade.LOOKED_UP, *(each.grade for each in pair if each.understood)])
    complete = all(each.complete for each in pair if each.understood)
    known = [
        side.rows(each.value) if isinstance(each.value, tuple) else None
        for side, each in zip(sides, pair, strict=True)
    ]
    if any(rows is not None and not rows and each.complete for rows, each in zip(known, pair, strict=True)):
        return unlisted.of(text, True)  # no row has this side, whatever the other one is
    first, second = known
    if first is not None and second is not None:
        rows = _sorted(first & second)
    elif first is not None:
        rows = _sorted(first & sides[1].any)
    else:
        rows = _sorted(second & sides[0].any) if second is not None else ()
    if rows:
        return _said(table, field, column, rows, grade, complete, text)
    return unlisted.of(text, complete) if None not in known else BLANK


def _sorted(rows: frozenset[int]) -> Rows:
    return tuple(sorted(rows))


def _said(
    table: ReferenceTable, field: Field, column: str, rows: Rows, grade: Grade, complete: bool, text: str
) -> Reading:
    return given(table, field, [table.rows[row] for row in rows], column, grade, complete, text)
