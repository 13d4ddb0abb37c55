"""Whether a gangmaster's licence is held, where a list keeps only a column for the licence.

Such a column holds numbers in one list and *yes* and *no* in another. A number is *yes*; "exempt", "applied for"
or "expired 2024" is neither.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from msrisk.model import Column, Field
from msrisk.model.filling import Columns, base_column, each_of, fill
from msrisk.ruleset.vocabulary import numbered
from msrisk.values import yes_no
from msrisk.values.reading import NO_HINT, Reading

_YEAR = r"(?:19|20)\d\d"
_NUMBER = re.compile(rf"[A-Z]{{2,6}}\d{{3,10}}|[A-Z]{{2,6}}[ /-](?!{_YEAR}\Z)\d{{3,10}}|\d{{5,10}}")
LICENCE, HELD = "gangmaster_licence", "gangmaster_licence_held"


def derive_licence(fields: Mapping[str, Field], columns: Columns, size: int) -> dict[str, Column]:
    """That a licence is held, or that none is, where its own column says so."""
    beside = [columns[name] for name in (LICENCE, numbered(LICENCE, 2)) if name in columns]  # a number apart
    if not beside:
        return {}
    offers = [each_of(column, _shows) for column in beside]
    return {HELD: fill(fields[HELD], base_column(fields, columns, HELD, size), offers)}


def _shows(reading: Reading, text: str) -> Reading | None:
    said = reading.first
    answer = yes_no.read(said, NO_HINT)
    if answer.value is not None:
        return answer
    return Reading(("yes",), note=f"a licence is named: {said}") if _NUMBER.fullmatch(said) else None
