"""``msrisk screen``: read, rank, show, write."""

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
    Suppliers,
    Watchlist,
    day,
    floor,
    floor_given,
    kinds,
    mapping,
    options_given,
    public_files,
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
    from msrisk.screening import read_suppliers, report_on, with_floor
    from msrisk.write import check_outputs
    from msrisk.write.ranking import ranking
    from msrisk.write.terminal import understood

    gate = band_named(fail_on)
    held, today = with_floor(load_rules(rules), floor(min_spend)), day(as_of)
    public = public_files(registry, companies_house, watchlist, join, decisions)
    outputs = check_outputs(output or [], [suppliers, *public.paths], force)
    console = Console()
    with progress(f"Reading {suppliers}"):
        read = read_suppliers(suppliers, sheet=sheet, mapping=mapping(map_), kinds=kinds(kind), public=public)
    console.note(understood(read))
    with progress("Answering the rules"):
        told = options_given(rules, sheet, map_, read.payees.told) | floor_given(min_spend)
        report = report_on(read, held, today, told)
    console.show(ranking(report, top, console.width))
    write_all(console, report, outputs)
    first = report.assessment(report.first_to_look_at(1)[0] if report.screened.any() else 0).name
    console.command(f'Next:  {starter()} -m msrisk explain "{suppliers}" "{first}"')
    raise typer.Exit(exit_code(report, gate, fail_on_incomplete))
