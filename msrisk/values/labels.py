"""Short labels from a table, several with semicolons between them: ``garments; footwear``.

Every text is taken as it stands, ``none`` too; white space runs are one space. A blank is BLANK.
"""

from __future__ import annotations

from msrisk.files import one_line
from msrisk.values.kind import NAMED, Kind
from msrisk.values.reading import BLANK, Hint, Reading, Value


def read(text: str, hint: Hint) -> Reading:
    """One text as labels, each once."""
    parts = dict.fromkeys(part for each in text.split(";") if (part := one_line(each)))
    return Reading(tuple(parts)) if parts else BLANK


def show(value: Value) -> str:
    """The labels, joined by "; "."""
    assert isinstance(value, tuple)
    return "; ".join(value)


KIND = Kind("labels", "parts", "a label", read, show, NAMED)
