"""A list of which no column was taken for what is spent, though one holds sums of money: that is said."""

from __future__ import annotations

import re

from msrisk.files import one_line
from msrisk.model import Heading, Table
from msrisk.normalise.heading.cell_kinds import is_number, nearly_all, texts_below
from msrisk.normalise.heading.fits import LARGE

_SPEND = "spend"
_SHOWN = 3
_PENCE = re.compile(r"\d\.\d\d?$")


def with_money_unread(table: Table) -> Table:
    """The table, with a remark where nothing says what is spent and a column it does not read may."""
    held = [each for each in table.headings if not each.field and each.text.strip() and _holds_sums(table, each)]
    if _SPEND in table.mapping or not held:
        return table
    letters = table.sheet.letters_of
    named = ", ".join(f"'{one_line(each.text)}' (column {letters(each.column)})" for each in held[:_SHOWN])
    said = (
        f"No column was taken for what is spent, so no spend is known. Sums of money may stand under {named}; "
        f'if so, say it:  --map "{_SPEND}={one_line(held[0].text)}"'
    )
    return table.saying(said)


def _holds_sums(table: Table, heading: Heading) -> bool:
    """Whether nearly all its cells are figures, some with pence and some larger than a score or a share."""
    texts = texts_below(table.sheet, table.below, heading.column)
    figures = [text.strip(" -+£()").replace(",", "") for text in texts]
    if not figures or not nearly_all(map(is_number, figures)) or not any(map(_PENCE.search, figures)):
        return False
    return any(is_number(figure) and float(figure) >= LARGE for figure in figures)
