"""One supplier screened by the exposure rules, for the traps of country, sector and workforce."""

from __future__ import annotations

import pandas

from msrisk import screen
from msrisk.assessment import Assessment
from msrisk.model import Outcome
from tests.enrich.enrich_making import exposure
from tests.evaluate.evaluate_making import DAY

HEADINGS = {
    "category": "Purchase category",
    "account": "Expense type",
    "cpv": "CPV code",
    "goods": "Goods",
    "origin": "Country of origin",
    "work": "Place of work",
    "country": "Country",
    "amount": "Amount",
    "sic": "SIC code",
    "agency": "Agency workers",
    "sponsored": "Sponsored workers",
    "recruiters": "Labour recruiters",
    "fees": "Recruitment fees paid by workers",
    "isolated": "Isolated work",
    "housing": "Live-in work",
    "licensed": "Supplies labour to licensed sectors",
    "licence": "GLAA licence",
    "licence_until": "GLAA licence expiry",
    "subcontracted": "Subcontracted",
    "tiers": "Supply chain mapped to tier",
    "price_low": "Price abnormally low",
}
FLAGGED, CLEAR, NOT_KNOWN = Outcome.FLAGGED, Outcome.CLEAR, Outcome.NOT_KNOWN
NOT_APPLICABLE = Outcome.NOT_APPLICABLE
LISTED, TIER = "goods-listed-forced-labour", "country-origin-tier-3"


def screened(*lines: dict[str, str], **cells: str) -> Assessment:
    """One supplier, of one line or of several."""
    rows = [
        {"Supplier": "Acme Ltd", **{HEADINGS[key]: text for key, text in each.items()}}
        for each in lines or (cells,)
    ]
    return screen(pandas.DataFrame(rows).fillna(""), rules=exposure(), as_of=DAY).assessment(0)


def ended(assessment: Assessment, rule: str) -> Outcome:
    return next(answer.outcome for answer in assessment.answers if answer.rule.id == rule)


def flags(assessment: Assessment) -> set[str]:
    return {answer.rule.id for answer in assessment.ended(FLAGGED)}


def asked(assessment: Assessment) -> set[str]:
    return {question.field for question in assessment.questions}
