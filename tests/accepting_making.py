"""An acceptances workbook written, filled in as a person would, and held against a list."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import openpyxl
import pandas
from openpyxl.worksheet.worksheet import Worksheet

from msrisk.report import Report
from msrisk.ruleset.load import load_rules
from msrisk.ruleset.rules import RuleSet
from msrisk.screening import DEFAULT_RULES, read_suppliers, screen
from msrisk.write import check_outputs, write_output
from msrisk.write.accept import ToAccept
from msrisk.write.kinds import ACCEPT_WRITERS

DAY = date(2026, 11, 22)
HEAD = 4  # the row of the headings
WHO, ON, UNTIL, WHY = "Jo Field", "2026-11-20", "2027-05-20", "Audited on site in October"
ALDER = {"Supplier": "Alder Ltd", "Category": "Office cleaning", "Spend": "90000"}
BEECH = {"Supplier": "Beech Ltd", "Category": "Agency staff", "Spend": "80000"}
ELM = {"Supplier": "Elm plc", "Category": "Office cleaning", "Spend": "70000", "Turnover": "£50m"}
ELM |= {"carries on business in the UK": "yes", "statement published": "no"}
Rows = list[dict[str, str]]
LIST: Rows = [ALDER, BEECH, ELM]
LABOUR = "sector-labour-here"


@cache
def default_rules() -> RuleSet:
    return load_rules(DEFAULT_RULES)


def screened(
    rows: Rows = LIST, path: Path | None = None, rules: RuleSet | None = None, as_of: date = DAY
) -> Report:
    held = rules or default_rules()
    return screen(read_suppliers(pandas.DataFrame(rows)), rules=held, as_of=as_of, acceptances=path)


def written(path: Path, report: Report | None = None, *, everybody: bool = True) -> Path:
    """The workbook of a list."""
    (output,) = check_outputs([path], force=True, writers=ACCEPT_WRITERS)
    write_output(ToAccept(report or screened(), everybody), output)
    return path


def rows_of(path: Path, sheet: str = "To accept") -> list[dict[str, object]]:
    """The rows of a sheet by heading; none when there is nothing to list."""
    held = list(openpyxl.load_workbook(path)[sheet].iter_rows(min_row=HEAD, values_only=True))
    found = [dict(zip(map(str, held[0]), each, strict=True)) for each in held[1:]]
    return [each for each in found if each["Supplier"]]


def accept(path: Path, supplier: str, rule: str = LABOUR, **said: object) -> Path:
    """What a person writes in the row of a finding; a heading with an underscore for each space."""
    given = {"Accepted_by": WHO, "Accepted_on": ON, "Until": UNTIL, "Why": WHY} | said
    book = openpyxl.load_workbook(path)
    page = book["To accept"]
    place = {str(cell.value): cell.column for cell in page[HEAD]}
    (row,) = [
        row
        for row in range(HEAD + 1, page.max_row + 1)
        if (_at(page, row, place["Supplier"]), _at(page, row, place["Rule"])) == (supplier, rule)
    ]
    for heading, text in given.items():
        name = heading.replace("_", " ")
        column = place.setdefault(name, page.max_column + 1)
        page.cell(HEAD, column).value = name
        page.cell(row, column).value = text  # type: ignore[assignment]
    book.save(path)
    return path


def _at(page: Worksheet, row: int, column: int) -> str:
    return str(page.cell(row, column).value)


def accepted_ones(report: Report) -> set[tuple[str, str]]:
    """Supplier and rule of every acceptance that holds."""
    assert report.accepted is not None
    return {(report.suppliers.names[number], rule) for number, rule in report.accepted.held}


def reasons(report: Report) -> list[str]:
    """Why the others do not hold."""
    assert report.accepted is not None
    return [each.reason for each in report.accepted.not_used]
