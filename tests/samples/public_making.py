"""The rows of the invented public files and of the list of payments, and how each file is written."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

Row = Mapping[str, str]
SOURCES = ("our table", "company register", "statement registry", "watchlist")  # in the order they are joined
TABLE, REGISTER, REGISTRY, WATCHLIST = SOURCES
PERHAPS, TO_CHECK = "perhaps", ", to check"


@dataclass(frozen=True)
class Payee:
    """One payee of the list, or a supplier of the sample list, and what joining makes of it.

    found: by source how it is found there: *number*, *name*, *previous name*, …, or *perhaps*.
    alone: its band by the list alone.  joined: with all public files.  law: with them, under section 54 by itself.
    """

    name: str
    shows: str
    joined: str
    law: str
    found: Mapping[str, str]
    alone: str = ""
    account: str = ""
    amounts: Sequence[float] = ()
    spellings: Sequence[str] = ()


PAYEES: list[Payee] = []
LISTED_SUPPLIERS: list[Payee] = []
STATEMENTS: list[Row] = []
COMPANIES: list[Row] = []
LISTED: list[Sequence[str]] = []
OUR_CHECKS: list[Sequence[str]] = []


def pay(
    name: str,
    account: str,
    amounts: Sequence[float],
    shows: str,
    alone: str,
    joined: str,
    law: str,
    found: Mapping[str, str] | None = None,
    spellings: Sequence[str] = (),
) -> None:
    """The next payee; its payments take its spellings in turn."""
    PAYEES.append(Payee(name, shows, joined, law, found or {}, alone, account, amounts, spellings or (name,)))


def supplier(name: str, shows: str, joined: str, law: str, found: Mapping[str, str]) -> None:
    """A supplier of ``suppliers.xlsx`` that the public files know."""
    LISTED_SUPPLIERS.append(Payee(name, shows, joined, law, found))


# -- the statement registry

_AREAS = ("OrgStructure", "Policies", "RisksAssessment", "DueDiligence", "Training", "Goals")
_NO_REASONS = ("OrgStructure", "Policies", "RiskAssessment", "DueDiligence", "Training", "Goals")
_OF_A_RISK = ("", "Area", "SupplyChainTier", "GroupAffected", "OtherGroupAffected", "Location", "Mitigation")
STATEMENT_HEADINGS = (
    *("StatementYear OrganisationName Address SectorType CompanyNumber LastUpdated GroupSubmission".split()),
    *("ParentName StatementURL EmailAddressNoURL StatementSummaryURL StatementStartDate".split()),
    *("StatementEndDate ApprovingPerson DateApproved".split()),
    *(
        heading
        for area, reason in zip(_AREAS, _NO_REASONS, strict=True)
        for heading in (f"StatementIncludes{area}", f"No{reason}Reason")
    ),
    *("OrganisationSectors OtherOrganisationSector Turnover YearsProducingStatements Policies".split()),
    *("OtherPolicies NoPolicies Training OtherTraining NoTraining WorkingConditionsEngagement".split()),
    *("NoEngagement SocialAudits NoSocialAudits GrievanceMechanisms NoGrievanceMechanisms".split()),
    *("OtherMonitoring NoRisks".split()),
    *(f"Risk{number}{part}" for number in (1, 2, 3) for part in _OF_A_RISK),
    *("ILOIndicatorsInStatement NoILOIndicatorsInStatement ILOIndicatorsActions".split()),
    *("ILOIndicatorsNoActions DemonstrateProgress".split()),
)
SMALL, M36, M60, M100, M500 = (
    "Under £36 million",
    "£36 million to £60 million",
    "£60 million to £100 million",
    "£100 million to £500 million",
    "Over £500 million",
)


def declares(
    name: str,
    number: str = "",
    band: str = M36,
    parent: str = "",
    file: int = 2026,
    ended: str = "31/03/2026",
    areas: int = 6,
    **cells: str,
) -> None:
    """A row of the statement registry: an organisation, or a member of the group of ``parent``.

    file: the year whose file it stands in.  ended: the last day its statement covers.  areas: how many it names.
    """
    page = f"{len(STATEMENTS) + 1:03}"
    day, month, year = ended.split("/")
    host = "".join(filter(str.isalnum, (parent or name).casefold().partition(" ")[0])) or page
    STATEMENTS.append(
        {
            "StatementYear": str(file),
            "OrganisationName": name,
            "Address": f"{len(name)} Harbour Row\nQuarrendale\nQD1 {len(name) % 9}AA",
            "SectorType": "Private",
            "CompanyNumber": number,
            "LastUpdated": f"{10 + len(name) % 18}/09/{min(file, 2026)}",
            "GroupSubmission": "Yes" if parent else "",
            "ParentName": parent,
            "StatementURL": f"https://www.{host}.example/modern-slavery",
            "StatementSummaryURL": f"https://registry.example/statement-summary/{page}/{file}",
            "StatementStartDate": f"01/04/{int(year) - 1}" if (day, month) == ("31", "03") else "",
            "StatementEndDate": ended,
            "ApprovingPerson": "Robin Marlowe (Director)",
            "DateApproved": f"30/06/{year}" if int(month) < 6 else f"15/12/{year}",
            **{f"StatementIncludes{area}": "Yes" for area in _AREAS[:areas]},
            "OrganisationSectors": "Public sector\nOther",
            "Turnover": band,
            "YearsProducingStatements": "1 to 5 years",
            **cells,
        }
    )


def write_statements(path: Path, year: int) -> None:
    """One year's file as the registry writes it: marks only around commas and line ends, never doubled inside."""
    rows = [row for row in STATEMENTS if row["StatementYear"] == str(year)]
    lines = [",".join(STATEMENT_HEADINGS)]
    lines += [",".join(_as_exported(row.get(heading, "")) for heading in STATEMENT_HEADINGS) for row in rows]
    path.write_bytes(("\n".join(lines) + "\n").encode("utf-8-sig"))


def _as_exported(text: str) -> str:
    return f'"{text}"' if "," in text or "\n" in text else text


# -- the company register

COMPANY_HEADINGS = (
    *("CompanyName", " CompanyNumber", "RegAddress.CareOf", "RegAddress.POBox", "RegAddress.AddressLine1"),
    *(" RegAddress.AddressLine2", "RegAddress.PostTown", "RegAddress.County", "RegAddress.Country"),
    *("RegAddress.PostCode", "CompanyCategory", "CompanyStatus", "CountryOfOrigin", "DissolutionDate"),
    *("IncorporationDate", "Accounts.AccountRefDay", "Accounts.AccountRefMonth", "Accounts.NextDueDate"),
    *("Accounts.LastMadeUpDate", "Accounts.AccountCategory", "Returns.NextDueDate", "Returns.LastMadeUpDate"),
    *(f"Mortgages.NumMort{each}" for each in ("Charges", "Outstanding", "PartSatisfied", "Satisfied")),
    *(f"SICCode.SicText_{number}" for number in range(1, 5)),
    *("LimitedPartnerships.NumGenPartners", "LimitedPartnerships.NumLimPartners", "URI"),
    *(
        heading
        for number in range(1, 11)
        for heading in (f"PreviousName_{number}.CONDATE", f" PreviousName_{number}.CompanyName")
    ),
    *("ConfStmtNextDueDate", " ConfStmtLastMadeUpDate"),
)
MICRO, SMALL_ACCOUNTS, FULL, DORMANT = "MICRO ENTITY", "TOTAL EXEMPTION FULL", "FULL", "DORMANT"


def company(
    name: str,
    number: str,
    accounts: str = FULL,
    status: str = "Active",
    sic: str = "",
    previous: str = "",
    category: str = "Private Limited Company",
) -> None:
    """A company of the register, its accounts made up to 31 March 2025."""
    cells = dict.fromkeys(map(str.strip, COMPANY_HEADINGS), "")
    cells |= {f"Mortgages.NumMort{each}": "0" for each in ("Charges", "Outstanding", "PartSatisfied", "Satisfied")}
    cells |= {
        "CompanyName": name,
        "CompanyNumber": number,
        "RegAddress.AddressLine1": f"{len(name)} HARBOUR ROW",
        "RegAddress.PostTown": "QUARRENDALE",
        "RegAddress.PostCode": f"QD1 {len(name) % 9}AA",
        "CompanyCategory": category,
        "CompanyStatus": status,
        "CountryOfOrigin": "United Kingdom",
        "IncorporationDate": "14/05/2009",
        "Accounts.AccountRefDay": "31",
        "Accounts.AccountRefMonth": "3",
        "Accounts.NextDueDate": "31/12/2026",
        "Accounts.LastMadeUpDate": "31/03/2025",
        "Accounts.AccountCategory": accounts,
        "SICCode.SicText_1": sic,
        "LimitedPartnerships.NumGenPartners": "0",
        "LimitedPartnerships.NumLimPartners": "0",
        "URI": f"http://register.example/id/company/{number}",
        "ConfStmtNextDueDate": "28/05/2027",
        "ConfStmtLastMadeUpDate": "14/05/2026",
    }
    if previous:
        cells |= {"PreviousName_1.CONDATE": "02/10/2024", "PreviousName_1.CompanyName": previous}
    COMPANIES.append(cells)


def write_companies(path: Path) -> None:
    """The register as published: headings bare, some with a space before them, and every cell in marks."""
    held = io.StringIO()
    held.write(",".join(COMPANY_HEADINGS) + "\r\n")
    ordered = sorted(COMPANIES, key=lambda row: row["CompanyName"])
    cells = ([row[heading.strip()] for heading in COMPANY_HEADINGS] for row in ordered)
    csv.writer(held, quoting=csv.QUOTE_ALL).writerows(cells)
    path.write_bytes(held.getvalue().encode())


# -- the watchlist and our own table


def listed(name: str, country: str, also: str = "") -> None:
    """An organisation on the invented watchlist."""
    LISTED.append((f"QD-{len(LISTED) + 1:03}", name, also, country, "Organisation", "12/05/2025"))


def checked(
    name: str, number: str = "", turnover: str = "", parent: str = "", msat: str = "", on: str = ""
) -> None:
    """A row of our own table of checks."""
    OUR_CHECKS.append((name, number, turnover, parent, msat, on))


def write_watchlist(path: Path) -> None:
    """The list, below a line with its day."""
    headings = ("Unique ID", "Name", "Also known as", "Country", "Type", "Listed on")
    _write_csv(path, [("Last updated: 20/11/2026",), headings, *LISTED])


def write_our_checks(path: Path) -> None:
    """What we know of some payees from elsewhere."""
    headings = ("Supplier", "Company number", "Turnover", "Parent company", "MSAT score", "MSAT completed")
    _write_csv(path, [headings, *OUR_CHECKS])


def write_payments(path: Path) -> None:
    """The list of payments as a council publishes it: no numbers, no turnover."""
    rows = [
        (payee.spellings[at % len(payee.spellings)], f"{amount:.2f}", _paid_on(number + at * 11), payee.account)
        for number, payee in enumerate(PAYEES)
        for at, amount in enumerate(payee.amounts)
    ]
    rows.sort(key=lambda row: (row[2][3:5], row[2][:2], row[0]))
    _write_csv(path, [("Supplier Name", "Net Amount (£)", "Payment Date", "Expense Type"), *rows])


def _paid_on(turn: int) -> str:
    """A day of the second quarter of the financial year."""
    return f"{1 + turn * 7 % 28:02}/{7 + turn % 3:02}/2026"


def _write_csv(path: Path, rows: Iterable[Sequence[str]]) -> None:
    held = io.StringIO()
    csv.writer(held, lineterminator="\r\n").writerows(rows)
    path.write_bytes(held.getvalue().encode("utf-8-sig"))


WRITERS: Mapping[str, Callable[[Path], None]] = {
    "payments.csv": write_payments,
    "public/StatementSummaries2025.csv": lambda path: write_statements(path, 2025),
    "public/StatementSummaries2026.csv": lambda path: write_statements(path, 2026),
    "public/BasicCompanyData-sample.csv": write_companies,
    "public/watchlist.csv": write_watchlist,
    "public/our-checks.csv": write_our_checks,
}


def write_public(samples: Path) -> None:
    """The list of payments, and every public file, into the folder of samples."""
    (samples / "public").mkdir(exist_ok=True)
    for name, write in WRITERS.items():
        write(samples / name)
