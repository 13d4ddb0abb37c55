"""What the register says of a supplier beside its result: a name that stays, its number, country and statement."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msrisk.assessment import Assessments
from msrisk.model import Column
from msrisk.model import register_sheet as headed
from msrisk.model.register_id import register_ids
from msrisk.report import Report
from msrisk.values.reading import Reading
from msrisk.write.web_address import plain_host
from msrisk.write.who_acts import asked_of
from msrisk.write.words import NOT_GIVEN
from msrisk.write.workbook.plan import Cell, Heading, Link

SUPPLIER_FACTS = (
    Heading(headed.REGISTER_ID, 13),
    Heading("Who acts", 20),
    Heading(headed.NUMBER, 13),
    Heading("Country", 16),
    Heading("Statement", 62, "link"),
    Heading("Statement year end", 14),
)
_PUBLISHED = {"yes": "[published, by our list; no link]", "no": "[none, by our list]"}


def supplier_facts(report: Report) -> Callable[[Assessments], list[Sequence[Cell]]]:
    """The cells under ``SUPPLIER_FACTS`` of some suppliers, a column each; whole columns are read once."""
    suppliers = report.suppliers
    columns: list[Sequence[Cell]] = [
        register_ids(suppliers),
        suppliers.departments,
        _column(report, "company_number", lambda each: each.first),
        _column(report, "country", _shown(report, "country")),
        _statements(report),
        _column(report, "statement_year_end", _shown(report, "statement_year_end")),
    ]

    def cells(some: Assessments) -> list[Sequence[Cell]]:
        ids, buying, *others = ([each[number] for number in some.number] for each in columns)
        acts = [department or asked_of(asked) for department, asked in zip(buying, some.asked, strict=True)]
        return [ids, acts, *others]

    return cells


def _column(report: Report, name: str, said: Callable[[Reading], str]) -> Sequence[str]:
    """A column in words, one for each supplier; what is blank or was not understood says so."""
    column = report.suppliers.columns.get(name)
    if column is None:
        return [NOT_GIVEN] * len(report)
    words = [(said(each) if each.understood else "") or NOT_GIVEN for each in column.readings]
    return [words[code] for code in column.codes.tolist()]


def _shown(report: Report, name: str) -> Callable[[Reading], str]:
    kind = report.suppliers.fields[name].kind
    return lambda each: "" if each.value is None else kind.show(each.value)


def _statements(report: Report) -> Sequence[Cell]:
    """The link to each statement and its host; else what our list answers."""
    columns = report.suppliers.columns
    links, answers = columns.get("statement_url"), columns.get("statement_published")
    linked, answered = _of(links, _link), _of(answers, lambda each: _PUBLISHED.get(each.first.lower(), ""))
    return [linked(number) or answered(number) or NOT_GIVEN for number in range(len(report))]


def _of(column: Column | None, said: Callable[[Reading], Cell]) -> Callable[[int], Cell]:
    if column is None:
        return lambda _: ""
    words = [said(each) for each in column.readings]
    codes = column.codes
    return lambda number: words[codes[number]]


def _link(reading: Reading) -> Cell:
    host = plain_host(reading.first).removeprefix("www.")
    return Link(f"Statement, {host}" if host else "", reading.first) if reading.first else ""
