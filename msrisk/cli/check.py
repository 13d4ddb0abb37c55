"""``msrisk check``: what was understood, before anything is scored; writes nothing."""

from __future__ import annotations

from msrisk.cli.options import day
from msrisk.cli.reading import reads_a_list
from msrisk.cli.told import AsTold


@reads_a_list("stage", "acceptances")
def check(told: AsTold) -> None:
    """Show how a list was understood: columns, payees, rows left out, unread cells, and the rules it can answer.

    Example:  py -m msrisk check suppliers.xlsx
    """
    from msrisk.cli.console import Console, progress
    from msrisk.columns_seen import columns_seen
    from msrisk.screening import report_on
    from msrisk.write.columns import columns_page
    from msrisk.write.payees import payees
    from msrisk.write.terminal import understanding
    from msrisk.write.understood import understood
    from msrisk.write.words import copies_said

    held = told.rule_set
    console = Console()
    with progress(told.reading) as tell:
        read = told.read(tell)
    console.note([*told.said(read), *filter(None, [copies_said(held.copies)])])
    report = report_on(read, held, day(told.as_of))
    console.show(understood(read, columns=False))
    console.show(columns_page(report, columns_seen(read), told.from_map_file))
    console.show(payees(read))
    console.show(understanding(report))
    if not told.save_map:
        console.show(["Nothing was written."])
