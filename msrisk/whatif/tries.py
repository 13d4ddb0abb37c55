"""Many suppliers at once, each tried with every combination of values of one or two fields."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cached_property

import numpy as np

from msrisk.evaluate.outcomes import Outcomes, only_gaps
from msrisk.logic.answer import Answers
from msrisk.logic.cases import asks_in
from msrisk.logic.facts import Facts
from msrisk.logic.truth import NO
from msrisk.model import Bytes, Column, Flags, Ints, Longs, blank_column
from msrisk.ruleset.conditions import fields_read
from msrisk.score import add_points, open_exclusions
from msrisk.scores import Points
from msrisk.whatif.examples import example_options, filled_in, plain, tables_behind
from msrisk.whatif.options import Options, direct_options


class Tries:
    """Some suppliers as they stand, ready to be tried with other values.

    suppliers: their numbers.  lines: those of their lines that are tried, in the order of the suppliers;
    the suppliers themselves where no rule reads a line.  owner: the place of each line's supplier.
    options: those that were worked out for others of the same list.
    """

    def __init__(
        self,
        outcomes: Outcomes,
        suppliers: Ints,
        lines: Ints,
        owner: Ints,
        options: dict[str, Options] | None = None,
    ) -> None:
        self.outcomes, self.size = outcomes, len(suppliers)
        self.stands, self.gaps = outcomes.worst[:, suppliers], outcomes.gaps[:, suppliers]
        self.owner = owner
        terms = outcomes.rules.conditions()
        self.conditions = [rule.condition for rule in outcomes.asked]
        self.reads = [frozenset(fields_read(each, terms)) for each in self.conditions]
        self.asks = tuple(dict.fromkeys(ask for each in self.conditions for ask in asks_in(each, terms)))
        needed = outcomes.rules.with_what_is_behind(set().union(*self.reads))
        facts = outcomes.by_line.facts
        self.columns = {name: plain(facts.columns[name].take(lines)) for name in needed if name in facts.columns}
        self._options = {} if options is None else options

    @cached_property
    def points(self) -> Points:
        """As they stand."""
        return self._points(self.stands, self.gaps)

    def options(self, name: str) -> Options:
        """Every value of a field that matters to some rule."""
        if name not in self._options:
            facts = self.outcomes.by_line.facts
            tables, field = tables_behind(self.outcomes.rules, name), facts.fields[name]
            self._options[name] = (
                example_options(field, tables, self.asks, facts)
                if tables
                else direct_options(field, self.conditions, facts)
            )
        return self._options[name]

    def points_if(self, options: Sequence[Options], some: Longs) -> Points:
        """The points of some suppliers with each combination of cases: those of the first combination first."""
        sizes = [len(each.cases) for each in options]
        grid = np.indices(sizes, np.int32).reshape(len(sizes), -1)
        place = np.full(self.size, -1, np.int32)
        place[some] = np.arange(len(some), dtype=np.int32)
        lines = np.flatnonzero(place[self.owner] >= 0).astype(np.int32)
        owner, count = place[self.owner[lines]], grid.shape[1]
        facts, changed = self._facts_if(options, grid, lines)
        outcome, gaps = np.tile(self.stands[:, some], count), np.tile(self.gaps[:, some], count)
        answers, starts = Answers(facts), np.flatnonzero(np.diff(owner, prepend=-1))
        owners = (owner + len(some) * np.arange(count, dtype=np.int32)[:, None]).reshape(-1)
        for number, rule in enumerate(self.outcomes.asked):
            if self.reads[number].isdisjoint(changed):
                continue
            condition = self.conditions[number]
            applies = True if rule.applies_when is None else answers.of(rule.applies_when) != NO
            each = ((answers.of(condition) + 1) * applies).reshape(count, -1)
            outcome[number] = np.maximum.reduceat(each, starts, axis=1).reshape(-1)
            read = [facts.columns[name] for name in self.reads[number] if name in facts.columns]
            gaps[number] = only_gaps(answers, condition, read, outcome[number], owners)
        return self._points(outcome, gaps)

    def _facts_if(self, options: Sequence[Options], grid: Ints, lines: Ints) -> tuple[Facts, Collection[str]]:
        """The facts of some lines in every combination, and the fields that may differ from what they are."""
        held, count = self.outcomes.by_line.facts, grid.shape[1]
        tables = tuple({table.name: table for each in options for table in each.tables}.values())
        changed = {each.field.name for each in options} | {name for table in tables for name in table.fields}
        wanted = {name for table in tables for key in table.keys for name in key.fields} | changed
        wanted |= {name for read in self.reads if not read.isdisjoint(changed) for name in read}
        tiled = np.tile(lines, count)
        columns = {name: column.take(tiled) for name, column in self.columns.items() if name in wanted}
        for number, each in enumerate(options):
            name = each.field.name
            column = columns.get(name) or blank_column(each.field, len(tiled))
            where = np.tile(self._open_lines(each)[lines], count)
            columns[name] = with_value(column, each, np.repeat(grid[number], len(lines)), where)
        columns |= filled_in(tables, held.fields, columns, len(tiled))
        facts = Facts(len(tiled), held.fields, columns, held.as_of, held.parameters, held.terms)
        return facts, changed

    def _open_lines(self, options: Options) -> Flags:
        """The lines that would say something else: all, of a supplier's fact; else those that leave it open."""
        everywhere = np.ones(len(self.owner), np.bool_)
        column = self.columns.get(options.field.name)
        if options.field.of == "supplier" or column is None:
            return everywhere
        open_ = ~column.settled[column.codes]
        for table in options.tables:
            if options.field.name == table.asks:
                given = [self.columns[name] for name in table.gives if name in self.columns]
                nothing = [~(each.understood | each.gap)[each.codes] for each in given]
                open_ |= np.logical_and.reduce(nothing) if nothing else everywhere
        return open_

    def _points(self, outcome: Bytes, gaps: Flags) -> Points:
        held = self.outcomes
        exclusions = open_exclusions(held.suppliers, held.rules, held.asked, outcome)
        return add_points(held.rules, held.asked, outcome, exclusions, gaps)


def with_value(column: Column, options: Options, case: Ints, where: Flags) -> Column:
    """A column that says, on the lines where it is open, what a case of each says."""
    field, readings = options.field, tuple(each.reading for each in options.cases)
    texts = tuple("" if each.value is None else field.kind.show(each.value) for each in readings)
    codes = np.where(where, case + len(column.readings), column.codes).astype(np.int32)
    nowhere = np.full(len(codes), -1, np.int32)
    return Column(field, (*column.readings, *readings), (*column.texts, *texts), codes, nowhere)
