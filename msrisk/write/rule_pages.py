"""One rule under fixed headings, printed from the rule file itself: nobody keeps a second copy."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from string import Formatter

from msrisk.logic.condition import Condition, TermIs, leaves
from msrisk.logic.facts import AS_OF
from msrisk.model import Track
from msrisk.ruleset.rules import Rule, RuleSet, Term
from msrisk.write.condition_words import Speaker, listed
from msrisk.write.example_words import example_sentence
from msrisk.write.pages import Line, Page, Section
from msrisk.write.words import counted, day, field_words, in_sentence

EVERYBODY = "Every supplier."
NO_EXCEPTION = "No exception."


def rule_page(rules: RuleSet, rule: Rule, today: date) -> Page:
    """A rule for an officer or a lawyer to read; figures are those in force on ``today``."""
    speaker = Speaker(rules, today)
    sections = (
        Section("What it asks", speaker.lines(rule.flag_when)),
        Section("Of whom", speaker.lines(rule.applies_when) if rule.applies_when else [Line(EVERYBODY)]),
        Section("Unless", speaker.lines(rule.unless) if rule.unless else [Line(NO_EXCEPTION)]),
        Section("Why", [Line(because_words(speaker, rule))]),
        Section("The law" if rule.track is Track.LAW else "The law or source", list(_law(rules, rule, today))),
        Section("When it is not a problem", [Line(rule.not_a_problem_when)]),
        Section("What to do", list(_steps(rule))),
        Section("Relief" if rule.relief else "Points", [Line(_weight_in_words(rules, rule))]),
        Section(
            "Words it uses", list(_terms(speaker, rule.condition)) or [Line("None but the names of columns.")]
        ),
        Section("Examples", [Line(example_sentence(rules, each), 1) for each in rule.examples]),
    )
    return Page(f"{rule.id}: {rule.title}", sections)


def because_words(speaker: Speaker, rule: Rule) -> str:
    """What a report says beside a flag, with the name of the column where a value will stand."""
    said = []
    for text, name, _, _ in Formatter().parse(rule.because):
        said.append(text)
        if name == AS_OF:
            said.append("[the day of the run]")
        elif name is not None and name in speaker.rules.parameters:
            said.append(speaker.rules.parameters[name].on(speaker.day) or "[not yet in force]")
        elif name is not None:
            said.append(f"[{in_sentence(speaker.rules.fields[name].label)}]")
    return "".join(said)


def _law(rules: RuleSet, rule: Rule, today: date) -> Iterator[Line]:
    """The words of the law, where they stand, and since when."""
    if rule.law:
        yield Line(rule.law)
    yield Line(f"{named_source(rules, rule.source)}", url=rules.source_of(rule.source).url)
    until = f" until {day(rule.until)}" if rule.until else ""
    standing = "" if rule.holds_on(today) else f": {rule.standing(today).value} on {day(today)}"
    yield Line(f"In force from {day(rule.in_force)}{until}{standing}.")
    if rule.status == "trial":
        yield Line("On trial: shown, and never scored.")


def _steps(rule: Rule) -> Iterator[Line]:
    yield Line(f"{'Now: ' if rule.steps else ''}{rule.next_step}")
    for stage, step in rule.steps.items():
        yield Line(f"{stage.capitalize()}: {step}")
    yield Line(f"Who acts: {'the supplier' if rule.duty == 'supplier' else 'we, the buyer'}.")


def weight(rules: RuleSet, rule: Rule) -> str:
    """What hangs on a rule, in two words."""
    if rule.relief:
        return f"relief {rule.relief}"
    return counted(rules.points(rule), "point") if rules.points(rule) else "no points"


def _weight_in_words(rules: RuleSet, rule: Rule) -> str:
    if rule.relief:
        cap = rules.scoring.relief_cap
        return (
            f"{rule.relief} points off exposure where it is clear, at most {cap} with all others; never off law."
        )
    if not rule.scored:
        why = "a rule on trial" if rule.status == "trial" else f"what stands under '{rule.track.value}'"
        return f"None: {why} is shown and never scored."
    beside = [each.id for each in rules.rules.values() if each.group == rule.group and each.track is rule.track]
    others = listed([each for each in beside if each != rule.id], "and") if len(beside) > 1 else ""
    shared = f"; of it and {others} only the worst that is flagged counts" if others else ""
    severity = rule.severity.value if rule.severity else "unscored"
    return f"{rules.points(rule)} to {rule.track.value} when it is flagged (severity {severity}){shared}."


def named_source(rules: RuleSet, source: str) -> str:
    """A source with its full name and edition."""
    edition = rules.source_of(source).edition
    return rules.cited(source) + (f" ({edition})" if edition else "")


def _terms(speaker: Speaker, condition: Condition) -> Iterator[Line]:
    """The terms a condition names, and those they name in turn, each once."""
    waiting, seen = _named(condition), set[str]()
    while waiting:
        name = waiting.pop(0)
        if name not in seen:
            seen.add(name)
            term = speaker.rules.terms[name]
            waiting += _named(term.condition)
            yield from term_lines(speaker, term)


def _named(condition: Condition) -> list[str]:
    return [leaf.term for leaf in leaves(condition) if isinstance(leaf, TermIs)]


def term_lines(speaker: Speaker, term: Term) -> Iterator[Line]:
    """A term: what it means, when it is so, and where that was read."""
    source = named_source(speaker.rules, term.source)
    yield Line(f'"{field_words(term.name)}": {term.meaning}. From {source}. It is so when:', 1)
    said = speaker.lines(term.condition)
    yield from (Line(line.text, line.depth + 2 - said[0].depth) for line in said)
