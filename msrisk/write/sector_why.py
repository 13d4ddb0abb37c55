"""Why a kind of work or goods is asked about: its row in the table of sectors, with who names it."""

from __future__ import annotations

from msrisk.assessment import RuleAnswer
from msrisk.report import Report

SECTOR, GRADE = "sector", "sector_grade"


def why_asked(report: Report, number: int, answer: RuleAnswer) -> list[str]:
    """A line for each kind bought of this supplier that has the grade which was flagged; of other rules none."""
    asks = answer.rule.group == SECTOR  # others are only put to those of a grade
    grades = {each.shown for each in answer.evidence if asks and each.field == GRADE}
    column = report.suppliers.columns.get(SECTOR)
    if not grades or column is None:
        return []
    ends = report.suppliers.line_ends
    lines = range(ends[number], ends[number + 1])
    kinds = dict.fromkeys(part for line in lines for part in column.reading(line).parts)
    rows = {row[SECTOR]: row for table in report.rules.tables.values() for row in table.rows if row.get("why")}
    graded = [rows[kind] for kind in kinds if kind in rows and rows[kind].get(GRADE) in grades]
    return [f"{row[SECTOR]}: {row['why']} (named by: {row.get('source') or 'nobody we read'})" for row in graded]
