"""Small tables and lists for tests of what is looked up, and the strings labelled by hand."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import numpy as np
import pandas

from msrisk.enrich import enrich
from msrisk.enrich.phrases import Phrases
from msrisk.logic.answer import Answers
from msrisk.logic.facts import Facts
from msrisk.logic.openness import open_fields
from msrisk.model import Suppliers
from msrisk.ruleset.load import load_rules
from msrisk.ruleset.rules import RuleSet
from msrisk.screening import read_suppliers
from msrisk.values.reading import Reading
from tests.evaluate.evaluate_making import DAY
from tests.logic.logic_making import parsed
from tests.ruleset.ruleset_making import GOOD, changed, loaded

LABELS = Path(__file__).with_name("labelled_categories.csv")
Row = Mapping[str, str]


@cache
def exposure() -> RuleSet:
    return load_rules("exposure")


@cache
def _purchase_phrases() -> Phrases:
    return Phrases(exposure().tables["purchases"].rows, "words")


def sectors_of(text: str) -> frozenset[str]:
    """What the word table takes a category or account to be."""
    rows = exposure().tables["purchases"].rows
    read = exposure().fields["sector"].read
    return frozenset(part for row in _purchase_phrases().rows_in(text) for part in read(rows[row]["sector"]).parts)


def found(rows: Sequence[Row], rules: RuleSet) -> Suppliers:
    """A list with what the tables of a rule set say of it; ``Supplier`` is added where a row has no name."""
    named = [{"Supplier": "Alder Ltd", "Amount": "1", **row} for row in rows]
    return enrich(read_suppliers(pandas.DataFrame(named).fillna("")), rules)


def looked_up(field: str, rules: RuleSet, **cells: str) -> Reading:
    """What one line's field is, its cells given by heading, an underscore for a space."""
    return (
        found([{heading.replace("_", " "): text for heading, text in cells.items()}], rules)
        .columns[field]
        .reading(0)
    )


def asked_about(row: Row, rules: RuleSet, field: str, phrase: str) -> set[str]:
    """The fields that keep open what one line with one supplier is asked of a looked-up field."""
    held = found([row], rules)
    facts = Facts(1, held.fields, dict(held.columns), DAY)
    condition = parsed({field: phrase}, fields=held.fields)
    return set(open_fields(Answers(facts), condition, np.ones(1, np.bool_)))


def with_tables(folder: Path, tables: str, **files: str) -> RuleSet:
    """A rule set with these ``tables:``, and their files beside it; two spaces stand before each table."""
    (folder / "tables").mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / "tables" / f"{name}.csv").write_text(text, encoding="utf-8")
    return loaded(folder, changed("terms:\n", f"tables:\n{tables}\nterms:\n", text=GOOD))


def labelled(half: str) -> list[dict[str, str]]:
    """The labelled strings of one half; those of the half that was held back are for counting only."""
    with LABELS.open(encoding="utf-8", newline="") as opened:
        return [row for row in csv.DictReader(opened) if row["half"] == half]
