"""The columns of the register that are ours to fill in: tinted, with words to choose from, days checked."""

from __future__ import annotations

from msrisk.model import Band
from msrisk.model import register_sheet as headed
from msrisk.report import Report
from msrisk.write.workbook.plan import Heading

_LEVELS = ("1", "2", "3", "4", "5")
OURS_FIRST = headed.OWNER
_MSAT = Heading(
    "MSAT score of ours", 12, "entry", hint="The result we hold of the Modern Slavery Assessment Tool, in %."
)
_OURS = (
    Heading(OURS_FIRST, 18, "entry", hint="Who sees to this supplier. A role will do; a name is personal data."),
    Heading(
        headed.RESPONSE,
        14,
        "entry",
        ("Treat", "Tolerate", "Transfer", "Terminate"),
        "Treat: act on it. Tolerate: accept it, with a reason. Transfer: somebody else carries it. Terminate: "
        "end what "
        "we buy, after legal advice, and never as the first step.",
    ),
    Heading(
        headed.ACTION, 34, "entry", hint="What was asked or agreed. A flag is a question: write no accusation."
    ),
    Heading(headed.DUE, 13, "day", hint="A day, such as 31/03/2027."),
    Heading(headed.STATUS, 14, "entry", headed.STATUSES),
    Heading(
        "Priority set by us",
        14,
        "entry",
        tuple(band.word for band in Band),
        "Ours, where we see it otherwise; with a reason and a last day. It changes nothing that is worked out.",
    ),
    Heading(
        "Reason for it",
        30,
        "entry",
        hint="Why we see it otherwise. It may be asked for under freedom of information.",
    ),
    Heading("Until", 13, "day", hint="The last day on which ours holds: 12 months at most."),
    Heading("Residual likelihood", 11, "entry", _LEVELS, "After what we did: 1 is lowest, 5 is highest."),
    Heading("Residual impact", 11, "entry", _LEVELS, "On people, after what we did: 1 is lowest, 5 is highest."),
    _MSAT,
    Heading(headed.LAST_CONTACT, 13, "day", hint="The day we last heard from them or wrote to them."),
    Heading(
        headed.NOTES, 40, "entry", hint="Facts and days. No accusation and no more personal data than is needed."
    ),
)


def ours(report: Report) -> tuple[Heading, ...]:
    """The columns that are ours; the score of an assessment only where our list has none."""
    held = "msat_score" in report.suppliers.columns
    return tuple(heading for heading in _OURS if not (held and heading is _MSAT))
