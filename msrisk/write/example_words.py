"""A rule's examples as sentences: ``A UK business with no statement published: flagged.``"""

from __future__ import annotations

from collections.abc import Iterator

from msrisk.model import Field
from msrisk.ruleset.rules import Example, RuleSet
from msrisk.write.condition_words import listed, term_words
from msrisk.write.words import day, in_sentence

_WHO = "uk_business"  # says who the example is about; all else is said of it
_ANSWERS = {"yes": 0, "no": 1}
_MEASURED = ("money", "number", "percent")


def example_sentence(rules: RuleSet, example: Example) -> str:
    """One example: who, with what, on which day, and how it ends."""
    given = dict(example.given)
    who = "A supplier"
    if given.get(_WHO) in _ANSWERS:
        said = _said(rules.fields[_WHO], given.pop(_WHO))
        who = said[:1].upper() + said[1:]
    terms = [
        f"{term_words(name)} is {text.replace('_', ' ')}" for name, text in given.items() if name in rules.terms
    ]
    facts = [_said(rules.fields[name], text) for name, text in given.items() if name not in rules.terms]
    return "".join(_parts(who, terms, facts, example))


def _parts(who: str, terms: list[str], facts: list[str], example: Example) -> Iterator[str]:
    yield who
    if terms:
        yield f" for which {listed(terms, 'and')}"
    if facts:
        yield f"{',' if terms else ''} with {listed(facts, 'and')}"
    if example.as_of:
        yield f", on {day(example.as_of)}"
    yield f": {example.expected.replace('_', ' ')}."


def _said(field: Field, text: str) -> str:
    """One fact in a sentence: ``no statement published``, ``turnover of £36m``, ``"company" under Legal form``."""
    if field.said and text in _ANSWERS:
        return field.said[_ANSWERS[text]]
    if not text:
        return f"nothing under {field.label}"
    measured = field.kind.name in _MEASURED and any(letter.isdigit() for letter in text)
    return f"{in_sentence(field.label)} of {text}" if measured else f'"{text}" under {field.label}'
