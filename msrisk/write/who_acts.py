"""Who acts on what is asked of a supplier: the department that buys from it, else whoever a question is for."""

from __future__ import annotations

from collections.abc import Sequence

from msrisk.assessment import Question
from msrisk.report import Report
from msrisk.ruleset.rules import Rule

US, SUPPLIER = "us", "supplier"
_DEPARTMENT = "department"


def department(report: Report, number: int) -> str:
    """The department that buys most from a supplier, and how many more do; '' where the list does not say."""
    return report.suppliers.departments[number]


def has_departments(report: Report) -> bool:
    """Whether the list says of any supplier which department buys from it."""
    column = report.suppliers.columns.get(_DEPARTMENT)
    return column is not None and bool(column.understood[column.codes].any())


def acts_on(rule: Rule) -> str:
    """Who has to act on what a rule found."""
    return SUPPLIER if rule.duty == "supplier" else US


def asked_of(questions: Sequence[Question]) -> str:
    """Whom the first question is for; where nothing is left to ask, what is left to do is ours."""
    return SUPPLIER if questions and not questions[0].ours else US
