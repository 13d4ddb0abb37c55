"""Lines: the different things one supplier is paid for, by its line fields only."""

from __future__ import annotations

import numpy as np

from msrisk.model import Column, Ints, Longs
from msrisk.normalise.column.columns import ReadColumn


def make_lines(reads: list[ReadColumn], owner: Ints, rows: Ints) -> tuple[Ints, dict[str, Column]]:
    """The supplier of each line, ascending, and the line fields; a supplier's commonest line comes first.

    rows: each kept row's number among the rows of all inputs.
    """
    group: Longs = owner.astype(np.int64)
    for read in reads:
        place = {text: number for number, text in enumerate(sorted(read.texts))}
        in_order = np.array([place[text] for text in read.texts], np.int64)
        group = np.unique(group * len(place) + in_order[read.codes], return_inverse=True)[1].astype(np.int64)
    lines, first, count = np.unique(group, return_index=True, return_counts=True)
    order = np.lexsort((lines, -count, owner[first]))  # equals by their texts, whatever the order of rows
    chosen = first[order]
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
    return owner[chosen].astype(np.int32), columns


def _spoken(read: ReadColumn, chosen: Longs, rows: Ints) -> Ints:
    """The row whose cell speaks for each line; none where the cell is blank."""
    return np.where(read.filled[read.codes[chosen]], rows[chosen], -1).astype(np.int32)
