"""What the amounts of a list are: with VAT or without, payments or the value of contracts."""

from __future__ import annotations

from dataclasses import dataclass

NET, GROSS, NOT_SAID, VAT_ALONE = "net", "gross", "not said", "VAT alone"
PAYMENTS, A_YEAR, WHOLE_TERM = "payments", "contracts, a year's value", "contracts, the value over the whole term"


@dataclass(frozen=True, slots=True)
class SpendBasis:
    """What was added up as spend in one list.

    vat: *net*, *gross*, *not said*, or *VAT alone*, which is not read.  of: what the amounts are for.
    how: what says so, in words; '' where nothing does.
    """

    vat: str = NOT_SAID
    of: str = PAYMENTS
    how: str = ""
