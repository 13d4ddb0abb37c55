"""The sheet *Redacted*, first in a file that is shared: what was left out, what can still tell who is meant."""

from __future__ import annotations

from msrisk.model import register_sheet as headed
from msrisk.report import Report
from msrisk.write.redacted_said import TITLE, redaction_said
from msrisk.write.workbook.plan import Heading, SheetPlan

_LINES = ["Not for publication. The result is that of the list; only what tells who is meant was taken out."]


def redacted_sheet(report: Report) -> SheetPlan:
    """What was done to each part of the file."""
    headings = (Heading("What", 32), Heading("In this file", 110))
    return SheetPlan(headed.REDACTED, TITLE, _LINES, headings, ([*each] for each in redaction_said(report)))
