"""The sentences that say why two may be one organisation, and what a decision does."""

from __future__ import annotations

from collections.abc import Iterable

from msrisk.files import one_line
from msrisk.model import Reason, Way

FIRST = (
    "On 'To decide', accept says that the listed one is our supplier (or its parent, where the row says so); "
    "reject says that it is not, and it is not suggested again.",
    "Nothing changes until a row is accepted and the list is screened with --decisions and this file; "
    "a blank waits.",
    "'Found' was settled without guessing: write reject where it is wrong. 'Decided' holds earlier decisions: "
    "change one there, or blank it to take it back.",
    "A decision lapses when our row (name, company number, country) or the listed entry changes; "
    "it then stands on 'Lapsed' with the reason, and the pair is asked about again.",
    "Confidence is an order in which to look, and no probability. "
    "Beside names of organisations, write no personal data here.",
)


def reasons_said(reasons: Iterable[Reason]) -> str:
    """What was compared, one line each."""
    return "\n".join(map(reason_said, reasons))


def reason_said(reason: Reason) -> str:
    """``company number agrees: 01234567``; where one side is blank, that it is."""
    what, ours, theirs = reason.what, one_line(reason.ours), one_line(reason.theirs)
    if reason.agrees is None:
        return f"{what}: ours {ours or 'blank'}, theirs {theirs or 'blank'}"
    if not reason.agrees:
        how = "is like it, not the same" if what.startswith("name") else "differs"
        return f"{what} {how}: ours {ours or 'without'}, theirs {theirs or 'without'}"
    return f"{what} agrees: {ours}" if ours == theirs else f"{what} agrees: ours {ours}, theirs {theirs}"


def question_said(way: Way) -> str:
    """What a person is asked about a pair."""
    return "may have as its parent" if way is Way.PARENT else "may be"
