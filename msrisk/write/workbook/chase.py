"""The sheet *Data to chase*: what is not known over all suppliers, and who could say it."""

from __future__ import annotations

from collections.abc import Iterator

from msrisk.chase import data_to_chase
from msrisk.report import Report
from msrisk.write.moves_said import NOT_TOLD
from msrisk.write.words import NOT_GIVEN
from msrisk.write.workbook.plan import Cell, Heading, SheetPlan


def to_chase(report: Report) -> SheetPlan:
    """One row for each thing that is not known, the one that could move most suppliers first."""
    headings = (
        Heading("What is not known", 24),
        Heading("Suppliers it is open for", 11, "number"),
        Heading("Could move", 14, "number"),
        Heading("Spend with those it could move", 13, "pounds"),
        Heading("Who can say", 20),
        Heading("Question", 39),
        Heading("Spend with those it is open for", 13, "pounds"),
    )
    lines = [
        "Could move: how many of them one answer to this alone could bring to another priority, up or down.",
        "The statement registry and the company register are public files: give them with --registry and "
        "--companies-house before anybody is asked.",
        "What a reference table does not say is no question to anybody, and is not here.",
    ]
    return SheetPlan("Data to chase", "Data to chase", lines, headings, _rows(report), filtered=True, printed=6)


def _rows(report: Report) -> Iterator[list[Cell]]:
    for each in data_to_chase(report):
        yield [
            each.field.label,
            each.open_for,
            NOT_TOLD if each.could_move is None else each.could_move,
            _money(each.move_spend, NOT_TOLD if each.could_move is None else NOT_GIVEN),
            ", ".join(each.field.answered_by),
            each.field.question,
            _money(each.spend, NOT_GIVEN),
        ]


def _money(pence: int | None, else_: str) -> Cell:
    return else_ if pence is None else pence / 100
