"""What people decided, taken into account; it lapses when the supplier or the entry is no longer the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from msrisk.enrich.join.exact import Found, Pair
from msrisk.model import Entries, Suppliers, Way
from msrisk.model.decisions import Decision, Side


@dataclass
class Decided:
    """Pairs of a supplier and an entry.  parents: the entry is the supplier's parent.  lapsed: in words."""

    accepted: set[Pair] = field(default_factory=set)
    parents: set[Pair] = field(default_factory=set)
    rejected: set[Pair] = field(default_factory=set)
    lapsed: list[str] = field(default_factory=list)


def decided(suppliers: Suppliers, entries: Entries, decisions: Iterable[Decision]) -> Decided:
    """The decisions on this source that hold for this list, as pairs."""
    held = [each for each in decisions if each.source == entries.title]
    ours = _by_name(suppliers) if held else {}
    theirs = {entry_id: number for number, entry_id in enumerate(entries.ids)} if held else {}
    result = Decided()
    for each in held:
        named = ours.get(each.ours.name.casefold(), [])
        same = [number for number in named if our_side_of(suppliers, number) == each.ours]
        entry = theirs.get(each.entry_id)
        why = _lapsed(each, suppliers, named, same, None if entry is None else their_side_of(entries, entry))
        if why:
            result.lapsed.append(f"{each.where}: '{each.ours.name}' and '{each.theirs.name}': {why}")
        elif entry is not None:
            yes = result.parents if each.parent else result.accepted
            (yes if each.accepted else result.rejected).update((number, entry) for number in same)
    return result


def _by_name(suppliers: Suppliers) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for number, name in enumerate(suppliers.names):
        if not suppliers.set_aside[number]:
            found.setdefault(name.casefold(), []).append(number)
    return found


def our_side_of(suppliers: Suppliers, number: int) -> Side:
    """What a decision rests on of a supplier."""
    said = {}
    for name in ("company_number", "country"):
        column = suppliers.columns.get(name)
        said[name] = "; ".join(column.reading(number).parts) if column is not None else ""
    return Side(suppliers.names[number], said["company_number"], said["country"])


def their_side_of(entries: Entries, number: int) -> Side:
    """What a decision rests on of an entry."""
    return Side(entries.names[number], entries.numbers[number], "; ".join(entries.countries[number]))


def _lapsed(
    decision: Decision, suppliers: Suppliers, named: list[int], same: list[int], entry: Side | None
) -> str:
    """Why a decision no longer holds; '' while it does."""
    if not named:
        return "no supplier of that name is in this list"
    if not same:
        return f"our row has changed ({_changes(decision.ours, our_side_of(suppliers, named[0]))}); decide again"
    if entry is None:
        return "the source no longer lists it; decide again"
    if entry != decision.theirs:
        return f"the entry has changed ({_changes(decision.theirs, entry)}); decide again"
    return ""


def _changes(then: Side, now: Side) -> str:
    return "; ".join(
        f"{label} was {before or 'blank'}, is {after or 'blank'}"
        for label, before, after in (
            ("name", then.name, now.name),
            ("company number", then.number, now.number),
            ("country", then.countries, now.countries),
        )
        if before != after
    )


def apply(found: Found, decided_: Decided) -> None:
    """Accepted pairs settle; a rejected pair is no find and no candidate."""
    for supplier, entry in decided_.rejected:
        found.open.pop((supplier, entry), None)
        if found.entry[supplier] == entry:
            found.settle(supplier, -1, Way.NONE)
    for pairs, way in ((decided_.parents, Way.PARENT), (decided_.accepted, Way.DECISION)):
        for supplier, entry in sorted(pairs):
            found.settle(supplier, entry, way)
