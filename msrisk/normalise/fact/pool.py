"""A supplier's rows as one answer: blanks ignored, agreement kept, a disagreement is not known."""

from __future__ import annotations

import numpy as np

from msrisk.model import Column, Flags, Ints, Longs, Note
from msrisk.model.note import DISAGREE
from msrisk.normalise.column.columns import ReadColumn
from msrisk.normalise.row.rows import Rows
from msrisk.values.reading import BLANK, Reading, unread


def pool(read: ReadColumn, owner: Ints, size: int, rows: Rows) -> tuple[Column, list[Note]]:
    """One supplier field as a column of suppliers, and a note for each disagreement.

    owner: the supplier of each of the rows.
    """
    codes, places = _chosen(read, owner, size)
    readings, texts = [BLANK], [""]  # more than the column has
    codes = np.where(codes < 0, np.int32(len(read.readings)), codes)
    notes: list[Note] = []
    if read.field.pool == "gather":
        _gather(read, owner, codes, readings, texts, rows)
        return _column(read, readings, texts, codes, places, rows), notes
    for supplier, first, second in _disagreements(read, owner):
        said = [
            (read.texts[read.codes[row]], rows.book.address(int(rows.numbers[row]), read.field.name))
            for row in (first, second)
        ]
        problem = f"{DISAGREE}: '{said[0][0]}' ({said[0][1]}) and '{said[1][0]}' ({said[1][1]})"
        codes[supplier] = len(read.readings) + len(readings)
        readings.append(unread(f"{problem}; taken as not known"))
        texts.append(f"{said[0][0]} / {said[1][0]}")
        places[supplier] = second
        notes.append(Note(said[1][1], said[1][0], f"{problem}; {read.field.label.lower()} taken as not known"))
    return _column(read, readings, texts, codes, places, rows), notes


def _column(
    read: ReadColumn,
    readings: list[Reading],
    texts: list[str],
    codes: Ints,
    places: Ints,
    rows: Rows,
) -> Column:
    spoken = np.where(places < 0, -1, rows.numbers[places]).astype(np.int32)
    return Column(
        read.field, (*read.readings, *readings), (*read.texts, *texts), codes, spoken, (read.field.name,)
    )


def _gather(
    read: ReadColumn, owner: Ints, codes: Ints, readings: list[Reading], texts: list[str], rows: Rows
) -> None:
    """A supplier may have several: all that its rows say are kept, as if they stood in one cell.

    Of answers that contradict each other, which an exclusion keeps too, the cells are told.
    """
    told = read.field.kind.name in ("yes_no", "choice")
    by_owner = np.argsort(owner, kind="stable")
    ends = np.searchsorted(owner[by_owner], np.arange(len(codes) + 1))
    for supplier in {supplier for supplier, _, _ in _disagreements(read, owner)}:
        own = by_owner[ends[supplier] : ends[supplier + 1]]
        own = own[
            np.sort(np.unique(read.codes[own], return_index=True)[1])
        ]  # each text once, where it first stands
        held = [read.readings[code] for code in read.codes[own].tolist()]
        cells: dict[str, int] = {}
        for row, reading in zip(own.tolist(), held, strict=True):
            for part in reading.parts:
                cells.setdefault(part, row)
        codes[supplier] = len(read.readings) + len(readings)
        readings.append(
            Reading(tuple(cells), min(each.grade for each in held), all(each.complete for each in held))
        )
        said = [
            f"{part} ({rows.book.address(int(rows.numbers[row]), read.field.name)})" for part, row in cells.items()
        ]
        texts.append("; ".join(said if told else cells))


def _chosen(read: ReadColumn, owner: Ints, size: int) -> tuple[Ints, Ints]:
    """For each supplier the text to show and the row it stands in: the best known, else the first that speaks."""
    rank = np.where(read.understood, 16 + read.grades, read.filled)
    row_rank = rank[read.codes]
    row = np.zeros(size, np.int32)
    for each in np.flatnonzero(np.bincount(rank)):
        rows = np.flatnonzero(row_rank == each)[::-1]
        row[owner[rows]] = rows  # the best is written last, and of equals the first
    codes = read.codes[row]
    speaks = read.filled[codes]
    return np.where(speaks, codes, -1).astype(np.int32), np.where(speaks, row, -1).astype(np.int32)


def _disagreements(read: ReadColumn, owner: Ints) -> list[tuple[int, int, int]]:
    """Each supplier with two different values, and a row of each."""
    rows = _unlike(np.flatnonzero(read.understood[read.codes]), read.codes, owner)
    if len(rows):  # two texts may still say the same
        rows = _unlike(rows, read.value_codes[read.codes], owner)
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


def _unlike(rows: Longs, said: Ints, owner: Ints) -> Longs:
    """The rows, of these, of suppliers whose rows do not all say one thing."""
    one_of = np.zeros(int(owner.max()) + 1, np.int32)
    one_of[owner[rows]] = said[rows]
    unlike = np.zeros(len(one_of), np.bool_)
    unlike[owner[rows[one_of[owner[rows]] != said[rows]]]] = True
    return rows[unlike[owner[rows]]]


def add_up(amounts: Longs, known: Flags, owner: Ints | Longs, size: int) -> tuple[Longs, Flags]:
    """The sum of the exact amounts of each owner, a supplier or a line, and whether it has any."""
    total = np.zeros(size, np.int64)
    np.add.at(total, owner[known], amounts[known])
    has = np.zeros(size, np.bool_)
    has[owner[known]] = True
    return total, has
