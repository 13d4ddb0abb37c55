"""The sheet *5 by 5*: suppliers by likelihood and impact in words, for registers that are kept that way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from msrisk.five_by_five import IMPACT, LINES, STEPS, WORDS, FiveByFive, five_by_five
from msrisk.model import Bytes, Flags
from msrisk.report import Report
from msrisk.write.words import counted
from msrisk.write.workbook.plan import Cell, Heading, SheetPlan

ON_FACTS, AT_MOST = "At least, on what is known", "At most, as it could turn out"
NOT_THE_ARITHMETIC = (
    "This grid is one way to show the result. It changes no priority: those come from the rules, whose points "
    "add up and can be explained one by one."
)
NO_PRODUCT = (
    "The two numbers are not multiplied. They are places in an order and not amounts: 2 by 5 and 5 by 2 would "
    "both give 10 and are not alike, and a grid of such products can put a lesser risk above a greater one."
)
NOT_PRESCRIBED = (
    "HM Treasury's Orange Book does not prescribe a 5 by 5 grid; many registers use one by custom. The mapping "
    "below is our own choice."
)


def grid(report: Report) -> SheetPlan:
    """Likelihood down, impact across, the gravest corner at the top right: by what is known, then at most.

    Two grids of plain numbers, each of which has every supplier once: three numbers in a cell were no grid.
    """
    places = five_by_five(report)
    headings = (
        Heading("Suppliers counted", 27),
        Heading("Likelihood", 16),
        *(Heading(f"Impact {step} ({WORDS[step]})", 13, "number") for step in STEPS),
    )
    lines = [NOT_THE_ARITHMETIC, NO_PRODUCT, NOT_PRESCRIBED, *mapping_said(report), *_counted_here(report, places)]
    title = "Likelihood by impact, 5 by 5"
    return SheetPlan("5 by 5", title, lines, headings, _rows(report, places), table="FiveByFive")


def with_places(report: Report, register: SheetPlan) -> SheetPlan:
    """The register with two more columns, before those to fill in: for each supplier its likelihood and impact."""
    places = five_by_five(report)
    before = sum(not heading.to_fill_in for heading in register.headings)
    further = (Heading("Likelihood, 1 to 5", 20), Heading("Impact, 1 to 5", 20))
    rows: Iterator[Sequence[Cell]] = (
        [*cells[:before], places.likelihood.said(number), places.impact.said(number), *cells[before:]]
        for cells, number in zip(register.rows, report.reading_order.tolist(), strict=True)
    )
    headings = (*register.headings[:before], *further, *register.headings[before:])
    return replace(register, headings=headings, rows=rows)


def mapping_said(report: Report) -> list[str]:
    """The whole mapping, a line for each side."""
    medium, high, critical = (report.rules.scoring.bands[line] for line in LINES)
    steps = "; ".join(f"{step} ({WORDS[step]}) {severity.value}" for severity, step in IMPACT.items())
    return [
        "Likelihood is by the points of law and exposure: 1 (very low) no point; 2 (low) fewer than "
        f"{medium}; 3 (medium) from {medium}; 4 (high) from {high}; 5 (very high) from {critical}. It says how "
        "much points to a need to check, and is no probability.",
        "Impact is severity to people, not to us: that of the gravest flag about what is bought and where, by the "
        f"severity of its rule: 1 (very low) no such flag; {steps}. It is our own grading of rules; how grave, "
        "how wide and how hard to put right a harm would be, a person has to judge.",
        "What is not known gives a range such as '2 (low) to 4 (high)', whose upper end takes it as flagged. "
        "A 1 alone is only said where nothing is open.",
    ]


def _counted_here(report: Report, places: FiveByFive) -> list[str]:
    screened, open_ended = int(report.screened.sum()), int((places.open_ended & report.screened).sum())
    return [
        f"{counted(screened, 'supplier')} screened; each of the two grids below counts every one of them once. "
        f"'{ON_FACTS}' is where they stand now. '{AT_MOST}' is where open answers could bring them: "
        f"{open_ended:,} could move, and {screened - open_ended:,} stand in the same cell of both."
    ]


def _rows(report: Report, places: FiveByFive) -> Iterator[list[Cell]]:
    likelihood, impact = places.likelihood, places.impact
    yield from _grid(ON_FACTS, report.screened, likelihood.known, impact.known)
    yield from _grid(AT_MOST, report.screened, likelihood.reach, impact.reach)


def _grid(name: str, screened: Flags, likelihood: Bytes, impact: Bytes) -> Iterator[list[Cell]]:
    for row in reversed(STEPS):
        held = screened & (likelihood == row)
        yield [name, f"{row} ({WORDS[row]})", *(int((held & (impact == step)).sum()) for step in STEPS)]
