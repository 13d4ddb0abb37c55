"""A report made again without names, before anything is written: every format then has nothing else to show."""

from __future__ import annotations

from dataclasses import MISSING, fields, replace
from typing import Any

from msrisk.redacting.answers import explained
from msrisk.redacting.key import Tokens, key_of_list
from msrisk.redacting.suppliers import without_names
from msrisk.redacting.values import Words, two_figures
from msrisk.report import Report
from msrisk.ruleset.rules import RuleSet
from msrisk.score import name_places, order_of
from msrisk.topics import words_for_purchases

_KNOWN = ("topics", "options", "view")  # parts with a default: made anew here, or of no supplier
_OPTIONS_KEPT = ("rules", "stage", "min-spend", "header-row", "visible-only", "encoding", "profile", "names")


def redacted(report: Report, key: bytes | None = None) -> Report:
    """The same result without names, ids, numbers, links, cells and free text; money in two figures.

    key: with it, a supplier has the same token in every list; without it, in this list alone.
    What people decided and accepted is left out: it stands under their names. So is whatever else a report may
    come to hold, until somebody has thought about it here.
    """
    words, bought = words_of(report.rules), words_for_purchases(report.rules)
    tokens = Tokens(key or key_of_list([table.sheet.sha256 for table in report.suppliers.book.tables]))
    suppliers = without_names(report.suppliers, tokens, words)
    scores = replace(report.scores, stake=two_figures(report.scores.stake))
    explain, explain_flags = explained(report, words)
    kept = {name: text for name, text in report.options.items() if name in _OPTIONS_KEPT}
    return replace(
        report,
        suppliers=suppliers,
        scores=replace(scores, order=order_of(suppliers, scores, name_places(suppliers))),
        topics=tuple(topic if topic in bought else "" for topic in report.topics),
        explain=explain,
        explain_flags=explain_flags,
        facts_behind=lambda number, rule: "",
        options={**kept, "redact": "with a shared key" if key else "for this list alone"},
        **_unknown(report),
    )


def _unknown(report: Report) -> dict[str, Any]:
    """Every part of a report that is not known to name nobody, as it is where there is none."""
    others = [each for each in fields(report) if each.name not in _KNOWN]
    made = {each.name: each.default_factory() for each in others if each.default_factory is not MISSING}
    return made | {each.name: each.default for each in others if each.default is not MISSING}


def words_of(rules: RuleSet) -> Words:
    """By field the words that the rule set's tables can give it, also where they list nothing."""
    found: dict[str, set[str]] = {}
    for table in rules.tables.values():
        for name in table.gives:
            found.setdefault(name, set()).update(table.values_of(name), {table.unlisted})
        found.setdefault(table.basis, set()).update(key.text for key in table.keys)
    return {name: frozenset(each) for name, each in found.items()}
