"""One stage of a run in a process of its own: what went before is done first and not timed.

python benchmarks/stages.py STAGE LIST.xlsx        prints the CPU seconds and the peak memory as JSON
"""

from __future__ import annotations

import gc
import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from functools import cached_property
from importlib import import_module
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from python_calamine import CalamineWorkbook

from msrisk.enrich import enrich
from msrisk.evaluate import Outcomes, evaluate
from msrisk.model import Sheet, Suppliers
from msrisk.normalise import normalise
from msrisk.read import visible_sheets
from msrisk.report import Report
from msrisk.ruleset.load import load_rules
from msrisk.ruleset.rules import RuleSet
from msrisk.ruleset.vocabulary import load_vocabulary
from msrisk.score import score
from msrisk.screening import DEFAULT_RULES, report_of
from msrisk.topics import topics_of
from msrisk.write import write_report

AS_OF = date(2026, 11, 26)
MANY = "evaluate-many"


class Run:
    """What a run has made so far; each part is made when it is first needed."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.rules_name = DEFAULT_RULES

    @cached_property
    def sheets(self) -> tuple[Sheet, ...]:
        return visible_sheets(self.path)

    @cached_property
    def suppliers(self) -> Suppliers:
        return normalise(self.sheets, load_vocabulary())

    @cached_property
    def rules(self) -> RuleSet:
        return load_rules(self.rules_name)

    @cached_property
    def enriched(self) -> Suppliers:
        return enrich(self.suppliers, self.rules)

    @cached_property
    def outcomes(self) -> Outcomes:
        return evaluate(self.enriched, self.rules, AS_OF)

    @cached_property
    def report(self) -> Report:
        return report_of(self.outcomes)

    def cells(self) -> object:
        """Every cell, by calamine and nothing else."""
        return list(CalamineWorkbook.from_path(str(self.path)).get_sheet_by_index(0).iter_rows())

    def score(self) -> object:
        done = self.outcomes
        return score(done.suppliers, done.rules, done.asked, done.worst, done.gaps, topics_of(done.suppliers))

    def write(self, ending: str) -> None:
        """The report into a folder that is thrown away."""
        with tempfile.TemporaryDirectory() as folder:
            write_report(self.report, Path(folder) / f"out.{ending}")


Stage = tuple[Callable[[Run], object], Callable[[Run], object]]

# For each stage what must be there before, and the stage itself.
STAGES: dict[str, Stage] = {
    "cells": (lambda run: None, lambda run: run.cells()),
    "read": (lambda run: None, lambda run: run.sheets),
    "normalise": (lambda run: (run.sheets, load_vocabulary()), lambda run: run.suppliers),
    "rules": (lambda run: load_vocabulary(), lambda run: run.rules),
    "enrich": (lambda run: (run.suppliers, run.rules), lambda run: run.enriched),
    "evaluate": (lambda run: run.enriched, lambda run: run.outcomes),
    "score": (lambda run: run.outcomes, lambda run: run.score()),
    "questions": (lambda run: run.outcomes, lambda run: run.outcomes.open_fields()),
    "xlsx": (lambda run: (run.report, import_module("msrisk.write.workbook.book")), lambda run: run.write("xlsx")),
    "json": (lambda run: (run.report, import_module("msrisk.write.json_file")), lambda run: run.write("json")),
    "csv": (lambda run: (run.report, import_module("msrisk.write.csv_file")), lambda run: run.write("csv")),
}


def many(count: int) -> Run:
    """A run of fifty rules over suppliers made in memory."""
    from many_rules import make_suppliers, write_rules

    run = Run(Path())
    with tempfile.TemporaryDirectory() as folder:
        run.rules_name = str(Path(folder) / "fifty.yaml")
        write_rules(Path(run.rules_name))
        load = run.rules
    assert len(load.rules) == 50
    run.suppliers = make_suppliers(count)
    return run


def main() -> None:
    """Do what goes before, then time the stage."""
    gc.disable()  # as the command line does
    name, of = sys.argv[1:]
    run = many(int(of)) if name == MANY else Run(Path(of))
    before, stage = STAGES["evaluate" if name == MANY else name]
    before(run)
    start = time.process_time()
    held = stage(run)
    cpu = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"cpu": cpu, "peak": peak}))
    del held


if __name__ == "__main__":
    main()
