"""How a flagged rule is said to the supplier itself; a rule without words here is not said to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from string import Formatter

from msrisk.errors import RulesError
from msrisk.ruleset.own_table import read_own_table

TABLE = "supplier_words.csv"
_COLUMNS = ("rule", "heading", "found", "no_problem_when", "question")


@dataclass(frozen=True, slots=True)
class SupplierWords:
    """heading: in a few words.  found: what we found, and why we ask.  question: what we ask.

    A figure of the rule set may stand in ``found`` by its name: ``{turnover_threshold}``.
    """

    heading: str
    found: str
    no_problem_when: str
    question: str


def load_supplier_words(rules: str) -> Mapping[str, SupplierWords]:
    """The words by rule, ours or an officer's copy beside their own rule file.

    Raises RulesError when the table is not as its first row has to be.
    """
    table = read_own_table(rules, TABLE, _COLUMNS)
    for row in table.rows:
        _check_figures(row["found"])
    rows = [row for row in table.rows if all(row[column] for column in _COLUMNS)]
    return {row["rule"]: SupplierWords(*(row[column] for column in _COLUMNS[1:])) for row in rows}


def _check_figures(found: str) -> None:
    try:
        list(Formatter().parse(found))
    except ValueError as error:
        raise RulesError(
            f"a brace without its other half in '{found[:60]}'",
            where=TABLE,
            hint="A figure of the rule set is named as {turnover_threshold}; else leave braces out.",
        ) from error
