"""The sentences that say what a decision does, and what is asked."""

from __future__ import annotations

from msrisk.model import Way
from msrisk.model import decision_sheet as headed

FIRST = (
    "On 'To decide', accept says that the listed one is our supplier (or its parent, where the row says so); "
    "reject says that it is not, and it is not suggested again.",
    "Nothing changes until a row is accepted and the list is screened with --decisions and this file; "
    "a blank waits.",
    "'Found' was settled without guessing: write reject where it is wrong. 'Decided' holds earlier decisions: "
    "change one there, or blank it to take it back.",
    "A decision lapses when our row (name, company number, country) or the listed entry changes; "
    "it then stands on 'Lapsed' with the reason, and the pair is asked about again.",
    f"Printed are the columns up to '{headed.REASONS}'; the others stand to the right of it on each sheet.",
    "Confidence is an order in which to look, and no probability. "
    "Beside names of organisations, write no personal data here.",
)


def question_said(way: Way) -> str:
    """What a person is asked about a pair."""
    return "may have as its parent" if way is Way.PARENT else "may be"
