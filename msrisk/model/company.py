"""The company register: which columns are kept of its file, and a company as the file lists it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from msrisk.model.entries import PublicFile

NEEDED = (
    "CompanyName",
    "CompanyNumber",
    "CompanyCategory",
    "CompanyStatus",
    "CountryOfOrigin",
    "IncorporationDate",
    "Accounts.AccountCategory",
    "SICCode.SicText_1",
)
SIC = tuple(f"SICCode.SicText_{number}" for number in range(1, 5))
PREVIOUS = tuple(f"PreviousName_{number}.CompanyName" for number in range(1, 11))
KEPT = (
    *NEEDED[:-1],
    "RegAddress.Country",
    "RegAddress.PostCode",
    "DissolutionDate",
    "Accounts.AccountRefDay",
    "Accounts.AccountRefMonth",
    "Accounts.LastMadeUpDate",
    *SIC,
)
COLUMNS = (*KEPT, *PREVIOUS)
PLACE = {name: place for place, name in enumerate(COLUMNS)}


@dataclass(frozen=True, slots=True)
class CompanyTable:
    """One text file of the register; a zip may hold several.

    file: its name.  sha256: of the file it came in.  headings: all of them, as typed.
    places: for each of COLUMNS where it stands among them, -1 where the file does not have it.
    """

    file: str
    sha256: str
    headings: tuple[str, ...]
    places: tuple[int, ...]


class Company(NamedTuple):
    """A company as the register lists it.

    table: the number of its CompanyTable.  row: as a spreadsheet counts.  number: canonical.
    cells: the texts of COLUMNS, as they stand in the file.
    """

    table: int
    row: int
    number: str
    cells: tuple[str, ...]

    def cell(self, name: str) -> str:
        """The text under one of COLUMNS."""
        return self.cells[PLACE[name]]


@dataclass(frozen=True, slots=True)
class CompanyRegister:
    """The files of the register a run was given, without their companies.

    remarks: what to tell of how it was read.
    """

    tables: tuple[CompanyTable, ...]
    files: tuple[PublicFile, ...]
    remarks: tuple[str, ...] = ()
