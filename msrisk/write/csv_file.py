"""``run.csv``: one row a supplier. Text that a spreadsheet would run is made inert; numbers are not touched."""

from __future__ import annotations

import csv
from pathlib import Path

from msrisk.assessment import Assessment
from msrisk.errors import OutputError
from msrisk.files import safe_text
from msrisk.model import PERSON, Outcome
from msrisk.report import Report
from msrisk.write.own_choices import own_choices
from msrisk.write.words import copies_said, exclusions_said, not_known

HEADINGS = (
    "Rank",
    "Supplier",
    "Supplier id",
    "Priority for checks",
    "Priority on known facts",
    "Queue",
    "Score",
    "Could reach",
    "Spend (£)",
    "Category",
    "What we buy",
    "Flagged",
    "Why",
    "Not known",
    "Questions",
    "Rows",
    "As of",
    "Rules",
    "Not checked",
    "Our own choices",
)
_RUNS = tuple("=+-@\t\r\n＝＋－＠")


def fill(report: Report, path: Path) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
        writer.writerow(HEADINGS)
        for assessment in report:
            writer.writerow([inert(cell) for cell in _row(report, assessment)])


def check(path: Path) -> None:
    with path.open(encoding="utf-8-sig", newline="") as file:
        if next(csv.reader(file), None) != list(HEADINGS):
            raise OutputError("did not read back as it was written", where=path.name)


def is_ours(raw: bytes) -> bool:
    """A CSV has no place for a seal, so an edit could not be told: it is never written over unasked."""
    return False


def inert(cell: object) -> object:
    """Text that starts like a formula gets an apostrophe in front; everything else is as it was."""
    if not isinstance(cell, str):
        return cell
    text = safe_text(cell)
    return f"'{text}" if text.startswith(_RUNS) else text


def _row(report: Report, one: Assessment) -> list[object]:
    suppliers = report.suppliers
    flagged = one.ended(Outcome.FLAGGED)
    identifier = suppliers.columns.get("supplier_id")
    person = suppliers.kind(one.number) == PERSON  # whose id is often the surname
    return [
        one.rank,
        one.name,
        identifier.text(one.number) if identifier and not person else "",
        one.band.word,
        one.so_far.word,
        one.queue.word,
        one.score,
        one.could_reach,
        "" if one.spend is None else one.spend / 100,
        suppliers.without_persons(suppliers.categories[one.number]),
        report.topics[one.number],
        "; ".join(answer.rule.id for answer in flagged),
        " ".join(answer.because for answer in flagged),
        not_known(one),
        " ".join(question.ask for question in one.questions),
        ", ".join(suppliers.book.address(row) for row in suppliers.rows_of(one.number)),
        report.as_of.isoformat(),
        ". ".join(filter(None, (f"{report.rules.name} {report.rules.version}", copies_said(report.rules.copies)))),
        exclusions_said(report),
        " ".join(own_choices(report.rules)),
    ]
