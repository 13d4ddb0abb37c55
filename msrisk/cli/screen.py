"""``msrisk screen``: read, rank, show, write."""

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
    Suppliers,
    Watchlist,
    day,
    floor,
    floor_given,
    quoted,
)

Output = Annotated[
    list[str] | None,
    typer.Option("-o", "--output", help="Write a file: .xlsx, .json or .csv. Repeat for several."),
]

Top = Annotated[int, typer.Option("--top", min=0, help="How many suppliers to show.")]
MinSpend = Annotated[
    str | None,
    typer.Option("--min-spend", help="Park what is below this in the list; the rules' yearly floor else."),
]
FailOn = Annotated[str | None, typer.Option("--fail-on", help="Exit 1 when a supplier is in this band or worse.")]
FailOnIncomplete = Annotated[
    float | None,
    typer.Option("--fail-on-incomplete", min=0, max=100, help="Exit 3 when more than this % are not cleared."),
]


def screen(
    suppliers: Suppliers,
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
    top: Top = 15,
    min_spend: MinSpend = None,
    force: Force = False,
    fail_on: FailOn = None,
    fail_on_incomplete: FailOnIncomplete = None,
) -> None:
    """Rank the suppliers of a list, and say why.

    Example:  py -m msrisk screen suppliers.xlsx -o register.xlsx
    """
    from msrisk.cli.console import Console, progress, starter, write_all
    from msrisk.cli.gates import band_named, exit_code
    from msrisk.ruleset.load import load_rules
    from msrisk.screening import report_on, with_floor
    from msrisk.write import check_outputs
    from msrisk.write.decisions_said import taken_said
    from msrisk.write.ranking import ranking
    from msrisk.write.terminal import understood
    from msrisk.write.words import identity_said

    gate = band_named(fail_on)
    held, today = with_floor(load_rules(rules), floor(min_spend)), day(as_of)
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
    outputs = check_outputs(output or [], [suppliers, *told.public.paths], force)
    console = Console()
    with progress(f"Reading {suppliers}") as tell:
        read = told.read(suppliers, tell)
    console.note([*understood(read), *taken_said(told.taken(read))])
    with progress("Answering the rules"):
        report = report_on(read, held, today, told.given(read) | floor_given(min_spend), told.taken(read))
    console.show(ranking(report, top, console.width))
    write_all(console, report, outputs)
    if identity_said(report):
        console.command(f"To accept or reject who may be on a list:  {told.match(suppliers, read)}")
    first = report.assessment(report.first_to_look_at(1)[0] if report.screened.any() else 0).name
    console.command(f"Next:  {starter()} -m msrisk explain {quoted(suppliers)} {quoted(first)}{told.again(read)}")
    raise typer.Exit(exit_code(report, gate, fail_on_incomplete))
