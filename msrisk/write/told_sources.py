"""A source as it stands in a letter: the publication and its edition; how it came to us stays in our own file."""

from __future__ import annotations

from msrisk.ruleset.rules import RuleSet, source_name
from msrisk.write.rule_pages import sources_in
from msrisk.write.words import capital

OUR_OWN = "our own assessment, informed by published guidance"
_OURS = "own choice"
_PLACES = ("section", "subsection", "regulation", "schedule", "article", "paragraph")


def told_sources(rules: RuleSet, text: str) -> dict[str, str]:
    """Each source named in a text, as it is told, with where it can be read; each once."""
    known = [each for each in sources_in(rules, text) if source_name(each) in rules.sources]
    return {_told(rules, each): rules.source_of(each).url for each in known}


def _told(rules: RuleSet, text: str) -> str:
    source = rules.source_of(text)
    if _OURS in source.cite:
        return capital(OUR_OWN)
    place = text.partition(", ")[2]
    edition = source.edition.partition(";")[0]  # what stands behind says how we read it
    return source.cite + (f", {place}" if place.startswith(_PLACES) else "") + (f" ({edition})" if edition else "")
