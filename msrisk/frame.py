"""A pandas DataFrame as a sheet of text; the one place that touches pandas on the way in."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

import numpy as np

from msrisk.model import Sheet, TextColumn

if TYPE_CHECKING:
    import pandas

NAME = "DataFrame"


def sheet_of(frame: pandas.DataFrame) -> Sheet:
    """The frame with its column names as the heading row; missing values become blanks."""
    columns = tuple(_column(str(name), frame.iloc[:, at]) for at, name in enumerate(frame.columns))
    digest = hashlib.sha256()
    for column in columns:
        for code in column.codes.tolist():
            digest.update(column.texts[code].encode("utf-8", "backslashreplace") + b"\0")
    return Sheet(NAME, "", digest.hexdigest(), columns)


def _column(name: str, values: pandas.Series[Any]) -> TextColumn:
    missing = values.isna().tolist()
    texts = [name, *("" if gone else _text(value) for value, gone in zip(values.tolist(), missing, strict=True))]
    distinct: dict[str, int] = {}
    codes = np.array([distinct.setdefault(text, len(distinct)) for text in texts], np.int32)
    return TextColumn(tuple(distinct), codes)


def _text(value: object) -> str:
    """A value as a spreadsheet cell would give it: whole numbers without ``.0``, days without midnight."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).removesuffix(" 00:00:00")
