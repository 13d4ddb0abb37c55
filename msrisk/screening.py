"""``screen()``: the verbs in a row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msrisk.enrich import enrich
from msrisk.errors import InputError
from msrisk.evaluate import Outcomes, evaluate
from msrisk.evaluate.explanation import explain
from msrisk.model import PERSON, Suppliers
from msrisk.normalise import normalise
from msrisk.read import read_sheets
from msrisk.report import Report
from msrisk.ruleset.keys import did_you_mean
from msrisk.ruleset.load import load_rules
from msrisk.ruleset.rules import RuleSet
from msrisk.ruleset.vocabulary import load_vocabulary
from msrisk.score import score
from msrisk.topics import topics_of
from msrisk.values.name import key as name_key

if TYPE_CHECKING:
    import pandas

DEFAULT_RULES = "uk-public-procurement"


def read_suppliers(
    source: str | Path | pandas.DataFrame,
    *,
    sheet: str | None = None,
    mapping: Mapping[str, str] | None = None,
    kinds: Mapping[str, str] | None = None,
    bidders: bool = False,
) -> Suppliers:
    """A supplier list from a file (.xlsx, .xls, .ods, .csv, .tsv) or a DataFrame.

    sheet: the sheet to read, when several look like supplier lists.
    mapping: field to heading, where the headings do not speak for themselves.
    kinds: payee's name to its kind (*supplier*, *public body*, …), where the words mislead.
    bidders: everyone on the list bids: nobody is set aside, and what we spend is not read.
    Raises InputError, saying what was seen and what to do.
    """
    if isinstance(source, str | Path):
        sheets = read_sheets(Path(source))
    elif hasattr(source, "iloc") and hasattr(source, "columns"):
        from msrisk.frame import sheet_of

        sheets = (sheet_of(source),)
    else:
        raise InputError(
            f"a {type(source).__name__} is no supplier list", hint="Give a file's path or a DataFrame."
        )
    return normalise(sheets, load_vocabulary(), mapping, sheet, kinds, bidders)


def screen(
    source: str | Path | pandas.DataFrame | Suppliers,
    *,
    rules: str | Path | RuleSet = DEFAULT_RULES,
    as_of: date | None = None,
    sheet: str | None = None,
    mapping: Mapping[str, str] | None = None,
    kinds: Mapping[str, str] | None = None,
) -> Report:
    """Screen a supplier list with a rule set, as things stood on ``as_of``.

    as_of: the day the law, the lists and the ages are taken of; without it, the day the rules were reviewed,
    so that the library never reads a clock. Raises InputError or RulesError.
    """
    if as_of is not None and (not isinstance(as_of, date) or isinstance(as_of, datetime)):
        raise InputError(f"as_of={as_of!r} is not a day", hint="Give a datetime.date, such as date(2026, 11, 22).")
    if isinstance(source, Suppliers):
        suppliers = source
    else:
        suppliers = read_suppliers(source, sheet=sheet, mapping=mapping, kinds=kinds)
    held = rules if isinstance(rules, RuleSet) else load_rules(rules)
    return report_on(suppliers, held, as_of or held.reviewed)


def with_floor(rules: RuleSet, floor: int | None) -> RuleSet:
    """The rules with another spend floor for parking, in pence for this list; None leaves them as they are."""
    return rules if floor is None else replace(rules, worklist=replace(rules.worklist, told=floor))


def report_on(
    suppliers: Suppliers, rules: RuleSet, as_of: date, options: Mapping[str, str] | None = None
) -> Report:
    """The report of suppliers that were read and rules that were loaded.

    options: as the user gave them, for the run record.
    """
    return report_of(evaluate(enrich(suppliers, rules), rules, as_of), options)


def report_of(outcomes: Outcomes, options: Mapping[str, str] | None = None) -> Report:
    """The report of outcomes.  options: as the user gave them, for the run record."""
    suppliers, rules = outcomes.suppliers, outcomes.rules
    flags, weights = outcomes.open_fields()
    bought = topics_of(suppliers)
    scores = score(suppliers, rules, outcomes.asked, outcomes.worst, outcomes.gaps, bought)
    return Report(
        suppliers=suppliers,
        rules=rules,
        as_of=outcomes.as_of,
        asked=outcomes.asked,
        outcomes=outcomes.worst,
        scores=scores,
        topics=bought,
        open_fields=flags,
        weights=weights,
        explain=lambda number, ended: explain(outcomes, number, ended),
        options=options or {},
    )


def find_supplier(suppliers: Suppliers, wanted: str) -> int:
    """A supplier by its name, its id or a row number of its sheet.  Raises InputError with the nearest names."""
    text = " ".join(wanted.split())
    folded, key = text.casefold(), name_key(text)
    exact = [number for number, name in enumerate(suppliers.names) if name.casefold() == folded]
    exact = exact or [number for number, each in enumerate(suppliers.keys) if each.split(" #")[0] == key]
    exact = exact or _by_id(suppliers, text) or _by_row(suppliers, text)
    exact = exact or [each for each in _persons(suppliers) if suppliers.shown_name(each).casefold() == folded]
    exact = exact or [number for number, name in enumerate(suppliers.names) if folded in name.casefold()]
    if len(exact) == 1:
        return exact[0]
    if exact:
        places = [f"'{suppliers.names[each]}' (row {_first_row(suppliers, each)})" for each in exact[:6]]
        raise InputError(
            f"{len(exact)} suppliers are called like '{text}'",
            hint=f"Name one by its row: {', '.join(places)}{' …' if len(exact) > 6 else ''}",
        )
    raise InputError(f"there is no supplier called '{text}'", hint=_nearest(folded, suppliers))


def _nearest(folded: str, suppliers: Suppliers) -> str:
    """The nearest names, compared without case, also by their first words."""
    by_folded = {name.casefold(): name for name in suppliers.names}
    by_start = {" ".join(each.split()[: len(folded.split())]): name for each, name in by_folded.items()}
    return did_you_mean(folded, {**by_start, **by_folded}, {**by_start, **by_folded})


def _by_id(suppliers: Suppliers, text: str) -> list[int]:
    column = suppliers.columns.get("supplier_id")
    if column is None:
        return []
    return [number for number in range(len(suppliers)) if column.text(number).strip() == text]


def _persons(suppliers: Suppliers) -> list[int]:
    """Those who are shown by their row and not by name."""
    return [number for number in range(len(suppliers)) if suppliers.kind(number) == PERSON]


def _by_row(suppliers: Suppliers, text: str) -> list[int]:
    if not text.isdigit():
        return []
    table = suppliers.book.tables[0]
    row = int(text) - table.sheet.first_row
    held = suppliers.row_owner[row] if 0 <= row < len(suppliers.row_owner) else -1
    return [int(held)] if held >= 0 else []


def _first_row(suppliers: Suppliers, number: int) -> int:
    return suppliers.book.tables[0].sheet.first_row + suppliers.rows_of(number)[0]
