"""``run.csv``: one row a supplier."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from msrisk.assessment import Assessment, Question
from msrisk.model import PERSON, Outcome
from msrisk.once import Once
from msrisk.report import Report
from msrisk.write.csv_rows import check_headings, write_rows
from msrisk.write.own_choices import own_choices
from msrisk.write.shared_words import SharedWords
from msrisk.write.words import copies_said, exclusions_said

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


def fill(report: Report, path: Path) -> None:
    write_rows(path, HEADINGS, _rows(report))


def check(path: Path) -> None:
    check_headings(path, HEADINGS)


def _rows(report: Report) -> Iterator[list[object]]:
    said, asks = SharedWords(report), Once(_asks)
    rules = f"{report.rules.name} {report.rules.version}"
    of_the_run = [
        report.as_of.isoformat(),
        ". ".join(filter(None, (rules, copies_said(report.rules.copies)))),
        exclusions_said(report),
        " ".join(own_choices(report.rules)),
    ]
    for one in report:
        yield [*_row(report, said, one, asks(one.questions)), *of_the_run]


def _asks(questions: Sequence[Question]) -> str:
    return " ".join(question.ask for question in questions)


def _row(report: Report, said: SharedWords, one: Assessment, asks: str) -> list[object]:
    suppliers = report.suppliers
    flagged = one.ended(Outcome.FLAGGED)
    identifier = suppliers.columns.get("supplier_id")
    screened = report.screened[one.number]  # who is set aside stands in no band
    person = suppliers.kind(one.number) == PERSON  # whose id is often the surname
    return [
        one.rank,
        one.name,
        identifier.text(one.number) if identifier and not person else "",
        one.band.word if screened else "",
        one.so_far.word if screened else "",
        one.queue.word,
        one.score,
        one.could_reach,
        "" if one.spend is None else one.spend / 100,
        said.category(one.number),
        report.topics[one.number],
        "; ".join(answer.rule.id for answer in flagged),
        " ".join(answer.because for answer in flagged),
        said.not_known(one.questions),
        asks,
        ", ".join(suppliers.book.address(row) for row in suppliers.rows_of(one.number)),
    ]
