"""Rules as sentences: what an officer or a lawyer reads, on a terminal and in the manual."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from msrisk.model import Track
from msrisk.ruleset.load import built_in, load_rules
from msrisk.ruleset.rules import RuleSet
from msrisk.write.condition_words import Speaker
from msrisk.write.example_words import example_sentence
from msrisk.write.pages import Page, as_markdown
from msrisk.write.rule_pages import rule_page

DAY = date(2026, 11, 26)
HEADINGS = (
    "What it asks",
    "Of whom",
    "Unless",
    "Why",
    "The law",
    "When it is not a problem",
    "What to do",
    "Points",
    "Words it uses",
    "Examples",
)


@pytest.fixture(scope="module")
def rules() -> RuleSet:
    return load_rules("uk-public-procurement")


def said_under(page: Page, heading: str) -> str:
    lines = [line for section in page.sections if section.heading == heading for line in section.lines]
    return "\n".join(f"{line.lead} {line.text}".strip() for line in lines)


def test_a_rule_of_law_stands_under_fixed_headings(rules: RuleSet) -> None:
    page = rule_page(rules, rules.rules["s54-no-statement"], DAY)
    assert tuple(section.heading for section in page.sections) == HEADINGS
    assert said_under(page, "What it asks") == "Statement published: is no."
    assert "In force from 31 March 2016." in said_under(page, "The law")
    assert "Who acts: the supplier." in said_under(page, "What to do")


def test_every_shipped_rule_can_be_said_without_the_spelling_of_the_file() -> None:
    for name in built_in():
        held = load_rules(name)
        for rule in held.rules.values():
            page = rule_page(held, rule, DAY)
            asked = "\n".join(
                said_under(page, each) for each in ("What it asks", "Of whom", "Unless", "Words it uses")
            )
            assert not set("{}[]") & set(asked), rule.id
            assert "_" not in asked.replace("contract_title", ""), rule.id


def test_a_figure_of_law_is_said_with_the_day_since_when_it_holds(rules: RuleSet) -> None:
    lines = Speaker(rules, DAY).lines(rules.terms["in_scope"].condition)
    assert [line.text for line in lines] == [
        "Carries on business in the UK: is yes",
        "and turnover with subsidiaries is at least £36m (the turnover threshold in force since 29 October 2015)",
        'unless legal form is "sole trader" or "unincorporated".',
    ]


def test_and_or_and_not_are_words_that_show_what_belongs_together(rules: RuleSet) -> None:
    lines = Speaker(rules, DAY).lines(rules.rules["sector-labour-here"].flag_when)
    assert [(line.depth, line.text.split(":")[0].split('"')[0].strip()) for line in lines] == [
        (1, "Kind of sector is"),
        (1, "and it is not so that all of these hold"),
        (2, "What the sector rests on"),
        (2, "and another column says something else was bought"),
    ]


def test_a_rule_that_is_over_or_not_yet_here_says_so(rules: RuleSet) -> None:
    page = rule_page(rules, rules.rules["s54-no-statement"], date(2016, 1, 1))
    assert "not yet in force on 1 January 2016" in said_under(page, "The law")


def test_an_example_is_a_sentence(rules: RuleSet) -> None:
    said = [example_sentence(rules, each) for each in rules.rules["s54-no-statement"].examples]
    assert (
        "A UK business with turnover with subsidiaries of £50m, no statement published "
        'and "company" under Legal form: flagged.' in said
    )
    assert 'A supplier for which "in scope" is not known, with no statement published: not known.' in said
    aged = rules.rules["s54-statement-out-of-date"].examples[0]
    assert ", on 22 November 2026: flagged." in example_sentence(rules, aged)


def test_the_manual_shows_what_the_terminal_shows_and_takes_no_text_for_markup(rules: RuleSet) -> None:
    page = rule_page(rules, rules.rules["s54-no-statement"], DAY)
    written = "\n".join(as_markdown(page, 3))
    assert "### s54-no-statement: No modern slavery statement found" in written
    assert "<https://www.legislation.gov.uk/ukpga/2015/30/section/54>" in written
    assert r"\[turnover with subsidiaries\]" in written
    for heading in HEADINGS:
        assert f"**{heading}**" in written


def test_a_rule_for_the_buyer_says_who_acts_and_what_at_each_stage(rules: RuleSet) -> None:
    rule = replace(
        rules.rules["s54-no-statement"],
        track=Track.BUYER,
        severity=None,
        duty="us",
        status="trial",
        steps={"before advert": "Write it into the documents.", "award": "Look again."},
        source="guidance, on groups; act, section 54(1); and (2)",
    )
    page = rule_page(rules, rule, DAY)
    assert said_under(page, "What to do").splitlines()[1:] == [
        "Before advert: Write it into the documents.",
        "Award: Look again.",
        "Who acts: we, the buyer.",
    ]
    law = said_under(page, "The law or source")
    assert (
        "practical guide, on groups (March 2025, updated 30 July 2025)\nModern Slavery Act 2015, section 54(1)"
        in law
    )
    assert "; and (2)" in law
    assert "On trial: shown, and never scored." in law
    assert "None" in said_under(page, "Points")
