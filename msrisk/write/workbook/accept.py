"""``acceptances.xlsx``: Read first, To accept, Not used; what a person writes there is read back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from msrisk.model import acceptance_sheet as headed
from msrisk.write.accept import Row, ToAccept
from msrisk.write.days import as_typed
from msrisk.write.words import checked_line, counted
from msrisk.write.workbook import book
from msrisk.write.workbook.plan import Cell, Heading, SheetPlan

_TITLE = "Findings for a person to accept for a while"
_COMMENTS = "An accepted finding stays a finding: no score and no priority changes."
_TYPED = (
    Heading(headed.BY, 12, "entry"),
    Heading(headed.ON, 13, "day"),
    Heading(headed.UNTIL, 13, "day"),
    Heading(headed.WHY, 22, "entry"),
)
_TO_READ = (
    Heading(headed.SUPPLIER, 24),
    Heading(headed.TITLE, 26),
    Heading(headed.BECAUSE, 42),
    Heading(headed.PRIORITY, 13, "band"),
)
_FURTHER = (
    Heading(headed.SPEND, 14, "pounds"),
    Heading(headed.RULE, 26),
    Heading(headed.NUMBER, 14),
    Heading(headed.FACTS, 60),
)
_LINE = "A row a finding. The tinted columns are ours to fill in; what they mean is on 'Read first'."
_FIRST = (
    "To accept a finding, fill in who accepts it, on which day, until which day (12 months at most) and why; "
    "a row without all four is not used.",
    "Then screen the list with --acceptances and this file. The finding is shown as accepted; "
    "the score and the priority stay as they are.",
    "A supplier whose every finding that counts is accepted leaves the look-first queue for a place after the "
    "others.",
    "An acceptance lapses after its last day, and when what it rests on changes: a value, the rule, its weight, "
    f"or a figure of it. That is what '{headed.FACTS}' holds: leave it as it is.",
    "An exclusion cannot be accepted: whether it applies, and what follows, is for legal review.",
    "Write no personal data here beside the name of whoever accepts.",
)


def fill(result: ToAccept, path: Path) -> None:
    sheets = (make(result) for make in SHEETS)
    book.save(path, _TITLE, _COMMENTS, result.report.as_of, sheets)


def check(path: Path) -> None:
    book.check(path, len(SHEETS))


def read_first(result: ToAccept) -> SheetPlan:
    accepted = result.report.accepted
    rows: Iterator[list[Cell]] = iter(
        [
            ["Findings to accept or leave", len(result.rows)],
            ["Acceptances that hold", len(accepted.held) if accepted else 0],
            ["Acceptances that are not used", len(result.not_used)],
        ]
    )
    headings = (Heading("What stands here", 60), Heading("Rows", 12, "number"))
    return SheetPlan("Read first", _TITLE, [*_FIRST, checked_line(result.report)], headings, rows)


def to_accept(result: ToAccept) -> SheetPlan:
    whose = "every supplier" if result.everybody else "the look-first queue"
    title = f"To accept: {counted(len(result.rows), 'finding')} of {whose}"
    return _listed("To accept", title, result, result.rows)


def not_used(result: ToAccept) -> SheetPlan:
    title = "Not used: kept as they were written; accept again on 'To accept' where that is meant"
    return _listed("Not used", title, result, result.not_used, Heading(headed.NOT_USED, 26))


def _listed(name: str, title: str, result: ToAccept, rows: Sequence[Row], *further: Heading) -> SheetPlan:
    """Our columns, those that are printed first, then the columns a person added."""
    cells = [heading for row in result.written for heading, _ in row.cells]
    own = dict.fromkeys(heading for heading in cells if heading not in headed.ALL)
    printed = (*_TYPED, *further, *_TO_READ)
    headings = (*printed, *_FURTHER, *(Heading(each, 26, "entry") for each in own))
    said = ([as_typed(row.get(each.title), each.style) for each in headings] for row in rows)
    return SheetPlan(name, title, (_LINE,), headings, said, filtered=True, printed=len(printed))


SHEETS: tuple[Callable[[ToAccept], SheetPlan], ...] = (read_first, to_accept, not_used)
