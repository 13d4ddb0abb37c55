"""Whose name may be shown to a board or a committee: only one that is proved to be no single person's.

One rule for every output that leaves the office with names in it, so that no two of them differ about anybody.
"""

from __future__ import annotations

from msrisk.model import PERSON
from msrisk.model.payees import UNNAMED
from msrisk.report import Report
from msrisk.values.legal_form import legal_form

SOLE_TRADER = "[a sole trader]"
NO_NAME = "[no single supplier is named]"
PERHAPS_A_PERSON = "[not shown: may be a person's name]"
_ALONE = "sole trader"
_PERSONAL = {_ALONE, "partnership", "unincorporated"}


def may_be_named(report: Report, number: int) -> bool:
    """Whether a company number, a legal form or the name's own ending says that it is no person's.

    A name that reads like a person's is not shown even then: the number may have been typed into the wrong row.
    """
    suppliers = report.suppliers
    if suppliers.kind(number) in (PERSON, UNNAMED):
        return False
    forms, name = _values(report, "legal_form", number), suppliers.names[number]
    if _PERSONAL.intersection(forms) or report.named_like_a_person(name):
        return False
    return bool(forms or legal_form(name) or _values(report, "company_number", number))


def name_shown(report: Report, number: int) -> str:
    """The name of an organisation; of anybody else only what kind of name stands there."""
    if may_be_named(report, number):
        return report.suppliers.names[number]
    if report.suppliers.kind(number) == UNNAMED:
        return NO_NAME
    return SOLE_TRADER if _values(report, "legal_form", number) == (_ALONE,) else PERHAPS_A_PERSON


def _values(report: Report, field: str, number: int) -> tuple[str, ...]:
    """What was understood of a field: nothing where the list has no such column or the cell says nothing."""
    column = report.suppliers.columns.get(field)
    return () if column is None else tuple(filter(None, map(str, column.reading(number).parts)))
