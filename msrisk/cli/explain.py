"""``msrisk explain``: one supplier, every rule, every cell, what would change it."""

from __future__ import annotations

from typing import Annotated

import typer

from msrisk.cli.options import day, stage_named
from msrisk.cli.reading import reads_a_list
from msrisk.cli.told import AsTold


@reads_a_list()
def explain(
    told: AsTold,
    name: Annotated[
        str, typer.Argument(help="The supplier's name, its id, or a row number of the sheet.", show_default=False)
    ],
) -> None:
    """Explain one supplier: every rule, the cells it rests on, and what would change it.

    Example:  py -m msrisk explain suppliers.xlsx "Acme Care Ltd"
    """
    from msrisk.cli.console import Console, progress
    from msrisk.normalise.find import find_supplier
    from msrisk.ruleset.stages import level_of, stage_steps, with_stage
    from msrisk.screening import answered, report_of
    from msrisk.whatif import what_would_change
    from msrisk.write.accepted_said import acceptances_said
    from msrisk.write.supplier_page import explanation

    stage = stage_named(told.stage)
    held = with_stage(told.rule_set, stage)
    console = Console()
    with progress(told.reading) as tell:
        read = told.read(tell)
        number = find_supplier(read, name)
        outcomes = answered(read, held, day(told.as_of))
        report = told.with_acceptances(report_of(outcomes))
        one = report.assessment(number)
        changes = what_would_change(outcomes, number, [question.field for question in one.questions])
    console.note([*told.said(read), *acceptances_said(report)])
    steps = stage_steps(told.rules, stage, level_of(one.band)) if stage else ()
    console.show(explanation(report, one, changes, steps))
