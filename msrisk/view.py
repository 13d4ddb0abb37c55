"""For whom the outputs of a run are made: what they show, never what was found."""

from __future__ import annotations

from dataclasses import dataclass

from msrisk.errors import InputError

FIVE_BY_FIVE = "orange-5x5"
PROFILES = (FIVE_BY_FIVE,)


@dataclass(frozen=True, slots=True)
class View:
    """How a report is shown.

    publish: for a website: without filters, panes, fills, and without notes, owners and people.
    names: the board page, or the published list, names suppliers.
    profile: another view of the same result, such as ``orange-5x5``.
    Raises InputError for a profile that there is not.
    """

    publish: bool = False
    names: bool = False
    profile: str = ""

    def __post_init__(self) -> None:
        if self.profile and self.profile not in PROFILES:
            raise InputError(
                f"profile '{self.profile}': there is none so called", hint=f"It is one of: {', '.join(PROFILES)}."
            )
