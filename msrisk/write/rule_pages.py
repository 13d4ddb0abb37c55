"""Rules as prose, printed from the rule file itself: nobody keeps a second copy."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from msrisk.logic.condition import (
    All,
    Asks,
    Condition,
    Either,
    Literal,
    Not,
    Phrase,
    TermIs,
    Unless,
    leaves,
)
from msrisk.model import Track
from msrisk.ruleset.rules import Rule, RuleSet
from msrisk.write.own_choices import own_choices
from msrisk.write.words import copies_said, day, field_words

Part = str | Text | RichTable | Padding


def rule_list(rules: RuleSet, today: date) -> list[Part]:
    """The rules in force on a day, by track."""
    parts: list[Part] = [
        f"{rules.title}: {rules.name} {rules.version}, reviewed {day(rules.reviewed)}. In force on {day(today)}:"
    ]
    parts += filter(None, [copies_said(rules.copies)])
    for track in Track:
        held = [rule for rule in rules.in_force(today) if rule.track is track]
        if not held:
            continue
        table = RichTable(box=None, padding=(0, 2, 0, 0), pad_edge=False, show_header=False)
        table.add_column(overflow="fold")
        table.add_column(justify="right", no_wrap=True)
        table.add_column(overflow="fold")
        for rule in held:
            table.add_row(rule.id, _weight(rules, rule), rule.title)
        parts += ["", Text(f"{track.value.capitalize()} ({len(held)})", "bold"), Padding(table, (0, 0, 0, 2))]
    waiting = [rule.id for rule in rules.rules.values() if not rule.holds_on(today)]
    if waiting:
        parts += ["", f"Not in force on that day: {', '.join(waiting)}"]
    return [*parts, *map(Text, own_choices(rules, named=len(rules.changed)))]


def rule_page(rules: RuleSet, rule: Rule) -> list[Part]:
    """One rule under fixed headings."""
    until = f" to {day(rule.until)}" if rule.until else ""
    sections: list[tuple[str, list[str]]] = [
        ("What it asks", list(condition_lines(rule.flag_when))),
        ("Of whom", list(condition_lines(rule.applies_when)) if rule.applies_when else ["Every supplier."]),
        ("Unless", list(condition_lines(rule.unless)) if rule.unless else []),
        ("Why", [rule.law, f"Source: {_source(rules, rule.source)}"]),
        ("Since", [f"{day(rule.in_force)}{until}"]),
        ("When it is not a problem", [rule.not_a_problem_when]),
        (
            "What to do",
            [rule.next_step, f"Who acts: {'the supplier' if rule.duty == 'supplier' else 'us, the buyer'}."],
        ),
        ("At other stages", [f"{stage.capitalize()}: {step}" for stage, step in rule.steps.items()]),
        ("Relief" if rule.relief else "Points", [_weight_in_words(rules, rule)]),
        ("Terms it uses", list(_terms(rules, rule))),
        ("Examples", list(_examples(rule))),
    ]
    parts: list[Part] = [Text(f"{rule.id}: {rule.title}", "bold")]
    for title, lines in sections:
        shown = [line for line in lines if line]
        if shown:
            parts += ["", Text(title, "bold"), *(Padding(Text(line), (0, 0, 0, 2)) for line in shown)]
    return parts


def _weight(rules: RuleSet, rule: Rule) -> str:
    return f"relief {rule.relief}" if rule.relief else f"{rules.points(rule)} points"


def _weight_in_words(rules: RuleSet, rule: Rule) -> str:
    if rule.relief:
        cap = rules.scoring.relief_cap
        return (
            f"{rule.relief} off exposure where it is clear, once for its kind of evidence, at most {cap} with all "
            "others; never off law, and it lowers no priority"
        )
    if not rule.scored:
        return f"none: what stands under '{rule.track.value}' is shown and never scored"
    return f"{rules.points(rule)} ({rule.track.value}; the worst rule of the group '{rule.group}' counts)"


def _source(rules: RuleSet, source: str) -> str:
    """A source with its full name, edition and address."""
    url = rules.source_of(source).url
    return named_source(rules, source) + (f"  {url}" if url else "")


def named_source(rules: RuleSet, source: str) -> str:
    """A source with its full name and edition."""
    edition = rules.source_of(source).edition
    return rules.cited(source) + (f" ({edition})" if edition else "")


def condition_lines(condition: Condition, depth: int = 0) -> Iterator[str]:
    """A condition as lines of words, indented as it nests."""
    margin = "  " * depth
    match condition:
        case Asks(field, phrase):
            yield f"{margin}{field_words(field)}: {phrase_words(phrase)}"
        case TermIs(term, wanted):
            yield f"{margin}{term.replace('_', ' ')}: {'yes' if wanted else 'no'}"
        case All(parts) | Either(parts):
            if isinstance(condition, Either) or depth:
                yield f"{margin}{'any of' if isinstance(condition, Either) else 'all of'}:"
                depth += 1
            for part in parts:
                yield from condition_lines(part, depth)
        case Not(part):
            yield f"{margin}not:"
            yield from condition_lines(part, depth + 1)
        case Unless(claim, exception):
            yield from condition_lines(claim, depth)
            yield f"{margin}unless:"
            yield from condition_lines(exception, depth + 1)


def phrase_words(phrase: Phrase) -> str:
    """A phrase as it was written."""
    operands = [each.text if isinstance(each, Literal) else f"{{{each.name}}}" for each in phrase.operands]
    operation = "" if phrase.operation == "is" else phrase.operation
    said = f"[{', '.join(operands)}]" if operation.endswith("one of") else " ".join(operands)
    return " ".join(filter(None, ("not" if phrase.negated else "", operation, said)))


def _terms(rules: RuleSet, rule: Rule) -> Iterator[str]:
    named = dict.fromkeys(leaf.term for leaf in leaves(rule.condition) if isinstance(leaf, TermIs))
    for name in named:
        term = rules.terms[name]
        yield f"{name.replace('_', ' ')}: {term.meaning}"
        yield from condition_lines(term.condition, 1)


def _examples(rule: Rule) -> Iterator[str]:
    for example in rule.examples:
        given = ", ".join(f"{field_words(name)} {field_words(text)}" for name, text in example.given)
        when = f" (on {day(example.as_of)})" if example.as_of else ""
        yield f"{example.expected.replace('_', ' ')}: {given}{when}"
