"""The sheet *Method*: the arithmetic in a few lines, and how far the result rests on the points."""

from __future__ import annotations

from collections.abc import Iterator

from msrisk.model import Severity
from msrisk.model.shift import Shift
from msrisk.report import Report
from msrisk.write.workbook.plan import Cell, Heading, SheetPlan


def method(report: Report) -> SheetPlan:
    headings = (
        Heading("If the points of a flag were", 46),
        Heading("Of those to look at first", 14, "number"),
        Heading("would stay", 14, "number"),
        Heading("Suppliers that would change priority", 18, "number"),
    )
    return SheetPlan("Method", "How the priorities are worked out", list(_lines(report)), headings, _rows(report))


def _rows(report: Report) -> Iterator[list[Cell]]:
    for each in report.shifts:
        yield [points_said(report, each), each.look_first, each.stay, each.other_band]


def _lines(report: Report) -> Iterator[str]:
    scoring, work = report.rules.scoring, report.rules.worklist
    points = ", ".join(f"{each.value} {scoring.points[each]}" for each in Severity)
    bands = scoring.bands
    yield (
        f"A flag adds points by its severity: {points}. Of a group of rules only the worst counts. "
        "Neither size nor spend adds any."
    )
    yield (
        "Score = law + exposure less relief. Relief, from evidence of control in date, takes at most "
        f"{scoring.relief_cap} off exposure and nothing off law. "
        "'Could reach' is the same sum with every unknown taken as a flag."
    )
    yield (
        f"Priority by law + exposure: Critical from {bands['critical']}, High from {bands['high']}, Medium from "
        f"{bands['medium']}, Low below; relief takes nobody out of one. Medium or Low is said only where "
        f"'could reach' is below {bands['high']}; otherwise Not cleared."
    )
    yield "Refer is said where an exclusion ground may apply: it is for legal review, outside the points."
    yield (
        f"Look first: {work.look_first} suppliers, at most {work.per_category} of one kind of what we buy, and of "
        "these the highest priority first, in turn across the kinds. Spend decides only between equals."
    )
    yield "The points are our own choice and not law. The table shows what a fifth less or more would change."


def points_said(report: Report, shift: Shift) -> str:
    """``high: 20 instead of 25``."""
    held = report.rules.scoring.points
    said = ", ".join(f"{each.value}: {points} instead of {held[each]}" for each, points in shift.points.items())
    return said
