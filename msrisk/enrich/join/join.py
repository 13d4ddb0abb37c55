"""One source joined to a supplier list: found, decided, suggested, filled in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby, islice

from msrisk.enrich.join.alike import find_alike
from msrisk.enrich.join.asked import our_side, their_side
from msrisk.enrich.join.decided import apply, told_of
from msrisk.enrich.join.exact import Found, Pair, find_exact
from msrisk.enrich.join.fill import filled
from msrisk.enrich.join.reasons import candidate
from msrisk.model import Candidate, Decision, Entries, Join, Suppliers, Way

MOST = 20  # candidates of one supplier with a name or number that is the same


def join(suppliers: Suppliers, entries: Entries, decisions: Sequence[Decision] = ()) -> Suppliers:
    """The suppliers with what a source says of those found in it, and with what waits for a person."""
    ours, theirs = our_side(suppliers), their_side(entries)
    found = find_exact(ours, theirs)
    told = told_of(suppliers, entries, decisions)
    rejected = told.pairs(accepted=False)
    apply(found, told)
    settled = found.entry >= 0
    left = [number for number, rows in enumerate(ours.rows_of) if rows and not settled[number]]
    pairs = _suggested(found, find_alike(ours, theirs, left), rejected)
    candidates = _best(candidate(ours, theirs, pair, way) for pair, way in pairs.items())
    decided = tuple(told.held)
    joined = Join(entries, found.entry, found.way, candidates, told.in_words, decided, tuple(told.lapsed))
    return filled(suppliers, joined)


def _best(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """The most likely of each supplier first, suppliers in the order of the list."""
    ordered = sorted(candidates, key=lambda each: (each.supplier, -each.confidence, each.entry))
    by_supplier = groupby(ordered, key=lambda each: each.supplier)
    return tuple(each for _, group in by_supplier for each in islice(group, MOST))


def _suggested(found: Found, alike: dict[Pair, float], rejected: set[Pair]) -> dict[Pair, Way]:
    """What is open of suppliers that are not settled; a person has not yet looked at any of it."""
    pairs = {pair: way for pair, way in found.open.items() if found.entry[pair[0]] < 0}
    for pair in alike:
        pairs.setdefault(pair, Way.ALIKE)
    return {pair: way for pair, way in pairs.items() if pair not in rejected}
