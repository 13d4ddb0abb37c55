"""For whom the outputs of a run are made: what they show, never what was found."""

from __future__ import annotations

from dataclasses import dataclass

FIVE_BY_FIVE = "orange-5x5"
PROFILES = (FIVE_BY_FIVE,)


@dataclass(frozen=True, slots=True)
class View:
    """How a report is shown.

    publish: for a website: without filters, panes, fills, and without notes, owners and people.
    names: the board page, or the published list, names suppliers.
    profile: another view of the same result, such as ``orange-5x5``.
    redacted: names are tokens and amounts are rounded; the report itself holds nothing else.
    """

    publish: bool = False
    names: bool = False
    profile: str = ""
    redacted: bool = False
