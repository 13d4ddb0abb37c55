"""Rows that another column calls credit notes, although their sum is above nought: added up, and that is said."""

from __future__ import annotations

import re

import numpy as np

from msrisk.files import one_line
from msrisk.model import Flags, Longs, Note
from msrisk.normalise.column.kept_cells import Cells
from msrisk.values.money import pounds

_FEW_KINDS = 50  # a column of kinds of document has few different texts
_CREDIT = re.compile(
    r"(?:purchase |supplier |sales )?credit ?(?:notes?|memos?)|credits?|cr|crn|c/?n", re.IGNORECASE | re.ASCII
)


def credits_added(cells: Cells, amounts: Longs, known: Flags) -> list[Note]:
    """What is to be said of sums that were added and may have to be taken off.

    Whether a ledger prints credits without a sign is not ours to say.
    """
    for heading in cells.table.headings:
        column = cells.table.sheet.columns[heading.column]
        if heading.column == cells.heading.column or len(column.texts) > _FEW_KINDS:
            continue
        codes = [code for code, text in enumerate(column.texts) if _CREDIT.fullmatch(text.strip())]
        above = np.isin(column.codes[cells.rows], codes) & known & (amounts > 0)
        if above.any():
            which = int(np.argmax(above))
            said = (
                f"{int(above.sum()):,} {'sum' if above.sum() == 1 else 'sums'} above nought beside "
                f"'{one_line(column.at(int(cells.rows[which])))}' under '{one_line(heading.text)}', "
                f"{pounds(int(amounts[above].sum()))} in all, such as {cells.address_of_row(which)}: "
                "they were added. Should they be taken off, put a minus before them"
            )
            return [cells.at_heading(said)]
    return []
