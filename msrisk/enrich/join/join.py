"""One source joined to a supplier list: found, decided, suggested, filled in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby, islice

from msrisk.enrich.join.alike import find_alike
from msrisk.enrich.join.asked import our_side, their_side
from msrisk.enrich.join.decided import Told, apply, told_of
from msrisk.enrich.join.exact import Found, Pair, find_exact
from msrisk.enrich.join.fill import filled
from msrisk.enrich.join.reasons import candidate
from msrisk.model import Candidate, Decision, Entries, Join, SourceKind, Suppliers, Way

MOST = 20  # candidates of one supplier with a name or number that is the same


def join(suppliers: Suppliers, entries: Entries, decisions: Sequence[Decision] = ()) -> Suppliers:
    """The suppliers with what a source says of those found in it, and with what waits for a person."""
    ours, theirs = our_side(suppliers), their_side(entries)
    told = told_of(suppliers, entries, decisions)
    every = entries.kind is SourceKind.WATCHLIST
    found = find_exact(ours, theirs, told.pairs(accepted=False, parent=False), every)
    apply(found, told)
    settled = found.entry >= 0
    left = [number for number, rows in enumerate(ours.rows_of) if rows and not settled[number]]
    pairs = _suggested(found, find_alike(ours, theirs, left, found.rejected), told, every)
    candidates = _best(candidate(ours, theirs, pair, way) for pair, way in pairs.items())
    decisions_ = (tuple(told.held), tuple(told.lapsed), tuple(told.absent), tuple(told.shaken))
    joined = Join(entries, found.entry, found.way, candidates, told.in_words, *decisions_)
    return filled(suppliers, joined)


def _best(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """The most likely of each supplier first, suppliers in the order of the list."""
    ordered = sorted(candidates, key=lambda each: (each.supplier, -each.confidence, each.entry))
    by_supplier = groupby(ordered, key=lambda each: each.supplier)
    return tuple(each for _, group in by_supplier for each in islice(group, MOST))


def _suggested(found: Found, alike: dict[Pair, float], told: Told, every: bool) -> dict[Pair, Way]:
    """What waits for a person, of suppliers that are not settled; nobody has looked at any of it yet."""
    pairs = {pair: way for pair, way in found.open.items() if found.entry[pair[0]] < 0 or every}
    for pair in alike:
        pairs.setdefault(pair, Way.ALIKE)
    no_parents = told.pairs(accepted=False, parent=True)
    return {pair: way for pair, way in pairs.items() if way is not Way.PARENT or pair not in no_parents}
