"""What a rule rests on: the words of the law, and each source with where it can be read."""

from __future__ import annotations

from msrisk.model import Track
from msrisk.ruleset.rules import Rule, RuleSet
from msrisk.write.page.html import Html, element, together
from msrisk.write.page.links import linked
from msrisk.write.rule_pages import named_source, sources_in


def law_of(rules: RuleSet, rule: Rule) -> Html:
    """A paragraph; of what is no law it says *source*, so that nobody takes a list for an Act."""
    parts: list[str] = [element("strong", "Law: " if rule.track is Track.LAW else "Source: ")]
    if rule.law:
        parts.append(f"{rule.law} ")
    for place, each in enumerate(sources_in(rules, rule.source)):
        said, url = named_source(rules, each), rules.source_of(each).url
        parts += ["; " if place else "", linked(url, said) if url else said]
    return element("p", together(*parts), class_="source")
