"""Cells become text as Excel shows it, and a column of cells becomes distinct texts and codes."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import count, islice
from typing import Any

import numpy as np

from msrisk.model import Ints, TextColumn

_CERTAINLY_SHORT = 16  # 15 digits and a point
_ROWS_AT_A_TIME = 256
_MIDNIGHT = datetime.time()


def text_columns(rows: Iterable[Sequence[Any]], width: int) -> tuple[TextColumn, ...]:
    """Every column of a sheet, from its rows.

    A few rows at a time: their cells are turned into numbers and let go while the processor still holds them.
    """
    columns = [_Cells() for _ in range(width)]
    coming = iter(rows)
    while some := list(islice(coming, _ROWS_AT_A_TIME)):
        for column, cells in zip(columns, zip(*some, strict=True), strict=True):
            column.add(cells)
    return tuple(column.as_text() for column in columns)


def text_column(cells: Sequence[Any]) -> TextColumn:
    """Distinct texts in order of appearance, and for each cell the number of its text."""
    column = _Cells()
    column.add(cells)
    return column.as_text()


class _Cells:
    """One column: its distinct cells in order of appearance, and each cell's number among them."""

    def __init__(self) -> None:
        self._numbers: defaultdict[Any, int] = defaultdict(count().__next__)
        self._codes: list[Ints] = []

    def add(self, cells: Sequence[Any]) -> None:
        if bool in map(type, cells):
            # To Python TRUE and 1 are the same key; as text they are not.
            cells = [_boolean(cell) if type(cell) is bool else cell for cell in cells]
        self._codes.append(np.fromiter(map(self._numbers.__getitem__, cells), np.int32, len(cells)))

    def as_text(self) -> TextColumn:
        distinct, codes = self._numbers.keys(), np.concatenate(self._codes)
        if _is_clean_text(distinct):
            return TextColumn(tuple(distinct), codes)
        texts = tuple(map(cell_text, distinct))
        once = dict.fromkeys(texts)
        if len(once) < len(texts):
            number_of = dict(zip(once, range(len(once)), strict=True))
            codes = np.array([number_of[text] for text in texts], np.int32)[codes]
        return TextColumn(tuple(once), codes)


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
