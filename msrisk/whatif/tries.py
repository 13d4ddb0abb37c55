"""A list tried with every value of one or two fields: each kind of lines once, by the rules that read them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from msrisk.evaluate.outcomes import Outcomes, askable
from msrisk.logic.answer import Answers
from msrisk.logic.cases import asks_in
from msrisk.logic.facts import Facts
from msrisk.model import Bytes, Column, Flags, Ints, Longs, Outcome, blank_column
from msrisk.ruleset.conditions import fields_read
from msrisk.ruleset.tables import ReferenceTable
from msrisk.whatif.alike import Lines, Sets
from msrisk.whatif.codes import Codes
from msrisk.whatif.examples import example_options, filled_in, tables_behind
from msrisk.whatif.options import Options, direct_options
from msrisk.whatif.plain import in_use, texts_of
from msrisk.whatif.taken import read_beside, read_beside_exactly, taken

AT_A_TIME = 4_000  # kinds of lines


@dataclass(frozen=True)
class Tried:
    """How rules would end.

    rules: their numbers.  sets: which of the sets of lines each supplier has.
    outcomes, gaps: rules by combinations by sets, as in ``Outcomes``.
    """

    rules: tuple[int, ...]
    sets: Codes
    outcomes: Bytes
    gaps: Flags


class Tries:
    """A list as it stands, ready to be tried with other values."""

    def __init__(self, outcomes: Outcomes) -> None:
        self.outcomes = outcomes
        terms = outcomes.rules.conditions()
        self._conditions = [rule.condition for rule in outcomes.asked]
        self._reads = [frozenset(fields_read(each, terms)) for each in self._conditions]
        self._asks = tuple(dict.fromkeys(ask for each in self._conditions for ask in asks_in(each, terms)))
        self._lines = Lines(outcomes, self._asks)
        self._needed = frozenset(outcomes.rules.with_what_is_behind(set().union(*self._reads)))
        self._count = {rule.group for rule in outcomes.asked if rule.scored or rule.excludes}
        self._options: dict[str, Options] = {}

    def options(self, name: str) -> Options:
        """Every value of a field that matters to some rule."""
        if name not in self._options:
            facts = self.outcomes.by_line.facts
            tables, field = tables_behind(self.outcomes.rules, name), facts.fields[name]
            self._options[name] = (
                example_options(field, tables, self._asks, facts)
                if tables
                else direct_options(field, self._conditions, facts)
            )
        return self._options[name]

    def touched(self, options: Sequence[Options]) -> tuple[int, ...]:
        """The rules that could end otherwise, by number; none of a group that adds nothing whatever it says."""
        changed, asked = _changed(options), self.outcomes.asked
        return tuple(
            number
            for number, read in enumerate(self._reads)
            if asked[number].group in self._count and not read.isdisjoint(changed)
        )

    def tried(self, options: Sequence[Options], suppliers: Longs) -> Tried:
        """How the rules that could end otherwise would, with each combination of cases."""
        rules = self.touched(options)
        read = _keys(options).union(_changed(options), *(self._reads[number] for number in rules))
        wanted = (read & self._needed | read_beside(options)) - _said_anew(options)
        sets = self._lines.sets(suppliers, sorted(wanted), self._exactly(options))
        sizes = [len(each.cases) for each in options]
        grid = np.indices(sizes, np.int32).reshape(len(sizes), -1)
        portions = [
            self._ended(
                rules, self._facts_if(options, grid, sets.lines[start : start + AT_A_TIME], wanted), grid.shape[1]
            )
            for start in range(0, len(sets.lines), AT_A_TIME)
        ]
        outcomes, asked = (np.concatenate(each, axis=2) for each in zip(*portions, strict=True))
        return _of_sets(rules, sets, outcomes, asked)

    def _ended(self, rules: Sequence[int], facts: Facts, count: int) -> tuple[Bytes, Flags]:
        """How rules end for lines in each combination, and whether anybody can be asked about what is open."""
        answers, size = Answers(facts), facts.size // count
        outcomes = np.empty((len(rules), count, size), np.uint8)
        asked = np.empty((len(rules), count, size), np.bool_)
        for place, number in enumerate(rules):
            read = [facts.columns[name] for name in self._reads[number] if name in facts.columns]
            outcomes[place] = self.outcomes.asked[number].outcomes(answers).reshape(count, size)
            asked[place] = askable(answers, self._conditions[number], read).reshape(count, size)
        return outcomes, asked

    def _facts_if(self, options: Sequence[Options], grid: Ints, lines: Ints, wanted: Collection[str]) -> Facts:
        """The facts of some lines in every combination: those of the first combination first."""
        held, every = self.outcomes.by_line.facts, np.tile(lines, grid.shape[1])
        exactly = self._exactly(options)
        columns = {
            name: self._lines.column(name, name in exactly).take(every) for name in wanted if name in held.columns
        }
        columns |= {name: in_use(columns[name]) for name in _keys(options) if name in columns}
        places = [_open_lines(each, columns, len(every)) for each in options]
        for each, where, cases in zip(options, places, grid, strict=True):
            name = each.field.name
            column = columns.get(name) or blank_column(each.field, len(every))
            columns[name] = with_value(column, each, np.repeat(cases, len(lines)), where)
        columns |= taken(options, columns)
        columns |= filled_in(_tables(options), held.fields, columns, len(every))
        return Facts(len(every), held.fields, columns, held.as_of, held.parameters, held.terms)

    def _exactly(self, options: Sequence[Options]) -> frozenset[str]:
        return _keys(options) | self._lines.compared | read_beside_exactly(options)


def _tables(options: Sequence[Options]) -> tuple[ReferenceTable, ...]:
    return tuple({table.name: table for each in options for table in each.tables}.values())


def _keys(options: Sequence[Options]) -> frozenset[str]:
    """The fields that tables are entered by: of them it matters what they say."""
    return frozenset(name for table in _tables(options) for key in table.keys for name in key.fields)


def _changed(options: Sequence[Options]) -> set[str]:
    """The fields that would say something else."""
    return {each.field.name for each in options} | {name for table in _tables(options) for name in table.fields}


def _said_anew(options: Sequence[Options]) -> set[str]:
    """The fields of which it does not matter what they say now."""
    return {each.field.name for each in options if each.field.of == "supplier"}


def _of_sets(rules: tuple[int, ...], sets: Sets, outcomes: Bytes, asked: Flags) -> Tried:
    """The worst line of each set; only gaps keep a rule open where nobody can be asked about any of its lines."""
    if len(sets.members) > len(sets.lines):
        outcomes = np.maximum.reduceat(outcomes[:, :, sets.members], sets.starts, axis=2)
        asked = np.logical_or.reduceat(asked[:, :, sets.members], sets.starts, axis=2)
    return Tried(rules, sets.of, outcomes, (outcomes == Outcome.NOT_KNOWN) & ~asked)


def _open_lines(options: Options, columns: dict[str, Column], size: int) -> Flags:
    """The lines that would say something else: all, of a supplier's fact; else those that leave it open."""
    everywhere = np.ones(size, np.bool_)
    column = columns.get(options.field.name)
    if options.field.of == "supplier" or column is None:
        return everywhere
    open_ = ~column.settled[column.codes]
    for table in options.tables:
        if options.field.name == table.asks:
            given = [columns[name] for name in table.gives if name in columns]
            nothing = [~(each.understood | each.gap)[each.codes] for each in given]
            open_ |= np.logical_and.reduce(nothing) if nothing else everywhere
    return open_


def with_value(column: Column, options: Options, case: Ints, where: Flags) -> Column:
    """A column that says, on the lines where it is open, what a case of each says."""
    field, readings = options.field, tuple(each.reading for each in options.cases)
    texts = texts_of(field, readings)
    codes = np.where(where, case + len(column.readings), column.codes).astype(np.int32)
    nowhere = np.full(len(codes), -1, np.int32)
    return Column(field, (*column.readings, *readings), (*column.texts, *texts), codes, nowhere)
