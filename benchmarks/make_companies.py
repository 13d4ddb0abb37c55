"""Make an invented company register of any size, in the shape of the file Companies House gives away.

python benchmarks/make_companies.py 550000 BasicCompanyData-2026-11-01.csv
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterator
from pathlib import Path
from random import Random

from list_words import AREAS, FIRST, SECOND, TRADES

SEED = 1844
_BEFORE = (
    "CompanyName| CompanyNumber|RegAddress.CareOf|RegAddress.POBox|RegAddress.AddressLine1"
    "| RegAddress.AddressLine2|RegAddress.PostTown|RegAddress.County|RegAddress.Country|RegAddress.PostCode"
    "|CompanyCategory|CompanyStatus|CountryOfOrigin|DissolutionDate|IncorporationDate|Accounts.AccountRefDay"
    "|Accounts.AccountRefMonth|Accounts.NextDueDate|Accounts.LastMadeUpDate|Accounts.AccountCategory"
    "|Returns.NextDueDate|Returns.LastMadeUpDate|Mortgages.NumMortCharges|Mortgages.NumMortOutstanding"
    "|Mortgages.NumMortPartSatisfied|Mortgages.NumMortSatisfied|SICCode.SicText_1|SICCode.SicText_2"
    "|SICCode.SicText_3|SICCode.SicText_4|LimitedPartnerships.NumGenPartners"
    "|LimitedPartnerships.NumLimPartners|URI"
).split("|")
_FORMER = [
    heading
    for number in range(1, 11)
    for heading in (f"PreviousName_{number}.CONDATE", f" PreviousName_{number}.CompanyName")
]
HEADINGS = (*_BEFORE, *_FORMER, "ConfStmtNextDueDate", " ConfStmtLastMadeUpDate")

_STATUS = (
    ("Active",) * 90 + ("Active - Proposal to Strike off",) * 6 + ("Liquidation",) * 3 + ("In Administration",)
)
_ACCOUNTS = (
    *(("MICRO ENTITY",) * 30 + ("TOTAL EXEMPTION FULL",) * 22 + ("NO ACCOUNTS FILED",) * 24),
    *(("DORMANT",) * 12 + ("UNAUDITED ABRIDGED",) * 4 + ("FULL",) * 4 + ("GROUP", "SMALL", "MEDIUM", "")),
)
_CATEGORY = (
    *(("Private Limited Company",) * 92 + ("Limited Liability Partnership", "Community Interest Company") * 2),
    "PRI/LTD BY GUAR/NSC (Private, limited by guarantee, no share capital)",
)
_COUNTRY = ("",) * 50 + ("ENGLAND",) * 28 + ("UNITED KINGDOM",) * 20 + ("SCOTLAND", "WALES")
_SIC = (
    *("81210 - General cleaning of buildings", "82990 - Other business support service activities n.e.c."),
    *("68209 - Other letting and operating of own or leased real estate", "56101 - Licensed restaurants"),
    *("62020 - Information technology consultancy activities", "49410 - Freight transport by road"),
    *("43999 - Other specialised construction activities n.e.c.", "87300 - Residential care for elderly"),
    *(
        "78200 - Temporary employment agency activities",
        "47910 - Retail sale via mail order houses or via Internet",
    ),
)


def _name(at: int, random: Random) -> str:
    first = f"{random.choice(FIRST)}{random.choice(SECOND)}"
    words = [first, random.choice(AREAS), random.choice(TRADES), str(at) if at % 3 == 0 else "", "LIMITED"]
    return " ".join(filter(None, words)).upper()


def _day(random: Random, first: int, last: int) -> str:
    return f"{random.randint(1, 28):02}/{random.randint(1, 12):02}/{random.randint(first, last)}"


def _padded(cells: list[str], width: int) -> list[str]:
    return [*cells, *[""] * (width - len(cells))]


def rows(count: int) -> Iterator[list[str]]:
    """Each company below the headings; one in seven had another name, one in twenty has a Scottish number."""
    random = Random(SEED)
    for at in range(count):
        number = f"SC{at:06}" if at % 20 == 0 and at < 1_000_000 else f"{at + 1:08}"
        former = [_day(random, 1990, 2024), _name(at, random)] if at % 7 == 0 else []
        sic = [random.choice(_SIC) for _ in range(1 + (at % 4 == 0))]
        yield [
            *(_name(at, random), number, "", "", f"{at % 300} {random.choice(SECOND).upper()} STREET", ""),
            *("NEWTOWN", "", random.choice(_COUNTRY), f"ZZ{at % 90 + 1} {at % 10}AA", random.choice(_CATEGORY)),
            *(random.choice(_STATUS), "United Kingdom", "", _day(random, 1950, 2026), "31", "3", "31/12/2026"),
            *(f"31/03/{random.randint(2023, 2026)}", random.choice(_ACCOUNTS), "", "", "0", "0", "0", "0"),
            *(*_padded(sic, 4), "0", "0", f"http://business.data.gov.uk/id/company/{number}"),
            *(*_padded(former, 20), "14/11/2026", "31/10/2025"),
        ]


def make_companies(count: int, path: Path) -> None:
    """A register of ``count`` companies."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(",".join(HEADINGS) + "\r\n")
        csv.writer(file, quoting=csv.QUOTE_ALL).writerows(rows(count))


def main() -> None:
    """Read the command line and make the register."""
    parser = argparse.ArgumentParser(description="Make an invented company register of any size.")
    parser.add_argument("companies", type=int)
    parser.add_argument("out", type=Path)
    given = parser.parse_args()
    make_companies(given.companies, given.out)


if __name__ == "__main__":
    main()
