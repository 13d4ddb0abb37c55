"""``msrisk check``: what was understood, before anything is scored; writes nothing."""

from __future__ import annotations

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
    from msrisk.ruleset.load import load_rules
    from msrisk.screening import read_suppliers, report_on
    from msrisk.write.payees import payees
    from msrisk.write.terminal import understanding, understood

    held = load_rules(rules)
    console = Console()
    public = public_files(registry, companies_house, watchlist, join, decisions)
    with progress(f"Reading {suppliers}"):
        read = read_suppliers(suppliers, sheet=sheet, mapping=mapping(map_), kinds=kinds(kind), public=public)
    console.show(understood(read))
    console.show(payees(read))
    console.show(understanding(report_on(read, held, day(as_of))))
