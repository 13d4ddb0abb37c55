"""What may be entered in a column that people fill in: a drop-down, a check of days, and what is asked there."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from xlsxwriter.worksheet import Worksheet

from msrisk.write.workbook.plan import Heading, SheetPlan

LISTS = "Lists"
_LONGEST_LIST, _LONGEST_TITLE, _LONGEST_MESSAGE = 255, 32, 255  # characters, Excel's own limits
_FIRST_DAY = date(2015, 1, 1)  # nothing this tool is about was decided before
_LIKE_A_DAY = "A day, such as 22/11/2026."


class Lists:
    """The choices too long to stand in a check itself: Excel wants those on a sheet, where people can see them."""

    def __init__(self) -> None:
        self._held: dict[tuple[str, ...], str] = {}

    def range_of(self, heading: Heading) -> str:
        """The cells on the sheet Lists that hold a column's choices."""
        self._held.setdefault(heading.choices, heading.title)
        before = 0
        for choices in self._held:
            if choices == heading.choices:
                break
            before += len(choices)
        first = top_of_lists() + 2 + before
        return f"={LISTS}!$B${first}:$B${first + len(heading.choices) - 1}"

    def plans(self) -> Iterable[SheetPlan]:
        """The sheet, where any check needs it."""
        if self._held:
            rows = [[title, word] for choices, title in self._held.items() for word in choices]
            headings = (Heading("Column", 40), Heading("May be entered", 60))
            yield SheetPlan(LISTS, _TITLE, _LINES, headings, rows)


_TITLE = "Lists: what may be entered where"
_LINES = ("The drop-downs of this workbook read these words.",)


def top_of_lists() -> int:
    """The row of the headings on the sheet Lists, from 0: a title, one short line, a row between."""
    return len(_LINES) + 2


def check_entries(sheet: Worksheet, headings: Iterable[Heading], first: int, last: int, lists: Lists) -> None:
    """A drop-down where only some words may be entered, a check where a day is, and what is asked."""
    for column, heading in enumerate(headings):
        rule = _rule(heading, lists)
        if heading.hint:
            rule = {"validate": "any", **rule, "input_title": heading.title[:_LONGEST_TITLE]}
            rule["input_message"] = heading.hint[:_LONGEST_MESSAGE]
        if rule:
            rule["error_title"] = heading.title[:_LONGEST_TITLE]
            sheet.data_validation(first, column, last, column, rule)


def _rule(heading: Heading, lists: Lists) -> dict[str, object]:
    if heading.choices:
        long = len(",".join(heading.choices)) > _LONGEST_LIST or any("," in each for each in heading.choices)
        said = "One of the list, or blank." if long else f"{' or '.join(heading.choices)}, or blank."
        source = lists.range_of(heading) if long else list(heading.choices)
        return {"validate": "list", "source": source, "error_message": said[:_LONGEST_MESSAGE]}
    if heading.style == "day":
        return {"validate": "date", "criteria": ">=", "value": _FIRST_DAY, "error_message": _LIKE_A_DAY}
    return {}
