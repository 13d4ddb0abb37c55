"""A supplier's rows as all that they say, that with the most money first: the departments that buy from it."""

from __future__ import annotations

import numpy as np

from msrisk.files import one_line
from msrisk.model import Column, Ints, Longs, Numbers
from msrisk.normalise.column.columns import ReadColumn
from msrisk.values.reading import BLANK, Reading


def by_spend(read: ReadColumn, owner: Ints, size: int, pence: Longs, numbers: Ints) -> Column:
    """One field as a column of suppliers, each of whose readings holds all that the rows of a supplier say.

    owner, pence, numbers: of each row its supplier, what was paid, and its number among the rows of all inputs.
    Of what has the same money, what more rows say comes first, then by the alphabet.
    """
    shown = [one_line(text) for text in read.texts]
    said = Numbers[str]()
    same = said.codes([text.casefold() for text in shown])
    spelt = dict(zip(reversed(same.tolist()), reversed(shown), strict=True))  # as it was first typed
    rows = np.flatnonzero(read.understood[read.codes])
    supplier, what, first = _in_order(owner[rows], same[read.codes[rows]], pence[rows], list(said))
    held = Numbers[tuple[str, ...]]()
    codes, spoken = np.full(size, held[()], np.int32), np.full(size, -1, np.int32)
    starts = np.flatnonzero(np.diff(supplier, prepend=-1))
    each = supplier[starts]
    spoken[each] = numbers[rows[first[starts]]]
    names = [spelt[number] for number in what.tolist()]
    between = zip(starts.tolist(), np.append(starts[1:], len(names)).tolist(), strict=False)
    codes[each] = [held[tuple(names[start:end])] for start, end in between]
    readings = tuple(Reading(parts) if parts else BLANK for parts in held)
    texts = tuple("; ".join(parts) for parts in held)
    return Column(read.field, readings, texts, codes, spoken, (read.field.name,))


def _in_order(owner: Ints, what: Ints, pence: Longs, said: list[str]) -> tuple[Longs, Longs, Longs]:
    """Each supplier and each thing its rows say, the most money first; and the first of the rows that say it."""
    pair, first, of_row, times = np.unique(
        owner.astype(np.int64) * len(said) + what, return_index=True, return_inverse=True, return_counts=True
    )
    paid = np.zeros(len(pair), np.int64)
    np.add.at(paid, of_row, pence)
    place = {text: number for number, text in enumerate(sorted(said))}
    alphabet = np.array([place[text] for text in said], np.int64)
    supplier, held = np.divmod(pair, max(len(said), 1))
    order = np.lexsort((alphabet[held], -times, -paid, supplier))
    return supplier[order], held[order], first[order]
