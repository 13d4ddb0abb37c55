"""What stands on each sheet of the workbook."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

from msrisk.model import About, Band, LineNote, Outcome
from msrisk.report import Report
from msrisk.ruleset.glossary import load_glossary
from msrisk.write.accepted_said import about_said, accepted_beside, accepted_words, reason_said
from msrisk.write.excel_chase import to_chase
from msrisk.write.excel_joins import joined
from msrisk.write.excel_method import method
from msrisk.write.excel_register import by_category, register, set_aside
from msrisk.write.excel_style import Cell, Heading, SheetPlan
from msrisk.write.excel_us import beside
from msrisk.write.own_choices import own_choices
from msrisk.write.run import run_record
from msrisk.write.words import (
    NOT_ADVICE,
    NOT_GIVEN,
    NOT_READ_BY_A_LAWYER,
    checked_line,
    counted,
    day,
    editions_said,
    evidence_line,
    left_out_said,
    set_aside_said,
    spend_said,
)

Rows = Iterator[list[Cell]]


def summary(report: Report) -> SheetPlan:
    suppliers = report.suppliers
    spend = spend_said(report) if suppliers.has_spend.any() else NOT_GIVEN
    lines = [
        f"{counted(int(report.screened.sum()), 'supplier')} screened, from {_inputs(report)}; spend: {spend}.",
        *filter(None, [set_aside_said(report), f"{left_out_said(report)}." if suppliers.left_out else ""]),
        *accepted_beside(report),
        checked_line(report),
        *own_choices(report.rules),
        NOT_ADVICE,
        "Start with By category, then the Register. Findings says why, Questions what to ask, "
        "Data quality what could not be read.",
    ]
    headings = (
        Heading("Priority for checks", 20, "band"),
        Heading("What it means", 70),
        Heading("Suppliers", 12, "number"),
        Heading("Spend", 18, "pounds"),
    )
    return SheetPlan("Summary", "Modern slavery risk register", lines, headings, _band_rows(report))


def _band_rows(report: Report) -> Rows:
    for band in Band:
        held = (report.scores.band == band) & report.screened
        known = held & report.suppliers.has_spend
        spend: Cell = (
            int(report.suppliers.spend[known].sum()) / 100 if known.any() or not held.any() else NOT_GIVEN
        )
        yield [band.word, _MEANINGS[band], int(held.sum()), spend]


_MEANINGS = {
    Band.REFER: "An exclusion ground may apply: for legal review, outside the scoring.",
    Band.CRITICAL: "Critical priority for checks: ask first.",
    Band.HIGH: "High priority for checks.",
    Band.NOT_CLEARED: "Too little is known to say Medium or Low: answers are needed first.",
    Band.MEDIUM: "Medium priority for checks; nothing still unknown could make it High.",
    Band.LOW: "Low priority for checks on what we hold; not a statement that there is no risk.",
}


_INPUTS_NAMED = 4


def _inputs(report: Report) -> str:
    tables = report.suppliers.book.tables
    named = dict.fromkeys(
        f"{table.sheet.file}, sheet '{table.sheet.name}'" if table.sheet.name else table.sheet.file
        for table in tables
    )
    more = f" and {len(named) - _INPUTS_NAMED:,} more (see Run record)" if len(named) > _INPUTS_NAMED else ""
    return "; ".join(list(named)[:_INPUTS_NAMED]) + more


def findings(report: Report) -> SheetPlan:
    headings = (
        Heading("Supplier", 30),
        Heading("Rule", 26),
        Heading("Track", 10),
        Heading("Points", 8, "number"),
        Heading("Because", 60),
        Heading("Evidence", 60),
        Heading("How it is known", 12),
        Heading("Next step", 40),
        Heading("Who acts", 10),
        Heading("Accepted", 40),
    )
    lines = ["One row for each flag. A flag is a question to ask, with the cells and the law it rests on."]
    return SheetPlan("Findings", "Findings", lines, headings, _finding_rows(report), filtered=True)


def _finding_rows(report: Report) -> Rows:
    for one in report.ranked():
        for answer in one.ended(Outcome.FLAGGED):
            rule = answer.rule
            yield [
                one.name,
                rule.id,
                rule.track.value,
                answer.points,
                answer.because,
                "\n".join(evidence_line(each) for each in answer.evidence),
                answer.grade.word,
                rule.next_step,
                "supplier" if rule.duty == "supplier" else "us",
                accepted_words(report, one.number, rule),
            ]


def questions(report: Report) -> SheetPlan:
    headings = (
        Heading("Supplier", 34),
        Heading("Priority for checks", 14, "band"),
        Heading("What is not known", 30),
        Heading("Question", 90),
        Heading("For", 10),
    )
    lines = [
        "Only what can still change a supplier's answer. No reply leaves a supplier where it is, never worse."
    ]
    return SheetPlan("Questions", "Questions", lines, headings, _question_rows(report), filtered=True)


def _question_rows(report: Report) -> Rows:
    for one in report.ranked():
        for question in one.questions:
            yield [one.name, one.band.word, question.label, question.ask, "us" if question.ours else "supplier"]


def data_quality(report: Report) -> SheetPlan:
    headings = (
        Heading("Where", 24),
        Heading("What the cell says", 40),
        Heading("What was made of it", 90),
    )
    lines = ["How the columns were taken, cells that could not be read as they stand, and rows left out."]
    return SheetPlan("Data quality", "Data quality", lines, headings, _quality_rows(report), filtered=True)


def _quality_rows(report: Report) -> Rows:
    suppliers = report.suppliers
    for table in suppliers.book.tables:
        for remark in table.sheet.remarks:
            yield [table.sheet.file, "", remark]
        for heading in table.headings:
            if heading.text.strip():
                yield [
                    suppliers.book.within(table, table.sheet.address(table.below - 1, heading.column)),
                    heading.text,
                    _taken(report, heading.field, heading.how),
                ]
    for where, line in _odd_lines(report):
        yield [where, line.wrong, suppliers.without_persons(line.done)]
    for note in suppliers.notes:
        yield [note.where, suppliers.without_persons(note.said), suppliers.without_persons(note.problem)]
    for row in report.accepted.not_used if report.accepted else ():
        yield [row.where, about_said(report, row), reason_said(report, row)]
    for each in suppliers.left_out:
        yield [each.where, suppliers.without_persons(each.said), f"Row left out: {each.reason}"]


def _odd_lines(report: Report) -> Iterator[tuple[str, LineNote]]:
    """Every line that was not like the others, once, also where a sheet holds several tables."""
    once = {
        (table.sheet.file, table.sheet.name, line): None
        for table in report.suppliers.book.tables
        for line in table.sheet.mended
    }
    for file, sheet, line in once:
        counted_in = f"sheet '{sheet}', row" if sheet else "line"
        yield f"{file}, {counted_in} {line.line}", line


def _taken(report: Report, field: str, how: str) -> str:
    if field:
        return f"Heading: read as {report.suppliers.fields[field].label} ({how})"
    return f"Heading: not read ({how})" if how else "Heading: not read"


def rules_used(report: Report) -> SheetPlan:
    headings = (
        Heading("Rule", 26),
        Heading("Asks", 44),
        Heading("Track", 10),
        Heading("Points", 8, "number"),
        Heading("Flagged", 9, "number"),
        Heading("Not known", 9, "number"),
        Heading("Law", 60),
        Heading("Source", 44),
        Heading("When it is not a problem", 60),
    )
    lines = [
        f"{report.rules.title}, version {report.rules.version}, "
        f"last compared with its sources on {day(report.rules.reviewed)}.",
        *filter(None, [editions_said(report)]),
    ]
    lines += [NOT_READ_BY_A_LAWYER, *own_choices(report.rules, named=len(report.rules.changed))]
    return SheetPlan("Rules used", "Rules used", lines, headings, _rule_rows(report))


def _rule_rows(report: Report) -> Rows:
    for rule, outcomes in zip(report.asked, report.outcomes, strict=True):
        yield [
            rule.id,
            rule.title,
            rule.track.value if rule.about is not About.WHAT_IF else About.WHAT_IF.value,
            report.rules.points(rule),
            int((outcomes == Outcome.FLAGGED).sum()),
            int((outcomes == Outcome.NOT_KNOWN).sum()),
            rule.law,
            report.rules.cited(rule.source),
            rule.not_a_problem_when,
        ]


def run_sheet(report: Report) -> SheetPlan:
    headings = (Heading("Item", 34), Heading("Value", 110))
    lines = ["All that is needed to repeat this run."]
    return SheetPlan("Run record", "Run record", lines, headings, _flat(run_record(report)))


def _flat(value: object, name: str = "") -> Rows:
    """Nested values as lines: ``rules: version``, ``inputs 1: mapping: turnover``."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _flat(inner, f"{name}: {key}" if name else str(key))
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        for number, inner in enumerate(value, start=1):
            yield from _flat(inner, f"{name} {number}")
    else:
        yield [name, value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)]


def words_used(report: Report) -> SheetPlan:
    headings = (Heading("About", 26), Heading("Word", 30), Heading("What it means", 90), Heading("Read in", 60))
    lines = ["What the words in this workbook mean, and those of the law behind it; facts only as they were read."]
    rows = ([word.part, word.term, word.meaning, word.source] for word in load_glossary())
    return SheetPlan("Words used", "Words used", lines, headings, rows, filtered=True)


SHEETS: tuple[Callable[[Report], SheetPlan], ...] = (
    by_category,
    summary,
    register,
    set_aside,
    joined,
    findings,
    questions,
    to_chase,
    data_quality,
    rules_used,
    method,
    words_used,
    run_sheet,
)


def sheets(report: Report) -> Iterator[SheetPlan]:
    """The sheets every workbook has; after the findings about suppliers, those for us and what is on trial."""
    for make in SHEETS:
        yield make(report)
        if make is findings:
            yield from beside(report)
