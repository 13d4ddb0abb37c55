"""Whether the totals of a list are what its rows add up to: else money may be missing, and that is said."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Mapping, Sequence

import numpy as np

from msrisk.model import Field, Flags, Ints, LeftOut, Longs, Table
from msrisk.normalise.row.left_out import TOTAL
from msrisk.normalise.spend.amounts import read_amounts
from msrisk.values.money import pounds

SPEND = "spend"
_SHOWN = 3
_ROUNDED = 100  # pence by which a total may differ, since lists print rounded figures


def totals_told(
    table: Table, fields: Mapping[str, Field], kept: Ints, left_out: Sequence[LeftOut]
) -> tuple[str, ...]:
    """A remark on the totals that are not the sum of rows above them, since the start or an earlier total.

    kept: the rows that belong to suppliers.  left_out: the others under the headings, in their order.
    """
    if SPEND not in table.mapping or not any(each.reason == TOTAL for each in left_out):
        return ()
    rows = np.arange(table.below, table.sheet.height, dtype=np.int32)
    amounts, known, _ = read_amounts(table, fields[SPEND], rows)
    is_total = np.zeros(len(rows), np.bool_)
    is_total[np.setdiff1d(rows, kept) - table.below] = [each.reason == TOTAL for each in left_out]
    wrong = unlike(np.where(known, amounts, 0), is_total & known)
    column = table.mapping[SPEND].column
    return tuple(
        f"The total in {table.sheet.address(int(rows[row]), column)} says {pounds(int(amounts[row]))}; "
        f"the rows above it add up to {pounds(added)}."
        for row, added in wrong[:_SHOWN]
    ) + ((f"{len(wrong) - _SHOWN:,} more totals differ from their rows.",) if len(wrong) > _SHOWN else ())


def unlike(amounts: Longs, is_total: Flags) -> list[tuple[int, int]]:
    """The totals that are no sum of rows above, from the start or an earlier total on; and the whole sum there."""
    added = np.cumsum(np.where(is_total, 0, amounts))
    whole = int(added[-1])
    starts = [0]  # ascending: what the rows added up to at each total so far
    wrong = []
    for row in np.flatnonzero(is_total).tolist():
        above, total = int(added[row]), int(amounts[row])
        at = bisect_left(starts, above - total - _ROUNDED)
        from_a_start = at < len(starts) and starts[at] <= above - total + _ROUNDED
        if not from_a_start and abs(total - whole) > _ROUNDED:
            wrong.append((row, above))
        insort(starts, above)
    return wrong
