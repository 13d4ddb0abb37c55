"""``msrisk explain``: one supplier, every rule, every cell, what would change it."""

from __future__ import annotations

from typing import Annotated

import typer

from msrisk.cli.options import (
    DEFAULT_RULES,
    AsOf,
    CompaniesHouse,
    Decisions,
    Join,
    Kind,
    Map,
    Registry,
    Rules,
    Sheet,
    Suppliers,
    Watchlist,
    day,
    kinds,
    mapping,
    public_files,
)


def explain(
    suppliers: Suppliers,
    name: Annotated[
        str, typer.Argument(help="The supplier's name, its id, or a row number of the sheet.", show_default=False)
    ],
    rules: Rules = DEFAULT_RULES,
    sheet: Sheet = None,
    map_: Map = None,
    kind: Kind = None,
    as_of: AsOf = None,
    registry: Registry = None,
    companies_house: CompaniesHouse = None,
    watchlist: Watchlist = None,
    join: Join = None,
    decisions: Decisions = None,
) -> None:
    """Explain one supplier: every rule, the cells it rests on, and what would change it.

    Example:  py -m msrisk explain suppliers.xlsx "Acme Care Ltd"
    """
    from msrisk.cli.console import Console, progress
    from msrisk.normalise.find import find_supplier
    from msrisk.ruleset.load import load_rules
    from msrisk.screening import answered, read_suppliers, report_of
    from msrisk.whatif import what_would_change
    from msrisk.write.supplier_page import explanation

    held = load_rules(rules)
    console = Console()
    public = public_files(registry, companies_house, watchlist, join, decisions)
    with progress(f"Reading {suppliers}"):
        read = read_suppliers(suppliers, sheet=sheet, mapping=mapping(map_), kinds=kinds(kind), public=public)
        number = find_supplier(read, name)
        outcomes = answered(read, held, day(as_of))
        report = report_of(outcomes)
        one = report.assessment(number)
        changes = what_would_change(outcomes, number, [question.field for question in one.questions])
    console.show(explanation(report, one, changes))
