"""What is bought from each supplier in a word, and the suppliers counted by it, gravest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from msrisk.model import Band, Bytes, Field, Flags, Ints, Longs, Suppliers
from msrisk.ruleset.rules import RuleSet
from msrisk.values.reading import Reading

NOT_KNOWN = "not known what we buy"


@dataclass(frozen=True, slots=True)
class Topic:
    """The suppliers of one kind of purchase.

    name: the sector, or the list's own category; '' where neither is known.  spend: pence, None where the list
    has none.  high: those of High priority or above.
    """

    name: str
    suppliers: int
    spend: int | None
    high: int
    not_cleared: int

    @property
    def shown(self) -> str:
        return self.name or NOT_KNOWN

    @staticmethod
    def together(topics: Iterable[Topic]) -> Topic:
        """Several as one."""
        held = list(topics)
        spends = [each.spend for each in held if each.spend is not None]
        return Topic(
            "",
            sum(each.suppliers for each in held),
            sum(spends) if spends else None,
            sum(each.high for each in held),
            sum(each.not_cleared for each in held),
        )


def topics_of(suppliers: Suppliers) -> tuple[str, ...]:
    """What is bought from each supplier, or its purchase category; '' unknown.

    The sector with most of the money, so that one odd line names nobody; the gravest where equal or without money.
    """
    sector, grade = suppliers.columns.get("sector"), suppliers.columns.get("sector_grade")
    if sector is None or grade is None:
        return suppliers.categories
    gravity = np.array([_gravity(each, grade.field) for each in grade.readings], np.int64)[grade.codes]
    words = [each.first for each in sector.readings]
    known = sector.understood[sector.codes]
    lines = np.arange(len(sector.codes), dtype=np.int64)
    money = _money_of_the_kind(suppliers, words, sector.codes)
    most = np.lexsort((lines, gravity, -money, ~known, suppliers.line_owner))
    first = most[suppliers.first_lines]
    return tuple(words[code] for code in sector.codes[first].tolist())


def _money_of_the_kind(suppliers: Suppliers, words: Sequence[str], codes: Ints) -> Longs:
    """For each line what its supplier is paid in all lines of the same kind, in pence."""
    numbers: dict[str, int] = {}
    kinds = np.array([numbers.setdefault(word, len(numbers)) for word in words], np.int64)[codes]
    pairs = suppliers.line_owner * np.int64(len(numbers)) + kinds
    distinct, pair = np.unique(pairs, return_inverse=True)
    money = np.zeros(len(distinct), np.int64)
    np.add.at(money, pair, suppliers.line_spend)
    return money[pair]


def _gravity(grade: Reading, field: Field) -> int:
    """The place of the gravest among the choices, which stand gravest first; what is not known comes last."""
    grades = tuple(dict.fromkeys(choice for _, choice in field.choices))
    return next((place for place, each in enumerate(grades) if each in grade.parts), len(grades))


def by_topic(topics: Sequence[str], suppliers: Suppliers, band: Bytes, among: Flags) -> tuple[Topic, ...]:
    """The suppliers counted by what is bought: those with most of High priority first, then by spend."""
    numbers: dict[str, int] = {}
    codes = np.array([numbers.setdefault(each, len(numbers)) for each in topics], np.int32)
    found = [_topic(name, (codes == number) & among, suppliers, band) for name, number in numbers.items()]
    held = [topic for topic in found if topic.suppliers]
    return tuple(sorted(held, key=lambda each: (not each.high, not each.name, -(each.spend or 0), each.name)))


def _topic(name: str, held: Flags, suppliers: Suppliers, band: Bytes) -> Topic:
    known = held & suppliers.has_spend
    return Topic(
        name,
        int(held.sum()),
        int(suppliers.spend[known].sum()) if known.any() else None,
        int((held & (band <= Band.HIGH)).sum()),
        int((held & (band == Band.NOT_CLEARED)).sum()),
    )


def words_for_purchases(rules: RuleSet) -> frozenset[str]:
    """The words the rule set's own tables have for what is bought; any other topic is the list's own text."""
    held = [table for table in rules.tables.values() if "sector" in table.gives]
    return frozenset(word for table in held for word in table.values_of("sector"))
