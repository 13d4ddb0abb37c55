"""``msrisk award``: before contract award, the same questions to every bidder."""

from __future__ import annotations

from typing import Annotated

import typer

from msrisk.cli.options import (
    DEFAULT_RULES,
    AsOf,
    AsTold,
    CompaniesHouse,
    Decisions,
    Force,
    Join,
    Kind,
    Map,
    Registry,
    Rules,
    Sheet,
    Watchlist,
    day,
    quoted,
)

Bidders = Annotated[
    str, typer.Argument(help="The list of bidders: .xlsx, .xls, .ods, .csv or .tsv.", show_default=False)
]
Output = Annotated[
    list[str] | None,
    typer.Option("-o", "--output", help="Write a file: .xlsx or .html. Repeat for both."),
]


def award(
    bidders: Bidders,
    output: Output = None,
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
    force: Force = False,
) -> None:
    """Before contract award: the same questions to every bidder, in their own order; not an award criterion.

    Example:  py -m msrisk award bidders.xlsx -o award.html
    """
    from msrisk.cli.console import Console, progress, starter, write_all
    from msrisk.ruleset.award import load_award_tables
    from msrisk.ruleset.load import load_rules
    from msrisk.screening import report_on
    from msrisk.write import check_outputs
    from msrisk.write.award import Award
    from msrisk.write.award_terminal import award_page
    from msrisk.write.decisions_said import taken_said
    from msrisk.write.files import AWARD_WRITERS
    from msrisk.write.terminal import understood

    held, tables, today = load_rules(rules), load_award_tables(rules), day(as_of)
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
    outputs = check_outputs(output or [], [bidders, *told.public.paths], force, AWARD_WRITERS)
    console = Console()
    with progress(f"Reading {bidders}") as tell:
        read = told.read(bidders, tell, bidders=True)
    console.note([*understood(read), *taken_said(told.taken(read))])
    with progress("Answering the rules"):
        seen = Award(report_on(read, held, today, told.given(read), told.taken(read)), tables)
    console.show(award_page(seen))
    write_all(console, seen, outputs)
    if not outputs:
        console.command(f"Next:  {starter()} -m msrisk award {quoted(bidders)}{told.again(read)} -o award.html")
