"""The headings of a decisions workbook, which is written in one place and read in another."""

from __future__ import annotations

DECISION, BY, ON, WHY = "Decision", "Decided by", "On", "Why"
MEANS = "Accept means"
SOURCE = "Source"
OUR_NAME, OUR_NUMBER, OUR_COUNTRY = "Our supplier", "Our company number", "Our country"
SPEND, OUR_CELL = "Spend with us", "Where"
LISTED_NAME, LISTED_NUMBER, LISTED_COUNTRY = "Listed name", "Listed number", "Listed country"
LISTED_ID, LISTED_CELL = "Listed id", "Where listed"
WAY, CONFIDENCE, REASONS = "Suggested by", "Confidence (0-100)", "What agrees and what does not"
LAPSED = "Why it lapsed"

TYPED = (DECISION, BY, ON, WHY)  # what a person writes
KEPT = (MEANS, SOURCE, OUR_NAME, OUR_NUMBER, OUR_COUNTRY, LISTED_NAME, LISTED_NUMBER, LISTED_COUNTRY, LISTED_ID)
NEEDED = (DECISION, *KEPT)  # without these a row cannot be taken
SHOWN = (SPEND, OUR_CELL, LISTED_CELL, WAY, CONFIDENCE, REASONS)  # for the person alone
ALL = (*TYPED, *KEPT, *SHOWN, LAPSED)

IS_SUPPLIER, IS_PARENT = "it is our supplier", "it is our supplier's parent"
ACCEPT, REJECT = "accept", "reject"
ACCEPTED = frozenset(("accept", "accepted", "yes", "y", "same"))
REJECTED = frozenset(("reject", "rejected", "no", "n", "different"))
