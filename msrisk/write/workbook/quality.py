"""The sheet *Data quality*: how the columns were taken, what could not be read, and what was left out."""

from __future__ import annotations

from collections.abc import Iterator

from msrisk.model import LineNote
from msrisk.report import Report
from msrisk.write.accepted_said import about_said, reason_said
from msrisk.write.workbook.plan import Cell, Heading, SheetPlan

Rows = Iterator[list[Cell]]
_WHOLE, _EMPTY = "[of the whole file]", "[an empty cell]"


def data_quality(report: Report) -> SheetPlan:
    headings = (
        Heading("Where", 24),
        Heading("What the cell says", 40),
        Heading("What was made of it", 90),
    )
    lines = ["How the columns were taken, cells that could not be read as they stand, and rows left out."]
    return SheetPlan("Data quality", "Data quality", lines, headings, _quality_rows(report), filtered=True)


def _quality_rows(report: Report) -> Rows:
    suppliers = report.suppliers
    for table in suppliers.book.tables:
        for remark in table.sheet.remarks:
            yield [table.sheet.file, _WHOLE, remark]
        for heading in table.headings:
            if heading.text.strip():
                yield [
                    suppliers.book.within(table, table.sheet.address(table.below - 1, heading.column)),
                    heading.text,
                    _taken(report, heading.field, heading.how),
                ]
    for where, line in _odd_lines(report):
        yield [where, line.wrong or _EMPTY, suppliers.without_persons(line.done)]
    for note in suppliers.notes:
        yield [
            note.where or _WHOLE,
            suppliers.without_persons(note.said) or _EMPTY,
            suppliers.without_persons(note.problem),
        ]
    for row in report.accepted.not_used if report.accepted else ():
        yield [row.where, about_said(report, row), reason_said(report, row)]
    for each in suppliers.left_out:
        yield [each.where, suppliers.without_persons(each.said) or _EMPTY, f"Row left out: {each.reason}"]


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
        return f"Heading: read as {report.suppliers.fields[field].label} ({how})"
    return f"Heading: not read ({how})" if how else "Heading: not read"
