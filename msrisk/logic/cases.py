"""Values that tell apart everything a condition can tell apart: for "what would change it" and reachability.

For an amount or date those are the points at, just below and just above each limit it is compared with;
for other kinds each value a phrase names, and one that none names.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from msrisk.logic.condition import Asks, Condition, Literal, Phrase, Reference, TermIs, children
from msrisk.logic.facts import Facts, before
from msrisk.logic.phrase import age
from msrisk.model import Column, Field
from msrisk.values.interval import LIMIT, Interval, point
from msrisk.values.reading import BLANK, Reading

OTHER, ANOTHER = "something else", "something else again"


@dataclass(frozen=True, slots=True)
class Case:
    """One value a field could turn out to have.

    low, high: for an amount or date, the range of values that answer alike.
    """

    reading: Reading
    low: int = 0
    high: int = 0


def cases_of(field: Field, conditions: Iterable[Condition], facts: Facts) -> tuple[Case, ...]:
    """Every value of a field that some condition answers differently, none of them blank."""
    asked = [ask for condition in conditions for ask in asks_in(condition, facts.terms)]
    partners = {field.name, *_partners(asked, field.name, facts)}
    phrases = [ask.phrase for ask in asked if ask.field in partners]
    if field.kind.shape == "interval":
        limits = {limit for each in phrases for limit in _limits(each, field, facts)}
        if len(partners) > 1:  # on either side of a limit, or of any figure, each can be less, equal or more
            around = limits or {facts.as_of.toordinal()}
            limits = {limit + step for limit in around for step in ((-1, 0, 1) if limits else (0,))}
        return _ranges(field, sorted(limits))
    if field.kind.name == "yes_no":
        return tuple(Case(Reading((value,))) for value in ("no", "yes"))
    named = {part for each in phrases for part in _named(each, field, facts)}
    others = sorted({choice for _, choice in field.choices} - named) or [OTHER, ANOTHER]
    values = [*sorted(named), *others[: 2 if len(partners) > 1 and not named else 1]]
    return tuple(Case(Reading((value,))) for value in values)


def asks_in(condition: Condition, terms: Mapping[str, Condition]) -> Iterable[Asks]:
    """Every line that asks a field, directly or through terms."""
    if isinstance(condition, Asks):
        yield condition
    if isinstance(condition, TermIs) and condition.term in terms:
        yield from asks_in(terms[condition.term], terms)
    for child in children(condition):
        yield from asks_in(child, terms)


def _partners(asked: Iterable[Asks], field: str, facts: Facts) -> Iterable[str]:
    """The fields this one is compared with; what tells one of them apart tells the other too."""
    for ask in asked:
        compared = facts.compared_fields(ask.phrase)
        if ask.field == field:
            yield from compared
        elif field in compared:
            yield ask.field


def _limits(phrase: Phrase, field: Field, facts: Facts) -> Iterable[int]:
    for operand in phrase.operands:
        if phrase.operation == "older than":
            yield before(facts.as_of, *age(operand)).toordinal()
            continue
        reading = _operand_reading(operand, field, facts)
        if isinstance(reading.value, Interval):
            yield from (reading.value.low, reading.value.high)


def _named(phrase: Phrase, field: Field, facts: Facts) -> Iterable[str]:
    for operand in phrase.operands:
        yield from _operand_reading(operand, field, facts).parts


def _operand_reading(operand: Literal | Reference, field: Field, facts: Facts) -> Reading:
    if isinstance(operand, Literal):
        return operand.reading
    text = facts.parameter(operand.name)
    return BLANK if text is None else field.read(text)


def _ranges(field: Field, limits: Sequence[int]) -> tuple[Case, ...]:
    """The stretches between limits, and the limits themselves, each by one point inside it."""
    floor = 0 if field.kind.name == "money" else -LIMIT
    edges: list[tuple[int, int]] = []
    start = floor
    for limit in limits:
        if start < limit:
            edges.append((start, limit - 1))
        edges.append((limit, limit))
        start = limit + 1
    edges.append((start, LIMIT))
    return tuple(Case(Reading(_inside(low, high)), low, high) for low, high in edges)


def _inside(low: int, high: int) -> Interval:
    """A point of the stretch next to its finite end, so that it looks like a real figure."""
    return point(high) if low in (0, -LIMIT) else point(low)


def spread(facts: Facts, choices: Mapping[str, Sequence[Reading]], limit: int = 50_000, seed: int = 2015) -> Facts:
    """Facts for every combination of the given readings; a fixed random sample when there are too many."""
    sizes = [len(readings) for readings in choices.values()]
    total = int(np.prod([np.float64(size) for size in sizes], initial=1.0))
    if total <= limit:
        grid = np.indices(sizes).reshape(len(sizes), -1) if sizes else np.zeros((0, 1), np.int64)
    else:
        chance = np.random.default_rng(seed)
        grid = np.array([chance.integers(0, size, limit) for size in sizes])
    count = grid.shape[1]
    columns = {
        name: column_of(facts.fields[name], readings, grid[number].astype(np.int32))
        for number, (name, readings) in enumerate(choices.items())
    }
    base = facts.take(np.zeros(count, np.int32), {}) if facts.size else facts
    return Facts(
        count,
        facts.fields,
        {**base.columns, **columns},
        facts.as_of,
        facts.parameters,
        facts.terms,
        base.given,
    )


def column_of(field: Field, readings: Sequence[Reading], codes: np.typing.NDArray[np.int32]) -> Column:
    """A column made of readings rather than cells."""
    texts = tuple("" if reading.value is None else field.kind.show(reading.value) for reading in readings)
    return Column(field, tuple(readings), texts, codes, np.full(len(codes), -1, np.int32))
