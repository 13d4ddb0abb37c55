"""A small list that has something for every sheet, and a sheet read as rows by heading."""

from __future__ import annotations

from datetime import date

import pandas

from msrisk import read_suppliers
from msrisk.report import Report
from msrisk.ruleset.load import load_rules
from msrisk.screening import report_on
from msrisk.write.workbook.plan import Cell, Link, SheetPlan
from msrisk.write.workbook.sheets import sheets

AS_OF = date(2026, 11, 26)
STATEMENT = "https://www.alder.example/slavery-statement"
ROWS = [
    {
        "Supplier": "Alder Laundry Ltd",
        "Company number": "01234567",
        "Category": "Laundry services",
        "Country of origin": "",
        "Country": "United Kingdom",
        "Annual spend": "£400,000",
        "Turnover": "£50m",
        "Modern slavery statement": "yes",
        "Statement URL": STATEMENT,
    },
    {
        "Supplier": "Beech Uniforms Ltd",
        "Company number": "02345678",
        "Category": "Uniforms and workwear",
        "Country of origin": "Bangladesh",
        "Country": "United Kingdom",
        "Annual spend": "£300,000",
        "Turnover": "£40m",
        "Modern slavery statement": "no",
        "Statement URL": "",
    },
    {
        "Supplier": "Cedar Cleaning",
        "Company number": "",
        "Category": "Cleaning services",
        "Country of origin": "",
        "Country": "",
        "Annual spend": "£200,000",
        "Turnover": "",
        "Modern slavery statement": "",
        "Statement URL": "",
    },
]


def report(rows: list[dict[str, str]] = ROWS, rules: str = "uk-public-procurement") -> Report:
    return report_on(read_suppliers(pandas.DataFrame(rows).fillna("")), load_rules(rules), AS_OF)


def without(*columns: str) -> list[dict[str, str]]:
    return [{name: text for name, text in row.items() if name not in columns} for row in ROWS]


def plan_of(made: Report, name: str) -> SheetPlan:
    return {plan.name: plan for plan in sheets(made)}[name]


def table(plan: SheetPlan) -> list[dict[str, Cell]]:
    titles = [heading.title for heading in plan.headings]
    return [dict(zip(titles, row, strict=True)) for row in plan.rows]


def words(cell: Cell) -> str:
    return cell.text if isinstance(cell, Link) else str(cell)


def said(plan: SheetPlan) -> str:
    """Everything a sheet says, line by line."""
    rows = (" | ".join(words(cell) for cell in row) for row in plan.rows)
    return "\n".join((plan.title, *plan.lines, *rows))
