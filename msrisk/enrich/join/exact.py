"""Finding without guessing: a company number that the name bears out, else a name that is the same and only one's.

A number under unlike names, a name that several have, a name with another legal form, a short name without one, a
trading name of ours and our supplier's parent settle nothing: they are candidates for a person.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

import numpy as np
from rapidfuzz import fuzz

from msrisk.enrich.join.asked import Side
from msrisk.enrich.join.names import NAME, PREVIOUS, TRADING, same_form
from msrisk.model import Bytes, Ints, Way

LIKE_ENOUGH, IN_COMMON = (
    70,
    40,
)  # of 100, for a name to bear a number out: one within the other, and not a word of ten
FIRST_WORD = 75  # of 100, for two first words to be one with a slip
_SHORT = 9  # letters: a single word as short as that is many firms' name

Pair = tuple[int, int]  # a supplier and an entry


class Found:
    """What finding without guessing came to.

    entry: for each supplier its entry, -1 where none is settled.  way: how.
    open: pairs for a person to look at, each with the way that suggests it.
    """

    def __init__(self, size: int, rejected: Collection[Pair] = ()) -> None:
        self.entry: Ints = np.full(size, -1, np.int32)
        self.way: Bytes = np.zeros(size, np.uint8)
        self.open: dict[Pair, Way] = {}
        self.rejected = frozenset(rejected)

    def settle(self, supplier: int, entry: int, way: Way) -> None:
        self.entry[supplier] = entry
        self.way[supplier] = way

    def leave_open(self, supplier: int, entries: Iterable[int], way: Way) -> None:
        for entry in entries:
            if entry != self.entry[supplier]:
                self.open.setdefault((supplier, entry), way)


def find_exact(ours: Side, theirs: Side, rejected: Collection[Pair] = (), every: bool = False) -> Found:
    """Every supplier that one entry is certainly meant by, and what is not certain.

    rejected: pairs that a person turned down; they are passed over, so that what stands behind them is seen.
    every: whether what else has the supplier's name or number is left open although one is settled, as a watchlist
    demands.
    """
    found = Found(len(ours), rejected)
    _by_number(ours, theirs, found)
    for supplier, rows in enumerate(ours.rows_of):
        if not rows or (found.entry[supplier] >= 0 and not every):
            continue
        hits = [(row, hit) for row in rows for hit in theirs.by_run.under(ours.names.run[row])]
        if found.rejected:
            hits = [each for each in hits if (supplier, theirs.names.owners[each[1]]) not in found.rejected]
        if len(hits) == 1:  # the plain case, which is most
            _by_only_name(ours, theirs, found, supplier, *hits[0])
        elif hits:
            _by_name(ours, theirs, found, supplier, hits, every)
    _by_parent(ours, theirs, found)
    return found


def _by_number(ours: Side, theirs: Side, found: Found) -> None:
    for identifier, suppliers in ours.by_identifier.items():
        for supplier in suppliers:
            if not ours.rows_of[supplier]:
                continue
            entries = theirs.by_identifier.get(identifier, [])
            entries = [entry for entry in entries if (supplier, entry) not in found.rejected]
            agreeing = [entry for entry in entries if names_agree(ours, theirs, supplier, entry)]
            if len(agreeing) == 1:
                found.settle(supplier, agreeing[0], Way.NUMBER)
            found.leave_open(supplier, agreeing or entries, Way.NUMBER)


def names_agree(ours: Side, theirs: Side, supplier: int, entry: int) -> bool:
    """Whether any name of a supplier bears out that it is the entry."""
    pairs = (
        (ours.names.core[mine], theirs.names.core[other])
        for mine in ours.rows_of[supplier]
        for other in theirs.rows_of[entry]
    )
    return any(_bears_out(*pair) for pair in pairs)


def _bears_out(ours: str, theirs: str) -> bool:
    """Whether the names are alike, and the first word of either, which tells most, stands in the other."""
    if fuzz.token_set_ratio(ours, theirs) < LIKE_ENOUGH or fuzz.token_sort_ratio(ours, theirs) < IN_COMMON:
        return False
    (mine, *_), (other, *_) = ours.split() or [""], theirs.split() or [""]
    return mine in theirs or other in ours or fuzz.ratio(mine, other) >= FIRST_WORD


def _by_only_name(ours: Side, theirs: Side, found: Found, supplier: int, row: int, hit: int) -> None:
    """One name of ours is one of theirs."""
    way, entry = _way_of(ours, theirs, row, hit), theirs.names.owners[hit]
    settled = found.entry[supplier] >= 0
    if settled or way is Way.ALIKE or contradicted(ours, theirs, supplier, entry):
        found.leave_open(supplier, (entry,), way)
    else:
        found.settle(supplier, entry, way)


def _by_name(ours: Side, theirs: Side, found: Found, supplier: int, hits: list[Pair], every: bool) -> None:
    """The best way in which a name is the same decides, if one entry alone is found by it."""
    for way, rows in _ways(ours, theirs, hits, every):
        entries = {theirs.names.owners[row] for row in rows}
        possible = [entry for entry in sorted(entries) if not contradicted(ours, theirs, supplier, entry)]
        if len(possible) == 1 and way is not Way.ALIKE and found.entry[supplier] < 0:
            found.settle(supplier, possible[0], way)
        if found.entry[supplier] < 0 or every:
            found.leave_open(supplier, sorted(entries), way)
        if possible and not every:
            return


def _by_parent(ours: Side, theirs: Side, found: Found) -> None:
    """The parent that our list names may be listed where the supplier itself is not."""
    parents = ours.parents
    for supplier, full, run in zip(parents.owners, parents.full, parents.run, strict=True):
        if found.entry[supplier] < 0 and ours.rows_of[supplier]:
            hits = [hit for hit in theirs.by_run.under(run) if theirs.names.full[hit] == full]
            entries = {theirs.names.owners[hit] for hit in hits}
            found.leave_open(supplier, sorted(entries), Way.PARENT)


def _ways(ours: Side, theirs: Side, hits: list[Pair], every: bool) -> Iterator[tuple[Way, list[int]]]:
    """Each way in which names are the same, the surest first, and the rows of theirs it finds.

    hits: rows of ours and of theirs whose cores are the same word. Names that are the same but for the legal form,
    which one side leaves off, count where no name is wholly the same, or every hit is wanted.
    """
    wholly = [(row, hit) for row, hit in hits if ours.names.full[row] == theirs.names.full[hit]]
    found: dict[Way, list[int]] = {}
    for row, hit in wholly:
        found.setdefault(_way_of(ours, theirs, row, hit), []).append(hit)
    if Way.NAME not in found or every:
        for row, hit in hits:
            if (row, hit) not in wholly:
                found.setdefault(_way_of(ours, theirs, row, hit), []).append(hit)
    for way in (Way.NAME, Way.PREVIOUS_NAME, Way.OTHER_NAME, Way.ALIKE):
        if way in found:
            yield way, found[way]


def _way_of(ours: Side, theirs: Side, row: int, hit: int) -> Way:
    """What it means that two names are the same, but perhaps for the legal form, or for being one word or two."""
    core = ours.names.core[row]
    if ours.names.full[row] != theirs.names.full[hit] and not (
        (" " in core or len(core) > _SHORT) and same_form(ours.names.form[row], theirs.names.form[hit])
    ):
        return Way.ALIKE
    return _way(ours.names.what[row], theirs.names.what[hit])


def _way(mine: str, theirs: str) -> Way:
    """What it means that a name of ours is a name of theirs."""
    if mine == TRADING:
        return Way.ALIKE  # anybody may trade under a name
    if PREVIOUS in (mine, theirs):
        return Way.PREVIOUS_NAME
    return Way.NAME if theirs == NAME else Way.OTHER_NAME


def contradicted(ours: Side, theirs: Side, supplier: int, entry: int) -> bool:
    """Whether the company number or country that our own list gives says that the two are not one."""
    mine, other = ours.stated_numbers[supplier], theirs.numbers[entry]
    if mine and other and mine != other:
        return True
    here, there = ours.certain_countries[supplier], theirs.countries[entry]
    return bool(here and there) and set(here).isdisjoint(there)
