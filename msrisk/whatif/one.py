"""What would change one supplier's band, in full."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from msrisk.changes import Change
from msrisk.evaluate.outcomes import Outcomes
from msrisk.model import Flags
from msrisk.whatif.alike import profiles
from msrisk.whatif.kinds import changes_of_kinds
from msrisk.whatif.tries import Tries


def what_would_change(outcomes: Outcomes, supplier: int, fields: Sequence[str]) -> tuple[Change, ...]:
    """The bands a supplier would move to if one, or two, of ``fields`` were known; worst band first.

    A pair is only tried of the first fields, and for bands that no single answer leads to.
    """
    only = np.array([supplier], np.int32)
    everybody = np.ones(len(outcomes.suppliers), np.bool_)
    held = profiles(outcomes, only, dict.fromkeys(fields, everybody), ())
    tries = Tries(outcomes, held.first, held.lines, held.owner)
    asked: Mapping[str, Flags] = {name: np.ones(1, np.bool_) for name in fields}
    places = np.arange(len(fields), dtype=np.int32)[:, None]
    (changes,) = changes_of_kinds(tries, asked, places, np.ones(1, np.bool_))
    return changes
