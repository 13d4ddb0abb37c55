"""``msrisk explain``: one supplier, every rule, every cell, what would change it."""

from __future__ import annotations

from typing import Annotated

import typer

from msrisk.cli.options import (
    DEFAULT_RULES,
    AsOf,
    AsTold,
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
    from msrisk.screening import answered, report_of
    from msrisk.whatif import what_would_change
    from msrisk.write.decisions_said import taken_said
    from msrisk.write.supplier_page import explanation

    held = load_rules(rules)
    console = Console()
    told = AsTold(
        sheet=sheet,
        map_=map_,
        kind=kind,
        registry=registry,
        companies_house=companies_house,
        watchlist=watchlist,
        join=join,
        decisions=decisions,
        rules=rules,
        as_of=as_of,
    )
    with progress(f"Reading {suppliers}") as tell:
        read = told.read(suppliers, tell)
        number = find_supplier(read, name)
        outcomes = answered(read, held, day(as_of))
        report = report_of(outcomes)
        one = report.assessment(number)
        changes = what_would_change(outcomes, number, [question.field for question in one.questions])
    console.note(taken_said(told.taken(read)))
    console.show(explanation(report, one, changes))
