"""A workbook of every kind msrisk writes, of small lists with cells that a spreadsheet would run.

As a program, ``python tests/write/workbook/kinds_making.py FOLDER`` writes them all, and beside them JSON, CSV,
the pages and a redacted register.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Any

import pandas

from msrisk.comparing import Comparison
from msrisk.enrich.join import join
from msrisk.redacting import redacted
from msrisk.report import Report
from msrisk.ruleset.award import load_award_tables
from msrisk.ruleset.load import load_rules
from msrisk.ruleset.supplier_words import load_supplier_words
from msrisk.screening import explained, read_suppliers, report_on, report_to_tell
from msrisk.view import View
from msrisk.write import check_outputs, write_output, write_report
from msrisk.write.accept import ToAccept
from msrisk.write.award import Award
from msrisk.write.for_supplier import ForSupplier
from msrisk.write.kinds import (
    ACCEPT_WRITERS,
    AWARD_WRITERS,
    CHANGES_WRITERS,
    FILE_WRITERS,
    MATCH_WRITERS,
    SUPPLIER_WRITERS,
    WRITERS,
    Kinds,
)
from msrisk.write.match import Matches
from msrisk.write.supplier_file import SupplierFile
from msrisk.write.template import columns_asked
from msrisk.write.workbook import template
from tests.enrich.join_making import listed, source

DAY = date(2026, 11, 22)
RULES = "uk-public-procurement"
KEY = b"a sentence nobody guesses"
HOSTILE = (
    "=1+1 Works plc",
    "@SUM(A1) Catering Ltd",
    "+44 Cleaning Ltd",
    "-2+3 Care Ltd",
    '=HYPERLINK("http://evil.example","Pay") Ltd',
    "=cmd|' /C calc'!A0 Ltd",
)
ORDINARY = ("Alder Laundry Ltd", "Beech Foods plc", "Rowan Audit LLP")
NAMES = (*HOSTILE, *ORDINARY)
_CATEGORIES = ("Laundry", "Agency staff", "Cleaning services", "Social care", "Uniforms", "Audit fees")
_DEPARTMENTS = ("Estates", "=2+2 Services", "Adult Social Care")


def rows() -> list[dict[str, str]]:
    """A row a supplier: some with a statement, some large, some of whom little is known."""
    return [
        {
            "Supplier": name,
            "Company number": f"0{1234567 + number}",
            "Annual spend": str(90_000 - 7_000 * number),
            "Category": _CATEGORIES[number % len(_CATEGORIES)],
            "Turnover": ("£50m", "£2m", "")[number % 3],
            "Carries on business in the UK": "yes",
            "Legal form": "company",
            "Statement published": ("no", "yes", "")[number % 3],
            "Statement link": ("", "https://alder.example/statement", "javascript:alert(1)")[number % 3],
            "Country": ("United Kingdom", "China", "")[number % 3],
            "Buying department": _DEPARTMENTS[number % len(_DEPARTMENTS)],
        }
        for number, name in enumerate(NAMES)
    ]


def report(rules: str = RULES) -> Report:
    return report_on(read_suppliers(pandas.DataFrame(rows())), load_rules(rules), DAY)


def write_all(folder: Path) -> dict[str, Path]:
    """Every kind by its name."""
    made = report()
    bidders = read_suppliers(pandas.DataFrame(rows()), bidders=True)
    award = Award(report_on(bidders, load_rules(RULES), DAY), load_award_tables(RULES))
    changed = Comparison(report("section-54"), report("council"))
    written = {
        "register": _written(made, folder / "register.xlsx", WRITERS),
        "council": _written(report("council"), folder / "council.xlsx", WRITERS),
        "published": write_report(made, folder / "published.xlsx", force=True, view=View(publish=True)),
        "award": _written(award, folder / "award.xlsx", AWARD_WRITERS),
        "accept": _written(ToAccept(made, True), folder / "accept.xlsx", ACCEPT_WRITERS),
        "changes": _written(changed, folder / "changes.xlsx", CHANGES_WRITERS),
        "match": _written(_matches(), folder / "match.xlsx", MATCH_WRITERS),
        "to fill in": folder / "template.xlsx",
    }
    written["to fill in"].write_bytes(template.template(columns_asked(load_rules(RULES)), DAY))
    return written


def write_the_rest(folder: Path) -> None:
    """What is no workbook, and a workbook without names."""
    made = report()
    for ending in (".json", ".csv"):
        _written(made, folder / f"register{ending}", WRITERS)
    _written(made, folder / "board.html", WRITERS)
    _written(redacted(made, KEY), folder / "redacted.xlsx", WRITERS)
    bidders = read_suppliers(pandas.DataFrame(rows()), bidders=True)
    award = Award(report_on(bidders, load_rules(RULES), DAY), load_award_tables(RULES))
    _written(award, folder / "award.html", AWARD_WRITERS)
    _written(Comparison(report("section-54"), report("council")), folder / "changes.csv", CHANGES_WRITERS)
    _write_pages_of_one(folder)


def _write_pages_of_one(folder: Path) -> None:
    """The page of one supplier for our own file, and the one that goes to the supplier."""
    listed, rules = read_suppliers(pandas.DataFrame(rows())), load_rules(RULES)
    seen, changes = explained(listed, rules, DAY, 0)
    _written(SupplierFile(seen, seen.assessment(0), changes), folder / "own-file.html", FILE_WRITERS)
    told = ForSupplier(report_to_tell(listed, rules, DAY, 0), 0, load_supplier_words(RULES))
    _written(told, folder / "for-supplier.html", SUPPLIER_WRITERS)


def _written(what: Any, path: Path, writers: Kinds) -> Path:
    (output,) = check_outputs([path], force=True, writers=writers)
    write_output(what, output)
    return path


def _matches() -> Matches:
    ours = listed("=1+1 Works plc", "Dogwood Facilites Management Ltd", Company_number=["", "07654321"])
    return Matches(join(ours, source("=1+1 Works PLC", "Dogwood Facilities Management Limited"), ()), ())


if __name__ == "__main__":
    write_all(Path(sys.argv[1]))
    write_the_rest(Path(sys.argv[1]))
