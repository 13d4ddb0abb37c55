"""The decisions workbook read back: by its headings, wherever a person moved its columns, rows or sheets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msrisk.errors import InputError
from msrisk.files import one_line
from msrisk.model import AsDecided, Decision, Sheet
from msrisk.model import decision_sheet as headed
from msrisk.model.headed_list import HeadedList, headed_by_each_row
from msrisk.remarks import HIDDEN

_MARKS = frozenset(map(str.casefold, (headed.DECISION, headed.OUR_NAME, headed.LISTED_NAME)))
_FIXED = frozenset(map(str.casefold, headed.ALL))
_MEANINGS = {
    headed.IS_SUPPLIER.casefold(): False,
    headed.IS_PARENT.casefold(): True,
}  # whether it is about a parent
_WORDS = "Write accept or reject (also: yes, y, same; no, n, different), or leave the cell blank: it then waits."


def decisions_of(sheets: Sequence[Sheet]) -> tuple[Decision, ...]:
    """All that people decided, or wrote beside a pair.  Raises InputError."""
    lists = [found for sheet in sheets if (found := _list_in(sheet)) is not None]
    if not lists:
        raise InputError(
            "this is not a decisions file: no sheet has the headings "
            f"'{headed.DECISION}', '{headed.OUR_NAME}' and '{headed.LISTED_NAME}'",
            where=sheets[0].file if sheets else "",
            hint="'msrisk match' writes one:  msrisk match SUPPLIERS --registry FILE -o decisions.xlsx",
        )
    _refuse_hidden(sheets)
    decisions = tuple(each for found in lists for each in _rows_of(found))
    _refuse_contradictions([each for each in decisions if each.counts])
    return decisions


def _refuse_hidden(sheets: Sequence[Sheet]) -> None:
    """A hidden sheet is not read, and what was decided there would be lost without a word."""
    hidden = [remark for remark in sheets[0].remarks if remark.startswith(HIDDEN)]
    if hidden:
        raise InputError(
            hidden[0],
            where=sheets[0].file,
            hint="Show it again (right-click a tab, Unhide), save, and run again: decisions may stand there.",
        )


def _list_in(sheet: Sheet) -> HeadedList | None:
    """The heading row of a sheet, when it has one.  Raises InputError when headings were renamed or taken away."""
    for held in headed_by_each_row(sheet):
        missing = [each for each in headed.NEEDED if each.casefold() not in held.places]
        if held.places.keys() >= _MARKS or len(missing) < len(headed.NEEDED) / 2:
            if missing:
                raise _headings_gone(sheet, held.head, missing)
            return held
    return None


def _headings_gone(sheet: Sheet, row: int, missing: Sequence[str]) -> InputError:
    """What is decided on such a sheet would be passed over without a word."""
    columns = "a column is" if len(missing) == 1 else "columns are"
    named = ", ".join(f"'{each}'" for each in missing)
    return InputError(
        f"{columns} missing on sheet '{one_line(sheet.name)}': {named}",
        where=f"{sheet.file}!{sheet.address(row, 0)}",
        hint="Keep every heading as msrisk wrote it, and hide a column in place of deleting it: "
        "what you decided rests on all of them.",
    )


def _rows_of(held: HeadedList) -> Iterator[Decision]:
    for row in range(held.head + 1, held.sheet.height):
        lapsed = _why_lapsed(held, row)
        accepted = _accepted(held, row, bool(lapsed))
        if not held.at(row, headed.OUR_NAME) or not held.at(row, headed.LISTED_NAME):
            if accepted is not None:
                raise InputError(
                    f"'{held.at(row, headed.DECISION)}' stands in a row that names no pair",
                    where=held.cell(row, headed.DECISION),
                    hint=f"'{headed.OUR_NAME}' and '{headed.LISTED_NAME}' must both be filled in.",
                )
        elif accepted is not None or lapsed or _is_written(held, row):
            yield _decision(held, row, accepted, lapsed)


def _why_lapsed(held: HeadedList, row: int) -> str:
    """On the sheet of lapsed decisions why it lapsed; it holds no longer even if that was wiped out."""
    if headed.LAPSED.casefold() not in held.places or not held.at(row, headed.OUR_NAME):
        return ""
    return held.at(row, headed.LAPSED) or "lapsed earlier"


def _accepted(held: HeadedList, row: int, lapsed: bool) -> bool | None:
    text = held.at(row, headed.DECISION)
    word = text.casefold().rstrip(".")
    if word in headed.ACCEPTED or word in headed.REJECTED:
        return word in headed.ACCEPTED
    if not text or lapsed or not held.at(row, headed.OUR_NAME):
        return None
    raise InputError(f"'{text}' is no decision", where=held.cell(row, headed.DECISION), hint=_WORDS)


def _is_written(held: HeadedList, row: int) -> bool:
    """Whether a person wrote anything in the row: in our columns for it, or in a column of their own."""
    own = [place for heading, place in held.places.items() if heading and heading not in _FIXED]
    return any(held.at(row, each) for each in headed.TYPED) or any(
        held.sheet.columns[place].at(row).strip() for place in own
    )


def _decision(held: HeadedList, row: int, accepted: bool | None, lapsed: str) -> Decision:
    head = [one_line(text) for text in held.sheet.row(held.head)]
    return Decision(
        source=held.at(row, headed.SOURCE),
        ours=_side(held, row, (headed.OUR_NAME, headed.OUR_NUMBER, headed.OUR_COUNTRY)),
        theirs=_side(held, row, (headed.LISTED_NAME, headed.LISTED_NUMBER, headed.LISTED_COUNTRY)),
        entry_id=held.at(row, headed.LISTED_ID),
        accepted=accepted,
        parent=_about_parent(held, row, accepted is not None and not lapsed),
        by=held.at(row, headed.BY),
        on=held.at(row, headed.ON),
        why=held.at(row, headed.WHY),
        where=held.cell(row, headed.DECISION),
        lapsed=lapsed,
        cells=tuple(
            (heading, text)
            for heading, text in zip(head, held.sheet.row(row), strict=True)
            if heading and text.strip()
        ),
    )


def _about_parent(held: HeadedList, row: int, counts: bool) -> bool:
    """Whether a decision is about a parent: one of two texts says so.  Raises InputError for any other."""
    text = held.at(row, headed.MEANS)
    if counts and text.casefold() not in _MEANINGS:
        raise InputError(
            f"'{text}' does not say what is decided" if text else "what is decided is blank",
            where=held.cell(row, headed.MEANS),
            hint=f"Under '{headed.MEANS}' stands '{headed.IS_SUPPLIER}' or '{headed.IS_PARENT}'.",
        )
    return _MEANINGS.get(text.casefold(), False)


def _side(held: HeadedList, row: int, headings: tuple[str, str, str]) -> AsDecided:
    return AsDecided(*(held.at(row, each) for each in headings))


def _refuse_contradictions(decisions: Sequence[Decision]) -> None:
    """One pair both ways, or two entries of one source for one supplier: only a person can say which."""
    said: dict[object, Decision] = {}
    chosen: dict[object, Decision] = {}
    for each in decisions:
        other = said.setdefault((each.pair, each.parent), each)
        if other.accepted is not each.accepted:
            raise _contradiction(each, other, "is accepted in one row and rejected in another")
        if each.accepted:
            other = chosen.setdefault((each.source, each.ours.key, each.parent), each)
            if other.entry_id != each.entry_id:
                names = f"'{other.theirs.name}' and '{each.theirs.name}'"
                raise _contradiction(each, other, f"is accepted as two of one source, {names}")


def _contradiction(decision: Decision, other: Decision, problem: str) -> InputError:
    return InputError(
        f"'{decision.ours.name}' {problem}",
        where=f"{other.where} and {decision.where}",
        hint=f"In the {decision.source}, keep the one that is right and blank the other. Nothing was changed.",
    )
