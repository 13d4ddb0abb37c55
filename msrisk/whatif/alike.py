"""Lines that are alike in what some rules ask: tried once, whatever their figures and whoever they belong to."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from msrisk.evaluate.outcomes import Outcomes
from msrisk.logic.condition import Asks
from msrisk.logic.facts import Facts
from msrisk.model import Column, Ints, Longs
from msrisk.whatif.codes import Codes, together
from msrisk.whatif.plain import has_gap, plain, plain_reading, texts_of


@dataclass(frozen=True)
class Sets:
    """The kinds of lines that suppliers have.

    lines: one line of each kind.  of: the set of kinds of each supplier.
    members, starts: the kinds in each set, one set after the other, and where each begins.
    """

    lines: Ints
    of: Codes
    members: Ints
    starts: Longs


class Lines:
    """The lines of a list, or its suppliers where no rule reads a line, by what rules can tell apart."""

    def __init__(self, outcomes: Outcomes, asks: Sequence[Asks]) -> None:
        self._answers, self._facts = outcomes.by_line, outcomes.by_line.facts
        self._asks = asks
        self._size = len(outcomes.suppliers)
        self._exactly: dict[str, Codes] = {}
        self._in_answers: dict[str, Codes] = {}
        self._columns: dict[tuple[str, bool], Column] = {}
        owner = outcomes.suppliers.line_owner if outcomes.lines else np.arange(self._size, dtype=np.int32)
        self._many = np.bincount(owner, minlength=self._size)
        self._starts = np.cumsum(self._many) - self._many
        self.compared = frozenset(name for ask in asks for name in _both_sides(ask, self._facts))

    def sets(self, suppliers: Longs, names: Collection[str], exactly: Collection[str]) -> Sets:
        """The kinds of lines of some suppliers, alike in what is asked of some fields.

        exactly: of which fields it matters what they say, and not only what is answered of them.
        """
        lines, place = self._lines_of(suppliers)
        parts = [self._of(name, name in exactly).take(lines) for name in names if name in self._facts.columns]
        kinds = together(parts, len(lines))
        return _sets(place, kinds, lines, len(suppliers))

    def _lines_of(self, suppliers: Longs) -> tuple[Ints, Ints]:
        """The lines of some suppliers, one supplier after the other, and the place of each one's among them."""
        starts, many = self._starts[suppliers], self._many[suppliers]
        place = np.repeat(np.arange(len(suppliers), dtype=np.int32), many)
        ends = np.cumsum(many)
        lines = np.arange(len(place)) + np.repeat(starts - (ends - many), many)
        return lines.astype(np.int32), place

    def column(self, name: str, exactly: bool) -> Column:
        """A column in which one reading stands for all that are alike."""
        held = self._columns.get((name, exactly))
        if held is None:
            column, codes = self._facts.columns[name], self._of(name, exactly)
            readings = tuple(plain_reading(column.reading(line)) for line in codes.first.tolist())
            behind = tuple(map(plain, column.behind)) if has_gap(column) else ()
            nowhere = np.full(len(codes.of), -1, np.int32)
            held = Column(
                column.field, readings, texts_of(column.field, readings), codes.of, nowhere, behind=behind
            )
            self._columns[name, exactly] = held
        return held

    def _of(self, name: str, exactly: bool) -> Codes:
        known = self._exactly if exactly else self._in_answers
        held = known.get(name)
        if held is None:
            column, size = self._facts.columns[name], self._facts.size
            # What is said of a line rests on its reading alone, but where a gap sends one to what stands behind.
            read = np.arange(size, dtype=np.int32) if has_gap(column) else column.codes
            said = together([Codes(read, max(size, len(column.readings)))], size)
            first = said.first
            alike = together(_values(column, first) if exactly else self._answered(column, first), said.many)
            held = known[name] = Codes(alike.of[said.of], alike.many)
        return held

    def _answered(self, column: Column, lines: Longs) -> Iterator[Codes]:
        """Every answer that rests on a column alone, and what else decides whether anybody is asked about it."""
        for ask in self._asks:
            if ask.field == column.field.name:
                yield Codes(self._answers.of(ask)[lines].astype(np.int32), 3)
        yield from _openness(column, lines)


def _openness(column: Column, lines: Longs) -> Iterator[Codes]:
    """Whether a column leaves something open, says nothing, or is a gap; then what stands behind it."""
    state = column.settled + 2 * column.understood.astype(np.int32) + 4 * column.gap.astype(np.int32)
    yield Codes(state.astype(np.int32)[column.codes[lines]], 8)
    if has_gap(column):
        for each in column.behind:
            yield from _openness(each, lines)


def _values(column: Column, lines: Longs) -> Iterator[Codes]:
    """What a column says, however it was typed."""
    numbers: dict[object, int] = {}
    said = [numbers.setdefault(plain_reading(each), len(numbers)) for each in column.readings]
    yield Codes(np.array(said, np.int32)[column.codes[lines]], len(numbers))
    yield from _openness(column, lines)


def _both_sides(ask: Asks, facts: Facts) -> tuple[str, ...]:
    other = facts.compared_fields(ask.phrase)
    return (ask.field, *other) if other else ()


def _sets(place: Ints, kinds: Codes, lines: Ints, size: int) -> Sets:
    """The sets of kinds that suppliers have, whatever the order and number of their lines.

    place: the supplier of each line.  The first sets are those of one kind each.
    """
    first, each = lines[kinds.first], np.arange(kinds.many, dtype=np.int32)
    if len(lines) == size:  # a line a supplier
        return Sets(first, kinds, each, each.astype(np.int64))
    pairs = np.unique(place.astype(np.int64) * kinds.many + kinds.of)
    owner, held = pairs // kinds.many, (pairs % kinds.many).astype(np.int32)
    ends = np.searchsorted(owner, np.arange(size + 1))
    of = held[ends[:-1]]
    numbers: dict[bytes, int] = {}
    members = [each]
    for supplier in np.flatnonzero(np.diff(ends) > 1).tolist():
        theirs = held[ends[supplier] : ends[supplier + 1]]
        of[supplier] = numbers.setdefault(theirs.tobytes(), len(numbers)) + kinds.many
        if len(members) <= len(numbers):
            members.append(theirs)
    starts = np.cumsum([0, *(1 for _ in each), *map(len, members[1:])])[:-1]
    return Sets(first, Codes(of, kinds.many + len(numbers)), np.concatenate(members), starts)
