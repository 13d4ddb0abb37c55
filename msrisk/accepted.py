"""What became of the acceptances people made: which hold in this run, and why the others do not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from msrisk.model.acceptances import Acceptance


@dataclass(frozen=True, slots=True)
class AcceptancesFile:
    """An acceptances workbook as it was read."""

    file: str
    sha256: str
    rows: tuple[Acceptance, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """An acceptance that holds, and its last day."""

    row: Acceptance
    until: date


@dataclass(frozen=True, slots=True)
class NotUsed:
    """An acceptance that does not count in this run, the cell that says why, and the reason."""

    row: Acceptance
    where: str
    reason: str


@dataclass(frozen=True)
class Accepted:
    """What became of one file.

    held: by supplier and rule.  not_used: the others, in the order of the file.
    moved: the suppliers that left *look first*, since all that counts against them is accepted.
    """

    file: str
    sha256: str
    held: Mapping[tuple[int, str], Held] = field(default_factory=dict)
    not_used: tuple[NotUsed, ...] = ()
    moved: frozenset[int] = frozenset()
