"""What kind of payee each supplier of a list is, and why."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from msrisk.model.arrays import Bytes, Flags, Ints

SUPPLIER, PUBLIC, SCHOOL, TAX, PERSON, UTILITY, OWN, FINANCE, UNNAMED = KINDS = (
    "supplier",
    "public body",
    "school",
    "tax or pension",
    "person",
    "utility",
    "own company",
    "finance",
    "unnamed",
)


@dataclass(frozen=True)
class Payees:
    """The kind of every payee; one entry a supplier.

    kinds: the number of each one's kind among KINDS.
    set_aside: who is no supplier for this purpose; still counted in pounds.
    said, reasons: the distinct reasons in words, and the number of each one's; the first is ''.
    rows, speakers: the input row that gave the reason, -1 where none did, and the field of its cell.
    told: each kind that was told with ``--kind``, as it is to be repeated; it names no person.
    """

    kinds: Bytes
    set_aside: Flags
    said: tuple[str, ...]
    reasons: Ints
    rows: Ints
    speakers: tuple[str, ...]
    told: tuple[str, ...] = ()

    def kind(self, number: int) -> str:
        return KINDS[int(self.kinds[number])]

    def reason(self, number: int) -> str:
        """Why this payee is not simply a supplier, or was kept as one; '' where there is nothing to say."""
        return self.said[int(self.reasons[number])]


def all_suppliers(size: int) -> Payees:
    """Payees of whom nothing else is known."""
    return Payees(
        kinds=np.full(size, KINDS.index(SUPPLIER), np.uint8),
        set_aside=np.zeros(size, np.bool_),
        said=("",),
        reasons=np.zeros(size, np.int32),
        rows=np.full(size, -1, np.int32),
        speakers=("",) * size,
    )
