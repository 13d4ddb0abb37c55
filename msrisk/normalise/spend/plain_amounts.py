"""A column of money that is only compared or told, not counted: its exact sums, without notes on the rest."""

from __future__ import annotations

import numpy as np

from msrisk.model import Flags, Longs
from msrisk.normalise.column.kept_cells import Cells
from msrisk.normalise.spend.figures import plain_sums
from msrisk.values.interval import Interval
from msrisk.values.money import KIND, plain_pence
from msrisk.values.money_words import plain_unit
from msrisk.values.reading import Hint


def plain_amounts(cells: Cells) -> tuple[Longs, Flags]:
    """Each kept row's exact pence under a heading, and whether there is one."""
    unit, hint = plain_unit(cells.heading.text), Hint(cells.heading.text)
    texts = [text.replace("$", "").strip() for text in cells.texts]
    amounts, known = plain_sums(texts, unit)
    for number in np.flatnonzero(~known).tolist():
        pence = _exact_pence(texts[number], unit, hint)
        if pence is not None:
            amounts[number], known[number] = pence, True
    return amounts[cells.codes], known[cells.codes]


def _exact_pence(text: str, unit: int, hint: Hint) -> int | None:
    pence = plain_pence(text, unit)
    if pence is None and any(map(str.isdigit, text)):
        value = KIND.read(text, hint).value
        return value.exact if isinstance(value, Interval) else None
    return pence
