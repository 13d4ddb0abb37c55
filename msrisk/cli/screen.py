"""``msrisk screen``: read, rank, show, write."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from msrisk.cli.for_whom import Names, Profile, Publish, Redact, RedactKey, for_whom_told
from msrisk.cli.options import day, floor, floor_given, quoted, stage_named
from msrisk.cli.reading import reads_a_list
from msrisk.cli.told import AsTold, Force

if TYPE_CHECKING:
    from msrisk.model import Suppliers

Output = Annotated[
    list[str] | None,
    typer.Option(
        "-o", "--output", help="Write a file: .xlsx, .json, .csv; .html for a board. Repeat for several."
    ),
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
LastRegister = Annotated[
    str | None,
    typer.Option(
        "--last-register",
        help="The register of last time, filled in and saved: says what changed and which actions are open.",
    ),
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
    publish: Publish = False,
    names: Names = False,
    redact: Redact = False,
    redact_key: RedactKey = None,
    profile: Profile = None,
    last_register: LastRegister = None,
) -> None:
    """Rank the suppliers of a list, and say why.

    Example:  py -m msrisk screen suppliers.xlsx -o register.xlsx
    """
    from msrisk.cli.console import Console, progress, write_all
    from msrisk.cli.gates import band_named, exit_code
    from msrisk.ruleset.stages import with_stage
    from msrisk.screening import report_on, since, with_floor
    from msrisk.write import check_outputs
    from msrisk.write.accepted_said import acceptances_said
    from msrisk.write.kinds import writers_for
    from msrisk.write.last_said import not_in_the_files_said, since_said, typed_stays_said
    from msrisk.write.ranking import in_one_line, ranking
    from msrisk.write.understood import understood
    from msrisk.write.words import identity_said

    gate = band_named(fail_on)
    staged = with_stage(told.rule_set, stage_named(told.stage))
    held, today = with_floor(staged, floor(min_spend)), day(told.as_of)
    shown = for_whom_told(output, publish, names, redact, redact_key, profile, told.inputs)
    last = Path(last_register) if last_register else None
    ours = [*told.inputs, *shown.files, *([last] if last else [])]
    outputs = check_outputs(output or [], ours, force, writers_for(shown.view), shown.shown)
    console = Console()
    with progress(told.reading) as tell:
        read = told.read(tell)
    console.note([*understood(read, whole=console.verbose), *told.said(read)])
    with progress("Answering the rules"):
        given = told.given(read) | floor_given(min_spend)
        report = told.with_acceptances(report_on(read, held, today, given, told.taken(read)))
        report = since(report, last)
    console.note([*acceptances_said(report), *typed_stays_said(report)])
    register = next((each.path.name for each in outputs if each.path.suffix == ".xlsx"), "")
    quiet = [in_one_line(report)] if console.quiet else None
    console.show(quiet or [*ranking(report, top, console.verbose, register), *since_said(report)])
    as_shown = shown.report(report)
    write_all(console, as_shown, outputs)
    console.note(not_in_the_files_said(report, as_shown))
    if identity_said(report):
        console.command(f"To accept or reject who may be on a list:  {told.match(read)}")
    first = report.assessment(report.first_to_look_at(1)[0] if report.screened.any() else 0).name
    console.command(f"Next:  {_explain(told, read, first)}")
    raise typer.Exit(exit_code(report, gate, fail_on_incomplete))


def _explain(told: AsTold, read: Suppliers, name: str) -> str:
    """The command that explains a supplier; a name that begins with a dash stands last, behind ``--``."""
    from msrisk.cli.console import starter

    said, options = quoted(name), told.again(read)
    behind = f"{options} -- {said}" if name.startswith("-") else f" {said}{options}"
    return f"{starter()} -m msrisk explain {told.words}{behind}"
