"""Which columns of a supplier list are worth filling in: those a rule set reads and somebody can answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from msrisk.model import Field
from msrisk.ruleset.conditions import fields_read
from msrisk.ruleset.rules import Rule, RuleSet
from msrisk.write.words import capital

WHO, BOUGHT, STATEMENT, WORKFORCE, ASSURANCE, EXCLUSION = (
    "Who it is",
    "What we buy",
    "Its statement",
    "Who does the work",
    "Evidence of control",
    "Exclusion",
)
GROUPS = (WHO, BOUGHT, STATEMENT, WORKFORCE, ASSURANCE, EXCLUSION)
# Read by no rule, and every list has them: they say who it is, which comes first of what is equal, and who acts.
ALWAYS = ("supplier_name", "company_number", "spend", "department")
# Said beside a column in place of the question its field is asked by.
TOLD_INSTEAD = {
    "supplier_name": "The supplier's name, as on its invoices.",
    "company_number": "It tells two firms of one name apart, and finds the supplier in public files.",
    "spend": "Of suppliers that are equal, the larger spend is looked at first. It adds no points.",
    "department": "Which of our departments buys from it: the register then says who acts. It adds no points.",
    # Its question offers two things, and a yes to both of them is no answer.
    "statement_no_steps": "Yes where the statement says that no steps were taken; No where it sets steps out.",
}
# ", and where", ", under which number and until when": asked of the supplier, and no answer to a yes or no.
_SECOND_PART = re.compile(r", (?:and (?:where|when|to whom|of whom|from which)|under which)\b.*$")
_BY_SUBJECT = (
    ("exclusion-", EXCLUSION),
    ("assurance-", ASSURANCE),
    ("workforce-", WORKFORCE),
    ("chain-", WORKFORCE),
    ("contract-", BOUGHT),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A column of the template: its heading, as msrisk reads it, and the rules that read it."""

    field: Field
    heading: str
    group: str
    rules: tuple[Rule, ...]


def columns_asked(rules: RuleSet) -> tuple[Asked, ...]:
    """The columns, by group and then in the order of the vocabulary."""
    readers = _readers(rules)
    names = [name for name, field in rules.fields.items() if name in ALWAYS or _is_worth(field, readers)]
    asked = [
        Asked(field, heading_of(field), _group(field, readers.get(name, ())), tuple(readers.get(name, ())))
        for name in names
        if not _follows(name, names)
        for field in [rules.fields[name]]
    ]
    return tuple(sorted(asked, key=lambda each: GROUPS.index(each.group)))


def _readers(rules: RuleSet) -> dict[str, list[Rule]]:
    """For each field the rules that read it, also through terms and tables; a rule on trial asks nobody."""
    readers: dict[str, list[Rule]] = {}
    for rule in rules.rules.values():
        if rule.status != "trial":
            for name in rules.with_what_is_behind(fields_read(rule.condition, rules.conditions())):
                readers.setdefault(name, []).append(rule)
    return readers


def _is_worth(field: Field, readers: dict[str, list[Rule]]) -> bool:
    """Read by a rule, found under a heading, and with a question that can be put to somebody."""
    return field.name in readers and bool(field.headers) and bool(field.ask) and field.is_asked


def _follows(name: str, names: Sequence[str]) -> bool:
    """An expiry that msrisk works out from its day; where a list keeps a column for it, a blank is asked about."""
    return name.endswith("_expiry") and f"{name.removesuffix('_expiry')}_date" in names


def _group(field: Field, readers: Sequence[Rule]) -> str:
    if field.name.startswith("statement_"):
        return STATEMENT
    if field.name in ("spend", "department") or field.of == "line":
        return BOUGHT
    subjects = [rule.id for rule in readers]
    found = (group for start, group in _BY_SUBJECT if all(each.startswith(start) for each in subjects))
    return next(found, WHO) if subjects else WHO


def heading_of(field: Field) -> str:
    """The label where msrisk reads it as a heading, else the first heading it knows."""
    if field.label.casefold() in {each.casefold() for each in field.headers}:
        return field.label
    return capital(field.headers[0])


def prompt_of(asked: Asked) -> str:
    """The question beside a cell; of a yes or no only that part, which the cell can hold."""
    told = TOLD_INSTEAD.get(asked.field.name)
    if told or asked.field.kind.name != "yes_no":
        return told or asked.field.ask
    first = asked.field.ask.partition("?")[0]
    return f"{_SECOND_PART.sub('', first)}?"


def rules_said(asked: Asked, most: int = 6) -> Iterator[str]:
    """The titles of the rules a column lets msrisk ask, the first few."""
    yield from (rule.title for rule in asked.rules[:most])
    if len(asked.rules) > most:
        yield f"and {len(asked.rules) - most:,} more"
