"""How a list was understood, for a terminal: plain words, nothing that matters cut."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from msrisk.files import one_line
from msrisk.model import Outcome, Suppliers, Table, letters
from msrisk.report import Report
from msrisk.write.joins import joined_said
from msrisk.write.words import counted, in_sentence, pounds

Part = str | Text | RichTable | Padding
NOTES_SHOWN = 8
UNREAD_SHOWN = 12


def understood(suppliers: Suppliers, columns: bool = True) -> list[Part]:
    """The file, sheet, heading row and columns that were taken, and what was joined; shown on every run.

    columns: False where they are shown at length elsewhere.
    """
    read = [part for table in suppliers.book.tables for part in _understood_table(suppliers, table, columns)]
    return [*read, *map(Text, joined_said(suppliers))]


def _understood_table(suppliers: Suppliers, table: Table, columns: bool) -> Iterator[Part]:
    sheet = table.sheet
    name = f", sheet '{one_line(sheet.name)}'" if sheet.name else ""
    left = len(suppliers.left_out)
    found = f"{counted(table.rows, 'row')} below, {counted(len(suppliers), 'supplier')}"
    yield (
        f"Read {one_line(sheet.file)}{name}: headings in row {table.header_row}, {found}, "
        f"{counted(left, 'row')} left out."
    )
    for remark in sheet.remarks:
        yield f"  {one_line(remark)}"
    if columns:
        yield from _columns(suppliers, table)
    counts = Counter(each.reason for each in suppliers.left_out)
    if counts:
        out = [f"{count:,} × {reason}{_with_spend(suppliers, reason)}" for reason, count in counts.most_common()]
        yield f"  Left out: {'; '.join(out)}"
    yield from _notes_said(suppliers)


def _columns(suppliers: Suppliers, table: Table) -> Iterator[Part]:
    """What was taken for what, and what was not read, in a few lines."""
    sheet = table.sheet
    taken = _grid()
    for heading in table.headings:
        if heading.field:
            how = "" if heading.how == "exact" else f"({heading.how})"
            cell = letters(sheet.first_column + heading.column)
            taken.add_row(
                f"  {suppliers.fields[heading.field].label}", f"column {cell}", _quoted(heading.text), how
            )
    yield taken
    unread = [heading for heading in table.headings if heading.text.strip() and not heading.field]
    if unread:
        said = [f"{_quoted(heading.text)}{f' ({heading.how})' if heading.how else ''}" for heading in unread]
        more = f"; and {len(said) - UNREAD_SHOWN:,} more" if len(said) > UNREAD_SHOWN else ""
        yield f"  Not read: {'; '.join(said[:UNREAD_SHOWN])}{more}"


def _notes_said(suppliers: Suppliers) -> Iterator[str]:
    not_taken = sum(not note.understood for note in suppliers.notes)
    if not_taken:
        yield f"  {counted(not_taken, 'note')} on cells that could not be taken as they stand."
    if len(suppliers.notes) > not_taken:
        yield f"  {counted(len(suppliers.notes) - not_taken, 'note')} on what was made of cells, in the workbook."


def _with_spend(suppliers: Suppliers, reason: str) -> str:
    amount = suppliers.spend_left_out.get(reason)
    return f" ({pounds(amount)})" if amount else ""


def _quoted(text: str) -> str:
    return f"'{one_line(text)}'"


def _grid() -> RichTable:
    grid = RichTable.grid(padding=(0, 2, 0, 0))
    for _ in range(4):
        grid.add_column(overflow="fold")
    return grid


def indented(text: str, by: int) -> Padding:
    return Padding(Text(text), (0, 0, 0, by))


def most_open(report: Report) -> list[Part]:
    """The blanks that stand in the way of most suppliers."""
    counts = sorted(
        ((int(flags.sum()), name) for name, flags in report.open_fields.items() if flags.any()), reverse=True
    )
    if not counts:
        return []
    fields = report.suppliers.fields
    said = "; ".join(f"{in_sentence(fields[name].label)} ({count:,})" for count, name in counts[:4])
    return ["", Text(f"Most often not known: {said}.")]


def understanding(report: Report) -> list[Part]:
    """For ``check``: the cells that could not be read, and which rules the list can answer."""
    suppliers = report.suppliers
    parts: list[Part] = [""]
    notes = sorted(suppliers.notes, key=lambda note: note.understood)
    parts += [
        indented(f"{note.where}: {one_line(suppliers.without_persons(note.problem))}", 2)
        for note in notes[:NOTES_SHOWN]
    ]
    if len(notes) > NOTES_SHOWN:
        parts.append(f"  … {len(notes) - NOTES_SHOWN:,} more; screen with -o register.xlsx lists them all.")
    parts += ["", "What the list can answer", _answerable(report)]
    return [*parts, *most_open(report), "", "Nothing was written."]


def _answerable(report: Report) -> RichTable:
    table = RichTable(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    table.add_column("Rule", no_wrap=True)
    for heading in ("Settled", "Not known", "Does not apply"):
        table.add_column(heading, justify="right", max_width=9, overflow="fold")
    for rule, outcomes in zip(report.asked, report.outcomes, strict=True):
        counts = [int((outcomes == outcome).sum()) for outcome in Outcome]
        settled = counts[Outcome.FLAGGED] + counts[Outcome.CLEAR]
        table.add_row(
            rule.id, f"{settled:,}", f"{counts[Outcome.NOT_KNOWN]:,}", f"{counts[Outcome.NOT_APPLICABLE]:,}"
        )
    return table
