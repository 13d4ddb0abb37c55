"""What can only be checked once a rule set is built: that its parts agree with one another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from string import Formatter

from msrisk.logic.condition import Asks, Condition, Not, TermIs, Unless, children, leaves
from msrisk.ruleset.conditions import fields_read
from msrisk.ruleset.keys import did_you_mean
from msrisk.ruleset.rules import Rule, RuleSet, Term, source_name


def refuse_circles(terms: Mapping[str, Term]) -> None:
    """A term that asks itself, directly or through others, has no answer."""
    for name in terms:
        seen, waiting = set(), [name]
        while waiting:
            for leaf in leaves(terms[waiting.pop()].condition):
                if isinstance(leaf, TermIs) and leaf.term == name:
                    raise terms[name].mark.error(f"the term '{name}' is defined by itself")
                if isinstance(leaf, TermIs) and leaf.term not in seen:
                    seen.add(leaf.term)
                    waiting.append(leaf.term)


def check_consistency(rules: RuleSet) -> None:
    """Sources exist, ``because`` is honest, no blank hides behind a term, parameters are old enough."""
    _check_sources(rules)
    _check_because(rules)
    _check_blanks(rules)
    _check_days(rules)


def _check_sources(rules: RuleSet) -> None:
    """A source starts with the short name of one in ``sources``: ``act, section 54(1)``."""
    said = [(rule.source, rule.mark) for rule in rules.rules.values()]
    said += [(term.source, term.mark) for term in rules.terms.values()]
    said += [(parameter.source, parameter.mark) for parameter in rules.parameters.values()]
    said += [(table.source, table.mark) for table in rules.tables.values()]
    for source, mark in said:
        name = source_name(source)
        if name not in rules.sources:
            near = did_you_mean(name, rules.sources)
            every = f"The sources are: {', '.join(rules.sources)}. Add your own under 'sources:'."
            raise mark.error(f"there is no source called '{name}'", near or every)


def _check_because(rules: RuleSet) -> None:
    """``because`` may use any field the rule reads, directly, through terms or tables, and any parameter.

    And whatever else a table says in the rows it was read from, such as the good as a list names it.
    """
    for rule in rules.rules.values():
        behind = rules.with_what_is_behind(fields_read(rule.condition, rules.conditions()))
        beside = [
            name for table in rules.tables.values() if set(behind) & set(table.gives) for name in table.gives
        ]
        allowed = [*behind, *beside, *rules.parameters]
        for name in _slots(rule):
            if name not in allowed:
                raise rule.mark.error(
                    f"'because' uses {{{name}}}, which the rule '{rule.id}' does not read",
                    did_you_mean(name, allowed),
                )


def _slots(rule: Rule) -> list[str]:
    try:
        return [name for _, name, _, _ in Formatter().parse(rule.because) if name is not None]
    except ValueError as error:
        raise rule.mark.error("'because' has a brace that is not closed") from error


def _check_blanks(rules: RuleSet) -> None:
    """Behind a term too, a blank that counts for a supplier would let it off for saying nothing."""
    terms = rules.conditions()
    subjects: list[Rule | Term] = [*rules.terms.values(), *rules.rules.values()]
    for subject in subjects:
        for name in _turned(subject.condition):
            if _asks_blank(terms[name], terms):
                raise subject.mark.error(
                    f"the term '{name}' asks for a blank, so it may not be asked 'no', nor stand under 'not' "
                    "or 'unless', nor under 'applies_when' of relief: removing data would help a supplier"
                )


def _turned(condition: Condition, turned: bool = False) -> Iterator[str]:
    """The terms whose *yes* counts for the supplier."""
    if isinstance(condition, TermIs) and (turned or not condition.wanted):
        yield condition.term
    elif isinstance(condition, Unless):
        yield from _turned(condition.claim, turned)
        yield from _turned(condition.exception, True)
    else:
        for child in children(condition):
            yield from _turned(child, turned or isinstance(condition, Not))


def _asks_blank(condition: Condition, terms: Mapping[str, Condition]) -> bool:
    return any(
        leaf.phrase.operation == "blank" if isinstance(leaf, Asks) else _asks_blank(terms[leaf.term], terms)
        for leaf in leaves(condition)
    )


def _check_days(rules: RuleSet) -> None:
    """A rule in force before a figure it uses would have nothing to compare with."""
    for rule in rules.rules.values():
        for name in (*fields_read(rule.condition, rules.conditions()), *_slots(rule)):
            parameter = rules.parameters.get(name)
            if parameter is not None and parameter.on(rule.in_force) is None:
                first = parameter.values[0][0]
                raise rule.mark.error(
                    f"'{name}' has no value before {first}, but the rule '{rule.id}' is in force "
                    f"from {rule.in_force}",
                    "Add the earlier value to 'values', or let the rule start later.",
                )
