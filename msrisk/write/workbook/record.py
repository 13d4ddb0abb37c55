"""The sheet *Run record*: all that is needed to repeat a run."""

from __future__ import annotations

import json
from collections.abc import Iterator

from msrisk.report import Report
from msrisk.write.run import run_record
from msrisk.write.workbook.plan import Cell, Heading, SheetPlan

Rows = Iterator[list[Cell]]


def run_sheet(report: Report) -> SheetPlan:
    headings = (Heading("Item", 34), Heading("Value", 110))
    lines = ["All that is needed to repeat this run."]
    return SheetPlan("Run record", "Run record", lines, headings, _flat(run_record(report)))


def _flat(value: object, name: str = "") -> Rows:
    """Nested values as lines: ``rules: version``, ``inputs 1: mapping: turnover``."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _flat(inner, f"{name}: {key}" if name else str(key))
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        for number, inner in enumerate(value, start=1):
            yield from _flat(inner, f"{name} {number}")
    else:
        yield [name, value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)]
