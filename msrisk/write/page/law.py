"""What a rule rests on: the words of the law, and each source with where it can be read."""

from __future__ import annotations

from collections.abc import Mapping

from msrisk.model import Track
from msrisk.ruleset.rules import Rule, RuleSet
from msrisk.write.page.html import Html, element, together
from msrisk.write.page.links import linked
from msrisk.write.rule_pages import named_source, sources_in
from msrisk.write.told_sources import told_sources


def law_of(rules: RuleSet, rule: Rule) -> Html:
    """A paragraph; of what is no law it says *source*, so that nobody takes a list for an Act."""
    parts = _opening(rule)
    for place, each in enumerate(sources_in(rules, rule.source)):
        said, url = named_source(rules, each), rules.source_of(each).url
        parts += ["; " if place else "", linked(url, said) if url else said]
    return element("p", together(*parts), class_="source")


def law_told(rules: RuleSet, rule: Rule) -> Html:
    """The same for a page that is sent out: publications and editions, and nothing of how we read them."""
    return element("p", *_opening(rule), sources_linked(told_sources(rules, rule.source)), class_="source")


def sources_linked(sources: Mapping[str, str]) -> Html:
    """Sources one after the other, each a link where it can be read."""
    parts: list[str] = []
    for said, url in sources.items():
        parts += ["; " if parts else "", linked(url, said) if url else said]
    return together(*parts)


def _opening(rule: Rule) -> list[str]:
    said: list[str] = [element("strong", "Law: " if rule.track is Track.LAW else "Source: ")]
    return [*said, f"{rule.law} "] if rule.law else said
