"""The headings of an acceptances workbook, which is written in one place and read in another."""

from __future__ import annotations

BY, ON, UNTIL, WHY = "Accepted by", "Accepted on", "Until", "Why"
SUPPLIER, NUMBER, RULE, FACTS = "Supplier", "Company number", "Rule", "Facts"
TITLE, BECAUSE, PRIORITY, SPEND = "Finding", "Because", "Priority for checks", "Spend with us"
NOT_USED = "Why it is not used"

TYPED = (BY, ON, UNTIL, WHY)  # what a person writes
KEPT = (SUPPLIER, NUMBER, RULE, FACTS)  # what says which finding it is about
NEEDED = (*TYPED, *KEPT)  # without these a row cannot be taken
SHOWN = (TITLE, BECAUSE, PRIORITY, SPEND)  # for the person alone
ALL = (*NEEDED, *SHOWN, NOT_USED)
