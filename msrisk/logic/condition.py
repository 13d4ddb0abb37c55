"""The condition tree: what a rule asks, as frozen data.

The *yes* of a rule counts against the supplier. Under *not*, in a term asked *no* and in an exception a *yes*
counts in its favour, and a blank must not bring one about: ``turned`` gives a condition as it is answered there.
"""

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
    """One line of a condition that asks a named term: *yes* or *no*.

    in_favour: it stands where a *yes* counts in the supplier's favour.
    """

    term: str
    wanted: bool
    line: int = kept(default=0, compare=False)
    in_favour: bool = False


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
    """The claim falls only when the exception is known to be yes; in favour, it needs one known to be no."""

    claim: Condition
    exception: Condition
    in_favour: bool = False


Condition = Asks | TermIs | All | Either | Not | Unless


def turned(condition: Condition) -> Condition:
    """The same question where its *yes* counts the other way; turned twice, it is itself again."""
    match condition:
        case Asks():
            return condition
        case TermIs():
            return replace(condition, in_favour=not condition.in_favour)
        case All(parts):
            return All(tuple(turned(part) for part in parts))
        case Either(parts):
            return Either(tuple(turned(part) for part in parts))
        case Not(part):
            return Not(turned(part))
        case Unless(claim, exception, in_favour):
            return Unless(turned(claim), turned(exception), not in_favour)


def children(condition: Condition) -> tuple[Condition, ...]:
    """The parts, each as it is answered where it stands."""
    match condition:
        case All(parts) | Either(parts):
            return parts
        case Not(part):
            return (turned(part),)
        case Unless(claim, exception):
            return (claim, turned(exception))
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
