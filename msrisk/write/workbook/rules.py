"""The sheet *Rules used*: every rule that was asked, its law and its source."""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter

from msrisk.model import About, Outcome
from msrisk.report import Report
from msrisk.write.own_choices import own_choices
from msrisk.write.words import (
    NOT_READ_BY_A_LAWYER,
    day,
)
from msrisk.write.workbook.plan import Cell, Heading, SheetPlan

Rows = Iterator[list[Cell]]


_HEADINGS = (
    Heading("Rule", 30),
    Heading("Asks", 37),
    Heading("Track", 10),
    Heading("Points", 8, "number"),
    Heading("Flagged", 9, "number"),
    Heading("Not known", 8, "number"),
    Heading("Law", 160),
    Heading("Source", 58),
    Heading("Edition", 120),
    Heading("When it is not a problem", 250),
)
_PRINTED = ("Asks", "Track", "Points", "Flagged", "Not known", "Source")
_ON_SCREEN = ("Rule", "Edition", "Law", "When it is not a problem")


def rules_used(report: Report) -> SheetPlan:
    """Every rule; what it asks, how it ended and where it is from are printed."""
    places = [[each.title for each in _HEADINGS].index(title) for title in (*_PRINTED, *_ON_SCREEN)]
    headings = [_HEADINGS[place] for place in places]
    rows = map(itemgetter(*places), _rule_rows(report))
    lines = [
        f"{report.rules.title}, version {report.rules.version}, "
        f"last compared with its sources on {day(report.rules.reviewed)}.",
        "The edition of each list that was read stands beside its rule, right of what is printed."
        + (" Of your own copies nothing is known." if report.rules.copies else ""),
    ]
    lines += [NOT_READ_BY_A_LAWYER, *own_choices(report.rules, named=len(report.rules.changed))]
    return SheetPlan("Rules used", "Rules used", lines, headings, rows, filtered=True, printed=len(_PRINTED))


def _rule_rows(report: Report) -> Rows:
    for rule, outcomes in zip(report.asked, report.outcomes, strict=True):
        yield [
            rule.id,
            rule.title,
            rule.track.value if rule.about is not About.WHAT_IF else About.WHAT_IF.value,
            report.rules.points(rule),
            int((outcomes == Outcome.FLAGGED).sum()),
            int((outcomes == Outcome.NOT_KNOWN).sum()),
            rule.law or "[no law; see Source]",
            report.rules.cited(rule.source),
            report.rules.source_of(rule.source).edition or "[no editions]",
            rule.not_a_problem_when or "[not told]",
        ]
