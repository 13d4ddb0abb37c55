"""The days a list of payments covers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Period:
    """first, last: the days payments may have been made on.  days: how many days the months with payments have."""

    first: date
    last: date
    days: int
