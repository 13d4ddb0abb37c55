"""``docs/rules.md`` and ``docs/glossary.md``: the manual a lawyer reads, made from the rule files themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msrisk.model import Track
from msrisk.ruleset.glossary import Word
from msrisk.ruleset.rules import Parameter, Rule, RuleSet
from msrisk.write.condition_words import Speaker
from msrisk.write.glossary_page import glossary_page
from msrisk.write.pages import Line, Page, Section, as_markdown, plain
from msrisk.write.rule_pages import heading, named_source, rule_page, term_lines
from msrisk.write.words import counted, day, field_words

MADE_BY = "Made from the files in `rules/` by `python docs/make_pages.py`; change those, not this page."
_INTRODUCTION = (
    "Each rule is a question put to a supplier; a flag is a question to ask, never a finding. Below, every rule "
    "set says what it was compared with and what it leaves out, then each of its rules under the same headings. "
    "Figures are those in force on the day the set was reviewed. What a set takes over from another stands there."
)


def rule_book(sets: Sequence[RuleSet]) -> str:
    """Every rule set with what is its own: rules, terms, figures, sources, and what was left out."""
    lines = ["# The rules", "", MADE_BY, "", _INTRODUCTION, "", *_contents(sets), ""]
    for rules in sets:
        lines += _chapter(rules)
    return _tidy(lines)


def glossary_book(words: Sequence[Word]) -> str:
    return _tidy([*as_markdown(glossary_page(words), 1), "", MADE_BY])


def _tidy(lines: Sequence[str]) -> str:
    """No line ends in spaces, and no two blank ones follow each other."""
    kept = [line.rstrip() for number, line in enumerate(lines) if line or (number and lines[number - 1])]
    return "\n".join(kept).strip() + "\n"


def _contents(sets: Sequence[RuleSet]) -> Iterator[str]:
    """Every rule set and each rule of its own, linked to its heading."""
    seen: dict[str, int] = {}
    for rules in sets:
        yield f"- [{plain(rules.title)}](#{_anchor(_title(rules), seen)})"
        yield from (f"  - [{rule.id}](#{_anchor(heading(rule), seen)})" for rule in _own_rules(rules))


def _anchor(title: str, seen: dict[str, int]) -> str:
    """What a page of markdown calls a heading; one that stands there twice gets a number the second time."""
    anchor = "".join(each for each in title.lower() if each.isalnum() or each in " -_").replace(" ", "-")
    times = seen[anchor] = seen.get(anchor, -1) + 1
    return f"{anchor}-{times}" if times else anchor


def _title(rules: RuleSet) -> str:
    return f"{rules.name}: {rules.title}"


def _own_rules(rules: RuleSet) -> list[Rule]:
    """The rules that this set's own file adds or changes, by track."""
    own = [rule for rule in rules.rules.values() if rule.mark.file == f"{rules.name}.yaml"]
    return sorted(own, key=lambda rule: list(Track).index(rule.track))


def _chapter(rules: RuleSet) -> Iterator[str]:
    speaker = Speaker(rules, rules.reviewed)
    yield from as_markdown(_front(rules, speaker), 2)
    for rule in _own_rules(rules):
        yield from as_markdown(rule_page(rules, rule, rules.reviewed, whole=False), 3)


def _front(rules: RuleSet, speaker: Speaker) -> Page:
    """What stands before the rules of a set."""
    own = f"{rules.name}.yaml"
    terms = [term for term in rules.terms.values() if term.mark.file == own]
    figures = [each for each in rules.parameters.values() if each.mark.file == own]
    sections = (
        Section("This rule set", list(_about(rules, len(_own_rules(rules))))),
        Section("Compared with", [Line(each, 1) for each in rules.compared_with]),
        Section("Left out", [Line(each, 1) for each in rules.left_out]),
        Section("Switched off", [Line(reason, 1, lead=f"{name}:") for name, reason in rules.off.items()]),
        Section("Figures", [line for each in figures for line in _figure(rules, each)]),
        Section("Terms", [line for term in terms for line in term_lines(speaker, term)]),
    )
    return Page(_title(rules), [section for section in sections if section.lines])


def _about(rules: RuleSet, own: int) -> Iterator[Line]:
    yield Line(f"Version {rules.version}, reviewed {day(rules.reviewed)}; {counted(own, 'rule')} of its own.")
    others = [name.removesuffix(".yaml") for name, _ in rules.files[1:] if name.endswith(".yaml")]
    if others:
        yield Line(f"With those of {', '.join(others)}: {counted(len(rules.rules), 'rule')}.")


def _figure(rules: RuleSet, figure: Parameter) -> Iterator[Line]:
    said = f"{figure.meaning}. From {named_source(rules, figure.source)}."
    yield Line(said, 1, lead=f"{field_words(figure.name).capitalize()}:")
    yield from (Line(f"{text} from {day(start)}", 2) for start, text in figure.values)
