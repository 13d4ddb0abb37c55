"""Suppliers that are alike in all that rules read: each kind of them is worked out once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from msrisk.evaluate.outcomes import Outcomes
from msrisk.logic.cases import asks_in
from msrisk.logic.condition import Asks
from msrisk.logic.facts import Facts
from msrisk.model import Column, Flags, Ints
from msrisk.whatif.examples import tables_behind


@dataclass(frozen=True)
class Profiles:
    """Kinds of suppliers.

    first: one supplier of each kind.  of: the kind of each supplier that was given.
    lines, owner: the lines that differ in anything, kind by kind, and the kind each belongs to.
    """

    first: Ints
    of: Ints
    lines: Ints
    owner: Ints

    def portion(self, start: int, end: int) -> tuple[Ints, Ints, Ints]:
        """Some of the kinds: one supplier of each, their lines, and the place of each line's kind among them."""
        low, high = np.searchsorted(self.owner, (start, end))
        return self.first[start:end], self.lines[low:high], self.owner[low:high] - np.int32(start)


def profiles(outcomes: Outcomes, suppliers: Ints, asked: Mapping[str, Flags], flags: Sequence[Flags]) -> Profiles:
    """The kinds among some suppliers: those who answer every line of every rule alike, whatever their figures.

    asked: the suppliers each field will be tried for.  flags: what else tells suppliers apart.
    """
    owner = _owner(outcomes)
    chosen = np.full(len(outcomes.suppliers), -1, np.int32)
    chosen[suppliers] = np.arange(len(suppliers), dtype=np.int32)
    lines = np.flatnonzero(chosen[owner] >= 0).astype(np.int32)
    kind_of_line = _kinds(_signs(outcomes, asked, owner), lines)
    place = chosen[owner[lines]]
    set_of = _sets(place, kind_of_line, len(suppliers))
    further = [outcomes.worst[:, suppliers], outcomes.gaps[:, suppliers], *(each[suppliers] for each in flags)]
    table = np.vstack([set_of, *further]).astype(np.int32)
    _, first, of = np.unique(table, axis=1, return_index=True, return_inverse=True)
    kinds = of.reshape(-1).astype(np.int32)
    return _with_lines(suppliers, first.astype(np.int32), kinds, lines, place, kind_of_line)


def _sets(place: Ints, kind_of_line: Ints, size: int) -> Ints:
    """One number for each set of different lines that some supplier has, whatever their order and number."""
    many = int(kind_of_line.max(initial=0)) + 1
    pairs = np.unique(place.astype(np.int64) * many + kind_of_line)
    ends = np.searchsorted(pairs // many, np.arange(size + 1)).tolist()
    held, sets = (pairs % many).astype(np.int32), dict[bytes, int]()
    return np.array([sets.setdefault(held[a:b].tobytes(), len(sets)) for a, b in pairwise(ends)], np.int32)


def _owner(outcomes: Outcomes) -> Ints:
    """The supplier of each subject of rules: of each line, or each supplier itself where no rule reads lines."""
    if outcomes.lines:
        return outcomes.suppliers.line_owner
    return np.arange(len(outcomes.suppliers), dtype=np.int32)


def _with_lines(suppliers: Ints, first: Ints, of: Ints, lines: Ints, place: Ints, kind_of_line: Ints) -> Profiles:
    """One supplier of each kind with those of its lines that differ."""
    kind = np.full(len(suppliers), -1, np.int32)
    kind[first] = np.arange(len(first), dtype=np.int32)
    belongs = kind[place]
    theirs = np.flatnonzero(belongs >= 0)
    order = np.lexsort((kind_of_line[theirs], belongs[theirs]))
    theirs = theirs[order]
    new = np.ones(len(theirs), np.bool_)
    new[1:] = (np.diff(belongs[theirs]) != 0) | (np.diff(kind_of_line[theirs]) != 0)
    theirs = theirs[new]
    return Profiles(suppliers[first].astype(np.int32), of, lines[theirs], belongs[theirs])


def _signs(outcomes: Outcomes, asked: Mapping[str, Flags], owner: Ints) -> list[Ints]:
    """What tells lines apart: every answer, and the values of fields that are compared or looked up by."""
    facts = outcomes.by_line.facts
    asks = {ask: None for rule in outcomes.asked for ask in asks_in(rule.condition, facts.terms)}
    answers = [outcomes.by_line.of(ask).astype(np.int32) for ask in asks]
    matters = {name: np.ones(len(owner), np.bool_) for ask in asks for name in _both_sides(ask, facts)}
    for name, suppliers in asked.items():
        tables = tables_behind(outcomes.rules, name)
        keys = {each for table in tables for key in table.keys for each in key.fields}
        for each in keys.union(*(table.fields for table in tables)):
            matters[each] = matters.get(each, np.zeros(len(owner), np.bool_)) | suppliers[owner]
    return [
        *answers,
        *(
            np.where(where, _values(facts.columns[name])[facts.columns[name].codes], -1) + 1
            for name, where in matters.items()
            if name in facts.columns
        ),
    ]


def _both_sides(ask: Asks, facts: Facts) -> tuple[str, ...]:
    other = facts.compared_fields(ask.phrase)
    return (ask.field, *other) if other else ()


def _values(column: Column) -> Ints:
    """A number for each distinct reading, the same where they say the same."""
    numbers: dict[object, int] = {}
    said = zip(column.readings, column.gap.tolist(), strict=True)
    codes = [numbers.setdefault((each.value, each.settled, gap), len(numbers)) for each, gap in said]
    return np.array(codes, np.int32)


def _kinds(signs: Sequence[Ints], lines: Ints) -> Ints:
    """A number for each line, the same for lines that are alike; folded sign by sign, which sorts numbers only."""
    kinds = np.zeros(len(lines), np.int64)
    for sign in signs:
        _, kinds = np.unique(kinds * (int(sign.max(initial=0)) + 1) + sign[lines], return_inverse=True)
    return kinds.reshape(-1).astype(np.int32)
