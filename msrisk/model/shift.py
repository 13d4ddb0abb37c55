"""What another weight of the points would change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from msrisk.model.outcome import Severity


@dataclass(frozen=True, slots=True)
class Shift:
    """What would change if the points of some severities were a fifth less, or more.

    points: as they would be.  stay: of those to look at first, how many would stay.
    other_band: how many suppliers would have another band.
    """

    points: Mapping[Severity, int]
    fifths: int
    stay: int
    look_first: int
    other_band: int
