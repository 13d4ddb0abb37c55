"""The sheet *Read me*: the sheets, how to read them, what not to do, and what to do on suspicion of a victim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msrisk.report import Report
from msrisk.write.words import NOT_ADVICE, checked_line, counted
from msrisk.write.workbook.plan import Cell, Heading, Link, SheetPlan
from msrisk.write.workbook.read_me_words import (
    ANSWERS,
    DO_FIRST,
    FIRST_STEPS,
    GUIDANCE,
    IN_DANGER,
    SHEETS,
    WHAT_IT_IS,
)

NAME = "Read me"


def read_me(report: Report, names: Sequence[str]) -> SheetPlan:
    """How to use the workbook; ``names``: the sheets that follow this one, in their order."""
    headings = (Heading("Part", 20), Heading("Sheet or step", 21), Heading("What to know", 81))
    screened = counted(int(report.screened.sum()), "supplier")
    lines = [
        WHAT_IT_IS,
        f"{screened} screened. {checked_line(report)}",
        NOT_ADVICE,
        IN_DANGER,
    ]
    return SheetPlan(NAME, "Modern slavery risk register: read me first", lines, headings, _rows(names))


def _rows(names: Sequence[str]) -> Iterator[list[Cell]]:
    for place, (name, said) in enumerate(FIRST_STEPS.items(), start=1):
        if name in names:
            yield [DO_FIRST, Link(f"{place}. {name}", f"sheet:{name}"), said]
    for name in names:
        yield [SHEETS, Link(name, f"sheet:{name}"), ANSWERS[name]]
    for part, steps in GUIDANCE.items():
        for step, said in steps.items():
            yield [part, step, said]
