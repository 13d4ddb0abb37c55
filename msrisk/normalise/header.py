"""The columns under the headings, of which one must hold the supplier's name."""

from __future__ import annotations

from collections.abc import Mapping

from msrisk.model import Field, Heading, Sheet
from msrisk.normalise.heading_rows import NAME, Heads
from msrisk.normalise.mapping import map_columns
from msrisk.normalise.no_table import no_name


def checked(sheet: Sheet, heads: Heads, fields: Mapping[str, Field], told: Mapping[str, str]) -> list[Heading]:
    """The mapping, without the columns whose cells do not bear their heading out.  Raises InputError."""
    headings = map_columns(sheet, heads.texts, heads.last + 1, fields, told)
    if not any(heading.field == NAME for heading in headings):
        raise no_name(sheet, heads.last, headings, fields)
    return headings
