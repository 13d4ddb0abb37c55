"""Which department buys most from each supplier: who acts on what the register asks."""

from __future__ import annotations

from msrisk.model import Suppliers

FIELD = "department"


def department_of(suppliers: Suppliers) -> tuple[str, ...]:
    """For each supplier the department with most of its money, and how many more: *Highways, and 2 more*.

    '' where none is known.
    """
    column = suppliers.columns.get(FIELD)
    if column is None:
        return ("",) * len(suppliers)
    shown = {name: suppliers.without_persons(name) for name in {each.first for each in column.readings}}
    said = [_said(shown[each.first], len(each.parts)) for each in column.readings]
    return tuple([said[code] for code in column.codes.tolist()])


def _said(name: str, departments: int) -> str:
    return name if departments < 2 else f"{name}, and {departments - 1:,} more"
