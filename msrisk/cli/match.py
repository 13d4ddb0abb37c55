"""``msrisk match``: who is found in public files, and what waits for a person to decide."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from msrisk.cli.options import quoted
from msrisk.cli.reading import reads_a_list
from msrisk.cli.told import AsTold, Force
from msrisk.errors import InputError

if TYPE_CHECKING:
    from msrisk.model import Suppliers as SupplierList

Output = Annotated[
    list[str] | None,
    typer.Option("-o", "--output", help="Write what waits for a decision: decisions.xlsx."),
]


@reads_a_list("rules", "table", "as_of", "stage", "acceptances")
def match(
    told: AsTold,
    output: Output = None,
    force: Force = False,
) -> None:
    """Find the suppliers in public files, and list possible matches for a person to accept or reject.

    Example:  py -m msrisk match suppliers.xlsx --registry statements.csv -o decisions.xlsx
    """
    from msrisk.cli.console import Console, progress, write_all
    from msrisk.write import check_outputs
    from msrisk.write.kinds import MATCH_WRITERS
    from msrisk.write.match import Matches
    from msrisk.write.match_terminal import match_page
    from msrisk.write.understood import understood

    if not (told.registry or told.companies_house or told.watchlist or told.join):
        raise InputError(
            "nothing was given to look the suppliers up in",
            hint="Give one or more of --registry, --companies-house, --watchlist and --join, each with its file.",
        )
    for path in map(Path, output or []):
        _refuse_to_lose_decisions(path, told)
    outputs = check_outputs(output or [], told.inputs, force, MATCH_WRITERS)
    console = Console()
    with progress(f"{told.reading}, and looking for them") as tell:
        read = told.read(tell)
    console.note([*understood(read, whole=console.verbose), *told.said(read)])
    matches = Matches(read, told.decided.decisions if told.decided else ())
    console.show(match_page(matches))
    write_all(console, matches, outputs)
    console.command(_next(told, read, [str(each.path) for each in outputs]))


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


def _next(told: AsTold, read: SupplierList, written: list[str]) -> str:
    """The command to go on with."""
    from msrisk.cli.console import starter

    if written:
        decided = replace(told, decisions=written[0])
        return (
            f"Next:  decide in {written[0]}, save it, then\n"
            f"  {starter()} -m msrisk screen {told.words}{decided.again(read)}"
        )
    return f"Next:  {told.match(read)}"
