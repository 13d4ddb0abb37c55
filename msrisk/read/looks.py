"""What a file is, told by its headings, so that one given with the wrong option is not taken silently."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from contextlib import closing, suppress
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from msrisk.errors import InputError
from msrisk.files import one_line
from msrisk.model import Sheet
from msrisk.model.acceptance_sheet import BY as ACCEPTED_BY
from msrisk.model.acceptance_sheet import FACTS, RULE
from msrisk.model.company import NEEDED
from msrisk.model.decision_sheet import BY, DECISION, MEANS
from msrisk.read import visible_sheets
from msrisk.read.company_files import csv_files
from msrisk.read.registry_headings import is_heading, plain

WATCHLIST, JOIN = "--watchlist", "--join"
ABOVE = 30  # rows that may stand above the headings; our own register has a dozen lines there

_EXPECTED = {WATCHLIST: "a list of names to check", JOIN: "a table of your own"}


class Look(NamedTuple):
    """What completes "this is ...", and the option it is for; a result of msrisk is for none."""

    what: str
    option: str = ""

    @property
    def hint(self) -> str:
        if self.option:
            return f"Give it with {self.option}."
        return "Give each file by its name, or keep the results of msrisk in a folder of their own."


REGISTRY = Look("a file of the modern slavery statement registry", "--registry")
COMPANIES = Look("the company register of Companies House", "--companies-house")
_UK_LIST = Look("the UK sanctions list", WATCHLIST)
_LISTED = Look("a list of sanctioned or excluded names", WATCHLIST)
_MAP = Look("a map file, which says how to read a list", "--map-file")
_OURS = Look("a result that msrisk wrote")
_LOOKS: tuple[tuple[frozenset[str], Look], ...] = (
    (frozenset(map(plain, NEEDED)), COMPANIES),
    (frozenset(("id", "schema", "name", "aliases")), _LISTED),
    (frozenset(("id", "schema", "name", "dataset")), _LISTED),
    (frozenset(("name6", "name1")), _UK_LIST),
    (frozenset(("name6", "grouptype")), _UK_LIST),
    (frozenset(("name6", "uniqueid")), _UK_LIST),
    (frozenset(("rank", "priorityforchecks", "couldreach")), _OURS),
    (frozenset(map(plain, (DECISION, BY, MEANS))), _OURS),
    (frozenset(map(plain, (ACCEPTED_BY, RULE, FACTS))), _OURS),
    (frozenset(("field", "headinginthelist")), _MAP),
    (frozenset(("bidder", "whatourlistsays", "notaproblemwhen")), _OURS),
)


def look_of(rows: Iterable[Sequence[str]]) -> Look | None:
    """What a file with one of these rows as its headings is; None where they do not tell."""
    for row in rows:
        if is_heading(row):
            return REGISTRY
        words = frozenset(map(plain, row))
        for telling, look in _LOOKS:
            if telling <= words:
                return look
    return None


def read_list(path: Path, option: str) -> tuple[Sheet, ...]:
    """The sheets of a file given with ``--watchlist`` or ``--join``.

    Raises InputError for one that cannot be read, is for another option, or was written by msrisk.
    """
    _refuse_another(path, _first_rows(path), option)  # before a register of gigabytes is read whole
    sheets = visible_sheets(path)
    tops = (sheet.row(row) for sheet in sheets for row in range(min(ABOVE, sheet.height)))
    _refuse_another(path, tops, option)
    return sheets


def is_the_supplier_list(path: Path, option: str) -> InputError:
    """The error for the supplier list given a second time, in which every supplier would be found."""
    return InputError(
        f"this is the supplier list itself, not {_EXPECTED[option]}",
        where=one_line(path.name),
        hint="If what you mean is another sheet of the same workbook, save that sheet as a file of its own.",
    )


def _refuse_another(path: Path, rows: Iterable[Sequence[str]], option: str) -> None:
    look = look_of(rows)
    if look is not None and look.option != option:
        said = f"this is {look.what}, not {_EXPECTED[option]}"
        raise InputError(said, where=one_line(path.name), hint=look.hint)


def _first_rows(path: Path) -> list[list[str]]:
    """The first rows of a text file, or of the first CSV in a zip; none of anything else."""
    with suppress(InputError, csv.Error), closing(csv_files(path)) as files:
        for _, lines in files:
            return list(islice(csv.reader(lines), ABOVE))
    return []
