"""Conditions answered for all subjects at once: each phrase once per distinct value, taken by code."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from msrisk.logic import truth
from msrisk.logic.condition import (
    All,
    Asks,
    Condition,
    Either,
    Literal,
    Not,
    Operand,
    Phrase,
    Reference,
    TermIs,
    Unless,
    turned,
)
from msrisk.logic.facts import Facts, before
from msrisk.logic.phrase import age
from msrisk.logic.truth import NO, NOT_KNOWN, YES, Truth
from msrisk.model import Column, Longs, bounds
from msrisk.values.interval import Interval, point
from msrisk.values.reading import Reading
from msrisk.values.text import words

Spread = tuple[Longs, Longs]


class Answers:
    """Every condition asked of one set of facts, each answered once."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self._known: dict[Condition, Truth] = {}
        self._seen: dict[int, tuple[Condition, Truth]] = {}  # the same by identity, without hashing a tree

    def of(self, condition: Condition) -> Truth:
        """One answer a subject: no, not known or yes."""
        seen = self._seen.get(id(condition))
        if seen is None:
            answer = self._known.get(condition)
            if answer is None:
                answer = self._known[condition] = self._answer(condition)
            seen = self._seen[id(condition)] = (condition, answer)  # holding it keeps its id its own
        return seen[1]

    def behind(self, line: TermIs) -> Condition | None:
        """What a line about a term asks, as it is answered there; None of a term that was answered outright."""
        if line.term in self.facts.given:
            return None
        condition = self.facts.terms[line.term]
        return turned(condition) if line.in_favour == line.wanted else condition

    def _answer(self, condition: Condition) -> Truth:
        match condition:
            case Asks(field, phrase):
                return _ask(self.facts, self.facts.column(field), phrase)
            case TermIs(term, wanted):
                behind = self.behind(condition)
                answer = self.facts.given[term] if behind is None else self.of(behind)
                return answer if wanted else truth.negation(answer)
            case All(parts):
                return truth.all_of([self.of(part) for part in parts])
            case Either(parts):
                return truth.any_of([self.of(part) for part in parts])
            case Not(part):
                return truth.negation(self.of(turned(part)))
            case Unless(claim, exception, in_favour):
                less = truth.less if in_favour else truth.unless
                return less(self.of(claim), self.of(turned(exception)))


def _ask(facts: Facts, column: Column, phrase: Phrase) -> Truth:
    if phrase.operation == "blank":
        table = np.where(column.understood, np.uint8(NO), np.uint8(YES))
        return table[column.codes]
    ask = _ask_spread if column.field.kind.shape == "interval" else _ask_parts
    answers = [ask(facts, column, phrase.operation, operand) for operand in phrase.operands]
    answer = answers[0] if len(answers) == 1 else truth.any_of(answers)
    return truth.negation(answer) if phrase.negated else answer


# -- amounts and dates: comparisons of closed intervals


def _ask_spread(facts: Facts, column: Column, operation: str, operand: Operand) -> Truth:
    other = _other_column(facts, operand)
    if other is not None:
        held = (column.low[column.codes], column.high[column.codes])
        return _compare(operation, held, (other.low[other.codes], other.high[other.codes]))
    limit = _limit(facts, column, operation, operand)
    table = _compare(operation, (column.low, column.high), (np.array(limit.low), np.array(limit.high)))
    return table[column.codes]


def _limit(facts: Facts, column: Column, operation: str, operand: Operand) -> Interval:
    """What is compared with; *before* a month means before its first day, *after* it its last."""
    if operation == "older than":
        return point(before(facts.as_of, *age(operand)).toordinal())
    limit = bounds(_reading(facts, column, operand))
    if operation == "before":
        return point(limit.low)
    return point(limit.high) if operation == "after" else limit


_COMPARISONS: dict[str, Callable[[Spread, Spread], Truth]] = {
    "at least": lambda held, limit: truth.decided(held[0] >= limit[1], held[1] < limit[0]),
    "more than": lambda held, limit: truth.decided(held[0] > limit[1], held[1] <= limit[0]),
    "less than": lambda held, limit: truth.decided(held[1] < limit[0], held[0] >= limit[1]),
    "at most": lambda held, limit: truth.decided(held[1] <= limit[0], held[0] > limit[1]),
    "is": lambda held, limit: truth.decided(
        (held[0] == held[1]) & (limit[0] == limit[1]) & (held[0] == limit[0]),
        (held[1] < limit[0]) | (held[0] > limit[1]),
    ),
}
_SAME_AS = {"before": "less than", "older than": "less than", "after": "more than", "one of": "is"}


def _compare(operation: str, held: Spread, limit: Spread) -> Truth:
    return _COMPARISONS[_SAME_AS.get(operation, operation)](held, limit)


# -- everything else: any part that meets the phrase settles it


def _ask_parts(facts: Facts, column: Column, operation: str, operand: Operand) -> Truth:
    meets = _MEETS[operation]
    other = _other_column(facts, operand)
    if other is None:
        wanted = _reading(facts, column, operand)
        table = [_holds(reading, wanted, meets) for reading in column.readings]
        return np.array(table, np.uint8)[column.codes]
    pairs = column.codes.astype(np.int64) * len(other.readings) + other.codes
    distinct, code = np.unique(pairs, return_inverse=True)
    table = [
        _holds(column.readings[first], other.readings[second], meets)
        for first, second in (divmod(int(pair), len(other.readings)) for pair in distinct)
    ]
    return np.array(table, np.uint8)[code]


def _holds(reading: Reading, wanted: Reading, meets: Callable[[str, str], bool]) -> int:
    """Yes if any part meets any wanted one; no only if all of both was read and none does."""
    if not isinstance(reading.value, tuple) or not isinstance(wanted.value, tuple):
        return NOT_KNOWN
    if any(meets(part.casefold(), want.casefold()) for part in reading.value for want in wanted.value):
        return YES
    return NO if reading.complete and wanted.complete else NOT_KNOWN


def _mentions(text: str, phrase: str) -> bool:
    held, wanted = words(text), words(phrase)
    return any(held[at : at + len(wanted)] == wanted for at in range(len(held) - len(wanted) + 1))


_MEETS: dict[str, Callable[[str, str], bool]] = {
    "is": str.__eq__,
    "one of": str.__eq__,
    "starts with one of": str.startswith,
    "mentions one of": _mentions,
}


# -- what a phrase compares with


def _other_column(facts: Facts, operand: Operand) -> Column | None:
    """The column a reference names, unless it names a parameter."""
    if isinstance(operand, Reference) and facts.is_field(operand.name):
        return facts.column(operand.name)
    return None


def _reading(facts: Facts, column: Column, operand: Operand) -> Reading:
    if isinstance(operand, Literal):
        return operand.reading
    return column.field.read(facts.parameter(operand.name) or "")
