"""Lines: the different things one supplier is paid for, by its line fields only."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from msrisk.model import Column, Ints, Longs
from msrisk.normalise.column.columns import ReadColumn


@dataclass(frozen=True, slots=True)
class Lines:
    """owner: the supplier of each line, ascending.  of_row: the line of each row.  columns: the line fields."""

    owner: Ints
    of_row: Longs
    columns: dict[str, Column]


def make_lines(reads: list[ReadColumn], owner: Ints, rows: Ints) -> Lines:
    """The lines of every supplier; its commonest comes first.

    rows: each kept row's number among the rows of all inputs.
    """
    group: Longs = owner.astype(np.int64)
    for read in reads:
        place = {text: number for number, text in enumerate(sorted(read.texts))}
        in_order = np.array([place[text] for text in read.texts], np.int64)
        group = np.unique(group * len(place) + in_order[read.codes], return_inverse=True)[1].astype(np.int64)
    _, first, of_row, count = np.unique(group, return_index=True, return_inverse=True, return_counts=True)
    order = np.lexsort(
        (np.arange(len(first)), -count, owner[first])
    )  # equals by their texts, whatever the order of rows
    chosen = first[order]
    number = np.empty(len(order), np.int64)
    number[order] = np.arange(len(order))
    columns = {
        read.field.name: Column(
            read.field,
            read.readings,
            read.texts,
            read.codes[chosen],
            _spoken(read, chosen, rows),
            (read.field.name,),
        )
        for read in reads
    }
    return Lines(owner[chosen].astype(np.int32), number[of_row], columns)


def _spoken(read: ReadColumn, chosen: Longs, rows: Ints) -> Ints:
    """The row whose cell speaks for each line; none where the cell is blank."""
    return np.where(read.filled[read.codes[chosen]], rows[chosen], -1).astype(np.int32)
