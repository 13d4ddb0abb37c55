"""The register workbook read back: by its headings, wherever a person moved its columns and rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from msrisk.errors import InputError
from msrisk.files import one_line
from msrisk.last_register import RegisterFile, RegisterRow
from msrisk.model import Band, Sheet
from msrisk.model import register_sheet as headed
from msrisk.model.headed_list import HeadedList, headed_by_each_row
from msrisk.values import KINDS
from msrisk.values.interval import Interval
from msrisk.values.reading import NO_HINT, Hint
from msrisk.version import VERSION

_HINT = "Give the workbook that 'msrisk screen SUPPLIERS -o register.xlsx' wrote, filled in and saved as .xlsx."
_FEWEST = 4  # headings of ours that a row needs to be taken for the headings
_FILLED_IN = 2  # headings that people fill in; one alone may be a column of their own
_NAMED = 6
_BANDS = {band.word.casefold(): band for band in Band}
_CLOSING = frozenset(map(str.casefold, headed.CLOSING))
_DAY_FIRST = Hint(day_first=True)


def register_of(sheets: Sequence[Sheet]) -> RegisterFile:
    """The sheet *Register* and the day and rules of its run record.  Raises InputError."""
    file = sheets[0].file if sheets else ""
    record = _record(sheets)
    _refuse_newer(record.get(headed.MADE_WITH, ""), file)
    held = _headings(_register_in(sheets, file))
    places = held.places
    return RegisterFile(
        file=file,
        sha256=held.sheet.sha256,
        day=_day_of(record.get(headed.AS_OF, "")),
        rules=record.get(headed.RULES, ""),
        rows=tuple(_rows(held)),
        to_fill_in=headed.ACTION.casefold() in places,
        exclusions=_exclusions(record.get(headed.NOT_CHECKED, "")),
    )


# -- the sheets


def _named(sheets: Sequence[Sheet], name: str) -> Sheet | None:
    return next((each for each in sheets if one_line(each.name).casefold() == name.casefold()), None)


def _register_in(sheets: Sequence[Sheet], file: str) -> Sheet:
    if _named(sheets, headed.REDACTED) is not None:
        raise InputError(
            "it is a redacted copy: its tokens are the names of nobody in the list",
            where=file,
            hint="Give the register that you keep yourselves.",
        )
    found = _named(sheets, headed.SHEET)
    if found is not None:
        return found
    names = [f"'{one_line(each.name)}'" for each in sheets if each.name]
    more = f" and {len(names) - _NAMED:,} more" if len(names) > _NAMED else ""
    has = f"; its sheets are {', '.join(names[:_NAMED])}{more}" if names else ""
    problem = f"this is no register that msrisk wrote: it has no sheet '{headed.SHEET}'{has}"
    if _named(sheets, headed.RECORD) is not None:
        problem = f"the sheet '{headed.SHEET}' is not in it any more{has}"
    raise InputError(problem, where=file, hint=_HINT)


def _record(sheets: Sequence[Sheet]) -> dict[str, str]:
    """The lines of the run record, by what each says; none where that sheet was taken out."""
    sheet = _named(sheets, headed.RECORD)
    if sheet is None:
        return {}
    rows = (sheet.row(number)[:2] for number in range(sheet.height))
    return {one_line(row[0]): one_line(row[1]) for row in rows if len(row) == 2}


def _refuse_newer(written_by: str, file: str) -> None:
    """A later msrisk may mean something else by the same headings."""
    theirs, ours = (tuple(map(int, re.findall(r"\d+", version)[:3])) for version in (written_by, VERSION))
    if theirs > ours:
        raise InputError(
            f"it was written by {written_by}, which is newer than this one, {VERSION}",
            where=file,
            hint="Run the newer msrisk, or give the register that this one wrote.",
        )


# -- the headings


def _headings(sheet: Sheet) -> HeadedList:
    """The heading row, with every heading that is needed, once.  Raises InputError."""
    telling = frozenset(map(str.casefold, headed.TELLING))
    held = max(headed_by_each_row(sheet), key=lambda each: len(telling & each.places.keys()), default=None)
    if held is None or len(telling & held.places.keys()) < _FEWEST:
        problem = f"its sheet '{headed.SHEET}' does not have the headings of a register that msrisk wrote"
        raise InputError(problem, where=sheet.file, hint=_HINT)
    typed = [each for each in headed.TYPED if each.casefold() in held.places]
    needed = [*headed.ALWAYS, *(headed.WHERE_FILLED_IN if len(typed) >= _FILLED_IN else ())]
    _refuse_missing(held, [each for each in needed if each.casefold() not in held.places])
    row = [one_line(text).casefold() for text in sheet.row(held.head)]
    _refuse_twice(held, [each for each in needed if row.count(each.casefold()) > 1])
    return held


def _refuse_missing(held: HeadedList, missing: Sequence[str]) -> None:
    if missing:
        heading = "headings are" if len(missing) > 1 else "a heading is"
        raise InputError(
            f"{heading} missing on the sheet '{headed.SHEET}': {', '.join(map(repr, missing))}",
            where=_heading_row(held),
            hint="Write it again as msrisk wrote it: columns are found by their headings, wherever they stand.",
        )


def _refuse_twice(held: HeadedList, twice: Sequence[str]) -> None:
    if twice:
        raise InputError(
            f"two columns of the sheet '{headed.SHEET}' have the heading '{twice[0]}'",
            where=_heading_row(held),
            hint="Give the one that you added another heading.",
        )


def _heading_row(held: HeadedList) -> str:
    return f"{held.sheet.file}!{held.sheet.address(held.head, 0)}"


# -- the rows


def _rows(held: HeadedList) -> Iterator[RegisterRow]:
    for row in range(held.head + 1, held.sheet.height):
        name, id_ = held.at(row, headed.SUPPLIER), held.at(row, headed.REGISTER_ID)
        if not name and not id_:  # blank, or a remark below the table
            continue
        due, status = held.at(row, headed.DUE), held.at(row, headed.STATUS)
        yield RegisterRow(
            id=id_,
            name=name,
            number=KINDS["company_number"].read(held.at(row, headed.NUMBER), NO_HINT).first,
            band=_BANDS.get(held.at(row, headed.PRIORITY).casefold()),
            action=held.at(row, headed.ACTION),
            due=due,
            status=status,
            due_by=_last_day(due),
            closed=status.casefold() in _CLOSING,
            where=held.cell(row, headed.SUPPLIER),
        )


def _last_day(text: str) -> date | None:
    """The last day that a due date can mean: of ``Dec 2026`` the 31st."""
    value = KINDS["date"].read(text, _DAY_FIRST).value if text else None
    return date.fromordinal(value.high) if isinstance(value, Interval) else None


def _exclusions(not_checked: str) -> bool | None:
    """Whether any exclusion was asked, by what the run record says was not checked; None where it says nothing."""
    return not_checked != headed.EXCLUSIONS if not_checked else None


def _day_of(text: str) -> date | None:
    """The day of ``22 November 2026 (2026-11-22)``."""
    try:
        return date.fromisoformat(text.rpartition("(")[2].removesuffix(")"))
    except ValueError:
        return None
