"""The modern slavery statement registry as entries: one an organisation over all years, with its latest statement.

The registry is voluntary and self-declared.  A file's year is the year in which statements were due, so the latest
is told by the end of the period it covers, over all files together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msrisk.enrich.registry_columns import columns_of
from msrisk.enrich.registry_organisations import Organisation, organisations
from msrisk.enrich.registry_rows import PERIOD_CANNOT_BE, UNKNOWN, Rows, rows_of
from msrisk.model import (
    Entries,
    Field,
    LeftOut,
    Note,
    OtherName,
    PublicFile,
    PublicSheet,
    SourceKind,
    Table,
)

TITLE = "Modern slavery statement registry"
LICENCE = "Open Government Licence v3.0"
_REMARKS = (
    "the registry is voluntary: an organisation that is not in it may have published a statement all the same",
    "what it says is declared by the organisations themselves, and nobody has checked it",
)
_FEW = 10


def registry_entries(sheets: Sequence[PublicSheet], fields: Mapping[str, Field]) -> Entries:
    """Every organisation in these files, in the order of their names; the order of files and rows is no matter."""
    given, remarks = _each_once(sheets)
    rows = rows_of([each.sheet for each in given], fields)
    kept = [row for row in range(rows.size) if row not in rows.headings and rows.names[row]]
    found = organisations(rows, kept)
    latest = [each.latest for each in found]
    return Entries(
        kind=SourceKind.REGISTRY,
        title=TITLE,
        names=tuple(each.name for each in latest),
        ids=tuple(map(_identity, found)),
        numbers=tuple(each.number for each in found),
        countries=((),) * len(found),
        other_names=tuple(
            OtherName(number, name, "previous name") for number, each in enumerate(found) for name in each.former
        ),
        columns=columns_of(rows, latest),
        tables=rows.tables,
        files=_files(given, rows),
        remarks=(*_REMARKS, *remarks),
        notes=(*_shared_numbers(found, rows), *_cells(rows, kept)),
    )


def _each_once(sheets: Sequence[PublicSheet]) -> tuple[list[PublicSheet], list[str]]:
    """A file that is given twice is used once."""
    used: dict[str, PublicSheet] = {}
    remarks = []
    for each in sheets:
        first = used.setdefault(each.sheet.sha256, each)
        if first is not each:
            remarks.append(f"{each.sheet.file} is the same file as {first.sheet.file}; it was used once")
    return list(used.values()), remarks


def _identity(organisation: Organisation) -> str:
    """The same in next month's files: the number, with the name where others stand under it too; else the name."""
    if organisation.number and not organisation.shares_number_with:
        return organisation.number
    return f"{organisation.number}|{organisation.latest.key}"


def _files(given: Sequence[PublicSheet], rows: Rows) -> tuple[PublicFile, ...]:
    updated, days = rows.texts("LastUpdated"), rows.days("LastUpdated")
    years = rows.texts("StatementYear")
    most = max(each.sheet.height for each in given)
    every_year = {year for row, year in enumerate(years) if row not in rows.headings}
    files = []
    for each, table in zip(given, rows.tables, strict=True):
        below = range(table.offset + 1, table.offset + table.sheet.height)
        last = max(below, key=days.__getitem__)
        remarks = list(each.remarks)
        if len(every_year) == 1:
            remarks.append(
                f"all rows are of the registry's year {min(every_year)}: another file may hold a later statement"
            )
        elif len(below) * _FEW < most:
            remarks.append(f"it lists few organisations ({len(below):,}): most statements stand in other years")
        files.append(
            PublicFile(
                each.sheet.file,
                each.sheet.sha256,
                len(below),
                updated[last] if days[last] != UNKNOWN else "",
                LICENCE,
                tuple(remarks),
                (*each.left_out, *_nameless(table, rows)),
            )
        )
    return tuple(files)


def _nameless(table: Table, rows: Rows) -> list[LeftOut]:
    below = range(table.offset + 1, table.offset + table.sheet.height)
    return [
        LeftOut(rows.address(row, "supplier_name"), "", "the row names no organisation")
        for row in below
        if not rows.names[row]
    ]


def _shared_numbers(found: Sequence[Organisation], rows: Rows) -> list[Note]:
    return [
        Note(
            rows.address(each.latest.row, "company_number"),
            each.number,
            f"stands for {each.latest.name} and for {', '.join(each.shares_number_with)}; kept apart by name",
            understood=True,
        )
        for each in found
        if each.shares_number_with
    ]


def _cells(rows: Rows, kept: Sequence[int]) -> list[Note]:
    """Names that are only a number, and periods that cannot be."""
    named = [
        Note(
            rows.address(row, "supplier_name"),
            rows.own_names[row],
            f"is only a number; taken as its parent, {rows.parents[row]}",
            understood=True,
        )
        for row in kept
        if rows.bare[row]
    ]
    ends, texts = rows.days("StatementEndDate"), rows.texts("StatementEndDate")
    doubted = [
        Note(
            rows.address(row, "statement_year_end"),
            texts[row],
            PERIOD_CANNOT_BE,
        )
        for row in kept
        if ends[row] != rows.ends[row]
    ]
    return named + doubted
