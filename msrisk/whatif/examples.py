"""Examples of what a field could say where tables are entered by it: one for all values that answer alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from msrisk.enrich.lookup import look_up
from msrisk.enrich.pairs import alike, look_up_pairs
from msrisk.logic.answer import Answers
from msrisk.logic.cases import Case, column_of
from msrisk.logic.condition import Asks
from msrisk.logic.facts import Facts
from msrisk.model import Column, Field, Longs
from msrisk.ruleset.rules import RuleSet
from msrisk.ruleset.tables import ReferenceTable, parts_of
from msrisk.values.reading import BLANK, Reading
from msrisk.whatif.likely import place_of
from msrisk.whatif.options import Options
from msrisk.whatif.plain import plain

_OPEN_ENDED = "*"  # a phrase of a table that stands for many words, and so for none that a person writes


def tables_behind(rules: RuleSet, name: str) -> tuple[ReferenceTable, ...]:
    """The tables that a field leads into, directly or through what another of them gives."""
    names, found = {name}, []
    for table in rules.tables.values():
        if any(not names.isdisjoint(key.fields) for key in table.keys):
            found.append(table)
            names |= set(table.fields)
    return tuple(found)


def filled_in(
    tables: Sequence[ReferenceTable], fields: Mapping[str, Field], columns: Mapping[str, Column], size: int
) -> dict[str, Column]:
    """What the tables give for columns as they would be, each entered by what an earlier one gave."""
    found: dict[str, Column] = {}
    for table in tables:
        seen = {**columns, **found}
        if table.is_pair:
            given = look_up_pairs(table, fields, {**seen, **alike(table, seen)}, size)
        else:
            given, _ = look_up(table, fields, seen, size)
        found |= {name: plain(column) for name, column in given.items()}
    return found


def example_options(
    field: Field, tables: tuple[ReferenceTable, ...], asks: Sequence[Asks], facts: Facts
) -> Options:
    """One value of each kind that the tables list under a field.

    asks: every line of a condition.  facts: those of the list, whose values stand on the other side of a pair.
    """
    readings = _told_apart(field, _listed(field, tables), tables, facts)
    if not readings:
        return Options(field, (), tables)
    signs = _signs(field, readings, tables, asks, facts)
    _, first = np.unique(signs, axis=1, return_index=True)
    return Options(field, tuple(Case(readings[number]) for number in np.sort(first).tolist()), tables)


def _listed(field: Field, tables: Sequence[ReferenceTable]) -> list[Reading]:
    """What a table lists under a field: what comes to mind, then that of which it says most, as the example."""
    said: dict[str, int] = {}
    for table in tables:
        for key in table.keys:
            if key.fields != (field.name,):
                continue
            for row in table.rows:
                filled = sum(bool(text.strip()) for text in row.values())
                for part in parts_of(row.get(key.columns[0], "")):
                    if _OPEN_ENDED not in part:
                        said[part] = max(said.get(part, 0), filled)
    readings = [field.read(text) for text in sorted(said, key=lambda text: -said[text])]
    held = [reading for reading in readings if reading.settled and isinstance(reading.value, tuple)]
    return sorted(held, key=lambda reading: place_of(field, reading))


def _told_apart(
    field: Field, readings: Sequence[Reading], tables: Sequence[ReferenceTable], facts: Facts
) -> list[Reading]:
    """One of the values of which the tables say the same, also those that want another value beside it."""
    if not readings:
        return []
    columns = {field.name: column_of(field, readings, np.arange(len(readings), dtype=np.int32))}
    given = filled_in([table for table in tables if not table.is_pair], facts.fields, columns, len(readings))
    entered = [alike(table, columns)[field.name].codes.tolist() for table in tables if _is_side(field, table)]
    said = [
        (tuple(column.reading(number).value for column in given.values()), *(codes[number] for codes in entered))
        for number in range(len(readings))
    ]
    first = {each: number for number, each in reversed(list(enumerate(said)))}
    return [readings[number] for number in sorted(first.values())]


def _is_side(field: Field, table: ReferenceTable) -> bool:
    return table.is_pair and field.name in table.keys[0].fields


def _other_sides(field: Field, tables: Sequence[ReferenceTable], facts: Facts) -> dict[str, list[Reading]]:
    """The values the list has of what is looked up together with a field, or with what the field leads to."""
    given = {field.name, *(name for table in tables for name in table.fields)}
    found: dict[str, list[Reading]] = {}
    for table in filter(lambda each: each.is_pair, tables):
        for name in set(table.keys[0].fields) - given:
            column = facts.columns.get(name)
            values = {each.value: each for each in column.readings if each.settled} if column else {}
            found[name] = list(values.values())
    return found


def _signs(
    field: Field,
    readings: Sequence[Reading],
    tables: Sequence[ReferenceTable],
    asks: Sequence[Asks],
    facts: Facts,
) -> Longs:
    """How every line answers for each value, alone and beside each other side: lines by values."""
    others, many = _other_sides(field, tables, facts), len(readings)
    blocks = 1 + sum(map(len, others.values()))
    size = many * blocks
    columns = {field.name: column_of(field, readings, np.tile(np.arange(many, dtype=np.int32), blocks))}
    block = 1
    for name, values in others.items():
        codes = np.zeros(size, np.int32)
        codes[block * many : (block + len(values)) * many] = np.repeat(np.arange(1, len(values) + 1), many)
        columns[name] = column_of(facts.fields[name], [BLANK, *values], codes)
        block += len(values)
    columns |= filled_in(tables, facts.fields, columns, size)
    held = Answers(Facts(size, facts.fields, columns, facts.as_of, facts.parameters))
    signs = [held.of(ask).reshape(blocks, many) for ask in asks if ask.field in columns]
    return np.concatenate(signs).astype(np.int64) if signs else np.zeros((1, many), np.int64)
