"""The run record as lines of a page: what is needed to make it again; no path, user or clock."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msrisk.files import safe_text
from msrisk.model import Suppliers
from msrisk.report import Report
from msrisk.ruleset.copies import Copy
from msrisk.version import VERSION
from msrisk.write.decisions_said import taken_said
from msrisk.write.own_choices import own_choices
from msrisk.write.run import rules_digest
from msrisk.write.words import counted, exclusions_said


def run_lines(
    report: Report, files: Iterable[tuple[str, str]] = (), copies: Sequence[Copy] = ()
) -> Iterator[tuple[str, str]]:
    """Items and their values.

    files: further files that a page rests on, and their digests.  copies: further tables of an officer's own.
    """
    rules = report.rules
    yield "msrisk", VERSION
    yield "As of", report.as_of.isoformat()
    yield "Rules", f"{rules.title} ({rules.name} {rules.version}), compared with its sources on {rules.reviewed}"
    yield "Rules, sha256", rules_digest(report)
    yield from _inputs(report.suppliers)
    yield from (("Decisions", line.removeprefix("Decisions: ")) for line in taken_said(report.decisions))
    if report.decisions:
        yield "Decisions, sha256", report.decisions.sha256
    if report.accepted:
        yield "Acceptances", safe_text(report.accepted.file)
        yield "Acceptances, sha256", report.accepted.sha256
    yield from files
    for copy in (*rules.copies, *copies):
        yield "Own table", f"{copy.table}: {safe_text(copy.file)}"
        yield "Own table, sha256", copy.sha256
        yield "Own table, in place of sha256", copy.instead_of
    yield from (("Our own choices", line) for line in own_choices(rules, named=len(rules.changed)))
    for option, text in report.options.items():
        yield f"Option: {option}", text
    yield "Not checked", exclusions_said(report)


def _inputs(suppliers: Suppliers) -> Iterator[tuple[str, str]]:
    for table in suppliers.book.tables:
        sheet = f", sheet '{table.sheet.name}'" if table.sheet.name else ""
        yield "Input", f"{safe_text(table.sheet.file)}{safe_text(sheet)}, headings in row {table.header_row}"
        yield "Input, sha256", table.sheet.sha256
    for join in suppliers.joins:
        for file in join.entries.files:
            yield "Joined", f"{safe_text(join.entries.title)}: {safe_text(file.file)}, {counted(file.rows, 'row')}"
            yield "Joined, sha256", file.sha256
