"""What is asked of us as the buyer, and what would be asked if it were law: never said of a supplier."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from msrisk.assessment import Evidence, RuleAnswer, most_points_first
from msrisk.model import About, Flags, Outcome
from msrisk.report import Report
from msrisk.ruleset.conditions import fields_read
from msrisk.ruleset.rules import Rule
from msrisk.ruleset.vocabulary import SUPPLIER
from msrisk.write.evidence_words import evidence_line
from msrisk.write.words import counted, in_sentence

FOR_US = "For us, the buyer"
FOR_US_LINE = "What law or policy asks of us. It says nothing of the supplier and moves nobody."
WHAT_IF = "What if (not law)"
WHAT_IF_LINE = "Rules on trial: what would be asked if they were law. They score nothing and ask nobody anything."


def to_settle(report: Report, answer: RuleAnswer) -> list[str]:
    """The questions to ourselves that would settle what is asked of us; of any other rule none.

    What rules about suppliers read, such as a conviction, is asked of the supplier in its own words: not of us.
    """
    if answer.rule.about is not About.US or answer.outcome is not Outcome.NOT_KNOWN:
        return []
    ours = [name for name in answer.blanks if name not in report.read_of_suppliers]
    fields = (report.suppliers.fields[name] for name in ours)
    return [field.ask for field in fields if field.is_asked and field.ask]


def settled_by(report: Report, answer: RuleAnswer) -> list[str]:
    """What we do to settle what is asked of us: what to find out, and where; what is put to nobody is left."""
    labels: dict[tuple[str, ...], list[str]] = {}
    for name in answer.blanks:
        field = report.suppliers.fields[name]
        if field.is_asked:
            theirs = name in report.read_of_suppliers
            labels.setdefault(field.answered_by if theirs else _not_them(field.answered_by), []).append(
                in_sentence(field.label)
            )
    return [f"To settle it, find out{_from(who)}: {'; '.join(each)}." for who, each in labels.items()]


def _from(who: Sequence[str]) -> str:
    return f" from {' or '.join(who)}" if who else ""


def _not_them(who: tuple[str, ...]) -> tuple[str, ...]:
    """Of what is ours: the supplier alone stands for all that the vocabulary names nobody else for."""
    return () if who == (SUPPLIER,) else who


def evidence_said(evidence: Sequence[Evidence]) -> list[str]:
    """Each value and its cell, and then once each what they were compared with rests on."""
    values = [evidence_line(each._replace(source="")) for each in evidence]
    sources = dict.fromkeys(each.source for each in evidence if each.source)
    return [*values, *(f"Source: {source}" for source in sources)]


def beside_said(report: Report, about: About) -> list[str]:
    """Each rule that says nothing of suppliers, with how many it is flagged for and not known; then the others."""
    said = []
    for rule, outcomes in zip(report.asked, report.outcomes, strict=True):
        if rule.about is about and answered(report, rule):
            flagged, open_ = (
                int(np.count_nonzero((outcomes == outcome) & report.screened))
                for outcome in (Outcome.FLAGGED, Outcome.NOT_KNOWN)
            )
            said.append(f"{rule.title}: {_flagged_and_open(flagged, open_)}.")
    return [*said, *filter(None, [unanswered_said(report, about, most=4)])]


def _flagged_and_open(flagged: int, open_: int) -> str:
    """``2 suppliers, not known of 3``; what is nought is left out."""
    if not flagged:
        return f"not known of {counted(open_, 'supplier')}" if open_ else "no supplier"
    return counted(flagged, "supplier") + (f", not known of {open_:,}" if open_ else "")


def answered(report: Report, rule: Rule) -> bool:
    """Whether a rule is settled for anybody; where a list has no column for it, it is not known of all alike."""
    outcomes = report.outcomes[report.asked.index(rule)]
    return bool(((outcomes == Outcome.FLAGGED) | (outcomes == Outcome.CLEAR)).any())


def unanswered_said(report: Report, about: About, most: int | None = None) -> str:
    """How many rules nobody's row can answer, and ``most`` of the columns that could; '' where there is none."""
    open_ = [rule for rule in report.asked if rule.about is about and not answered(report, rule)]
    if not open_:
        return ""
    columns = report.suppliers.columns
    read = (name for rule in open_ for name in fields_read(rule.condition, report.rules.conditions()))
    fields = [report.suppliers.fields[name] for name in dict.fromkeys(read) if name in report.suppliers.fields]
    wanted = [f"'{each.label}'" for each in fields if each.headers and each.name not in columns and each.is_asked]
    left = len(wanted) - (most or len(wanted))
    more = f" and {left} more, named on the sheet 'For us'" if left > 0 else ""
    columns_said = f"; columns that would answer: {', '.join(wanted[:most])}{more}" if wanted else ""
    return f"{counted(len(open_), 'rule')} not known of any supplier{columns_said}."


def answers_beside(report: Report, about: About) -> Iterator[tuple[str, RuleAnswer]]:
    """The name of a supplier and an answer that is not about it, flagged and not known, in rank order."""
    known = [number for number, rule in enumerate(report.asked) if rule.about is about and answered(report, rule)]
    ids = {report.asked[number].id for number in known}
    of_these = np.isin(report.outcomes[known], (Outcome.FLAGGED, Outcome.NOT_KNOWN))
    told: Flags = np.logical_or.reduce(of_these, axis=0) & report.screened
    order = report.scores.order[told[report.scores.order]]
    for number, name in zip(order.tolist(), report.suppliers.shown_names(order), strict=True):
        for outcome in (Outcome.FLAGGED, Outcome.NOT_KNOWN):
            for answer in most_points_first(report.explain(number, (outcome,), (about,))):
                if answer.rule.id in ids:
                    yield name, answer
