"""``msrisk accept``: the findings of a list, for a person to accept for a while."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from msrisk.cli.options import day, quoted
from msrisk.cli.reading import reads_a_list
from msrisk.cli.told import AsTold, Force
from msrisk.errors import InputError

Output = Annotated[
    list[str] | None,
    typer.Option("-o", "--output", help="Write the findings to accept: acceptances.xlsx."),
]
All = Annotated[bool, typer.Option("--all", help="The findings of every supplier, not of the look-first queue.")]


@reads_a_list("stage")
def accept(
    told: AsTold,
    output: Output = None,
    everybody: All = False,
    force: Force = False,
) -> None:
    """List the findings of the look-first queue, for a person to accept some of them for up to a year.

    Example:  py -m msrisk accept suppliers.xlsx -o acceptances.xlsx
    """
    from msrisk.cli.console import Console, progress, starter, write_all
    from msrisk.screening import report_on
    from msrisk.write import check_outputs
    from msrisk.write.accept import ToAccept
    from msrisk.write.accepted_said import acceptances_said
    from msrisk.write.kinds import ACCEPT_WRITERS
    from msrisk.write.words import copies_said, counted

    for path in map(Path, output or []):
        _refuse_to_lose_acceptances(path, told)
    outputs = check_outputs(output or [], told.inputs, force, ACCEPT_WRITERS)
    held, console = told.rule_set, Console()
    with progress(told.reading) as tell:
        read = told.read(tell)
    console.note([*told.said(read), *filter(None, [copies_said(held.copies)])])
    with progress("Answering the rules"):
        report = told.with_acceptances(report_on(read, held, day(told.as_of), told.given(read), told.taken(read)))
        found = ToAccept(report, everybody)
    console.note(acceptances_said(report))
    console.show([f"{counted(len(found.rows), 'finding')} may be accepted; none is until a person writes why."])
    write_all(console, found, outputs)
    if not found.rows:
        return
    if outputs:
        accepted = replace(told, acceptances=str(outputs[0].path))
        console.command(f"Next:  fill in {quoted(str(outputs[0].path))}, save it, then")
        console.command(f"  {starter()} -m msrisk screen {told.words}{accepted.again(read)}")
    else:
        again = f"{told.words}{told.again(read)}{' --all' if everybody else ''}"
        console.command(f"Next:  {starter()} -m msrisk accept {again} -o acceptances.xlsx")


def _refuse_to_lose_acceptances(path: Path, told: AsTold) -> None:
    """A file that holds acceptances is written over by nothing, not even ``--force``: they would be gone."""
    from msrisk.accepting import acceptances_of
    from msrisk.read import visible_sheets

    given = Path(told.acceptances).resolve() if told.acceptances else None
    if path.suffix.casefold() != ".xlsx" or not path.exists() or given == path.resolve():
        return
    try:
        rows = acceptances_of(visible_sheets(path))
    except InputError:
        return  # no file of acceptances; whether it may be replaced is asked next
    if rows:
        raise InputError(
            f"in this file {len(rows):,} {'row is' if len(rows) == 1 else 'rows are'} filled in, "
            "which writing over it would lose",
            where=path.name,
            hint=f"Carry them on with  --acceptances {quoted(str(path))}  and give -o another name.",
        )
