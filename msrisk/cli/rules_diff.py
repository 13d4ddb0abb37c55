"""``msrisk rules diff``: who would move, before anybody adopts other rules."""

from __future__ import annotations

from typing import Annotated

import typer

from msrisk.cli.options import day
from msrisk.cli.reading import reads_a_list
from msrisk.cli.told import AsTold, Force

Old = Annotated[
    str, typer.Argument(help="The rules as they are: a set by name, or a .yaml file.", show_default=False)
]
New = Annotated[
    str, typer.Argument(help="The rules as they might be: a set by name, or a .yaml file.", show_default=False)
]
Output = Annotated[
    list[str] | None,
    typer.Option("-o", "--output", help="Write everybody who would move: .xlsx or .csv. Repeat for both."),
]
Top = Annotated[int, typer.Option("--top", min=0, help="How many of those who would move to show.")]


@reads_a_list("rules", "stage", "acceptances", first=("old", "new"))
def diff(
    told: AsTold,
    old: Old,
    new: New,
    output: Output = None,
    top: Top = 15,
    force: Force = False,
) -> None:
    """Compare two rule sets on one list: in what they differ, who would move, and by which rule.

    A copy given with --table stands in the new rules only: name one set twice to see what its tables would change.

    Example:  py -m msrisk rules diff uk-public-procurement mine.yaml suppliers.xlsx
    """
    from msrisk.cli.console import Console, progress, write_all
    from msrisk.comparing import Comparison
    from msrisk.own_tables import load_rules
    from msrisk.screening import report_on
    from msrisk.write import check_outputs
    from msrisk.write.changes_terminal import changes
    from msrisk.write.kinds import CHANGES_WRITERS
    from msrisk.write.understood import understood

    before, after, today = load_rules(old), load_rules(new, told.tables), day(told.as_of)
    outputs = check_outputs(output or [], told.inputs, force, CHANGES_WRITERS)
    console = Console()
    with progress(told.reading) as tell:
        read = told.read(tell)
    console.note([*understood(read, whole=console.verbose), *told.said(read)])
    with progress("Answering both rule sets"):
        compared = Comparison(report_on(read, before, today), report_on(read, after, today))
    console.show(changes(compared, top))
    write_all(console, compared, outputs)
