"""Taking a cell out of our list never makes a supplier look safer, whatever is joined to it.

The cells here contradict no source: of two that contradict, taking one away can settle what was open.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import combinations

import pandas
import pytest

from msrisk import PublicFiles, Report, load_rules, screen
from msrisk.model import Band
from tests.enrich.registry_making import registry_csv
from tests.read.companies_making import row as company
from tests.read.companies_making import saved

NAME = "Cedar Homes Ltd"
CELLS = {
    "Company number": "01234567",
    "Country": "United Kingdom",
    "Turnover": "£150m",
    "Statement published": "Yes",
    "Statement year end": "31 March 2026",
}
LISTED = {
    "OrganisationName": "CEDAR HOMES LIMITED",
    "CompanyNumber": "01234567",
    "StatementEndDate": "31/03/2026",
    "Turnover": "£100 million to £500 million",
    "GroupSubmission": "No",
}
RULES = load_rules("uk-public-procurement")
SUBSETS = [frozenset(kept) for size in range(len(CELLS) + 1) for kept in combinations(CELLS, size)]


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> PublicFiles:
    folder = tmp_path_factory.mktemp("public")
    watchlist = folder / "list.csv"
    watchlist.write_text(
        "Name,Company number,Country\nCedar Homes Ltd,01234567,United Kingdom\n", encoding="utf-8"
    )
    return PublicFiles(
        registry=(registry_csv(folder / "StatementSummaries2026.csv", [LISTED]),),
        companies=(
            saved(folder, company(LISTED["OrganisationName"], "01234567", Accounts_AccountCategory="FULL")),
        ),
        watchlists=(watchlist,),
    )


def run(cells: Mapping[str, str], public: PublicFiles) -> Report:
    row = {"Supplier": NAME, "Amount": "50000", **dict.fromkeys(CELLS, ""), **cells}
    return screen(pandas.DataFrame([row]), as_of=date(2026, 11, 26), rules=RULES, public=public)


@pytest.mark.parametrize("which", ["registry", "companies", "watchlists", "all"])
def test_t59_a_cell_less_never_makes_a_supplier_look_safer(public: PublicFiles, which: str) -> None:
    given = public if which == "all" else PublicFiles(**{which: getattr(public, which)})
    reached = {}
    for kept in SUBSETS:
        one = run({name: CELLS[name] for name in kept}, given).assessment(0)
        reached[kept] = (one.could_reach, one.band)
    for more in SUBSETS:
        for name in more:
            (with_it, band), (without, band_without) = reached[more], reached[more - {name}]
            assert without >= with_it, f"without {name}, of {sorted(more)}"
            assert not (band_without >= Band.MEDIUM and band < Band.MEDIUM), f"without {name}, of {sorted(more)}"
