"""The acceptances workbook read back: by its headings, wherever a person moved its columns, rows or sheets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msrisk.errors import InputError
from msrisk.files import one_line
from msrisk.model import Sheet
from msrisk.model import acceptance_sheet as headed
from msrisk.model.acceptances import Acceptance
from msrisk.model.headed_list import HeadedList, headed_by_each_row
from msrisk.remarks import HIDDEN

_FIXED = frozenset(map(str.casefold, headed.ALL))


def acceptances_of(sheets: Sequence[Sheet]) -> tuple[Acceptance, ...]:
    """Every row in which a person wrote something.  Raises InputError."""
    lists = [found for sheet in sheets if (found := _list_in(sheet)) is not None]
    file = sheets[0].file if sheets else ""
    if not lists:
        raise InputError(
            "this is not a file of acceptances: no sheet has the headings "
            f"'{headed.BY}', '{headed.RULE}' and '{headed.FACTS}'",
            where=file,
            hint="'msrisk accept' writes one:  msrisk accept SUPPLIERS -o acceptances.xlsx",
        )
    hidden = [remark for remark in sheets[0].remarks if remark.startswith(HIDDEN)]
    if hidden:
        hint = "Show it again (right-click a tab, Unhide), save, and run again: acceptances may stand there."
        raise InputError(hidden[0], where=file, hint=hint)
    return tuple(row for found in lists for row in _rows_of(found))


def _list_in(sheet: Sheet) -> HeadedList | None:
    """The heading row of a sheet, when it has one.  Raises InputError when headings were renamed or taken away."""
    for held in headed_by_each_row(sheet):
        missing = [each for each in headed.NEEDED if each.casefold() not in held.places]
        if len(missing) >= len(headed.NEEDED) / 2:
            continue
        if missing:
            named = ", ".join(f"'{each}'" for each in missing)
            raise InputError(
                f"headings are missing on sheet '{one_line(sheet.name)}': {named}",
                where=f"{sheet.file}!{sheet.address(held.head, 0)}",
                hint="Keep every heading as msrisk wrote it, and hide a column in place of deleting it.",
            )
        return held
    return None


def _rows_of(held: HeadedList) -> Iterator[Acceptance]:
    head = [one_line(text) for text in held.sheet.row(held.head)]
    own = [text for text in head if text and text.casefold() not in _FIXED]
    for row in range(held.head + 1, held.sheet.height):
        written = [text for each in (*headed.TYPED, *own) if (text := held.at(row, each))]
        named = any(held.at(row, each) for each in headed.KEPT)
        if not written or (len(written) == 1 and not named):  # a remark, such as that there is nothing to list
            continue
        yield Acceptance(
            supplier=held.at(row, headed.SUPPLIER),
            number=held.at(row, headed.NUMBER),
            rule=held.at(row, headed.RULE),
            facts=held.at(row, headed.FACTS),
            by=held.at(row, headed.BY),
            on=held.at(row, headed.ON),
            until=held.at(row, headed.UNTIL),
            why=held.at(row, headed.WHY),
            where=held.cell(row, headed.BY),
            blank=tuple((each, held.cell(row, each)) for each in headed.NEEDED if _must(each, held.at(row, each))),
            cells=tuple(
                (heading, text)
                for heading, text in zip(head, held.sheet.row(row), strict=True)
                if heading and text.strip()
            ),
        )


def _must(heading: str, text: str) -> bool:
    """Whether a cell must be filled and is not; not every supplier has a company number."""
    return not text and heading != headed.NUMBER
