"""``msrisk check``: what was understood, before anything is scored; writes nothing."""

from __future__ import annotations

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


def check(
    suppliers: Suppliers,
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
    """Show how a list was understood: columns, payees, rows left out, unread cells, and the rules it can answer.

    Example:  py -m msrisk check suppliers.xlsx
    """
    from msrisk.cli.console import Console, progress
    from msrisk.columns_seen import columns_seen
    from msrisk.ruleset.load import load_rules
    from msrisk.screening import report_on
    from msrisk.write.columns import columns_page
    from msrisk.write.decisions_said import taken_said
    from msrisk.write.payees import payees
    from msrisk.write.terminal import understanding, understood

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
    console.note(taken_said(told.taken(read)))
    report = report_on(read, held, day(as_of))
    console.show(understood(read, columns=False))
    console.show(columns_page(report, columns_seen(read)))
    console.show(payees(read))
    console.show(understanding(report))
