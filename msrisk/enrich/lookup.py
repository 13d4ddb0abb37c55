"""One table looked up for every subject (suppliers, or lines) by single keys: the first that is listed decides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from msrisk.enrich.matching import Rows, matcher, rows_of
from msrisk.enrich.values import Unlisted, given, quoted
from msrisk.model import Column, Field, Flags, Ints, Longs, blank_column
from msrisk.model.filling import Columns, fill, offer_of
from msrisk.ruleset.tables import WORDS, Key, ReferenceTable
from msrisk.ruleset.vocabulary import numbered
from msrisk.values.reading import Grade, Parts, Reading


@dataclass(frozen=True)
class Entered:
    """A column a table was entered by, and the rows each of its distinct readings is listed in."""

    key: Key
    column: Column
    rows: tuple[Rows, ...]

    @property
    def listed(self) -> Flags:
        """Which subjects are listed by it."""
        return np.array([bool(each) for each in self.rows], np.bool_)[self.column.codes]


def entered(table: ReferenceTable, columns: Columns) -> list[Entered]:
    """Every column the list has that the table can be entered by, in the order of the table's keys."""
    found = []
    for key in table.keys:
        held = (key.columns, key.how)
        match = table.prepared[held] = table.prepared.get(held) or matcher(key, table.rows)
        for column in _columns(key.fields[0], columns):
            rows = tuple(rows_of(_parts(reading), match) for reading in column.readings)
            found.append(Entered(key, column, rows))
    return found


def _columns(name: str, columns: Columns) -> list[Column]:
    """A field's columns, the last first: where a list has several levels, the finest stands last."""
    names = (numbered(name, number) for number in range(3, 0, -1))
    return [columns[each] for each in names if each in columns]


def _parts(reading: Reading) -> Parts:
    return reading.value if isinstance(reading.value, tuple) else ()


def look_up(
    table: ReferenceTable, fields: Mapping[str, Field], columns: Columns, size: int
) -> tuple[dict[str, Column], Flags]:
    """The columns a table gives, and the subjects for whom a later key says something else."""
    ways = entered(table, columns)
    behind = _behind(table, fields, columns, size)
    disputed = _disputed(table, ways, size) if table.disputed else np.zeros(size, np.bool_)
    found = {}
    for name, column in table.gives.items():
        field = fields[name]
        listed = [offer_of(way.column, _given(table, field, column, way)) for way in ways]
        others = [offer_of(way.column, _unlisted(table, field, way)) for way in ways]
        filled = fill(field, blank_column(field, size), [*listed, *others])
        found[name] = replace(_doubted(filled, disputed), behind=behind)
    decided = _deciding(ways, size)
    if table.basis:
        found[table.basis] = _basis(fields[table.basis], ways, decided, behind)
    if table.disputed:
        found[table.disputed] = _yes_or_no(fields[table.disputed], disputed, decided, behind)
    return found, disputed


def _behind(table: ReferenceTable, fields: Mapping[str, Field], columns: Columns, size: int) -> tuple[Column, ...]:
    names = [table.asks] if table.asks else [name for key in table.keys for name in key.fields]
    return tuple(columns.get(name) or blank_column(fields[name], size) for name in names)


def _given(table: ReferenceTable, field: Field, column: str, way: Entered) -> list[Reading | None]:
    """What each distinct reading of a column gives; words are a reading of ours, so they only estimate."""
    best = Grade.ESTIMATED if way.key.how == WORDS else Grade.LOOKED_UP
    label = way.column.field.label.lower()
    known: dict[tuple[tuple[str, ...], Grade, bool], Reading] = {}  # many rows say the same
    found: list[Reading | None] = []
    for rows, reading, text in zip(way.rows, way.column.readings, way.column.texts, strict=True):
        if not rows:
            found.append(None)
            continue
        grade, complete = min(best, reading.grade), reading.complete and not way.key.hint
        said = [table.rows[row] for row in rows]
        alike = (tuple(row.get(column, "") for row in said), grade, complete)
        if alike not in known:
            known[alike] = given(table, field, said, column, grade, complete, "")
        by = f", from {reading.note}" if way.column.behind and reading.note else ""  # itself looked up
        found.append(known[alike]._replace(note=f"{label} {quoted(text)}{by}"))
    return found


def _unlisted(table: ReferenceTable, field: Field, way: Entered) -> list[Reading | None]:
    unlisted = Unlisted(table, field)
    return [
        unlisted.of(text, reading.complete) if not rows and text.strip() else None
        for rows, reading, text in zip(way.rows, way.column.readings, way.column.texts, strict=True)
    ]


def _doubted(column: Column, disputed: Flags) -> Column:
    """Where keys disagree the first one's answer stands, as an estimate."""
    if not disputed.any():
        return column
    doubted = tuple(
        each._replace(grade=min(each.grade, Grade.ESTIMATED), note=f"{each.note}; other columns say otherwise")
        for each in column.readings
    )
    codes = np.where(disputed, column.codes + np.int32(len(doubted)), column.codes)
    return replace(column, readings=(*column.readings, *doubted), texts=column.texts * 2, codes=codes)


# -- do the keys agree?


def _disputed(table: ReferenceTable, ways: Sequence[Entered], size: int) -> Flags:
    """Subjects for whom two keys are listed and share no value of the first field given.

    A fact of the supplier contradicts no line: a management firm may well hold a cleaning contract.
    """
    by_line = any(way.column.field.of == "line" for way in ways)
    column = next(iter(table.gives.values()))
    numbers: dict[frozenset[str], int] = {frozenset(): 0}
    decided = np.zeros(size, np.int64)
    disputed = np.zeros(size, np.bool_)
    for way in ways:
        if by_line and way.column.field.of != "line":
            continue
        said = np.array(
            [numbers.setdefault(_said(table, rows, column), len(numbers)) for rows in way.rows], np.int64
        )
        theirs = said[way.column.codes]
        disputed |= _disjoint(decided, theirs, list(numbers))
        decided = np.where(decided == 0, theirs, decided)
    return disputed


def _said(table: ReferenceTable, rows: Rows, column: str) -> frozenset[str]:
    return frozenset(table.rows[row].get(column, "") for row in rows) - {""}


def _disjoint(first: Longs, second: Longs, sets: Sequence[frozenset[str]]) -> Flags:
    """Where both sets hold something and nothing in common."""
    pairs, where = np.unique(first * len(sets) + second, return_inverse=True)
    held = [(sets[one], sets[other]) for one, other in (divmod(int(pair), len(sets)) for pair in pairs)]
    return np.array([bool(one and other and not one & other) for one, other in held], np.bool_)[where]


def _deciding(ways: Sequence[Entered], size: int) -> Ints:
    """Which way in decided for each subject, from 1; 0 where none is listed."""
    decided = np.zeros(size, np.int32)
    for number, way in enumerate(ways, start=1):
        decided = np.where((decided == 0) & way.listed, np.int32(number), decided)
    return decided


def _basis(field: Field, ways: Sequence[Entered], decided: Ints, behind: tuple[Column, ...]) -> Column:
    """Which key decided, as the rule file writes it."""
    texts = ("", *(way.key.text for way in ways))
    return _said_of_all(field, texts, decided, behind)


def _yes_or_no(field: Field, disputed: Flags, decided: Ints, behind: tuple[Column, ...]) -> Column:
    """Whether keys disagree; blank where none is listed."""
    codes = np.where(decided == 0, np.int32(0), np.where(disputed, np.int32(1), np.int32(2)))
    return _said_of_all(field, ("", "yes", "no"), codes, behind)


def _said_of_all(field: Field, texts: tuple[str, ...], codes: Ints, behind: tuple[Column, ...]) -> Column:
    readings = tuple(Reading((text,), Grade.LOOKED_UP) if text else Reading() for text in texts)
    nowhere = np.full(len(codes), -1, np.int32)
    return Column(field, readings, texts, codes, nowhere, (field.name,), behind=behind)
