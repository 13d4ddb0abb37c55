"""The sheet *Data quality*: how the columns were taken, what could not be read, and what was left out."""

from __future__ import annotations

from collections.abc import Iterator

from msrisk.model import LineNote
from msrisk.report import Report
from msrisk.write.accepted_said import about_said, reason_said
from msrisk.write.workbook.plan import Cell, Heading, SheetPlan

Rows = Iterator[list[Cell]]
_WHOLE, _EMPTY = "[of the whole file]", "[an empty cell]"
_REDACTED = "[not told]"  # a list that is shared says of no row where it stands


def data_quality(report: Report) -> SheetPlan:
    headings = (
        Heading("What", 15),
        Heading("Where", 18),
        Heading("What the cell says", 32),
        Heading("What was made of it", 67),
    )
    lines = [
        "What could not be read as it stands first, then rows left out, then how each column was taken. "
        "Put right what is wrong in our list, and run again.",
    ]
    return SheetPlan("Data quality", "Data quality", lines, headings, _quality_rows(report), filtered=True)


def _quality_rows(report: Report) -> Rows:
    suppliers = report.suppliers
    for table in suppliers.book.tables:
        for remark in table.sheet.remarks:
            yield ["file", table.sheet.file, _WHOLE, remark]
    for where, line in _odd_lines(report):
        yield ["line", where, line.wrong or _EMPTY, suppliers.without_persons(line.done)]
    for note in suppliers.notes:
        said, problem = suppliers.without_persons(note.said), suppliers.without_persons(note.problem)
        yield ["cell", note.where or _WHOLE, said or _EMPTY, problem]
    for row in report.accepted.not_used if report.accepted else ():
        yield ["acceptance", row.where, about_said(report, row), reason_said(report, row)]
    for each in suppliers.left_out:
        yield [
            "row left out",
            each.where or _REDACTED,
            suppliers.without_persons(each.said) or _EMPTY,
            each.reason,
        ]
    yield from _columns(report)


def _columns(report: Report) -> Rows:
    """How each heading was taken; those that are not read come first."""
    read: list[list[Cell]] = []
    not_read: list[list[Cell]] = []
    for table in report.suppliers.book.tables:
        for heading in table.headings:
            if heading.text.strip():
                where = report.suppliers.book.within(table, table.sheet.address(table.below - 1, heading.column))
                taken: list[Cell] = [where, heading.text, _taken(report, heading.field, heading.how)]
                (read if heading.field else not_read).append(taken)
    yield from (["column not read", *taken] for taken in not_read)
    yield from (["column", *taken] for taken in read)


def _odd_lines(report: Report) -> Iterator[tuple[str, LineNote]]:
    """Every line that was not like the others, once, also where a sheet holds several tables."""
    once = {
        (table.sheet.file, table.sheet.name, line): None
        for table in report.suppliers.book.tables
        for line in table.sheet.mended
    }
    for file, sheet, line in once:
        counted_in = f"sheet '{sheet}', row" if sheet else "line"
        yield f"{file}, {counted_in} {line.line}", line


def _taken(report: Report, field: str, how: str) -> str:
    if field:
        return f"read as {report.suppliers.fields[field].label} ({how})"
    return f"not read ({how})" if how else "not read"
