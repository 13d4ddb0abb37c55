"""Suppliers joined to the entries of a source: which, how, how surely, and what waits for a person."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

from msrisk.model.arrays import Bytes, Ints
from msrisk.model.decisions import Decision
from msrisk.model.entries import Entries


class Way(IntEnum):
    """How a supplier was found in a source, the surest first."""

    NONE = 0
    DECISION = 1
    NUMBER = 2
    NAME = 3
    PREVIOUS_NAME = 4
    OTHER_NAME = 5
    PARENT = 6
    ALIKE = 7

    @property
    def words(self) -> str:
        return _WORDS[self]


_WORDS = {
    Way.NONE: "not found",
    Way.DECISION: "a person's decision",
    Way.NUMBER: "company number, and the names agree",
    Way.NAME: "the same name",
    Way.PREVIOUS_NAME: "a previous name",
    Way.OTHER_NAME: "another name of it",
    Way.PARENT: "named as the parent",
    Way.ALIKE: "a name like it",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that was compared.  agrees: None where one side says nothing."""

    what: str
    ours: str
    theirs: str
    agrees: bool | None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A supplier and an entry that may be one; it changes nothing until a person accepts it.

    confidence: from 0 to 100, for the order in which to look; no probability.
    """

    supplier: int
    entry: int
    way: Way
    confidence: int
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision that holds, and the supplier and entry it is about."""

    supplier: int
    entry: int
    decision: Decision


@dataclass(frozen=True)
class Join:
    """One source and what was found in it.

    entry: for each supplier the number of its entry, -1 where none was found.  way: how, the number of a ``Way``.
    candidates: what waits for a person.  lapsed: decisions that no longer hold, in words.
    decided, outdated: the decisions that hold, and those that no longer do.
    absent: decisions on suppliers that this list does not have; they are kept for a list that has them.
    shaken: the suppliers of whom an acceptance no longer holds, each with it.
    """

    entries: Entries
    entry: Ints
    way: Bytes
    candidates: tuple[Candidate, ...] = ()
    lapsed: tuple[str, ...] = ()
    decided: tuple[Decided, ...] = ()
    outdated: tuple[Decision, ...] = ()
    absent: tuple[Decision, ...] = ()
    shaken: tuple[tuple[int, Decision], ...] = ()

    @cached_property
    def waiting(self) -> dict[int, list[Candidate]]:
        """The candidates of each supplier that has any, the most likely first."""
        found: dict[int, list[Candidate]] = {}
        for each in self.candidates:
            found.setdefault(each.supplier, []).append(each)
        return found

    @cached_property
    def turned_down(self) -> tuple[tuple[int, int], ...]:
        """Each supplier and entry of which a person said that they are not one."""
        turned_down = [
            each for each in self.decided if each.decision.accepted is False and not each.decision.parent
        ]
        return tuple(sorted({(each.supplier, each.entry) for each in turned_down}))
