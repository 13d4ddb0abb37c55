"""The tables that make up a supplier list: in one sheet or several, in one file or several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, groupby

from msrisk.errors import InputError
from msrisk.files import one_line
from msrisk.model import Heading, Sheet, Table, Told
from msrisk.normalise.heading.fits import does_not_fit
from msrisk.normalise.heading.headings import AS_TOLD, with_doubtful
from msrisk.normalise.heading.mapping import map_columns
from msrisk.normalise.table.area import narrowed
from msrisk.normalise.table.blocks import below_one_another, side_by_side
from msrisk.normalise.table.heading_rows import (
    NAME,
    Fields,
    Heads,
    find_heads,
    heads_at,
    last_row,
    nothing_below,
    over_two_rows,
    with_last_row_first,
)
from msrisk.normalise.table.no_table import no_name, no_table
from msrisk.normalise.table.notices import not_the_suppliers, opened
from msrisk.normalise.table.told_headings import applying, refuse_name_gone, refuse_unused
from msrisk.normalise.table.which_sheets import of_one_list, sheets_called


def find_tables(sheets: Sequence[Sheet], fields: Fields, told: Told) -> tuple[Table, ...]:
    """Every table of the supplier list, in the order of the files, their rows numbered one after the other.

    Raises InputError for a file that holds none, or holds several unlike ones of which none is named.
    """
    if told.sheets and not any(sheet.name for sheet in sheets):
        raise InputError(
            f"there is no sheet called '{one_line(told.sheets[0])}' in {sheets[0].file}",
            hint="It is a text file and has no sheets.",
        )
    found: list[Table] = []
    for _, of_file in groupby(sheets, key=lambda sheet: (sheet.file, sheet.sha256)):
        found += _tables_of_file(list(of_file), fields, told)
    refuse_unused(found, fields, told.mapping)
    offsets = accumulate((table.sheet.height for table in found), initial=0)
    return tuple(replace(table, offset=offset) for table, offset in zip(found, offsets, strict=False))


def _tables_of_file(sheets: list[Sheet], fields: Fields, told: Told) -> list[Table]:
    chosen = sheets_called(sheets, told.sheets) if told.sheets else sheets
    read = [opened(narrowed(sheet, told)) for sheet in chosen]
    held, problems = _by_sheet(read, fields, told, naming=fields)
    if not held and not problems:  # no heading names a supplier; one that says less may do so
        held, problems = _by_sheet(read, fields, told, naming=with_doubtful(fields))
    if problems and (told.sheets or not held):
        raise problems[0]
    if not held:
        refuse_name_gone(read, fields, told.mapping)
        raise next(filter(None, map(not_the_suppliers, read)), None) or no_table(read, fields, told)
    if told.sheets:
        return [table for tables in held for table in tables]
    seen = [tables for tables in held if not tables[0].sheet.hidden] or held
    return of_one_list(seen, held)


def _by_sheet(
    sheets: Sequence[Sheet], fields: Fields, told: Told, naming: Fields
) -> tuple[list[list[Table]], list[InputError]]:
    """The tables of each sheet that has any, and what is wrong with sheets that seemed to have some."""
    held, problems = [], []
    for sheet in sheets:
        try:
            held.append(_tables_of_sheet(sheet, fields, told, naming))
        except InputError as problem:
            problems.append(problem)
    return [tables for tables in held if tables], problems


def _tables_of_sheet(sheet: Sheet, fields: Fields, told: Told, naming: Fields) -> list[Table]:
    """The tables side by side, and in each those below one another; none when no heading names the supplier.

    naming: the vocabulary by which headings are found; ``fields`` is that by which they are understood.
    """
    heads = _heads(sheet, naming, told)
    last = _last_row(sheet, heads, naming, told)
    if last is not None:
        said = f"The headings stand in the last row, {sheet.number(last)}."
        sheet = with_last_row_first(sheet, last).saying(said)
        heads = heads_at(sheet, 0, naming, told.mapping)
    if heads is None:
        return []
    found = []
    for part, own in side_by_side(sheet, heads, naming, told.mapping):
        first = _headings(part, own, fields, told)
        read = [heading.column for heading in first if heading.field or heading.also]
        pieces = below_one_another(part, own, naming, read)
        for piece, at in pieces:
            headings = first if piece is part else _headings(piece, at, fields, told)
            table = Table(piece, piece.number(at.last), tuple(headings), start=at.start, heads=at.rows)
            found.append(table.saying(*_doubts(table, fields)))
    return found


def _last_row(sheet: Sheet, heads: Heads | None, naming: Fields, told: Told) -> int | None:
    """The last row, where the headings stand in it, also when somebody said so."""
    if told.header_row:
        return (
            heads.last if heads and heads.score and heads.last > 0 and nothing_below(sheet, heads.last) else None
        )
    return last_row(sheet, naming, told.mapping) if heads is None else None


def _heads(sheet: Sheet, fields: Fields, told: Told) -> Heads | None:
    if not told.header_row:
        # What was told of another file's headings holds only there.
        return find_heads(sheet, fields, told.mapping) or find_heads(sheet, fields, {})
    row = sheet.numbered(told.header_row)
    if row < 0:
        return None
    heads = heads_at(sheet, row, fields, told.mapping)
    both = over_two_rows(sheet, heads, fields, told.mapping)
    return both if both.last == row else heads


def _headings(sheet: Sheet, heads: Heads, fields: Fields, told: Told) -> list[Heading]:
    """What each column is taken for; one of them must hold the supplier's name.  Raises InputError."""
    mapping = applying(heads.texts, fields, told.mapping)
    headings = map_columns(sheet, heads.texts, heads.last + 1, fields, mapping)
    if not any(heading.field == NAME for heading in headings):
        raise no_name(sheet, heads.last, headings, fields)
    return headings


def _doubts(table: Table, fields: Fields) -> list[str]:
    """A remark on each column that is read as told although its cells do not bear that out."""
    return [
        f"'{one_line(heading.text)}' is read as {fields[heading.field].label}, as told, but {reason}."
        for heading in table.headings
        if heading.how == AS_TOLD
        and (wrong := does_not_fit(table.sheet, table.below, heading, fields[heading.field]))
        and (reason := wrong.rpartition(", but ")[2])
    ]
