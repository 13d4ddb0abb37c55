"""The sheet *Findings*: a row for each flag, with the cells and the law it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter

import numpy as np

from msrisk.gravest import place_among_flags
from msrisk.model import About, Flags, Ints, Outcome
from msrisk.once import Once
from msrisk.report import AT_A_TIME, Report
from msrisk.ruleset.rules import Rule
from msrisk.write.accepted_said import accepted_words
from msrisk.write.evidence_words import round_cells, with_cells
from msrisk.write.who_acts import acts_on
from msrisk.write.workbook.plan import Cell, Heading, SheetPlan

_HEADINGS = (
    Heading("Supplier", 22),
    Heading("Rule", 28),
    Heading("What was found", 23),
    Heading("Track", 11),
    Heading("Points", 8, "number"),
    Heading("Because", 58),
    Heading("Evidence", 250),
    Heading("How it is known", 18),
    Heading("Next step", 100),
    Heading("Who answers", 10),
    Heading("Accepted", 60),
)
_PRINTED = ("Supplier", "What was found", "Because", "Points", "Who answers")
_ON_SCREEN = ("Next step", "How it is known", "Accepted", "Rule", "Track", "Evidence")


def findings(report: Report) -> SheetPlan:
    """A row for each flag: who, what, why and who acts are printed; then what to do and what it rests on."""
    places = [[each.title for each in _HEADINGS].index(title) for title in (*_PRINTED, *_ON_SCREEN)]
    lines = ["One row for each flag. A flag is a question to ask, with the cells and the law it rests on."]
    headings = [_HEADINGS[place] for place in places]
    rows = map(itemgetter(*places), _rows(report))
    return SheetPlan("Findings", "Findings", lines, headings, rows, filtered=True, printed=len(_PRINTED))


def _rows(report: Report) -> Iterator[list[Cell]]:
    """In rank order, of each supplier the gravest first; a rule is explained for many at once."""
    about = [rule for rule in report.asked if rule.about is About.SUPPLIER]
    rules = sorted(about, key=place_among_flags(report.rules))
    flagged: Flags = report.outcomes[[report.asked.index(rule) for rule in rules]] == Outcome.FLAGGED
    order = report.scores.order[(flagged.any(axis=0) & report.screened)[report.scores.order]]
    for start in range(0, len(order), AT_A_TIME):
        yield from _portion(report, rules, order[start : start + AT_A_TIME], flagged)


def _portion(report: Report, rules: Sequence[Rule], numbers: Ints, flagged: Flags) -> Iterator[list[Cell]]:
    names = report.suppliers.shown_names(numbers)
    of_whom, of_which = np.nonzero(flagged[:, numbers].T)
    said: list[list[Cell]] = [[] for _ in of_whom]
    for number in np.unique(of_which).tolist():
        places = np.flatnonzero(of_which == number)
        rows = _rows_of(report, rules[number], numbers[of_whom[places]])
        for place, row in zip(places.tolist(), rows, strict=True):
            said[place] = row
    for whom, row in zip(of_whom.tolist(), said, strict=True):
        yield [names[whom], *row]


def _rows_of(report: Report, rule: Rule, numbers: Ints) -> Iterator[list[Cell]]:
    """All but the name, for each of some suppliers whom a rule flags."""
    evidence = Once(round_cells)
    for number, flag in zip(numbers.tolist(), report.explain_flags(rule, numbers), strict=True):
        yield [
            rule.id,
            rule.title,
            rule.track.value,
            flag.answer.points,
            flag.answer.because + flag.share,
            with_cells(evidence(flag.answer), flag.cells),
            flag.answer.grade.word,
            rule.next_step,
            acts_on(rule),
            accepted_words(report, number, rule) or "[not accepted]",
        ]
