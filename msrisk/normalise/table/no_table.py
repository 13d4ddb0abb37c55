"""What is said when no table is found, or several are: what was seen, and the option that settles it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msrisk.errors import InputError
from msrisk.files import one_line
from msrisk.model import Field, Heading, Sheet, Table, Told
from msrisk.normalise.heading.cell_kinds import WORDS, kind_of
from msrisk.normalise.heading.fits import holds_many_names
from msrisk.normalise.table.heading_rows import NAME

_ROWS_SHOWN, _CELLS_SHOWN, _CELL = 6, 6, 24
HEADINGS = ("Supplier", "Supplier name", "Vendor", "Payee", "Creditor", "Company name", "Beneficiary name")


def no_table(sheets: Sequence[Sheet], fields: Mapping[str, Field], told: Told) -> InputError:
    """No row names the supplier: the first rows and the last, and how to say which one is the heading."""
    if not sheets or all(sheet.height == 0 for sheet in sheets):
        return InputError("has no rows", where=sheets[0].file if sheets else "")
    sheet = max(sheets, key=lambda each: each.height)
    if told.header_row:
        row = sheet.numbered(told.header_row)
        if row < 0:
            return InputError(
                f"--header-row {told.header_row}: there is no such row",
                where=place(sheet),
                hint=f"The rows are {sheet.number(0)} to {sheet.number(sheet.height - 1)}.",
            )
        return no_name(sheet, row, [], fields)
    seen = next((row for row in range(sheet.height) if sum(map(bool, sheet.row(row))) > 1), 0)
    return no_name(sheet, seen, [], fields)


def no_name(sheet: Sheet, row: int, headings: Sequence[Heading], fields: Mapping[str, Field]) -> InputError:
    """No column holds the name: what the rows read, what was looked for, and the options that settle it."""
    doubted = [f"'{one_line(each.text)}': {each.how}." for each in headings if fields[NAME].label in each.how]
    like_data = _like_data(sheet, row)
    lines = [
        *_first_rows(sheet, row),
        *doubted,
        f"I look for a heading such as: {', '.join(HEADINGS)}.",
        like_data or f'If one of the columns is the name, say so:  --map "{NAME}={_likeliest(sheet, row)}"',
        "If the headings stand in another row, say which:  --header-row 5",
    ]
    return InputError(
        "no column was found that holds the supplier's name", where=place(sheet), hint="\n".join(lines)
    )


def _likeliest(sheet: Sheet, row: int) -> str:
    """The heading of the first column that holds many different words, as names are; else the first heading."""
    texts = {column: one_line(text) for column, text in enumerate(sheet.row(row)) if text.strip()}
    names = (text for column, text in texts.items() if holds_many_names(sheet, row + 1, column))
    return next(names, next(iter(texts.values()), "Heading"))


def _first_rows(sheet: Sheet, row: int) -> list[str]:
    """The row that looks most like headings, some around it, and the last, as the file counts."""
    filled = [at for at in range(min(sheet.height, 200)) if any(text.strip() for text in sheet.row(at))]
    near = [at for at in filled if at >= row - 2][:_ROWS_SHOWN] or [row]
    last = sheet.height - 1
    shown = [*near, last] if last > near[-1] and any(text.strip() for text in sheet.row(last)) else near
    return [f"Row {sheet.number(at)} reads: {_cells(sheet.row(at))}" for at in shown]


def _like_data(sheet: Sheet, row: int) -> str:
    """Figures and dates are not what a heading row holds; '' for a row without any."""
    figures = [text for text in sheet.row(row) if kind_of(text) not in (WORDS, "")]
    if not figures or row > 0:
        return ""
    return f"Row {sheet.number(row)} looks like data: if the list has no headings, write a row of them above it."


def _cells(texts: Sequence[str]) -> str:
    said = [one_line(text) for text in texts if text.strip()]
    more = f" | and {len(said) - _CELLS_SHOWN} more" if len(said) > _CELLS_SHOWN else ""
    return (
        " | ".join(text if len(text) <= _CELL else text[: _CELL - 1] + "…" for text in said[:_CELLS_SHOWN]) + more
    )


def cannot_choose(tables: Sequence[Table]) -> InputError:
    """Several sheets look like lists of different things."""
    names = ", ".join(f"'{one_line(table.sheet.name)}' ({table.rows:,} rows)" for table in tables)
    return InputError(
        f"{len(tables)} sheets look like different supplier lists: {names}",
        where=tables[0].sheet.file,
        hint=f'Name the one to read, or repeat it for several:  --sheet "{one_line(tables[0].sheet.name)}"',
    )


def place(sheet: Sheet) -> str:
    """The file, and its sheet when it has sheets."""
    return f"{sheet.file}, sheet '{one_line(sheet.name)}'" if sheet.name else sheet.file
