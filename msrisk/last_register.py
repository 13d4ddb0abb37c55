"""The register of last time, as people filled it in, and what became of its suppliers since."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from msrisk.files import safe_text
from msrisk.model import Band


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One row of a register that was read back.

    id, number: '' where there is none.  band: None where the cell holds no priority that we know.
    action, due, status: as a person wrote them.  due_by: the last day that *due* can mean, None where it is none.
    """

    id: str
    name: str
    number: str
    band: Band | None
    action: str = ""
    due: str = ""
    status: str = ""
    due_by: date | None = None
    closed: bool = False
    where: str = ""

    @property
    def is_action(self) -> bool:
        """Whether somebody wrote that something is to be done, or that it was."""
        return bool(self.action or self.due or self.closed)

    @property
    def is_open(self) -> bool:
        return self.is_action and not self.closed


@dataclass(frozen=True)
class RegisterFile:
    """A register workbook as it was read.

    day: the day it is of, None where its run record does not say.  rules: the digest of its rules, '' likewise.
    to_fill_in: whether it has the columns that people fill in; without them it says nothing of actions.
    exclusions: whether any exclusion was asked then, None where its run record does not say.
    """

    file: str
    sha256: str
    day: date | None
    rules: str
    rows: tuple[RegisterRow, ...]
    to_fill_in: bool
    exclusions: bool | None = None


@dataclass(frozen=True)
class Actions:
    """What people wrote in a register, counted as of a day.

    open_, closed: rows.  overdue: open ones whose day is past.  undated: open ones without a day that can be read.
    unstated: open ones without one of the statuses that may be chosen.  gone: open ones of suppliers that are not
    screened now, and gone_overdue those of them whose day is past.
    """

    open_: int
    closed: int
    overdue: int
    undated: int
    unstated: int
    gone: int = 0
    gone_overdue: int = 0


@dataclass(frozen=True)
class LastRegister:
    """One register held against a report.

    found: for each row of the file the supplier of today, -1 where it is not among those screened.
    then: by supplier of today, the priority it had; None where it can no longer be read.
    bands: how many suppliers of the register had each priority.
    moves: how many suppliers went from one priority to another.  gone: suppliers in it that are not screened now.
    """

    file: RegisterFile
    found: tuple[int, ...]
    then: Mapping[int, Band | None]
    bands: Mapping[Band, int]
    moves: Mapping[tuple[Band, Band], int]
    new: int
    gone: int
    actions: Actions | None

    @property
    def worse(self) -> int:
        """How many have a higher priority for checks than then."""
        return sum(count for (before, after), count in self.moves.items() if after < before)

    @property
    def better(self) -> int:
        return sum(count for (before, after), count in self.moves.items() if after > before)

    @property
    def same(self) -> int:
        return sum(count for (before, after), count in self.moves.items() if after == before)

    def stood(self, band: Band) -> int:
        """How many suppliers had that priority then, gone since or not."""
        return self.bands.get(band, 0)

    @property
    def untold(self) -> int:
        """How many are in both, and the priority of then cannot be read."""
        return sum(band is None for band in self.then.values())

    @property
    def nobody_found(self) -> bool:
        """Whether it is likely the register of another list."""
        return bool(self.file.rows) and not self.then

    def with_open_action(self) -> Counter[int]:
        """How many open actions each supplier of today has."""
        pairs = zip(self.file.rows, self.found, strict=True)
        return Counter(number for row, number in pairs if number >= 0 and row.is_open)

    def with_any_action(self) -> frozenset[int]:
        """The suppliers of today for whom somebody wrote an action, open or closed."""
        pairs = zip(self.file.rows, self.found, strict=True)
        return frozenset(number for row, number in pairs if number >= 0 and row.is_action)

    @property
    def record(self) -> dict[str, str]:
        """As the run record names it."""
        day = self.file.day.isoformat() if self.file.day else ""
        name = safe_text(self.file.file)
        return {"file": name, "sha256": self.file.sha256, "as_of": day, "rules_sha256": self.file.rules}
