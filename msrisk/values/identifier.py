"""Ids a buyer gave: any text that is no placeholder, as it stands."""

from __future__ import annotations

from msrisk.values.kind import NAMED, Kind
from msrisk.values.placeholders import PLACEHOLDERS, error_in, is_error, is_placeholder
from msrisk.values.reading import BLANK, Hint, Reading, Value


def read(text: str, hint: Hint) -> Reading:
    """One text as an id; a placeholder such as ``Redacted`` is a blank, and not worth a note."""
    if text.isalnum() and text.isascii() and text.lower() not in PLACEHOLDERS:
        return Reading((text,))  # nearly every id of a real list: these must be fast
    if is_error(text):
        return error_in(text)
    return BLANK if is_placeholder(text) else Reading((" ".join(text.split()),))


def show(value: Value) -> str:
    """The id."""
    assert isinstance(value, tuple)
    return "; ".join(value)


KIND = Kind("id", "parts", "an id", read, show, NAMED)
