"""What the flags of a run rest on: on what is bought alone, or on anything about a supplier itself."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from msrisk.gravest import OF_THE_PURCHASE, told_to
from msrisk.model import About, Outcome, SourceKind
from msrisk.report import Report
from msrisk.ruleset.rules import Rule
from msrisk.values.reading import BLANK

_OPTIONS = {SourceKind.REGISTRY: "--registry", SourceKind.COMPANIES: "--companies-house"}


def rests_on_purchases(report: Report) -> bool:
    """Whether there are flags and every one rests on what is bought and where it comes from."""
    flagged = list(_flagged(report))
    return bool(flagged) and all(OF_THE_PURCHASE.issuperset(told_to(report.rules, rule)) for rule in flagged)


def rests_on_said(report: Report) -> list[str]:
    """That in one sentence, and what could tell more; nothing where a flag rests on a supplier itself."""
    if not rests_on_purchases(report):
        return []
    known = (
        "no fact about a supplier itself led to one"
        if _anything_known(report)
        else ("nothing is known yet of any supplier itself")
    )
    joined = {join.entries.kind for join in report.suppliers.joins}
    more = [option for kind, option in _OPTIONS.items() if kind not in joined]
    return [f"Every flag here rests on what we buy; {known}.{_more(more)}"]


def _more(options: list[str]) -> str:
    return f" Public files can tell more: {', '.join(options)}." if options else ""


def _flagged(report: Report) -> Iterator[Rule]:
    """The rules about suppliers that flag anybody screened."""
    for rule, outcomes in zip(report.asked, report.outcomes, strict=True):
        if rule.about is About.SUPPLIER and bool(((outcomes == Outcome.FLAGGED) & report.screened).any()):
            yield rule


def _anything_known(report: Report) -> bool:
    """Whether the list or a file joined to it answers anything that rules ask about suppliers themselves."""
    suppliers = report.suppliers
    if suppliers.joins:
        return True
    of_suppliers = [rule for rule in report.asked if rule.about is About.SUPPLIER]
    asked = frozenset().union(*(told_to(report.rules, rule) for rule in of_suppliers)) - OF_THE_PURCHASE
    given = {name for table in suppliers.book.tables for name in table.mapping} & asked
    for name in given & suppliers.columns.keys():
        column = suppliers.columns[name]
        if any(column.readings[code] is not BLANK for code in np.unique(column.codes).tolist()):
            return True
    return False
