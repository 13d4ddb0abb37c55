"""Fifty rules and any number of suppliers, made in memory, to measure ``evaluate`` alone."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from list_words import CATEGORIES

from msrisk.model import Book, Column, Suppliers, all_suppliers
from msrisk.ruleset.vocabulary import load_vocabulary
from msrisk.values.reading import BLANK

COUNT = 50
SEED = 2015
DISTINCT_TURNOVERS = 250_000
_LINES_PER_SUPPLIER = 1.2

_HEAD = """\
title: Fifty rules, to measure with
version: 1
reviewed: 2026-11-22

sources:
  act: {cite: "Modern Slavery Act 2015"}

parameters:
  turnover_threshold:
    meaning: Turnover from which section 54 applies
    values: {2015-10-29: £36m}
    source: act, section 54(2)

terms:
  in_scope:
    meaning: Section 54 asks this supplier for a statement
    when:
      uk_business: yes
      turnover: at least {turnover_threshold}
    unless:
      legal_form: one of [sole trader, unincorporated]
    source: act, section 54(2)
    examples:
      yes: [{uk_business: yes, turnover: £36m}]
  statement_found:
    meaning: A statement was found
    when:
      any:
        - statement_published: yes
        - statement_covers_supplier: yes
    source: act, section 54(1)
    examples:
      yes: [{statement_published: yes}]

scoring:
  points: {critical: 40, high: 25, medium: 10, low: 4}
  bands: {critical: 60, high: 25, medium: 10, low: 0}
  relief_cap: 15

rules:
"""
_RULE = """\
  {id}:
    title: A rule to measure with
    law: "..."
    source: act, section 54
    in_force: 2016-03-31
    track: law
    severity: medium
{conditions}
    because: It is so.
    next_step: Ask.
    duty: supplier
    not_a_problem_when: It is not so.
    examples:
      flagged: [{{turnover: £36m}}]
"""
_FORMS = ("company", "llp", "limited partnership", "partnership", "registered society", "public body")
_PLACES = ("China", "India", "Turkey", "Viet Nam", "Ireland", "Germany", "Jersey", "Portugal", "Brazil", "Japan")
_WORDS = (
    "care",
    "cleaning",
    "food",
    "uniforms",
    "waste",
    "solar panels",
    "security",
    "laptops",
    "timber",
    "agency",
)


def conditions() -> Iterator[str]:
    """The conditions of each rule: the shapes of section 54, with other figures and fields."""
    for at in range(12):
        yield _lines(
            f"applies_when: uk_business: yes | turnover: at least £{9 + 3 * at}m",
            "flag_when: statement_published: no",
            "unless: statement_covers_supplier: yes",
        )
    scope = "applies_when: in_scope: yes | statement_found: yes"
    for at in range(8):
        yield _lines(scope, f"flag_when: statement_year_end: older than {12 + 2 * at} months")
    for at in range(6):
        yield _lines(
            f"applies_when: uk_business: yes | turnover: less than £{20 + 4 * at}m",
            f"flag_when: turnover_year_end: older than {18 + at} months",
            f"unless: legal_form: one of [{_FORMS[at]}, sole trader]",
        )
    for at, field in enumerate(("approved", "signed", "linked", "no_steps") * 2):
        wanted = "yes" if field == "no_steps" else "no"
        yield _lines(
            scope,
            f"flag_when: statement_{field}: {wanted} | turnover: more than £{36 + 20 * at}m",
            f"unless: legal_form: one of [{_FORMS[at % 6]}]",
        )
    yield from _exposure()


def _exposure() -> Iterator[str]:
    """Rules about places, goods and work; all but the first six read lines."""
    for at in range(6):
        places = ", ".join(_PLACES[at : at + 4])
        yield _lines(f"flag_when: country: one of [{places}] | statement_published: not yes")
    for at in range(6):
        words = ", ".join(_WORDS[at : at + 3])
        yield _lines(f"flag_when: category: mentions one of [{words}] | turnover: less than £{5 + at}m")
    for at in range(4):
        places, words = ", ".join(_PLACES[at : at + 5]), ", ".join(_WORDS[at : at + 4])
        yield _lines(f"applies_when: category: mentions one of [{words}]", f"flag_when: origin: one of [{places}]")


def _lines(*blocks: str) -> str:
    """``flag_when: a: x | b: y`` as a block of YAML, one line a field."""
    said = []
    for block in blocks:
        key, _, rest = block.partition(": ")
        said += [f"    {key}:", *(f"      {line}" for line in rest.split(" | "))]
    return "\n".join(said)


def write_rules(path: Path) -> None:
    """The rule file: s54-b01 to s54-b50."""
    rules = [_RULE.format(id=f"s54-b{at:02}", conditions=each) for at, each in enumerate(conditions(), start=1)]
    assert len(rules) == COUNT
    path.write_text(_HEAD + "\n".join(rules), encoding="utf-8")


# -- suppliers as normalise would give them


class Maker:
    """Columns of codes into distinct readings, seeded."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.fields = load_vocabulary()
        self.chance = np.random.default_rng(SEED)

    def column(self, name: str, texts: Sequence[str], blank: float) -> Column:
        """One field: each text equally often, and the given part of the subjects blank."""
        field = self.fields[name]
        readings = (BLANK, *(field.read(text) for text in texts))
        codes = self.chance.integers(1, len(readings), self.size, dtype=np.int32)
        codes[self.chance.random(self.size) < blank] = 0
        rows = np.arange(self.size, dtype=np.int32)
        return Column(field, readings, ("", *texts), codes, rows, (name,))


def make_suppliers(count: int) -> Suppliers:
    """Suppliers with every field the fifty rules read, a fifth of the turnovers blank."""
    maker = Maker(count)
    distinct = min(DISTINCT_TURNOVERS, count)
    amounts = [f"{round(each)}" for each in maker.chance.lognormal(15.5, 2.2, distinct)]
    days = [
        f"{day} {month} {year}"
        for year in (2023, 2024, 2025, 2026)
        for month in ("March", "June")
        for day in (1, 30)
    ]
    answers = ("yes", "no", "not explicit")
    columns = {
        "turnover": maker.column("turnover", [*amounts, "£10m-£50m", "up to £36m", "tbc"], 0.2),
        "uk_business": maker.column("uk_business", ("yes", "yes", "yes", "no"), 0.1),
        "legal_form": maker.column("legal_form", (*_FORMS, "sole trader"), 0.1),
        "country": maker.column("country", ("UK",) * 10 + _PLACES, 0.1),
        "turnover_year_end": maker.column("turnover_year_end", days, 0.3),
        "statement_year_end": maker.column("statement_year_end", [*days, "2025"], 0.4),
        **{
            f"statement_{each}": maker.column(f"statement_{each}", answers, 0.3)
            for each in ("published", "covers_supplier", "approved", "signed", "linked", "no_steps")
        },
    }
    lines = Maker(int(count * _LINES_PER_SUPPLIER))
    owner = np.arange(lines.size, dtype=np.int64) * count // lines.size
    columns["category"] = lines.column("category", CATEGORIES, 0.05)
    columns["origin"] = lines.column("origin", _PLACES, 0.7)
    names = tuple(map(str, range(count)))
    row_owner = np.arange(count, dtype=np.int32)
    return Suppliers(
        names, names, columns, owner.astype(np.int32), row_owner, np.zeros(count, np.int64),
        np.zeros(count, np.bool_), np.zeros(lines.size, np.int64), Book(()), maker.fields, all_suppliers(count),
    )  # fmt: skip


if __name__ == "__main__":
    write_rules(Path(sys.argv[1]))
