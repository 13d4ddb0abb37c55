"""Short labels from a table, several with semicolons between them: ``garments; footwear``.

Every text is taken as it stands, ``none`` too; white space runs are one space. A blank is BLANK, a spreadsheet
error is refused.
"""

from __future__ import annotations

from msrisk.files import one_line
from msrisk.values.kind import NAMED, Kind
from msrisk.values.placeholders import error_in, is_error
from msrisk.values.reading import BLANK, Hint, Reading, Value


def read(text: str, hint: Hint) -> Reading:
    """One text as labels, each once."""
    if is_error(text):
        return error_in(text)
    parts = dict.fromkeys(part for each in text.split(";") if (part := one_line(each)))
    return Reading(tuple(parts)) if parts else BLANK


def show(value: Value) -> str:
    """The labels, joined by "; "."""
    assert isinstance(value, tuple)
    return "; ".join(value)


KIND = Kind("labels", "parts", "a label", read, show, NAMED)
