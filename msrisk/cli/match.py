"""``msrisk match``: who is found in public files, and what waits for a person to decide."""

from __future__ import annotations

from typing import Annotated

import typer

from msrisk.cli.options import (
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
    kinds,
    mapping,
    public_files,
)
from msrisk.errors import InputError

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
    from msrisk.joining import decisions_in
    from msrisk.screening import read_suppliers
    from msrisk.write import check_outputs
    from msrisk.write.files import MATCH_WRITERS
    from msrisk.write.match import Matches
    from msrisk.write.match_terminal import match_page
    from msrisk.write.terminal import understood

    public = public_files(registry, companies_house, watchlist, join, decisions)
    if not (registry or companies_house or watchlist or join):
        raise InputError(
            "nothing was given to look the suppliers up in",
            hint="Give one or more of --registry, --companies-house, --watchlist and --join, each with its file.",
        )
    outputs = check_outputs(output or [], [suppliers, *public.paths], force, MATCH_WRITERS)
    console = Console()
    with progress(f"Reading {suppliers}, and looking for them"):
        told = decisions_in(public)
        read = read_suppliers(suppliers, sheet=sheet, mapping=mapping(map_), kinds=kinds(kind), public=public)
    console.note(understood(read))
    matches = Matches(read, told)
    console.show(match_page(matches))
    write_all(console, matches, outputs)
    given = {"registry": registry, "companies-house": companies_house, "watchlist": watchlist, "join": join}
    given |= {"sheet": [sheet] if sheet else None, "map": map_, "kind": kind}
    options = "".join(f' --{name} "{text}"' for name, texts in given.items() for text in texts or ())
    console.command(_next(suppliers, options, decisions, [str(each.path) for each in outputs]))


def _next(suppliers: str, options: str, decisions: str | None, written: list[str]) -> str:
    """The command to go on with."""
    from msrisk.cli.console import starter

    if written:
        return (
            f"Next:  decide in {written[0]}, save it, then\n"
            f'  {starter()} -m msrisk screen "{suppliers}"{options} --decisions "{written[0]}"'
        )
    earlier = f' --decisions "{decisions}"' if decisions else ""
    return f'Next:  {starter()} -m msrisk match "{suppliers}"{options}{earlier} -o decisions.xlsx'
