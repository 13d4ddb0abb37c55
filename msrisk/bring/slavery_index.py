"""The data workbook of Walk Free's Global Slavery Index: each country's vulnerability, into ``countries.csv``.

Read are the heading ``Country`` and ``Total Vulnerability score (%)``, in whichever of the first rows they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from pathlib import Path

from msrisk.bring.brought import Brought, country_code, named, plain_heading
from msrisk.errors import InputError
from msrisk.files import one_line
from msrisk.model import Sheet
from msrisk.read import read_sheets
from msrisk.values.placeholders import nothing_in
from msrisk.values.tables import Row, rows

TABLE, COLUMN = "countries", "vulnerability"
_COUNTRY, _FIGURE = "country", "total vulnerability score (%)"
_OLDER = {
    "final overall (normalised, weighted) vulnerability score": "2018",
    "mean vulnerability": "2016",
}
_TOP = 10  # rows among which the headings stand
_YEAR = re.compile(r"\b(20\d\d)\b")
_MOST = 100


@dataclass
class _Found:
    """What the rows of the workbook gave."""

    figures: dict[str, str] = field(default_factory=dict)
    without: int = 0
    missed: list[str] = field(default_factory=list)


def bring_slavery_index(path: Path, edition: str = "") -> Brought:
    """Our countries, their vulnerability as the workbook has it; the other columns stay.

    edition: as the user says it, where no sheet's name does.  Raises InputError.
    """
    sheets = read_sheets(path)
    sheet, head, columns = _where(sheets)
    found = _found(sheet, head, columns)
    if not found.figures:
        raise InputError(
            "no country with a figure was understood",
            where=f"{sheet.file}!{sheet.name}",
            hint="\n".join(found.missed[:3])
            or "No row below the headings has a figure; is it the whole workbook?",
        )
    year = _YEAR.search(sheet.name)
    stated = edition or (year[1] if year else "edition not stated")
    ours = rows(TABLE)
    unknown = sorted(set(found.figures) - {row["code"] for row in ours})
    found.missed += [f"{code} is no row of our table" for code in unknown]
    made = [{**row, COLUMN: found.figures.get(row["code"], "")} for row in ours]
    said = (
        f"Read: {sheet.file}, sheet '{sheet.name}', headings in row {sheet.number(head)}: "
        f"Global Slavery Index, {stated}.",
        f"Taken: {len(found.figures) - len(unknown):,} figures for '{COLUMN}'; "
        f"{found.without:,} countries of the workbook have none.",
        *_changes(ours, made),
        "Left as in ours: " + ", ".join(name for name in ours[0] if name != COLUMN) + ".",
    )
    return Brought(TABLE, made, said, tuple(found.missed))


def _where(sheets: Sequence[Sheet]) -> tuple[Sheet, int, tuple[int, int]]:
    """The sheet, its heading row and the two columns; InputError saying what was seen."""
    for sheet in sheets:
        for row, headings in _top(sheet):
            if _COUNTRY in headings and _FIGURE in headings:
                return sheet, row, (headings.index(_COUNTRY), headings.index(_FIGURE))
    for sheet in sheets:
        for _, headings in _top(sheet):
            for heading, edition in _OLDER.items():
                if heading in headings:
                    raise InputError(
                        f"this is the {edition} edition of the Global Slavery Index, older than ours",
                        where=f"{sheet.file}!{sheet.name}",
                        hint="Its figures were made in another way. Bring in the edition of 2023 or a newer one.",
                    )
    seen = ", ".join(f"'{one_line(sheet.name)}'" for sheet in sheets if sheet.name)
    raise InputError(
        "no sheet has the headings 'Country' and 'Total Vulnerability score (%)' in its first rows",
        where=sheets[0].file,
        hint=f"Sheets seen: {seen}. Is it the data workbook of the Global Slavery Index?"
        if seen
        else "Give the data workbook of the Global Slavery Index (.xlsx).",
    )


def _top(sheet: Sheet) -> Iterator[tuple[int, list[str]]]:
    for row in range(min(_TOP, sheet.height)):
        yield row, [plain_heading(text) for text in sheet.row(row)]


def _found(sheet: Sheet, head: int, columns: tuple[int, int]) -> _Found:
    found = _Found()
    places: dict[str, str] = {}
    country, figure = columns
    for row in range(head + 1, sheet.height):
        cells = sheet.row(row)
        name, text = cells[country].strip(), cells[figure].strip()
        if not name and not text:
            continue
        at = sheet.address(row, country)
        code = country_code(name)
        if not code:
            found.missed.append(f"{at} '{one_line(name)}': not one country beyond doubt")
        elif code in places:
            found.missed.append(f"{at} '{one_line(name)}': stands in {places[code]} already, which was taken")
        elif nothing_in(text, "a figure") is not None:
            places[code] = at
            found.without += 1
        else:
            places[code] = at
            _take(found, code, text, sheet.address(row, figure))
    return found


def _take(found: _Found, code: str, text: str, at: str) -> None:
    """A figure to one decimal, as ours are."""
    try:
        number = Decimal("NaN" if "_" in text else text)  # 1_0 is a slip of a person, and no ten
    except InvalidOperation:
        number = Decimal("NaN")
    if number.is_finite() and 0 <= number <= _MOST:
        figure = abs(number).quantize(Decimal("0.1"), ROUND_HALF_UP)  # a sheet may say -0, which no table reads
        found.figures[code] = str(figure)
    else:
        found.missed.append(f"{at} '{one_line(text)}': not a figure from 0 to {_MOST}")


def _changes(ours: Sequence[Row], made: Sequence[Row]) -> Iterator[str]:
    pairs = [(old["country"], old[COLUMN], new[COLUMN]) for old, new in zip(ours, made, strict=True)]
    kinds = {
        "changed": [name for name, old, new in pairs if old and new and Decimal(old) != Decimal(new)],
        "new": [name for name, old, new in pairs if new and not old],
        "without a figure now": [name for name, old, new in pairs if old and not new],
    }
    for kind, names in kinds.items():
        yield f"Against ours, {kind}: {len(names):,}" + (f" ({named(names)})." if names else ".")
