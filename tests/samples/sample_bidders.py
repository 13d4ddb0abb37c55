"""Eight invented bidders for one cleaning contract, in the order in which their tenders came in.

None of them exists. Their company numbers (99...) are beyond any that were issued; their links end in .example.
"""

from __future__ import annotations

from datetime import date

from supplier_making import Cell

HEADINGS = {
    "Tender": 9,
    "Bidder": 40,
    "Company number": 16,
    "Legal form": 22,
    "Country": 16,
    "Category": 22,
    "Annual value (£)": 16,
    "Turnover": 18,
    "Carries on business in the UK": 14,
    "Place of work": 16,
    "Modern slavery statement published": 16,
    "Statement year end": 18,
    "Statement covers this supplier": 14,
    "Approved by board": 12,
    "Signed by director": 12,
    "Linked from home page": 12,
    "No steps taken": 12,
}
_CLEANING, _UK = "Cleaning services", "United Kingdom"
_YEAR = date(2026, 3, 31)

# What each row shows stands beside it.
BIDDERS: list[list[Cell]] = [
    # a small firm: section 54 asks nothing of it
    ["T1", "Wrenfold Window & Office Cleaning Ltd", "99700011", "Limited company", _UK, _CLEANING, 412_500,
     1_850_000, "Yes", _UK, "No"],
    # everything in order
    ["T2", "Aldermarsh Facilities plc", "99700028", "Public limited company", _UK, _CLEANING, 398_000,
     212_000_000, "Yes", _UK, "Yes", _YEAR, "Yes", "Yes", "Yes", "Yes", "No"],
    # a name that a list of payments would set aside; here everyone who bids is a bidder
    ["T3", "Tamsel Valley Borough Council", "", "Public body", _UK, _CLEANING, 441_000,
     "tbc", "", _UK, ""],
    # no statement found
    ["T4", "Pellworth Building Services Ltd", "99700042", "Limited company", _UK, _CLEANING, 377_250,
     64_000_000, "Yes", _UK, "No", "", "No"],
    # nothing known but the name
    ["T5", "Ostrey & Daughters", "", "", "", _CLEANING, 405_000],
    # the statement is old, and no approval was seen
    ["T6", "Greenhythe Hygiene Ltd", "99700066", "Limited company", _UK, _CLEANING, 389_900,
     51_500_000, "Yes", _UK, "Yes", date(2024, 12, 31), "Yes", "No", "Yes", "Yes", "No"],
    # a turnover on both sides of the threshold; a parent abroad
    ["T7", "Norrdal Rengjøring AS", "", "Limited company", "Norway", _CLEANING, 420_000,
     "£30m-£45m", "Yes", _UK, "Yes", _YEAR, "", "Yes", "", "", "No"],
    # says that no steps were taken; bids for two lots, so it stands on two rows
    ["T8", "Calloway Support Services LLP", "OC997008", "LLP", _UK, _CLEANING, 366_000,
     88_000_000, "Yes", _UK, "Yes", _YEAR, "Yes", "Yes", "Yes", "Yes", "Yes"],
    ["T8", "Calloway Support Services LLP", "OC997008", "LLP", _UK, _CLEANING, 371_000,
     88_000_000, "Yes", _UK, "Yes", _YEAR, "Yes", "Yes", "Yes", "Yes", "Yes"],
]  # fmt: skip
