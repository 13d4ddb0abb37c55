"""What the register says of a supplier beside its result: a name that stays, its number, country and statement."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msrisk.assessment import Assessments
from msrisk.model import register_sheet as headed
from msrisk.model.register_id import register_ids
from msrisk.report import Report
from msrisk.values.reading import Reading
from msrisk.write.first_step import whose_is_first
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
        _of_each(report, "company_number", lambda each: each.first),
        _of_each(report, "country", _shown(report, "country")),
        _statements(report),
        _of_each(report, "statement_year_end", _shown(report, "statement_year_end")),
    ]

    def cells(some: Assessments) -> list[Sequence[Cell]]:
        ids, buying, *others = ([each[number] for number in some.number] for each in columns)
        both = zip(buying, some.flags, some.asked, strict=True)
        acts = [department or whose_is_first(flags, asked) for department, flags, asked in both]
        return [ids, acts, *others]

    return cells


def _of_each(report: Report, name: str, said: Callable[[Reading], Cell]) -> Sequence[Cell]:
    """What a column says of each supplier; what is blank or was not understood says so."""
    column = report.suppliers.columns.get(name)
    if column is None:
        return [NOT_GIVEN] * len(report)
    words = [(said(each) if each.understood else "") or NOT_GIVEN for each in column.readings]
    return [words[code] for code in column.codes.tolist()]


def _shown(report: Report, name: str) -> Callable[[Reading], str]:
    kind = report.suppliers.fields[name].kind
    return lambda each: "" if each.value is None else kind.show(each.value)


def _statements(report: Report) -> Sequence[Cell]:
    """The link to each statement, which says its host; else what our list answers."""
    links = _of_each(report, "statement_url", lambda each: Link("Statement", each.first) if each.first else "")
    answers = _of_each(report, "statement_published", lambda each: _PUBLISHED.get(each.first.lower(), ""))
    return [answer if link == NOT_GIVEN else link for link, answer in zip(links, answers, strict=True)]
