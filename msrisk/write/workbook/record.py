"""The sheet *Run record*: all that is needed to repeat a run, in words; the JSON holds the same by its keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from msrisk.model import register_sheet as headed
from msrisk.report import Report
from msrisk.write.run import run_record
from msrisk.write.words import day
from msrisk.write.workbook.plan import NONE, Cell, Heading, SheetPlan

Rows = Iterator[list[Cell]]
_IN_A_ROW = 12  # columns read
_WORDS = {
    "sha256": "SHA-256",
    "instead_of_sha256": "SHA-256 of the table it stands for",
    "header_row": "row of the headings",
    "remarks": "remarks on the file",
    "spend_basis": "amounts",
    "vat": "VAT",
    "how": "as told by",
    "of": "they are",
    "found": "found by",
    "rejected": "turned down by a person",
    "lapsed": "decisions that lapsed",
    "own_tables": "Table of our own",
    "off": "Rule not asked, and why",
    "changed": "Rule changed by us",
    "inputs": "Our list",
    "joined": "Public file or table of ours",
    "decisions": "Decisions on matches",
    "acceptances": "Acceptances",
    "options": "Option",
    "reviewed": "last compared with their sources",
}


def run_sheet(report: Report) -> SheetPlan:
    headings = (Heading("Item", 36), Heading("Value", 95))
    lines = [
        "All that is needed to repeat this run. A SHA-256 is the fingerprint of a file: the same file has the "
        "same one.",
    ]
    return SheetPlan(headed.RECORD, headed.RECORD, lines, headings, _rows(report), table="RunRecord")


def _rows(report: Report) -> Rows:
    record = run_record(report)
    rules = record.pop("rules")
    yield [headed.MADE_WITH, f"msrisk {record.pop('msrisk')}"]
    yield [headed.AS_OF, _day_said(report, record.pop("as_of"))]
    yield ["Rules", f"{rules.pop('title')} ({rules.pop('name')} {rules.pop('version')})"]
    yield from _flat(rules.pop("reviewed"), "Rules: last compared with their sources")
    yield from _flat(rules.pop("sha256"), headed.RULES)
    for each in rules.pop("files"):
        yield [f"Rule file {each['file']}", f"SHA-256 {each['sha256']}"]
    yield ["Tables that come with msrisk, together", f"SHA-256 {record.pop('tables_with_msrisk')}"]
    for each in record.pop("tables"):
        edition = f" ({each['edition']})" if each["edition"] else ""
        yield [f"Table '{each['table']}', taken from", f"{each['source']}{edition}"]
    for key, value in rules.items():
        yield from _flat(value, _said(key))
    for number, each in enumerate(record.pop("inputs"), start=1):
        yield from _list(report, each, f"Our list {number}")
    yield ["Days paid for in our list", " to ".join(record.pop("period")) or "[the list says none]"]
    yield [headed.NOT_CHECKED, "; ".join(record.pop("not_checked")) or NONE]
    for key, value in record.items():
        yield from _flat(value, _said(key))


def _day_said(report: Report, iso: str) -> str:
    return f"{day(report.as_of)} ({iso})"


def _list(report: Report, given: dict[str, Any], name: str) -> Rows:
    """One list: which columns were taken for what stands in one cell, since there may be fifty."""
    mapping = given.pop("mapping")
    for key in ("file", "sheet", "header_row", "rows", "sha256"):
        yield from _flat(given.pop(key), f"{name}: {_said(key)}")
    fields = report.suppliers.fields
    taken = [
        f"{fields[field].label if field in fields else _said(field)}: '{under}'"
        for field, under in mapping.items()
    ]
    yield from _in_parts(taken, f"{name}: columns read")
    for key, value in given.items():
        yield from _flat(value, f"{name}: {_said(key)}")


def _in_parts(taken: list[str], name: str) -> Rows:
    """A long list in rows of a few each: all of it in one cell is a wall, and may be higher than a row."""
    if len(taken) <= _IN_A_ROW:
        yield [name, "; ".join(taken) or NONE]
        return
    for first in range(0, len(taken), _IN_A_ROW):
        part = taken[first : first + _IN_A_ROW]
        yield [f"{name}, {first + 1} to {first + len(part)}", "; ".join(part)]


def _flat(value: object, name: str) -> Rows:
    """Nested values as lines: ``Our list 1: amounts: VAT``."""
    if isinstance(value, Mapping) and value:
        for key, inner in value.items():
            yield from _flat(inner, f"{name}: {_said(str(key))}")
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        for number, inner in enumerate(value, start=1):
            yield from _flat(inner, f"{name} {number}")
    elif isinstance(value, list):
        yield [name, "; ".join(map(str, value)) or NONE]
    else:
        yield [name, str(value) if value or value == 0 else NONE]


def _said(key: str) -> str:
    """A key as words; names of files, rules and options stay as they are."""
    return _WORDS.get(key, key.replace("_", " "))
