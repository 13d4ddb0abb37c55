"""The sheets of the working register as another view of it has them: redacted, or with likelihood by impact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msrisk.model.register_sheet import SHEET as REGISTER
from msrisk.report import Report
from msrisk.view import FIVE_BY_FIVE
from msrisk.write.workbook.five_by_five import grid, with_places
from msrisk.write.workbook.plan import SheetPlan
from msrisk.write.workbook.redacted import redacted_sheet


def viewed(report: Report, plans: Iterable[SheetPlan]) -> Iterator[SheetPlan]:
    """What redaction did stands first; the grid before the register, whose rows it gives two more columns."""
    if report.suppliers.redacted:
        yield redacted_sheet(report)
    for plan in plans:
        if plan.name == REGISTER and report.view.profile == FIVE_BY_FIVE:
            yield grid(report)
            yield with_places(report, plan)
        else:
            yield plan
