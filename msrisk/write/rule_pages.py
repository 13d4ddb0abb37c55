"""One rule under fixed headings, printed from the rule file itself: nobody keeps a second copy."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from string import Formatter

from msrisk.logic.condition import Condition, TermIs, leaves
from msrisk.logic.facts import AS_OF
from msrisk.model import About, Track
from msrisk.ruleset.rules import Rule, RuleSet, Term, source_name
from msrisk.write.condition_words import Speaker, listed, term_words
from msrisk.write.example_words import example_sentence
from msrisk.write.pages import Line, Page, Section
from msrisk.write.words import counted, day, in_sentence

EVERYBODY = "Every supplier."
NO_EXCEPTION = "No exception."


def rule_page(rules: RuleSet, rule: Rule, today: date, whole: bool = True) -> Page:
    """A rule for an officer or a lawyer to read; figures are those in force on ``today``.

    whole: with the conditions of the terms it names; else only what they mean, and the set that has the rest.
    """
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
            "Words it uses",
            list(_terms(speaker, rule.condition, whole)) or [Line("None but the names of columns.")],
        ),
        Section("Examples", [Line(example_sentence(rules, each), 1) for each in rule.examples]),
    )
    return Page(heading(rule), sections)


def heading(rule: Rule) -> str:
    return f"{rule.id}: {rule.title}"


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
    for source in sources_in(rules, rule.source):
        yield Line(_with_edition(rules, source), url=rules.source_of(source).url)
    until = f" until {day(rule.until)}" if rule.until else ""
    standing = "" if rule.holds_on(today) else f": {rule.standing(today).value} on {day(today)}"
    since = "Asked" if rule.track in (Track.EXPOSURE, Track.ASSURANCE) else "In force"  # those two are no law
    yield Line(f"{since} from {day(rule.in_force)}{until}{standing}.")
    if rule.status == "trial":
        yield Line("On trial: shown, and never scored.")


def _steps(rule: Rule) -> Iterator[Line]:
    yield Line(rule.next_step, lead="Now:" if rule.steps else "")
    for stage, step in rule.steps.items():
        yield Line(step, lead=f"{stage.capitalize()}:")
    yield Line(f"{'the supplier' if rule.duty == 'supplier' else 'we, the buyer'}.", lead="Who acts:")


def weight(rules: RuleSet, rule: Rule) -> str:
    """What hangs on a rule, in two words."""
    if rule.relief:
        return f"relief {rule.relief}"
    return counted(rules.points(rule), "point") if rules.points(rule) else "no points"


def _weight_in_words(rules: RuleSet, rule: Rule) -> str:
    if rule.relief:
        cap = rules.scoring.relief_cap
        return (
            f"{rule.relief} points off exposure where it is clear, once for its kind of evidence, at most {cap} "
            "with all others; never off law, and it lowers no priority."
        )
    if rule.about is About.WHAT_IF:
        return "None: it is on trial and not law, shown under 'what if' and never scored."
    if not rule.scored:
        return f"None: what stands under '{rule.track.value}' is shown and never scored."
    beside = [each.id for each in rules.rules.values() if each.group == rule.group and each.track is rule.track]
    others = listed([each for each in beside if each != rule.id], "and") if len(beside) > 1 else ""
    shared = f"; of it and {others} only the worst that is flagged counts" if others else ""
    severity = rule.severity.value if rule.severity else "unscored"
    return f"{rules.points(rule)} to {rule.track.value} when it is flagged (severity {severity}){shared}."


def sources_in(rules: RuleSet, text: str) -> list[str]:
    """The sources a text names one after the other: ``act, section 54(1)`` and ``guidance, on groups``."""
    found: list[str] = []
    for part in text.split("; "):
        if source_name(part) in rules.sources or not found:
            found.append(part)
        else:
            found[-1] += f"; {part}"
    return found


def named_source(rules: RuleSet, source: str) -> str:
    """Each source with its full name and edition."""
    return "; ".join(_with_edition(rules, each) for each in sources_in(rules, source))


def _with_edition(rules: RuleSet, source: str) -> str:
    edition = rules.source_of(source).edition
    return rules.cited(source) + (f" ({edition})" if edition else "")


def _terms(speaker: Speaker, condition: Condition, whole: bool) -> Iterator[Line]:
    """The terms a condition names, and those they name in turn, each once."""
    waiting, seen = _named(condition), set[str]()
    while waiting:
        name = waiting.pop(0)
        if name not in seen:
            seen.add(name)
            term = speaker.rules.terms[name]
            waiting += _named(term.condition)
            yield from term_lines(speaker, term) if whole else [_term_named(term)]


def _term_named(term: Term) -> Line:
    home = term.mark.file.removesuffix(".yaml")
    return Line(f"{term.meaning}. Its conditions stand among the terms of {home}.", 1, lead=_marked(term))


def _marked(term: Term) -> str:
    return f"{term_words(term.name)}:"


def _named(condition: Condition) -> list[str]:
    return [leaf.term for leaf in leaves(condition) if isinstance(leaf, TermIs)]


def term_lines(speaker: Speaker, term: Term) -> Iterator[Line]:
    """A term: what it means, when it is so, and where that was read."""
    source = named_source(speaker.rules, term.source)
    yield Line(f"{term.meaning}. From {source}. It is so when:", 1, lead=_marked(term))
    said = speaker.lines(term.condition)
    yield from (Line(line.text, line.depth + 2 - said[0].depth) for line in said)
