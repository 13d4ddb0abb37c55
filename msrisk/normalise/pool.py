"""A supplier's rows as one answer: blanks ignored, agreement kept, a disagreement is not known."""

from __future__ import annotations

import numpy as np

from msrisk.model import Column, Flags, Ints, Longs, Note, Table
from msrisk.normalise.columns import ReadColumn
from msrisk.values.reading import BLANK, Reading, unread


def pool(read: ReadColumn, owner: Ints, size: int, rows: Ints, table: Table) -> tuple[Column, list[Note]]:
    """One supplier field as a column of suppliers, and a note for each disagreement.

    owner: the supplier of each kept row.  rows: each kept row's number in its sheet.
    """
    codes, places = _chosen(read, owner, size)
    readings, texts = list(read.readings), list(read.texts)
    blank = len(readings)
    readings.append(BLANK)
    texts.append("")
    codes = np.where(codes < 0, np.int32(blank), codes)
    notes: list[Note] = []
    if read.field.pool == "gather":
        _gather(read, owner, codes, readings, texts)
        return _column(read, readings, texts, codes, places, rows, table), notes
    for supplier, first, second in _disagreements(read, owner):
        column = table.mapping[read.field.name].column
        said = [
            (read.texts[read.codes[row]], table.sheet.address(int(rows[row]), column)) for row in (first, second)
        ]
        problem = f"its rows disagree: '{said[0][0]}' ({said[0][1]}) and '{said[1][0]}' ({said[1][1]})"
        codes[supplier] = len(readings)
        readings.append(unread(f"{problem}; taken as not known"))
        texts.append(f"{said[0][0]} / {said[1][0]}")
        places[supplier] = second
        notes.append(Note(said[1][1], said[1][0], f"{problem}; {read.field.label.lower()} taken as not known"))
    return _column(read, readings, texts, codes, places, rows, table), notes


def _column(
    read: ReadColumn,
    readings: list[Reading],
    texts: list[str],
    codes: Ints,
    places: Ints,
    rows: Ints,
    table: Table,
) -> Column:
    spoken = np.where(places < 0, -1, rows[places] + table.offset).astype(np.int32)
    return Column(read.field, tuple(readings), tuple(texts), codes, spoken, (read.field.name,))


def _gather(read: ReadColumn, owner: Ints, codes: Ints, readings: list[Reading], texts: list[str]) -> None:
    """A supplier may have several: all that its rows say are kept, as if they stood in one cell."""
    for supplier in {supplier for supplier, _, _ in _disagreements(read, owner)}:
        held = [read.readings[code] for code in dict.fromkeys(read.codes[owner == supplier].tolist())]
        parts = dict.fromkeys(part for each in held if isinstance(each.value, tuple) for part in each.value)
        codes[supplier] = len(readings)
        readings.append(
            Reading(tuple(parts), min(each.grade for each in held), all(each.complete for each in held))
        )
        texts.append("; ".join(parts))


def _chosen(read: ReadColumn, owner: Ints, size: int) -> tuple[Ints, Ints]:
    """For each supplier the text to show and the row it stands in: the best known, else the first that speaks."""
    weight = np.where(read.understood, np.int8(1), np.int8(0)) + np.where(read.filled, np.int8(1), np.int8(0))
    rank = weight.astype(np.int64) * 8 + np.where(read.understood, read.grades, 0)
    order = np.argsort(owner.astype(np.int64) * 32 - rank[read.codes], kind="stable")
    first = np.flatnonzero(np.diff(owner[order], prepend=-1))
    row = order[first].astype(np.int32)
    suppliers = owner[row]
    codes = np.full(size, -1, np.int32)
    places = np.full(size, -1, np.int32)
    speaks = read.filled[read.codes[row]]
    codes[suppliers[speaks]] = read.codes[row][speaks]
    places[suppliers[speaks]] = row[speaks]
    return codes, places


def _disagreements(read: ReadColumn, owner: Ints) -> list[tuple[int, int, int]]:
    """Each supplier with two different values, and a row of each."""
    rows = np.flatnonzero(read.understood[read.codes])
    if not len(rows):
        return []
    values = read.value_codes[read.codes[rows]]
    lowest, highest = (np.full(int(owner.max()) + 1, start, np.int32) for start in (np.iinfo(np.int32).max, -1))
    np.minimum.at(lowest, owner[rows], values)
    np.maximum.at(highest, owner[rows], values)
    rows = rows[(lowest != highest)[owner[rows]]]  # only suppliers that say two things
    if not len(rows):
        return []
    values = read.value_codes[read.codes[rows]]
    order = np.lexsort((rows, values, owner[rows]))
    sorted_owner, sorted_values, sorted_rows = owner[rows][order], values[order], rows[order]
    changes = np.flatnonzero((sorted_owner[1:] == sorted_owner[:-1]) & (sorted_values[1:] != sorted_values[:-1]))
    starts = np.searchsorted(sorted_owner, sorted_owner[changes])
    found: dict[int, tuple[int, int, int]] = {}
    for change, start in zip(changes.tolist(), starts.tolist(), strict=True):
        supplier = int(sorted_owner[change])
        pair = sorted((int(sorted_rows[start]), int(sorted_rows[change + 1])))
        found.setdefault(supplier, (supplier, pair[0], pair[1]))
    return list(found.values())


def add_up(amounts: Longs, known: Flags, owner: Ints, size: int) -> tuple[Longs, Flags]:
    """The sum of each supplier's exact amounts, and whether it has any."""
    total = np.zeros(size, np.int64)
    np.add.at(total, owner[known], amounts[known])
    has = np.zeros(size, np.bool_)
    has[owner[known]] = True
    return total, has
