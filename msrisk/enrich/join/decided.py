"""What people decided, taken into account; it lapses when the supplier or the entry is no longer the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from msrisk.enrich.join.exact import Found, Pair
from msrisk.files import one_line
from msrisk.model import AsDecided, Decided, Decision, Entries, Suppliers, Way
from msrisk.model.sides import our_side_of, their_side_of
from msrisk.values.name import key


@dataclass
class Told:
    """The decisions on one source.

    held: those that hold.  absent: on suppliers the list does not have.  lapsed: the others, each with its reason.
    shaken: the suppliers of whom an acceptance lapsed, and of what.
    """

    held: list[Decided] = field(default_factory=list)
    absent: list[Decision] = field(default_factory=list)
    lapsed: list[Decision] = field(default_factory=list)
    shaken: list[tuple[int, Decision]] = field(default_factory=list)

    def pairs(self, accepted: bool, parent: bool) -> set[Pair]:
        """The pairs that were accepted, or turned down, as one organisation, or as a supplier and its parent."""
        return {
            (each.supplier, each.entry)
            for each in self.held
            if (each.decision.accepted, each.decision.parent) == (accepted, parent)
        }

    @property
    def in_words(self) -> tuple[str, ...]:
        return tuple(
            f"{each.where}: '{each.ours.name}' and '{each.theirs.name}': {each.lapsed}" for each in self.lapsed
        )


def told_of(suppliers: Suppliers, entries: Entries, decisions: Iterable[Decision]) -> Told:
    """The decisions on this source that hold for this list, and those that do not."""
    asked = [each for each in decisions if each.counts and each.source == entries.title]
    told = Told()
    if not asked:
        return told
    ours, theirs = _by_name(suppliers), _by_id(entries)
    for each in asked:
        named = ours.get(key(each.ours.name), [])
        if not named:
            told.absent.append(each)
            continue
        same = [number for number in named if _is_ours(each, our_side_of(suppliers, number))]
        listed = theirs.get(each.entry_id, [])
        still = [number for number in listed if their_side_of(entries, number).key == each.theirs.key]
        if same and still:
            told.held += [Decided(number, still[0], each) for number in same]
            continue
        why = (
            _why_not_listed(each, entries, listed) if same else _why_not_ours(each, suppliers, named)
        ) + "; decide again"
        told.lapsed.append(replace(each, lapsed=why))
        told.shaken += [(number, told.lapsed[-1]) for number in named if each.accepted]
    return told


def _by_name(suppliers: Suppliers) -> dict[str, list[int]]:
    """Suppliers by every way in which the list writes them: which is the commonest may change."""
    found: dict[str, list[int]] = {}
    for number, name in enumerate(suppliers.names):
        if not suppliers.set_aside[number]:
            for spelling in {key(each) for each in (name, *suppliers.spellings.get(number, ()))}:
                found.setdefault(spelling, []).append(number)
    return found


def _by_id(entries: Entries) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for number, entry_id in enumerate(entries.ids):
        found.setdefault(one_line(entry_id), []).append(number)
    return found


def _is_ours(decision: Decision, now: AsDecided) -> bool:
    """Whether nothing else has changed; the name was looked up already, in any spelling of it.

    A company number that was blank and is now the one listed bears an acceptance out.
    """
    then = decision.ours
    if decision.accepted and not then.number and now.number and now.number == decision.theirs.number:
        then = replace(then, number=now.number)
    return then.key[1:] == now.key[1:]


def _why_not_ours(decision: Decision, suppliers: Suppliers, named: list[int]) -> str:
    now = replace(our_side_of(suppliers, named[0]), name=decision.ours.name)
    return f"our row has changed ({_changes(decision.ours, now)})"


def _why_not_listed(decision: Decision, entries: Entries, listed: list[int]) -> str:
    if not listed:
        return f"the {entries.title} no longer lists it under '{decision.entry_id}'"
    return f"the entry has changed ({_changes(decision.theirs, their_side_of(entries, listed[0]))})"


def _changes(then: AsDecided, now: AsDecided) -> str:
    return "; ".join(
        f"{label} was {before or 'blank'}, is {after or 'blank'}"
        for label, before, after, first, second in zip(
            ("name", "company number", "country"),
            (then.name, then.number, then.countries),
            (now.name, now.number, now.countries),
            then.key,
            now.key,
            strict=True,
        )
        if first != second
    )


def apply(found: Found, told: Told) -> None:
    """Accepted pairs settle. A parent settles only where the supplier itself is not listed."""
    for supplier, entry in sorted(told.pairs(accepted=True, parent=False)):
        found.settle(supplier, entry, Way.DECISION)
    for supplier, entry in sorted(told.pairs(accepted=True, parent=True)):
        if found.entry[supplier] < 0:
            found.settle(supplier, entry, Way.PARENT)
