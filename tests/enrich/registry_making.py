"""Invented files of the statement registry, written with the faults of the real exporter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from msrisk.enrich.registry import registry_entries
from msrisk.model import Book, Entries
from msrisk.read.registry import read_registry
from msrisk.ruleset.vocabulary import load_vocabulary
from msrisk.values.reading import Reading

AREAS = ("OrgStructure", "Policies", "RisksAssessment", "DueDiligence", "Training", "Goals")
_REASONS = ("OrgStructure", "Policies", "RiskAssessment", "DueDiligence", "Training", "Goals")
_RISK = ("", "Area", "SupplyChainTier", "GroupAffected", "OtherGroupAffected", "Location", "Mitigation")
HEADINGS = (
    *("StatementYear OrganisationName Address SectorType CompanyNumber LastUpdated GroupSubmission".split()),
    *("ParentName StatementURL EmailAddressNoURL StatementSummaryURL StatementStartDate".split()),
    *("StatementEndDate ApprovingPerson DateApproved".split()),
    *(
        heading
        for area, reason in zip(AREAS, _REASONS, strict=True)
        for heading in (f"StatementIncludes{area}", f"No{reason}Reason")
    ),
    *("OrganisationSectors OtherOrganisationSector Turnover YearsProducingStatements Policies".split()),
    *("OtherPolicies NoPolicies Training OtherTraining NoTraining WorkingConditionsEngagement".split()),
    *("NoEngagement SocialAudits NoSocialAudits GrievanceMechanisms NoGrievanceMechanisms".split()),
    *("OtherMonitoring NoRisks".split()),
    *(f"Risk{number}{part}" for number in (1, 2, 3) for part in _RISK),
    *("ILOIndicatorsInStatement NoILOIndicatorsInStatement ILOIndicatorsActions".split()),
    *("ILOIndicatorsNoActions DemonstrateProgress".split()),
)
Row = Mapping[str, str]

USUAL: Row = {
    "StatementYear": "2026",
    "OrganisationName": "ALDER CARE LIMITED",
    "Address": "1 Alder Road\nLeeds, West Yorkshire\nLS1 1AA",
    "SectorType": "Private",
    "CompanyNumber": "01234567",
    "LastUpdated": "01/09/2026",
    "GroupSubmission": "No",
    "StatementURL": "https://alder.example/statement",
    "StatementSummaryURL": "https://registry.example/statement-summary/Al0der/2026",
    "StatementStartDate": "01/04/2025",
    "StatementEndDate": "31/03/2026",
    "ApprovingPerson": "Robin Marlowe (Chief Executive)",
    "DateApproved": "26/08/2026",
    **{f"StatementIncludes{area}": "Yes" for area in AREAS[:4]},
    "OrganisationSectors": "Public sector\nConstruction, civil engineering and building products",
    "Turnover": "£36 million to £60 million",
}


def registry_csv(path: Path, rows: Sequence[Row], headings: Sequence[str] = HEADINGS, usual: Row = USUAL) -> Path:
    """A year's file; each row gives what differs from the usual one."""
    path.write_bytes(registry_text(rows, headings, usual).encode("utf-8-sig"))
    return path


def registry_text(rows: Sequence[Row], headings: Sequence[str] = HEADINGS, usual: Row = USUAL) -> str:
    lines = [",".join(headings)]
    lines += [",".join(_cell({**usual, **row}.get(heading, "")) for heading in headings) for row in rows]
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    """In quotation marks only with a comma or a line end, and the marks inside as they are."""
    return f'"{text}"' if "," in text or "\n" in text else text


def entries_of(*paths: Path) -> Entries:
    return registry_entries([read_registry(path) for path in paths], load_vocabulary())


def listed(folder: Path, *rows: Row) -> Entries:
    """What one file with these rows says."""
    return entries_of(registry_csv(folder / "StatementSummaries2026.csv", rows))


def said(entries: Entries, name: str, field: str) -> str:
    """What the source says of an organisation in one field, as it is shown; '' where it says nothing."""
    assert entries.columns is not None
    column = entries.columns[field]
    value = column.reading(entries.names.index(name)).value
    return "" if value is None else column.field.kind.show(value)


NAME = "ALDER CARE LIMITED"
PARENT = "BEECH GROUP PLC"
MEMBER = {"GroupSubmission": "Yes", "ParentName": PARENT}
OWN_ROW = {"GroupSubmission": "Yes", "OrganisationName": PARENT, "CompanyNumber": "07654321"}


def reading(entries: Entries, name: str, field: str) -> Reading:
    assert entries.columns is not None
    return entries.columns[field].reading(entries.names.index(name))


def cell(entries: Entries, name: str, field: str) -> str:
    """The address of the cell that spoke."""
    assert entries.columns is not None
    column, number = entries.columns[field], entries.names.index(name)
    return Book((), entries.tables).address(int(column.rows[number]), column.spoken_by(number))


def years(folder: Path, *files: tuple[str, list[dict[str, str]]]) -> list[Path]:
    return [
        registry_csv(folder / f"StatementSummaries{year}.csv", [{"StatementYear": year, **row} for row in rows])
        for year, rows in files
    ]
