"""Every rule in force, answered for every supplier; line by line where a rule reads a line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import compress

import numpy as np

from msrisk.ended import Ended
from msrisk.errors import RulesError
from msrisk.logic.answer import Answers
from msrisk.logic.condition import Condition
from msrisk.logic.facts import Facts
from msrisk.logic.openness import assumed_fields, open_fields
from msrisk.logic.truth import NOT_KNOWN
from msrisk.model import About, Bytes, Column, Flags, Ints, Longs, Outcome, Suppliers, kinds_of
from msrisk.ruleset.conditions import fields_read
from msrisk.ruleset.rules import Rule, RuleSet


@dataclass(frozen=True)
class Outcomes:
    """The answers of a run.

    worst: rules by suppliers, an ``Outcome`` each: that of the worst line where a rule reads lines.
    lines: for each rule that reads lines, by its id, an ``Outcome`` a line.
    """

    suppliers: Suppliers
    rules: RuleSet
    as_of: date
    asked: tuple[Rule, ...]
    by_supplier: Answers
    by_line: Answers
    worst: Bytes
    lines: Mapping[str, Bytes]
    _open: dict[str, tuple[Sequence[tuple[str, ...]], Ints]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def answers(self, rule: Rule) -> Answers:
        return self.by_line if rule.id in self.lines else self.by_supplier

    def subject(self, rule: Rule, supplier: int) -> int:
        """The supplier itself, or its first line with the worst outcome."""
        if rule.id not in self.lines:
            return supplier
        start, end = self.suppliers.line_ends[supplier : supplier + 2]
        if end == start + 1:
            return start
        return start + int(np.argmax(self.lines[rule.id][start:end]))

    def subjects(self, rule: Rule, suppliers: Ints) -> Longs:
        """The same of some suppliers."""
        if rule.id not in self.lines:
            return suppliers.astype(np.int64)
        subjects = self.suppliers.first_lines[suppliers]
        ends = np.append(self.suppliers.first_lines, len(self.suppliers.line_owner))[suppliers + 1]
        for place in np.flatnonzero(ends > subjects + 1).tolist():
            subjects[place] = self.subject(rule, int(suppliers[place]))
        return subjects

    def other_lines(self, rule: Rule, supplier: int) -> tuple[int, ...]:
        """The lines of a supplier, beside the one named, that ended like it."""
        if rule.id not in self.lines:
            return ()
        named = self.subject(rule, supplier)
        start, end = self.suppliers.line_ends[supplier : supplier + 2]
        ended = self.lines[rule.id]
        return tuple(line for line in range(start, end) if line != named and ended[line] == ended[named])

    @cached_property
    def ended(self) -> Ended:
        """The rules that ended in each way."""
        return Ended(self.asked, self.worst)

    def blanks(self, rule: Rule) -> tuple[Sequence[tuple[str, ...]], Ints]:
        """Every set of fields that keeps a rule open for somebody, and which of them it is for each supplier."""
        held = self._open.get(rule.id)
        if held is None:
            held = self._open[rule.id] = self._blanks_of_all(rule)
        return held

    def _blanks_of_all(self, rule: Rule) -> tuple[Sequence[tuple[str, ...]], Ints]:
        answers = self.answers(rule)
        open_ = open_fields(answers, rule.condition, np.ones(answers.facts.size, np.bool_))
        if not open_:
            return ((),), np.zeros(len(self.suppliers), np.int32)
        subjects = self._subjects(rule)
        flags = np.stack([each[subjects] for each in open_.values()])
        kinds, first = kinds_of(flags)
        return [tuple(compress(open_, kind)) for kind in flags[:, first].T.tolist()], kinds

    def _subjects(self, rule: Rule) -> Longs:
        """The subject of every supplier at once."""
        if rule.id not in self.lines:
            return np.arange(len(self.suppliers))
        ended, owner = self.lines[rule.id], self.suppliers.line_owner
        worst = np.flatnonzero(ended == _worst_line(ended, self.suppliers)[owner])
        return worst[np.flatnonzero(np.diff(owner[worst], prepend=-1))]

    @cached_property
    def gaps(self) -> Flags:
        """Rules by suppliers: whether only gaps in reference tables, which nobody can fill, keep a rule open."""
        return np.stack([self._only_gaps(number, rule) for number, rule in enumerate(self.asked)])

    @cached_property
    def alike(self) -> tuple[Ints, Ints]:
        """A number for each supplier, the same for all who ended alike in every rule; and the first of each."""
        return kinds_of(np.vstack([self.worst, np.packbits(self.gaps, axis=0)]))

    def _only_gaps(self, number: int, rule: Rule) -> Flags:
        answers = self.answers(rule)
        read = fields_read(rule.condition, self.rules.conditions())
        columns = [answers.facts.column(name) for name in read if name in self.rules.fields]
        owner = self.suppliers.line_owner if rule.id in self.lines else None
        return only_gaps(answers, rule.condition, columns, self.worst[number], owner)

    def open_fields(self) -> tuple[dict[str, Flags], dict[str, Ints]]:
        """For each field the suppliers it is worth asking, and the points that hang on it there.

        While it is open whether a rule applies, only that is asked: nobody is asked who signed a statement
        that may not exist. What is for us, or only tried, asks a supplier nothing. Nor is anybody asked about an
        exclusion of which the list has no column: that is asked of bidders, all alike, and not of every name in a
        ledger.
        """
        flags: dict[str, Flags] = {}
        weights: dict[str, Ints] = {}
        for number, rule in enumerate(self.asked):
            if rule.about is not About.SUPPLIER:
                continue
            if rule.excludes and not self.rules.put_to(rule, self.suppliers.columns):
                continue
            points = max(self.rules.points(rule), 1)
            for name, subjects in self._asked_by(rule, self.worst[number]).items():
                if not self.suppliers.fields[name].is_asked:
                    continue
                flags.setdefault(name, np.zeros(len(self.suppliers), np.bool_))
                weights.setdefault(name, np.zeros(len(self.suppliers), np.int32))
                flags[name] |= subjects
                weights[name] += subjects * np.int32(points)
        return flags, weights

    def _asked_by(self, rule: Rule, worst: Bytes) -> dict[str, Flags]:
        answers = self.answers(rule)
        owner = self.suppliers.line_owner if rule.id in self.lines else None
        matters = (worst == Outcome.NOT_KNOWN) | (worst == Outcome.FLAGGED)
        among = matters if owner is None else matters[owner]
        found: dict[str, Flags] = {}
        if rule.applies_when is not None:
            undecided = among & (answers.of(rule.applies_when) == NOT_KNOWN)
            _add(found, open_fields(answers, rule.applies_when, undecided))
            among = among & ~undecided
        _add(found, open_fields(answers, rule.condition, among))
        _add(found, assumed_fields(answers, rule.condition, among))
        if owner is None:
            return found
        return {name: _any_line(subjects, owner, len(self.suppliers)) for name, subjects in found.items()}


def only_gaps(
    answers: Answers, condition: Condition, columns: Iterable[Column], worst: Bytes, owner: Ints | None
) -> Flags:
    """Where a rule that is not known is kept so by gaps in reference tables alone.

    columns: those the condition reads.  worst: its outcome for each supplier.  owner: the supplier of each line.
    """
    asked = askable(answers, condition, columns)
    gap: Flags = (worst == Outcome.NOT_KNOWN) & ~(asked if owner is None else _any_line(asked, owner, len(worst)))
    return gap


def askable(answers: Answers, condition: Condition, columns: Iterable[Column]) -> Flags:
    """Where somebody can be asked what keeps a condition not known; everywhere, while no column has a gap."""
    if not any(column.gap.any() for column in columns):
        return np.ones(answers.facts.size, np.bool_)
    asked = np.zeros(answers.facts.size, np.bool_)
    for subjects in open_fields(answers, condition, answers.of(condition) == NOT_KNOWN).values():
        asked |= subjects
    return asked


def _add(found: dict[str, Flags], more: dict[str, Flags]) -> None:
    for name, subjects in more.items():
        found[name] = found[name] | subjects if name in found else subjects


def _any_line(lines: Flags, owner: Ints, size: int) -> Flags:
    if len(owner) == size:  # each has one line
        return lines
    suppliers = np.zeros(size, np.bool_)
    suppliers[owner[lines]] = True
    return suppliers


def evaluate(suppliers: Suppliers, rules: RuleSet, as_of: date) -> Outcomes:
    """Every rule in force on ``as_of`` for every supplier; none is asked of payees that are set aside.

    Raises RulesError when none is in force.
    """
    asked = rules.in_force(as_of)
    if not asked:
        raise RulesError(
            f"no rule of {rules.name} is in force on {as_of}: there is nothing to ask",
            hint="Give a later day with --as-of, or another rule set with --rules.",
        )
    facts = Facts(
        len(suppliers),
        suppliers.fields,
        {name: column for name, column in suppliers.columns.items() if column.field.of == "supplier"},
        as_of,
        rules.parameters_on(as_of),
        rules.conditions(),
    )
    by_supplier = Answers(facts)
    by_line = by_supplier
    if any(reads_lines(rule, rules) for rule in asked):
        fed = {name: column for name, column in suppliers.columns.items() if column.field.of == "line"}
        by_line = Answers(facts.take(suppliers.line_owner, fed))
    lines: dict[str, Bytes] = {}
    worst = np.zeros((len(asked), len(suppliers)), np.uint8)
    for number, rule in enumerate(asked):
        if reads_lines(rule, rules):
            lines[rule.id] = rule.outcomes(by_line)
            worst[number] = _worst_line(lines[rule.id], suppliers)
        else:
            worst[number] = rule.outcomes(by_supplier)
    worst[:, suppliers.set_aside] = Outcome.NOT_APPLICABLE
    return Outcomes(suppliers, rules, as_of, asked, by_supplier, by_line, worst, lines)


def reads_lines(rule: Rule, rules: RuleSet) -> bool:
    """Whether a rule, directly or through a term, asks about lines."""
    read = fields_read(rule.condition, rules.conditions())
    return any(rules.fields[name].of == "line" for name in read if name in rules.fields)


def _worst_line(outcome: Bytes, suppliers: Suppliers) -> Bytes:
    """The worst outcome among each supplier's lines; every supplier has at least one."""
    return outcome if len(outcome) == len(suppliers) else np.maximum.reduceat(outcome, suppliers.first_lines)
