"""``msrisk award``: before contract award, the same questions to every bidder."""

from __future__ import annotations

from typing import Annotated

import typer

from msrisk.cli.options import (
    DEFAULT_RULES,
    AsOf,
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
    kinds,
    mapping,
    options_given,
    public_files,
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
    from msrisk.screening import read_suppliers, report_on
    from msrisk.write import check_outputs
    from msrisk.write.award import Award
    from msrisk.write.award_terminal import award_page
    from msrisk.write.files import AWARD_WRITERS
    from msrisk.write.terminal import understood

    held, tables, today = load_rules(rules), load_award_tables(rules), day(as_of)
    public = public_files(registry, companies_house, watchlist, join, decisions)
    outputs = check_outputs(output or [], [bidders, *public.paths], force, AWARD_WRITERS)
    console = Console()
    with progress(f"Reading {bidders}"):
        read = read_suppliers(
            bidders, sheet=sheet, mapping=mapping(map_), kinds=kinds(kind), bidders=True, public=public
        )
    console.note(understood(read))
    with progress("Answering the rules"):
        told = options_given(rules, sheet, map_, read.payees.told)
        seen = Award(report_on(read, held, today, told), tables)
    console.show(award_page(seen))
    write_all(console, seen, outputs)
    if not outputs:
        console.command(f'Next:  {starter()} -m msrisk award "{bidders}" -o award.html')
