"""One supplier as an officer types it, screened by section 54: what the tests of traps T1 to T41 share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pandas

from msrisk import PublicFiles, screen
from msrisk.assessment import Assessment, RuleAnswer
from tests.enrich.registry_making import registry_csv

DAY = date(2026, 11, 22)
HEADINGS = {
    "turnover": "Turnover",
    "turnover_m": "Turnover (£m)",
    "turnover_000": "Turnover £000",
    "turnover_vat": "Turnover incl VAT",
    "group": "Group turnover",
    "own": "Turnover excluding subsidiaries",
    "subsidiaries": "Subsidiaries turnover",
    "turnover_year": "Turnover year end",
    "contract_value": "Contract value",
    "income": "Total income",
    "uk": "Carries on business in the UK",
    "form": "Legal form",
    "country": "Registered country",
    "number": "Company number",
    "parent": "Parent company",
    "status": "Company status",
    "formed": "Incorporated on",
    "accounts": "Accounts category",
    "accounts_to": "Last accounts made up to date",
    "statement": "Modern slavery statement",
    "url": "Statement URL",
    "document": "What the link shows",
    "whose": "Whose statement",
    "year_end": "Statement year end",
    "covers": "Statement covers this supplier",
    "approved": "Approved by board",
    "signed": "Signed by director",
    "linked": "Homepage link",
    "no_steps": "No steps taken",
    "no_risks": "No risks found",
    "six_areas": "Six areas covered",
}
IN_SCOPE = {"turnover": "£50m", "uk": "yes", "form": "company"}
FOUND = {**IN_SCOPE, "statement": "Yes", "url": "https://acme.example/statement", "year_end": "31/03/2026"}
IN_ORDER = {
    **FOUND,
    **dict.fromkeys(("covers", "approved", "signed", "linked", "six_areas"), "yes"),
    **dict.fromkeys(("no_steps", "no_risks"), "no"),
}


def screened(name: str = "Acme", public: PublicFiles | None = None, **cells: str) -> Assessment:
    """One supplier with the given cells, screened on 22 November 2026."""
    row = {"Supplier name": name, **{HEADINGS[key]: text for key, text in cells.items()}}
    return screen(pandas.DataFrame([row]), rules="section-54", as_of=DAY, public=public).assessment(0)


def registry(folder: Path, *years: tuple[str, Sequence[Mapping[str, str]]]) -> PublicFiles:
    """A file of the statement registry for each year, as downloaded."""
    files = [
        registry_csv(folder / f"StatementSummaries{year}.csv", [{"StatementYear": year, **row} for row in rows])
        for year, rows in years
    ]
    return PublicFiles(registry=tuple(files))


def answer(assessment: Assessment, rule: str) -> RuleAnswer:
    return next(each for each in assessment.answers if each.rule.id == rule)


def ended(assessment: Assessment, rule: str) -> str:
    return answer(assessment, rule).outcome.word


def flags(assessment: Assessment) -> set[str]:
    return {each.rule.id for each in assessment.answers if each.outcome.word == "flagged"}


def asked(assessment: Assessment) -> set[str]:
    return {question.field for question in assessment.questions}


def scope(**cells: str) -> str:
    """Whether section 54 applies, seen through "no statement found": flagged in, not applicable out."""
    outcome = ended(screened(**{"uk": "yes", "form": "company", "statement": "no", **cells}), "s54-no-statement")
    return {"flagged": "in", "not applicable": "out", "not known": "ask"}[outcome]
