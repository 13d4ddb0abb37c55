"""Which of several flags is said first; and what a rule rests on: facts about the supplier, or what we buy alone.

For legal review first, then most points. Of equal points first what tells how people work for the supplier, then
what its statement lacks, then the origin of what we buy, and last its category, which fits all firms of the kind.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msrisk.model import Track
from msrisk.ruleset.conditions import fields_read
from msrisk.ruleset.rules import Rule, RuleSet

WHAT_IS_BOUGHT = frozenset(
    ("contract_title", "account", "category", "description", "proclass", "cpv", "goods", "sic")
)
OF_THE_PURCHASE = WHAT_IS_BOUGHT | {"origin", "place_of_work"}  # where it is made or done, not who sells it
Place = tuple[bool, int, bool, bool, bool]


def place_among_flags(rules: RuleSet) -> Callable[[Rule], Place]:
    """Where each rule stands among others, each worked out once; the first to be said is the least."""
    held: dict[str, Place] = {}

    def place(rule: Rule) -> Place:
        if rule.id not in held:
            told = told_to(rules, rule)
            held[rule.id] = (
                rule.track is not Track.EXCLUSION,
                -rules.points(rule),
                WHAT_IS_BOUGHT.issuperset(told),
                OF_THE_PURCHASE.issuperset(told),
                rule.track is Track.LAW,
            )
        return held[rule.id]

    return place


def told_to(rules: RuleSet, rule: Rule) -> frozenset[str]:
    """The fields of a list that a rule rests on, with those behind whatever it looks up."""
    read = rules.with_what_is_behind(fields_read(rule.condition, rules.conditions()))
    given = {name for table in rules.tables.values() for name in table.fields}
    return frozenset(read) - given - rules.parameters.keys()


def sole_gravest(flags: Sequence[Rule]) -> bool:
    """Whether the first flag has more points than every other."""
    return len(flags) == 1 or flags[0].severity is not flags[1].severity
