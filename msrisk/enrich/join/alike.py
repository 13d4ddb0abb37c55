"""Names that are nearly the same: candidates for a person to accept or reject, never a match.

Only pairs that share a rare word, or the first letters of the name, are compared: of a hundred thousand names with
two hundred thousand others all pairs would take hours. The legal form is left out, and the words are sorted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

import numpy as np
from rapidfuzz import fuzz, process

from msrisk.enrich.join.asked import Side
from msrisk.enrich.join.exact import Pair
from msrisk.model import Ints

CUT = 88  # of 100; measured on labelled pairs
MOST = 3  # candidates of one supplier
_RARE = 60  # names that share a word worth comparing
_MOST_IN_BLOCK = 120
_WORDS = 3  # rare words of a name that are tried
_START = 7  # first letters, without spaces
_BATCH = 200_000
LIKE_CUT_SHORT = 95  # of 100: as like as a slip of one letter
_CUT_SHORT = 24  # letters a name has at least when a system cut it


def find_alike(
    ours: Side, theirs: Side, suppliers: Iterable[int], rejected: Collection[Pair] = (), cut: float = CUT
) -> dict[Pair, float]:
    """For each of these suppliers the entries with the most like names, at most three, and how like, up to 100.

    rejected: pairs that a person turned down; the next one takes their place.
    """
    sought = [row for supplier in suppliers for row in ours.rows_of[supplier]]
    mine, other = _pairs(ours.names.core, sought, theirs.names.core)
    likeness = _likeness(ours.names.core, theirs.names.core, mine, other, cut)
    best: dict[int, dict[int, float]] = {}
    for place in np.flatnonzero(likeness >= cut).tolist():
        supplier = ours.names.owners[int(mine[place])]
        entry = theirs.names.owners[int(other[place])]
        if (supplier, entry) in rejected:
            continue
        held = best.setdefault(supplier, {})
        held[entry] = max(held.get(entry, 0.0), float(likeness[place]))
    found = {}
    for supplier, entries in best.items():
        for entry in sorted(entries, key=lambda each: (-entries[each], each))[:MOST]:
            found[supplier, entry] = entries[entry]
    return found


def _pairs(ours: Sequence[str], sought: Sequence[int], theirs: Sequence[str]) -> tuple[Ints, Ints]:
    """Rows of ours and of theirs that are worth comparing."""
    common = Counter(word for core in theirs for word in set(core.split()))
    blocks: dict[str, list[int]] = {}
    for row, core in enumerate(theirs):
        for block in _blocks(core, common):
            blocks.setdefault(block, []).append(row)
    blocks = {block: rows for block, rows in blocks.items() if len(rows) <= _MOST_IN_BLOCK}
    mine: list[int] = []
    other: list[int] = []
    for row in sought:
        near = {hit for block in _blocks(ours[row], common) for hit in blocks.get(block, ())}
        mine += [row] * len(near)
        other += sorted(near)
    return np.array(mine, np.int32), np.array(other, np.int32)


def _blocks(core: str, common: Counter[str]) -> list[str]:
    """The rarest words of a name, and its first letters; a word nearly everybody has is no block."""
    words = sorted((common[word], word) for word in set(core.split()) if len(word) > 2)
    rare = [word for count, word in words[:_WORDS] if count <= _RARE]
    start = core.replace(" ", "")[:_START]
    return [*rare, f"^{start}"] if len(start) >= 4 else rare


def _likeness(ours: Sequence[str], theirs: Sequence[str], mine: Ints, other: Ints, cut: float) -> np.ndarray:
    """How like each pair of names is, from 0 to 100; 0 below the cut."""
    parts = []
    for start in range(0, len(mine), _BATCH):
        first = [ours[row] for row in mine[start : start + _BATCH].tolist()]
        second = [theirs[row] for row in other[start : start + _BATCH].tolist()]
        parts.append(process.cpdist(first, second, scorer=fuzz.token_sort_ratio, score_cutoff=cut))
    likeness = np.concatenate(parts) if parts else np.zeros(0, np.float32)
    _raise_cut_short(ours, theirs, mine, other, likeness)
    return likeness


def _raise_cut_short(
    ours: Sequence[str], theirs: Sequence[str], mine: Ints, other: Ints, likeness: np.ndarray
) -> None:
    """A long name that is the start of another was probably cut by a system."""
    for place, (first, second) in enumerate(zip(mine.tolist(), other.tolist(), strict=True)):
        if is_cut_short(ours[first], theirs[second]):
            likeness[place] = max(likeness[place], np.float32(LIKE_CUT_SHORT))


def is_cut_short(name: str, whole: str) -> bool:
    """Whether a name may be a longer one that a system cut."""
    return len(name) >= _CUT_SHORT and len(whole) > len(name) and whole.startswith(name)
