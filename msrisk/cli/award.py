"""``msrisk award``: before contract award, the same questions to every bidder."""

from __future__ import annotations

from typing import Annotated

import typer

from msrisk.cli.options import day
from msrisk.cli.reading import reads_a_list
from msrisk.cli.told import AsTold, Force

Output = Annotated[
    list[str] | None,
    typer.Option("-o", "--output", help="Write a file: .xlsx or .html. Repeat for both."),
]


@reads_a_list("stage", "acceptances")
def award(
    told: AsTold,
    output: Output = None,
    force: Force = False,
) -> None:
    """Before contract award: the same questions to every bidder, in their own order; not an award criterion.

    Example:  py -m msrisk award bidders.xlsx -o award.html
    """
    from msrisk.cli.console import Console, progress, starter, write_all
    from msrisk.own_tables import apart, load_rules, read_copies
    from msrisk.ruleset.award import load_award_tables
    from msrisk.screening import report_on
    from msrisk.write import check_outputs
    from msrisk.write.award import Award
    from msrisk.write.award_terminal import award_page
    from msrisk.write.kinds import AWARD_WRITERS
    from msrisk.write.understood import understood

    for_rules, for_award = apart(told.tables)
    held, today = load_rules(told.rules, for_rules), day(told.as_of)
    tables = load_award_tables(told.rules, read_copies(for_award))
    outputs = check_outputs(output or [], told.inputs, force, AWARD_WRITERS)
    console = Console()
    with progress(told.reading) as tell:
        read = told.read(tell, bidders=True)
    console.note([*understood(read, whole=console.verbose), *told.said(read)])
    with progress("Answering the rules"):
        seen = Award(report_on(read, held, today, told.given(read), told.taken(read)), tables)
    console.show(award_page(seen))
    write_all(console, seen, outputs)
    if not outputs:
        console.command(f"Next:  {starter()} -m msrisk award {told.words}{told.again(read)} -o award.html")
