"""``msrisk match``: who is found in public files, and what waits for a person to decide."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from msrisk.cli.options import (
    AsTold,
    CompaniesHouse,
    Decisions,
    Force,
    Join,
    Kind,
    Map,
    Registry,
    Sheet,
    Suppliers,
    Watchlist,
    quoted,
)
from msrisk.errors import InputError

if TYPE_CHECKING:
    from msrisk.model import Suppliers as SupplierList

Output = Annotated[
    list[str] | None,
    typer.Option("-o", "--output", help="Write what waits for a decision: decisions.xlsx."),
]


def match(
    suppliers: Suppliers,
    output: Output = None,
    registry: Registry = None,
    companies_house: CompaniesHouse = None,
    watchlist: Watchlist = None,
    join: Join = None,
    decisions: Decisions = None,
    sheet: Sheet = None,
    map_: Map = None,
    kind: Kind = None,
    force: Force = False,
) -> None:
    """Find the suppliers in public files, and list possible matches for a person to accept or reject.

    Example:  py -m msrisk match suppliers.xlsx --registry statements.csv -o decisions.xlsx
    """
    from msrisk.cli.console import Console, progress, write_all
    from msrisk.write import check_outputs
    from msrisk.write.decisions_said import taken_said
    from msrisk.write.files import MATCH_WRITERS
    from msrisk.write.match import Matches
    from msrisk.write.match_terminal import match_page
    from msrisk.write.terminal import understood

    told = AsTold(
        sheet=sheet,
        map_=map_,
        kind=kind,
        registry=registry,
        companies_house=companies_house,
        watchlist=watchlist,
        join=join,
        decisions=decisions,
    )
    if not (registry or companies_house or watchlist or join):
        raise InputError(
            "nothing was given to look the suppliers up in",
            hint="Give one or more of --registry, --companies-house, --watchlist and --join, each with its file.",
        )
    for path in map(Path, output or []):
        _refuse_to_lose_decisions(path, told)
    outputs = check_outputs(output or [], [suppliers, *told.public.paths], force, MATCH_WRITERS)
    console = Console()
    with progress(f"Reading {suppliers}, and looking for them") as tell:
        read = told.read(suppliers, tell)
    console.note([*understood(read), *taken_said(told.taken(read))])
    matches = Matches(read, told.decided.decisions if told.decided else ())
    console.show(match_page(matches))
    write_all(console, matches, outputs)
    console.command(_next(suppliers, told, read, [str(each.path) for each in outputs]))


def _refuse_to_lose_decisions(path: Path, told: AsTold) -> None:
    """A file that holds decisions is written over by nothing, not even ``--force``: they would be gone."""
    from msrisk.enrich.join.decisions_file import decisions_of
    from msrisk.read import visible_sheets

    given = told.public.decisions
    if path.suffix.casefold() != ".xlsx" or not path.exists() or (given and given.resolve() == path.resolve()):
        return
    try:
        decisions = decisions_of(visible_sheets(path))
    except InputError:
        return  # no file of decisions; whether it may be replaced is asked next
    held = sum(each.accepted is not None for each in decisions)
    if held:
        decisions_ = f"{held:,} {'decision' if held == 1 else 'decisions'}"
        raise InputError(
            f"this file holds {decisions_}, which writing over it would lose",
            where=path.name,
            hint=f"Carry them on with  --decisions {quoted(str(path))}  and give -o another name.",
        )


def _next(suppliers: str, told: AsTold, read: SupplierList, written: list[str]) -> str:
    """The command to go on with."""
    from msrisk.cli.console import starter

    if written:
        decided = replace(told, decisions=written[0])
        return (
            f"Next:  decide in {written[0]}, save it, then\n"
            f"  {starter()} -m msrisk screen {quoted(suppliers)}{decided.again(read)}"
        )
    return f"Next:  {told.match(suppliers, read)}"
