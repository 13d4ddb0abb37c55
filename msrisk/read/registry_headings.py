"""The headings of a statement registry file that are used, and what the cells under them must look like."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache

DATES = ("LastUpdated", "StatementStartDate", "StatementEndDate", "DateApproved")
AREAS = ("OrgStructure", "Policies", "RisksAssessment", "DueDiligence", "Training", "Goals")
_YES_OR_NO = ("GroupSubmission", *(f"StatementIncludes{area}" for area in AREAS))
_TEXTS = ("OrganisationName", "SectorType", "CompanyNumber", "ParentName", "StatementURL", "Turnover")
_TELLING = ("StatementYear", "GroupSubmission", "ParentName", "StatementURL", "StatementEndDate", "Turnover")
_NO_FLAGS = (
    *("NoPolicies", "NoTraining", "NoEngagement", "NoSocialAudits", "NoGrievanceMechanisms", "NoRisks"),
    *("NoILOIndicatorsInStatement", "ILOIndicatorsNoActions"),
)
_ENOUGH = 3
_NEARLY_ALL = 0.9
_LONGEST_SHORT = 40
_BETWEEN_CELLS = frozenset('",\n')
_YEAR = re.compile(r"(?:19|20)\d\d")
_DATE = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}(?:[ T].{0,20})?|\d{1,2}[ -][A-Za-z]{3,9}[ -]\d{2,4}")
_YES_NO = frozenset(("", "yes", "no", "true", "false"))

Check = Callable[[str], bool]


def plain(heading: str) -> str:
    """A heading by its letters alone."""
    return "".join(letter for letter in heading.casefold() if letter.isalnum())


USED = frozenset(
    map(plain, (*DATES, *_YES_OR_NO, *_TEXTS, "StatementYear", "StatementSummaryURL")),
)


def is_heading(row: Sequence[str]) -> bool:
    """Whether a row holds the headings of the registry; some may be missing and others added."""
    found = set(map(plain, row))
    return plain("OrganisationName") in found and sum(plain(each) in found for each in _TELLING) >= _ENOUGH


def places(headings: Sequence[str]) -> dict[str, int]:
    """The column of each heading that is used; of two alike the first."""
    found: dict[str, int] = {}
    for column, heading in enumerate(headings):
        if plain(heading) in USED:
            found.setdefault(plain(heading), column)
    return found


def checks_of(headings: Sequence[str]) -> dict[int, Check]:
    """By column what its cells must look like, where that can be told."""
    return _by_column(headings, _CHECKS)


def anchors_of(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> dict[int, Check]:
    """By column what further cells look like in nearly all of these rows, so that one that slid stands out."""
    usual = _by_column(headings, _ANCHORS)
    whole = [row for row in rows if len(row) == len(headings)]
    return {
        column: check
        for column, check in usual.items()
        if sum(check(row[column]) for row in whole) >= _NEARLY_ALL * len(whole)
    }


def _by_column(headings: Sequence[str], checks: Mapping[str, Check]) -> dict[int, Check]:
    names = [plain(heading) for heading in headings]
    return {names.index(plain(name)): cache(check) for name, check in checks.items() if plain(name) in names}


def _is_year(text: str) -> bool:
    return _YEAR.fullmatch(text.strip()) is not None


def _is_date(text: str) -> bool:
    return not text.strip() or _DATE.fullmatch(text.strip()) is not None


def _is_yes_or_no(text: str) -> bool:
    return text.strip().casefold() in _YES_NO


def _is_name(text: str) -> bool:
    return "\n" not in text.strip()


def _is_link(text: str) -> bool:
    return not text.strip() or (text.strip()[:4].lower() == "http" and len(text.split()) == 1)


def _is_short(text: str) -> bool:
    return len(text) <= _LONGEST_SHORT and not _BETWEEN_CELLS & set(text)


def _is_address(text: str) -> bool:
    return '"' not in text and "\n" not in text


_ANCHORS: Mapping[str, Check] = {
    **dict.fromkeys(("SectorType", "CompanyNumber", "YearsProducingStatements", "PDFDate"), _is_short),
    "Turnover": lambda text: not text or (_is_short(text) and ("£" in text or text.startswith("Not "))),
    **dict.fromkeys(("StatementURL", "EmailAddressNoURL", "PDFURL"), _is_address),
    **dict.fromkeys(_NO_FLAGS, _is_yes_or_no),
}
_CHECKS: Mapping[str, Check] = {
    "StatementYear": _is_year,
    "OrganisationName": _is_name,
    "StatementSummaryURL": _is_link,
    **dict.fromkeys(DATES, _is_date),
    **dict.fromkeys(_YES_OR_NO, _is_yes_or_no),
}
