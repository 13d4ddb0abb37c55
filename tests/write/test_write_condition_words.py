"""Every phrase a rule may ask, as a sentence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from msrisk.logic.condition import All, Asks, Condition, Either, Not, TermIs, Unless
from msrisk.logic.phrase import parse_phrase
from msrisk.ruleset.load import load_rules
from msrisk.ruleset.rules import RuleSet
from msrisk.write.condition_words import Speaker

DAY = date(2026, 11, 26)


@pytest.fixture(scope="module")
def rules() -> RuleSet:
    return load_rules("section-54")


def asks(rules: RuleSet, field: str, phrase: str) -> Asks:
    return Asks(field, parse_phrase(phrase, rules.fields[field]))


def said(rules: RuleSet, condition: Condition, day: date = DAY) -> list[str]:
    return [f"{'  ' * line.depth}{line.text}" for line in Speaker(rules, day).lines(condition)]


@pytest.mark.parametrize(
    ("field", "phrase", "sentence"),
    [
        ("statement_published", "no", "Statement published: is no."),
        ("statement_published", "not yes", "Statement published: is not yes."),
        ("legal_form", "company", 'Legal form is "company".'),
        ("legal_form", "one of [company, llp, partnership]", 'Legal form is "company", "llp" or "partnership".'),
        ("legal_form", "not one of [company, llp]", 'Legal form is none of "company" or "llp".'),
        ("turnover", "more than £1m", "Turnover with subsidiaries is more than £1m."),
        ("turnover", "not at least £1m", "Turnover with subsidiaries is not at least £1m."),
        ("turnover", "at least {turnover_own}", "is at least what stands under Turnover without subsidiaries."),
        ("msat_expiry", "before {as_of}", "MSAT result in date until: is before the day of the run."),
        ("msat_date", "older than 24 months", "is older than 24 months on the day of the run."),
        ("statement_year_end", "after 2026-05-16", "covers is after 16 May 2026."),
        ("cpv", "starts with one of [45, 90]", 'CPV code starts with "45" or "90".'),
        ("description", "mentions one of [laundry]", 'Description mentions "laundry".'),
        ("description", "not mentions one of [laundry]", 'Description does not mention "laundry".'),
        ("category", "blank", "Purchase category is left blank."),
        ("ecovadis_score", "less than 45", "EcoVadis score is less than 45."),
        ("sedex_member", "yes", "Sedex member: is yes."),
    ],
)
def test_a_phrase_is_a_sentence(rules: RuleSet, field: str, phrase: str, sentence: str) -> None:
    (line,) = said(rules, asks(rules, field, phrase))
    assert line.endswith(sentence)


def test_a_figure_is_the_one_in_force_on_the_day(rules: RuleSet) -> None:
    old = rules.parameters["turnover_threshold"]
    later = replace(old, values=(*old.values, (date(2027, 1, 1), "£40m")))
    held = replace(rules, parameters={**rules.parameters, later.name: later})
    condition = asks(rules, "turnover", "at least {turnover_threshold}")
    assert "£36m (the turnover threshold in force since 29 October 2015)" in said(held, condition)[0]
    assert (
        "£40m (the turnover threshold in force since 1 January 2027)" in said(held, condition, date(2027, 1, 1))[0]
    )
    assert (
        "£36m (the turnover threshold in force from 29 October 2015)" in said(held, condition, date(2014, 1, 1))[0]
    )


def test_what_belongs_together_stands_deeper(rules: RuleSet) -> None:
    one, two, three = (asks(rules, "legal_form", each) for each in ("company", "llp", "partnership"))
    assert said(rules, All((one, Either((two, three))))) == [
        '  Legal form is "company"',
        "  and at least one of these:",
        '    Legal form is "llp"',
        '    or legal form is "partnership".',
    ]
    assert said(rules, Either((All((one, two)), three))) == [
        "At least one of these:",
        "  All of these:",
        '    Legal form is "company"',
        '    and legal form is "llp"',
        '  or legal form is "partnership".',
    ]
    assert said(rules, Unless(one, Not(Either((two, three))))) == [
        '  Legal form is "company"',
        "  unless none of these holds:",
        '    Legal form is "llp"',
        '    or legal form is "partnership".',
    ]


def test_a_term_is_said_by_its_meaning_and_its_name(rules: RuleSet) -> None:
    asked = 'ection 54 asks this supplier for a statement ("in scope").'
    assert said(rules, TermIs("in_scope", True)) == [f"S{asked}"]
    assert said(rules, TermIs("in_scope", False)) == [f"It is not so that s{asked}"]
