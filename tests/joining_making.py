"""One supplier and one registry entry, joined: what the tests of joining share."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pandas

from msrisk import PublicFiles, Report, screen
from tests.enrich.registry_making import registry_csv

TODAY = date(2026, 11, 26)
ROW = {"Supplier": "Cedar Homes Ltd", "Amount": "50000"}
REGISTERED = {
    "OrganisationName": "CEDAR HOMES LIMITED",
    "CompanyNumber": "01234567",
    "StatementEndDate": "31/03/2026",
    "StatementURL": "https://cedar.example/statement",
    "Turnover": "£100 million to £500 million",
    "GroupSubmission": "No",
}


def registry_in(folder: Path) -> PublicFiles:
    return PublicFiles(registry=(registry_csv(folder / "StatementSummaries2026.csv", [REGISTERED]),))


def run(row: Mapping[str, str], public: PublicFiles | None = None) -> Report:
    return screen(pandas.DataFrame([row]), as_of=TODAY, public=public)
