"""``docs/rules.md`` and ``docs/glossary.md``: the manual a lawyer reads, made from the rule files themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msrisk.model import Track
from msrisk.ruleset.glossary import Word
from msrisk.ruleset.rules import Parameter, RuleSet
from msrisk.write.condition_words import Speaker
from msrisk.write.glossary_page import glossary_page
from msrisk.write.pages import Line, Page, Section, as_markdown
from msrisk.write.rule_pages import named_source, rule_page, term_lines
from msrisk.write.words import counted, day, field_words

MADE_BY = "Made from the files in `rules/` by `python docs/make_pages.py`; change those, not this page."
_INTRODUCTION = (
    "Each rule is a question put to a supplier; a flag is a question to ask, never a finding. Below, every rule "
    "set says what it was compared with and what it leaves out, then each of its rules under the same headings. "
    "Figures are those in force on the day the set was reviewed. What a set takes over from another stands there."
)


def rule_book(sets: Sequence[RuleSet]) -> str:
    """Every rule set with what is its own: rules, terms, figures, sources, and what was left out."""
    lines = ["# The rules", "", MADE_BY, "", _INTRODUCTION, ""]
    for rules in sets:
        lines += _chapter(rules)
    return _tidy(lines)


def glossary_book(words: Sequence[Word]) -> str:
    return _tidy([*as_markdown(glossary_page(words), 1), "", MADE_BY])


def _tidy(lines: Sequence[str]) -> str:
    """No line ends in spaces, and no two blank ones follow each other."""
    kept = [line.rstrip() for number, line in enumerate(lines) if line or (number and lines[number - 1])]
    return "\n".join(kept).strip() + "\n"


def _chapter(rules: RuleSet) -> Iterator[str]:
    own = f"{rules.name}.yaml"
    speaker = Speaker(rules, rules.reviewed)
    yield from as_markdown(_front(rules, speaker, own), 2)
    for track in Track:
        for rule in rules.rules.values():
            if rule.track is track and rule.mark.file == own:
                yield from as_markdown(rule_page(rules, rule, rules.reviewed, whole=False), 3)


def _front(rules: RuleSet, speaker: Speaker, own: str) -> Page:
    """What stands before the rules of a set."""
    held = [rule for rule in rules.rules.values() if rule.mark.file == own]
    terms = [term for term in rules.terms.values() if term.mark.file == own]
    figures = [each for each in rules.parameters.values() if each.mark.file == own]
    sections = (
        Section("This rule set", list(_about(rules, len(held)))),
        Section("Compared with", [Line(each, 1) for each in rules.compared_with]),
        Section("Left out", [Line(each, 1) for each in rules.left_out]),
        Section("Switched off", [Line(reason, 1, lead=f"{name}:") for name, reason in rules.off.items()]),
        Section("Figures", [line for each in figures for line in _figure(rules, each)]),
        Section("Terms", [line for term in terms for line in term_lines(speaker, term)]),
    )
    title = f"{rules.name}: {rules.title}"
    return Page(title, [section for section in sections if section.lines])


def _about(rules: RuleSet, own: int) -> Iterator[Line]:
    yield Line(f"Version {rules.version}, reviewed {day(rules.reviewed)}; {counted(own, 'rule')} of its own.")
    others = [name.removesuffix(".yaml") for name, _ in rules.files[1:] if name.endswith(".yaml")]
    if others:
        yield Line(f"With those of {', '.join(others)}: {counted(len(rules.rules), 'rule')}.")


def _figure(rules: RuleSet, figure: Parameter) -> Iterator[Line]:
    said = f"{figure.meaning}. From {named_source(rules, figure.source)}."
    yield Line(said, 1, lead=f"{field_words(figure.name).capitalize()}:")
    yield from (Line(f"{text} from {day(start)}", 2) for start, text in figure.values)
