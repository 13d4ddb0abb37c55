"""The condition tree: what a rule asks, as frozen data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from dataclasses import field as kept

from msrisk.values.reading import Reading


@dataclass(frozen=True, slots=True)
class Literal:
    """A value written in the rule, as typed and as read."""

    text: str
    reading: Reading


@dataclass(frozen=True, slots=True)
class Reference:
    """``{name}``: a parameter, or another field of the same kind."""

    name: str


Operand = Literal | Reference


@dataclass(frozen=True, slots=True)
class Phrase:
    """What is asked of one field: an operation and what it compares with.

    operation: one of ``logic.phrase.OPERATIONS``.  negated: written with *not* in front.
    """

    operation: str
    operands: tuple[Operand, ...] = ()
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Asks:
    """One line of a condition: a field and a phrase."""

    field: str
    phrase: Phrase
    line: int = kept(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class TermIs:
    """One line of a condition that asks a named term: *yes* or *no*."""

    term: str
    wanted: bool
    line: int = kept(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class All:
    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """``any:`` at least one of the parts."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    part: Condition


@dataclass(frozen=True, slots=True)
class Unless:
    """The claim falls only when the exception is known to be yes."""

    claim: Condition
    exception: Condition


Condition = Asks | TermIs | All | Either | Not | Unless


def children(condition: Condition) -> tuple[Condition, ...]:
    match condition:
        case All(parts) | Either(parts):
            return parts
        case Not(part):
            return (part,)
        case Unless(claim, exception):
            return (claim, exception)
    return ()


def leaves(condition: Condition) -> Iterator[Asks | TermIs]:
    """Every line of a condition, in the order written."""
    if isinstance(condition, Asks | TermIs):
        yield condition
    for child in children(condition):
        yield from leaves(child)


def both(first: Condition | None, second: Condition) -> Condition:
    """The two joined by *and*; a first that is None asks nothing."""
    return second if first is None else All((first, second))


def one_by_one(line: Asks) -> Condition:
    """A line that lists several, as an *or* of its items: a yes rests on the item that is met, not on all."""
    items = [replace(line.phrase, operands=(operand,), negated=False) for operand in line.phrase.operands]
    either = Either(tuple(replace(line, phrase=item) for item in items))
    return Not(either) if line.phrase.negated else either
