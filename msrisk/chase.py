"""Data to chase: what is not known, over all suppliers, by how many of them an answer could move."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from msrisk.model import Field, Flags
from msrisk.model.payees import KINDS, UNNAMED
from msrisk.report import Report

_NAME = "supplier_name"


@dataclass(frozen=True, slots=True)
class Chase:
    """One thing that is not known.

    open_for: how many suppliers it is worth asking of.  could_move: how many of them an answer to it alone could
    move to another band; None where nobody can tell.  spend: pence with those it is open for; move_spend: with
    those it could move; None where the list has no amounts.
    """

    field: Field
    open_for: int
    could_move: int | None
    spend: int | None
    move_spend: int | None


def data_to_chase(report: Report) -> tuple[Chase, ...]:
    """What is not known of the suppliers screened, that which could move most of them first.

    A gap in a reference table is nothing that anybody could be asked, and is not among them.
    """
    unnamed = report.screened & (report.suppliers.payees.kinds == KINDS.index(UNNAMED))
    named = report.screened & ~unnamed
    fields = report.suppliers.fields
    found = [
        _chase(report, fields[name], flags & named, report.moves.alone[name] & named)
        for name, flags in report.open_fields.items()
        if (flags & named).any()
    ]
    if unnamed.any():  # of a contract that names nobody, all else is to be asked of whoever stands behind it
        found.append(_chase(report, fields[_NAME], unnamed, None))
    return tuple(sorted(found, key=lambda each: (-(each.could_move or 0), -each.open_for, -(each.spend or 0))))


def _chase(report: Report, field: Field, open_: Flags, moved: Flags | None) -> Chase:
    return Chase(
        field,
        int(open_.sum()),
        None if moved is None else int(moved.sum()),
        _spend(report, open_),
        None if moved is None else _spend(report, moved),
    )


def _spend(report: Report, among: Flags) -> int | None:
    if not report.suppliers.has_spend.any():
        return None
    return int(np.where(among, report.suppliers.spend, 0).sum())
