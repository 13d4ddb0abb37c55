"""``msrisk screen``: read, rank, show, write."""

from __future__ import annotations

from typing import Annotated

import typer

from msrisk.cli.options import day, floor, floor_given, quoted, stage_named
from msrisk.cli.reading import reads_a_list
from msrisk.cli.told import AsTold, Force

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


@reads_a_list()
def screen(
    told: AsTold,
    output: Output = None,
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
    from msrisk.ruleset.stages import with_stage
    from msrisk.screening import report_on, with_floor
    from msrisk.write import check_outputs
    from msrisk.write.accepted_said import acceptances_said
    from msrisk.write.ranking import in_one_line, ranking
    from msrisk.write.understood import understood
    from msrisk.write.words import identity_said

    gate = band_named(fail_on)
    staged = with_stage(told.rule_set, stage_named(told.stage))
    held, today = with_floor(staged, floor(min_spend)), day(told.as_of)
    outputs = check_outputs(output or [], told.inputs, force)
    console = Console()
    with progress(told.reading) as tell:
        read = told.read(tell)
    console.note([*understood(read, whole=console.verbose), *told.said(read)])
    with progress("Answering the rules"):
        given = told.given(read) | floor_given(min_spend)
        report = told.with_acceptances(report_on(read, held, today, given, told.taken(read)))
    console.note(acceptances_said(report))
    register = next((each.path.name for each in outputs if each.path.suffix == ".xlsx"), "")
    quiet = [in_one_line(report)] if console.quiet else None
    console.show(quiet or ranking(report, top, console.verbose, register))
    write_all(console, report, outputs)
    if identity_said(report):
        console.command(f"To accept or reject who may be on a list:  {told.match(read)}")
    first = report.assessment(report.first_to_look_at(1)[0] if report.screened.any() else 0).name
    console.command(f"Next:  {starter()} -m msrisk explain {told.words} {quoted(first)}{told.again(read)}")
    raise typer.Exit(exit_code(report, gate, fail_on_incomplete))
