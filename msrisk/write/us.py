"""What is asked of us as the buyer, and what would be asked if it were law: never said of a supplier."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from msrisk.model import Outcome, Standing
from msrisk.report import Report, RuleAnswer
from msrisk.write.words import counted

FOR_US = "For us, the buyer"
FOR_US_LINE = "What law or policy asks of us. It says nothing of the supplier and moves nobody."
WHAT_IF = "What if (not law)"
WHAT_IF_LINE = "Rules on trial: what would be asked if they were law. They score nothing, and nobody is asked anything."
TITLES = {Standing.US: FOR_US, Standing.WHAT_IF: WHAT_IF}


def to_settle(report: Report, answer: RuleAnswer) -> list[str]:
    """The questions to ourselves that would settle what is asked of us; of any other rule none."""
    if answer.rule.standing is not Standing.US or answer.outcome is not Outcome.NOT_KNOWN:
        return []
    fields = (report.suppliers.fields[name] for name in answer.blanks)
    return [field.ask for field in fields if field.is_asked and field.ask]


def beside_said(report: Report, standing: Standing) -> str:
    """Each rule that says nothing of suppliers, with how many it is flagged for and not known; '' for none."""
    said = []
    for rule, outcomes in zip(report.asked, report.outcomes, strict=True):
        if rule.standing is standing:
            flagged, open_ = (
                int(np.count_nonzero((outcomes == outcome) & report.screened))
                for outcome in (Outcome.FLAGGED, Outcome.NOT_KNOWN)
            )
            said += [f"{rule.title}: {counted(flagged, 'supplier')}, not known of {open_:,}"] * bool(flagged + open_)
    return f"{TITLES[standing]}: {'; '.join(said)}." if said else ""


def answers_beside(report: Report, standing: Standing) -> Iterator[tuple[str, RuleAnswer]]:
    """The name of a supplier and an answer that is not about it, flagged and not known, in rank order."""
    for one in report.ranked():
        for outcome in (Outcome.FLAGGED, Outcome.NOT_KNOWN):
            for answer in one.ended(outcome, (standing,)):
                yield one.name, answer
