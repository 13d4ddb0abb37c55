"""Cells become text as Excel shows it, and a column of cells becomes distinct texts and codes."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from msrisk.model import Ints, Numbers, TextColumn

_CERTAINLY_SHORT = 16  # 15 digits and a point
_MIDNIGHT = datetime.time()
_HALF_A_SECOND = datetime.timedelta(milliseconds=500)


def text_column(cells: Sequence[Any]) -> TextColumn:
    """Distinct texts in order of appearance, and for each cell the number of its text."""
    distinct, codes = _numbered(cells)
    if (1 in distinct or 0 in distinct) and bool in set(map(type, cells)):
        # To Python TRUE and 1 are the same key; as text they are not.
        distinct, codes = _numbered([_boolean(cell) if type(cell) is bool else cell for cell in cells])
    if _is_clean_text(distinct):
        return TextColumn(tuple(distinct), codes)
    texts = tuple(map(cell_text, distinct))
    once = dict.fromkeys(texts)
    if len(once) < len(texts):
        numbers: Numbers[str] = Numbers()
        codes = numbers.codes(texts)[codes]
    return TextColumn(tuple(once), codes)


def _numbered(cells: Sequence[Any]) -> tuple[Collection[Any], Ints]:
    """The distinct cells in order of appearance, and each cell's number among them."""
    numbers: Numbers[Any] = Numbers()
    codes = numbers.codes(cells)
    return numbers.keys(), codes


def _is_clean_text(distinct: Collection[Any]) -> bool:
    """True for text in which nothing has to change, which is nearly all text."""
    if set(map(type, distinct)) != {str}:
        return False
    together = "\n".join(distinct)
    return "\r\n" not in together and "\0" not in together


def cell_text(cell: Any) -> str:
    """One cell as text; a kind of cell that is not foreseen is shown as Python does."""
    show = _SHOWN.get(type(cell))
    return show(cell) if show else str(cell)


def _text(text: str) -> str:
    """Text exactly, but with one kind of line end and no NUL."""
    if "\r\n" in text:
        text = text.replace("\r\n", "\n")
    return text.replace("\0", "") if "\0" in text else text


def _boolean(value: bool) -> str:
    return "TRUE" if value else "FALSE"


def _number(number: float) -> str:
    """Whole numbers without a point; others with the 15 digits Excel keeps, so that noise is not shown."""
    text = repr(number + 0.0)  # which turns -0.0 into 0.0
    if text.endswith(".0"):
        return text[:-2]
    return text if len(text) <= _CERTAINLY_SHORT else f"{number:.15g}"


def _date_time(moment: datetime.datetime) -> str:
    """To the second, as spreadsheets show it: fractions are what is left of a day's fraction."""
    if moment.microsecond:
        try:
            moment = (moment + _HALF_A_SECOND).replace(microsecond=0)
        except OverflowError:  # the last second of the year 9999
            moment = moment.replace(microsecond=0)
    return moment.date().isoformat() if moment.time() == _MIDNIGHT else moment.isoformat(" ")


def _duration(span: datetime.timedelta) -> str:
    """Hours may be more than a day has, as in Excel's [h]:mm:ss."""
    seconds = round(span.total_seconds())
    sign = "-" if seconds < 0 else ""
    minutes, seconds = divmod(abs(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{sign}{hours:02d}:{minutes:02d}:{seconds:02d}"


_SHOWN: Mapping[type, Callable[[Any], str]] = {
    str: _text,
    float: _number,
    int: str,
    bool: _boolean,
    datetime.datetime: _date_time,
    datetime.date: datetime.date.isoformat,
    datetime.time: datetime.time.isoformat,
    datetime.timedelta: _duration,
}
