"""A company so young that its first financial year may not have ended: its *no* to a statement says nothing yet.

Section 54 asks for a statement for each financial year, and the first of a UK company may last up to 18 months.
Only a known day of incorporation speaks; where it is blank nothing changes, and no flag rests on it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np

from msrisk.logic.facts import before
from msrisk.model import Suppliers
from msrisk.model.filling import recoded
from msrisk.values.reading import unread

PUBLISHED, INCORPORATED = "statement_published", "incorporated"
LONGEST_FIRST_YEAR = (
    18  # months; Companies Act 2006, sections 390 and 391, as its explanatory notes 642 to 644 say
)
NOT_ENDED = unread(
    "no statement was found, and it was incorporated less than 18 months before the day of the run: its first"
    " financial year need not have ended; ask when it ends; taken as not known"
)


def without_first_years(suppliers: Suppliers, as_of: date) -> Suppliers:
    """The suppliers, of the young ones not with a *no* to the statement."""
    said, formed = suppliers.columns.get(PUBLISHED), suppliers.columns.get(INCORPORATED)
    if said is None or formed is None:
        return suppliers
    no = np.array([each.value == ("no",) for each in said.readings], np.bool_)[said.codes]
    since = before(as_of, LONGEST_FIRST_YEAR, "month").toordinal()
    young = (formed.understood & (formed.low > since) & (formed.high <= as_of.toordinal()))[formed.codes]
    named = recoded(said, no & young, NOT_ENDED, "no, and incorporated lately")
    return replace(suppliers, columns={**suppliers.columns, PUBLISHED: named})
