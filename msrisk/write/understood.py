"""How a list was understood, shown on every run: files, sheets, heading rows, columns, rows left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from rich.text import Text

from msrisk.files import one_line
from msrisk.model import Suppliers, Table
from msrisk.model.sheet import Heading
from msrisk.write.grid import Column, Grid
from msrisk.write.joins import joined_said
from msrisk.write.terminal import Part
from msrisk.write.words import counted, pounds

UNREAD_SHOWN = 12
LISTS_SHOWN = 24
# A column with such a word that nobody read might be taken for one that was checked.
_OF_EXCLUSION = re.compile(
    r"convict|exclu(?:sion|ded)|debar|offence|\b(?:stpo|stro|tepo|tero|lmeo)\b|\bdate of order\b", re.IGNORECASE
)
TAKEN_SHOWN = 10  # columns that were taken; of more, only the first to see
_HANGS_ON = {
    *("supplier_name", "company_number", "spend", "payment_date", "category", "account", "description", "country"),
    *("turnover", "statement_published"),
}
ON_ONE_LINE = 4  # names of lists above their columns


def understood(suppliers: Suppliers, columns: bool = True, whole: bool = False) -> list[Part]:
    """The files, sheets, heading rows and columns that were taken, and what was joined.

    columns: False where they are shown at length elsewhere.  whole: all of them, not only those that matter most.
    """
    tables = suppliers.book.tables
    parts: list[Part] = [_read(suppliers), *_lists(tables), *_remarks(tables)]
    if columns:
        for same in _with_the_same_columns(tables):
            parts += _columns(suppliers, same, len(tables), whole)
    counts = Counter(each.reason for each in suppliers.left_out)
    if counts:
        out = [f"{count:,} × {reason}{_with_spend(suppliers, reason)}" for reason, count in counts.most_common()]
        parts.append(f"  Left out: {'; '.join(out)}")
    return [*parts, *_notes_said(suppliers), *map(Text, joined_said(suppliers))]


def list_name(table: Table) -> str:
    """A sheet in quotes, or a text file by its name."""
    sheet = table.sheet
    return f"'{one_line(sheet.name)}'" if sheet.name else one_line(sheet.file)


def _read(suppliers: Suppliers) -> str:
    tables, files = suppliers.book.tables, suppliers.book.files
    first, below = tables[0], sum(table.rows for table in tables)
    left = f"{counted(len(suppliers.left_out), 'row')} left out"
    if len(tables) == 1:
        name = f", sheet '{one_line(first.sheet.name)}'" if first.sheet.name else ""
        return (
            f"Read {one_line(first.sheet.file)}{name}: {_headings_in(first)}, {counted(below, 'row')} below, "
            f"{counted(len(suppliers), 'supplier')}, {left}."
        )
    what = f"{len(tables)} tables of {one_line(files[0])}" if len(files) == 1 else f"{len(files)} files"
    return (
        f"Read {what} as one list: {counted(below, 'row')} below the headings, "
        f"{counted(len(suppliers), 'supplier')}, {left}."
    )


def _headings_in(table: Table) -> str:
    if table.heads == 2:
        return f"headings in rows {table.sheet.number(table.start)} and {table.header_row}"
    return f"headings in row {table.header_row}"


def _lists(tables: Sequence[Table]) -> Iterator[str]:
    """Where each of several tables stands."""
    if len(tables) == 1:
        return
    several = len({table.sheet.file for table in tables}) > 1
    for table in tables[:LISTS_SHOWN]:
        file = f"{one_line(table.sheet.file)}, " if several and table.sheet.name else ""
        yield f"  {file}{list_name(table)}: {_headings_in(table)}{_beside(table, tables)}, {_rows_below(table)}"
    if len(tables) > LISTS_SHOWN:
        yield f"  … {len(tables) - LISTS_SHOWN:,} more; the run record lists them all."


def _rows_below(table: Table) -> str:
    return f"{counted(table.rows, 'row')} below"


def _beside(table: Table, tables: Sequence[Table]) -> str:
    """The columns of a table that stands beside another, under headings in the same row."""
    place = (list_name(table), table.header_row)
    if sum((list_name(each), each.header_row) == place for each in tables) == 1:
        return ""
    columns = [heading.column for heading in table.headings if heading.text.strip()]
    return f", columns {table.sheet.letters_of(columns[0])} to {table.sheet.letters_of(columns[-1])}"


def _remarks(tables: Sequence[Table]) -> Iterator[str]:
    """What is to be said of how the files were read; once where it holds for all."""
    named: dict[str, list[str]] = {}
    for table in tables:
        for remark in table.sheet.remarks:
            names = named.setdefault(remark, [])
            if list_name(table) not in names:
                names.append(list_name(table))
    lists = len({list_name(table) for table in tables})
    for remark, names in named.items():
        whose = "" if len(names) == lists else f"{_some(names)}: "
        yield f"  {whose}{one_line(remark)}"


def _some(names: Sequence[str]) -> str:
    more = f" and {len(names) - ON_ONE_LINE:,} more" if len(names) > ON_ONE_LINE else ""
    return f"{', '.join(names[:ON_ONE_LINE])}{more}"


def _with_the_same_columns(tables: Sequence[Table]) -> list[list[Table]]:
    """The tables, those together of which the same is read under the same headings."""
    groups: dict[tuple[tuple[int, str, str], ...], list[Table]] = {}
    for table in tables:
        taken = ((each.column, each.field, each.text.strip()) for each in table.headings if each.field)
        groups.setdefault(tuple(taken), []).append(table)
    return list(groups.values())


def _columns(suppliers: Suppliers, tables: Sequence[Table], among: int, whole: bool) -> Iterator[Part]:
    """What was taken for what, and what was not read, in a few lines."""
    table = tables[0]
    if len(tables) < among:
        yield f"  Columns of {_some([list_name(each) for each in tables])}:"
    taken = [heading for heading in table.headings if heading.field]
    first = taken if whole or len(taken) <= TAKEN_SHOWN else [each for each in taken if _to_see(each)]
    yield Grid(
        [Column("Taken as"), Column("Column", whole=True), Column("Heading"), Column("How")],
        [
            [
                suppliers.fields[heading.field].label,
                f"column {table.sheet.letters_of(heading.column)}",
                _quoted(heading.text),
                "" if heading.how == "exact" else f"({heading.how})",
            ]
            for heading in first
        ],
        indent=2,
        headed=False,
    )
    if len(first) < len(taken):
        others = counted(len(taken) - len(first), "other column")
        yield f"  and {others}, each under a heading of its own name: 'check' and --verbose show them all."
    unread = [heading for heading in table.headings if heading.text.strip() and not heading.field]
    if unread:
        said = [f"{_quoted(heading.text)}{f' ({heading.how})' if heading.how else ''}" for heading in unread]
        more = f"; and {len(said) - UNREAD_SHOWN:,} more" if len(said) > UNREAD_SHOWN else ""
        yield f"  Not read: {'; '.join(said[:UNREAD_SHOWN])}{more}"
    grounds = [_quoted(heading.text) for heading in unread if _OF_EXCLUSION.search(heading.text)]
    if grounds:
        said_by_hand = "say with --map what they hold, or look at them by hand"
        yield Text(f"  Not read, and may be about exclusion: {'; '.join(grounds)}: {said_by_hand}.")


def _to_see(heading: Heading) -> bool:
    """Whether a column is shown on every run: those the whole result hangs on, and any that is open to doubt."""
    return heading.field in _HANGS_ON or heading.how != "exact"


def _notes_said(suppliers: Suppliers) -> Iterator[str]:
    not_taken = sum(not note.understood for note in suppliers.notes)
    if not_taken:
        yield f"  {counted(not_taken, 'note')} on cells that could not be taken as they stand."
    others = len(suppliers.notes) - not_taken
    if others:
        yield f"  {counted(others, 'note')} on what was made of cells; the workbook lists them."


def _with_spend(suppliers: Suppliers, reason: str) -> str:
    amount = suppliers.spend_left_out.get(reason)
    return f" ({pounds(amount)})" if amount else ""


def _quoted(text: str) -> str:
    return f"'{one_line(text)}'"
