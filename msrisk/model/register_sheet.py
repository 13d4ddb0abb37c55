"""The headings of the sheet *Register* by which it is found again, when a person has filled it in and saved it."""

from __future__ import annotations

SHEET, RECORD = "Register", "Run record"
REGISTER_ID, SUPPLIER, NUMBER, PRIORITY = "Register ID", "Supplier", "Company number", "Priority for checks"
OWNER, RESPONSE, ACTION, DUE, STATUS = "Owner", "Response", "Action", "Due date", "Status"
LAST_CONTACT, NOTES = "Last contact", "Notes"

TYPED = (OWNER, RESPONSE, ACTION, DUE, STATUS, LAST_CONTACT, NOTES)  # what a person writes
ALWAYS = (SUPPLIER, PRIORITY)  # without these nothing can be compared
WHERE_FILLED_IN = (REGISTER_ID, ACTION, DUE, STATUS)  # stand in every register that has columns to fill in
TELLING = (REGISTER_ID, *ALWAYS, NUMBER, *TYPED, "Rank", "Score", "Could reach", "Queue", "Why", "Not known")

IN_PROGRESS, OPEN = "In progress", "Open"
CLOSING = ("Done", "Accepted", "Closed")
STATUSES = (OPEN, IN_PROGRESS, *CLOSING)
