"""Where the table starts: the heading row among the first thirty rows of a sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msrisk.errors import InputError
from msrisk.files import one_line
from msrisk.model import Field, Heading, Sheet, Table
from msrisk.normalise.headings import EXACT, claims, with_doubtful
from msrisk.normalise.mapping import map_columns

ROWS_SEARCHED = 30
_NAME = "supplier_name"
_TWO_FIELDS = 3  # the score of a row that names the supplier exactly and another field in some words


def find_table(
    sheets: Sequence[Sheet], fields: Mapping[str, Field], told: Mapping[str, str], sheet: str | None = None
) -> Table:
    """The one sheet that holds a supplier list, its heading row found and its columns mapped.

    sheet: the name of the sheet to read, when the file has several.  Raises InputError.
    """
    chosen = _named(sheets, sheet) if sheet is not None else list(sheets)
    found = _heading_rows(chosen, fields, told) or _heading_rows(chosen, with_doubtful(fields), told)
    if len(found) > 1:
        raise _several([each for each, _ in found])
    if not found:
        raise _no_heading(chosen, fields)
    each, row = found[0]
    return Table(each, each.number(row), tuple(_checked(each, row, fields, told)), start=row)


def _heading_rows(
    sheets: Sequence[Sheet], fields: Mapping[str, Field], told: Mapping[str, str]
) -> list[tuple[Sheet, int]]:
    return [(each, row) for each in sheets if (row := heading_row(each, fields, told)) is not None]


def heading_row(sheet: Sheet, fields: Mapping[str, Field], told: Mapping[str, str]) -> int | None:
    """The row, counted from 0, that names the supplier: the first that names another field too, else the first.

    A later row may name more fields: it is the heading of a second table, or the same repeated.
    """
    scores = {row: _score(sheet.row(row), fields, told) for row in range(min(ROWS_SEARCHED, sheet.height))}
    named = [row for row, score in scores.items() if score]
    if not named:
        return None
    first = next((row for row in named if scores[row] >= _TWO_FIELDS), named[0])
    # Two heading rows one above the other say the same thing; the fuller one is taken.
    below = first + 1
    return below if scores.get(below, 0) > scores[first] else first


def _score(texts: Sequence[str], fields: Mapping[str, Field], told: Mapping[str, str]) -> int:
    """How many different fields the row names; 0 when none of them is the supplier's name."""
    if _NAME in told:
        wanted = {heading.strip().casefold() for heading in told.values()}
        return sum(text.strip().casefold() in wanted for text in texts)
    held = claims(texts, fields)
    if not any(claim.field == _NAME for claim in held):
        return 0
    exact = {claim.field for claim in held if claim.how == EXACT}
    return 2 * len(exact) + len({claim.field for claim in held} - exact)


def _checked(sheet: Sheet, row: int, fields: Mapping[str, Field], told: Mapping[str, str]) -> list[Heading]:
    """The mapping, without the columns whose cells do not bear their heading out.  Raises InputError."""
    headings = map_columns(sheet, sheet.row(row), row + 1, fields, told)
    if not any(heading.field == _NAME for heading in headings):
        raise _no_name(sheet, row, headings, fields)
    return headings


def _named(sheets: Sequence[Sheet], name: str) -> list[Sheet]:
    same = [sheet for sheet in sheets if sheet.name == name]
    alike = [sheet for sheet in sheets if sheet.name.strip().casefold() == name.strip().casefold()]
    if same or alike:
        return (same or alike)[:1]
    shown = ", ".join(f"'{one_line(sheet.name)}'" for sheet in sheets if sheet.name)
    raise InputError(
        f"there is no sheet called '{one_line(name)}' in {sheets[0].file}" if sheets else "no sheet",
        hint=f"Its sheets are: {shown}." if shown else "It is a text file and has no sheets.",
    )


def _several(sheets: Sequence[Sheet]) -> InputError:
    names = ", ".join(f"'{one_line(sheet.name)}'" for sheet in sheets)
    return InputError(
        f"{len(sheets)} sheets look like supplier lists: {names}",
        where=sheets[0].file,
        hint=f'Name the one to read:  --sheet "{one_line(sheets[0].name)}"',
    )


def _no_heading(sheets: Sequence[Sheet], fields: Mapping[str, Field]) -> InputError:
    if not sheets or all(sheet.height == 0 for sheet in sheets):
        return InputError("has no rows", where=sheets[0].file if sheets else "")
    sheet = max(sheets, key=lambda each: each.height)
    last = sheet.height - 1
    if last >= ROWS_SEARCHED and _score(sheet.row(last), fields, {}):
        return InputError(
            f"the heading row seems to be the last row, row {sheet.number(last)}",
            where=_place(sheet),
            hint="Move it above the rows it belongs to, save, and run again.",
        )
    seen = next((row for row in range(sheet.height) if sum(map(bool, sheet.row(row))) > 1), 0)
    return _no_name(sheet, seen, [], fields)


def _no_name(sheet: Sheet, row: int, headings: Sequence[Heading], fields: Mapping[str, Field]) -> InputError:
    """No column holds the name: what the row reads, what was looked for, and the option that settles it."""
    texts = [one_line(text) for text in sheet.row(row) if text.strip()]
    doubted = [f"'{one_line(each.text)}': {each.how}.\n" for each in headings if "but its cells" in each.how]
    return InputError(
        "no column was found that holds the supplier's name",
        where=_place(sheet),
        hint=(
            f"Row {sheet.number(row)} reads: {' | '.join(texts[:8])}\n"
            f"{''.join(doubted)}"
            f"I look for a heading such as: {', '.join(fields[_NAME].headers[:6])}.\n"
            f'If one of the columns is the name, say so:  --map "supplier_name={texts[0] if texts else "Heading"}"'
        ),
    )


def _place(sheet: Sheet) -> str:
    return f"{sheet.file}, sheet '{one_line(sheet.name)}'" if sheet.name else sheet.file
