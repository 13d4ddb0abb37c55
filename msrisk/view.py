"""For whom the outputs of a run are made: what they show, never what was found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class View:
    """How a report is shown.

    publish: for a website: without filters, panes, fills, and without notes, owners and people.
    names: the board page names suppliers.  profile: another view of the same result, such as ``orange-5x5``.
    """

    publish: bool = False
    names: bool = False
    profile: str = ""
