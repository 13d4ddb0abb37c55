"""The sheets and headings by which a register is found again when a person has filled it in and saved it."""

from __future__ import annotations

SHEET, RECORD = "Register", "Run record"
REDACTED = "Redacted"  # the first sheet of a copy for others
MADE_WITH, AS_OF = "Made with", "As of"  # in the run record
RULES = "Rules: SHA-256 of all their files together"
NOT_CHECKED, EXCLUSIONS = "Not checked", "exclusions"  # the second where none of them was asked
REGISTER_ID, SUPPLIER, NUMBER, PRIORITY = "Register ID", "Supplier", "Company number", "Priority for checks"
OWNER, RESPONSE, ACTION, DUE, STATUS = "Owner", "Response", "Action", "Due date", "Status"
LAST_CONTACT, NOTES = "Last contact", "Notes"
RANK, SCORE, COULD_REACH, QUEUE = "Rank", "Score", "Could reach", "Queue"
WHY, NOT_KNOWN = "Why", "Not known"

TYPED = (OWNER, RESPONSE, ACTION, DUE, STATUS, LAST_CONTACT, NOTES)  # what a person writes
ALWAYS = (SUPPLIER, PRIORITY)  # without these nothing can be compared
WHERE_FILLED_IN = (REGISTER_ID, ACTION, DUE, STATUS)  # stand in every register that has columns to fill in
TELLING = (REGISTER_ID, *ALWAYS, NUMBER, *TYPED, RANK, SCORE, COULD_REACH, QUEUE, WHY, NOT_KNOWN)

IN_PROGRESS, OPEN = "In progress", "Open"
CLOSING = ("Done", "Accepted", "Closed")
STATUSES = (OPEN, IN_PROGRESS, *CLOSING)
