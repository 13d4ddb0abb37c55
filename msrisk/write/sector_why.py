"""Why a kind of work or goods is asked about: its row in the table of sectors, with who names it."""

from __future__ import annotations

from msrisk.assessment import RuleAnswer
from msrisk.report import Report
from msrisk.ruleset.table_file import Row

SECTOR, GRADE = "sector", "sector_grade"
GOODS, WORK = "goods chain", ("labour here", "labour less often named", "ordinary")
_BOTH = ("food", "other goods")  # graded by who does the work, and goods all the same
_BUYS_NOTHING = ("tax and pensions",)  # has a grade, so that nobody is asked what is bought with it
_GROUP, _NO_GOODS = "goods_group", "services"


def why_asked(report: Report, number: int, answer: RuleAnswer) -> list[str]:
    """A line for each kind bought of this supplier that has the grade which was flagged; of other rules none."""
    return [
        f"{row[SECTOR]}: {row['why']} (named by: {row.get('source') or 'nobody we read'})"
        for row in kinds_asked(report, number, answer)
    ]


def kinds_asked(report: Report, number: int, answer: RuleAnswer) -> list[Row]:
    """The kinds bought of this supplier that have the grade which was flagged; of other rules none."""
    asks = answer.rule.group == SECTOR  # others are only put to those of a grade
    grades = {each.shown for each in answer.evidence if asks and each.field == GRADE}
    return [row for row in _kinds(report, number) if row.get(GRADE) in grades] if grades else []


def kinds_bought(report: Report, number: int) -> list[Row]:
    """What is bought of this supplier, of the kinds that are purchases: a tax paid to it is none."""
    return [row for row in _kinds(report, number) if row.get(GRADE) and row[SECTOR] not in _BUYS_NOTHING]


def buys_work_and_goods(report: Report, number: int) -> tuple[bool, bool]:
    """Whether it is work, and whether goods, that is bought of this supplier; both where that is not known."""
    bought = kinds_bought(report, number)
    work = any(row[GRADE] in WORK for row in bought)
    group = report.suppliers.columns.get(_GROUP)
    made = {part for line in _lines(report, number) for part in group.reading(line).parts} if group else set()
    goods = any(row[GRADE] == GOODS or row[SECTOR] in _BOTH for row in bought) or bool(made - {_NO_GOODS})
    return (work, goods) if work or goods else (True, True)


def _kinds(report: Report, number: int) -> list[Row]:
    column = report.suppliers.columns.get(SECTOR)
    if column is None:
        return []
    kinds = dict.fromkeys(part for line in _lines(report, number) for part in column.reading(line).parts)
    rows = {row[SECTOR]: row for table in report.rules.tables.values() for row in table.rows if row.get("why")}
    return [rows[kind] for kind in kinds if kind in rows]


def _lines(report: Report, number: int) -> range:
    ends = report.suppliers.line_ends
    return range(ends[number], ends[number + 1])
