"""``msrisk explain``: one supplier, every rule, every cell, what would change it; on the terminal or on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from msrisk.cli.options import day, stage_named
from msrisk.cli.reading import reads_a_list
from msrisk.cli.told import AsTold, Force

if TYPE_CHECKING:
    from msrisk.cli.console import Console
    from msrisk.model import Suppliers
    from msrisk.ruleset.rules import RuleSet
    from msrisk.write.files import Output

Pages = Annotated[
    list[str] | None, typer.Option("-o", "--output", help="Write a page to print or to file: page.html.")
]
ForSupplier = Annotated[
    bool,
    typer.Option("--for-supplier", help="The page is for the supplier's own eyes: what we hold, and what we ask."),
]


@reads_a_list()
def explain(
    told: AsTold,
    name: Annotated[
        str, typer.Argument(help="The supplier's name, its id, or a row number of the sheet.", show_default=False)
    ],
    output: Pages = None,
    for_supplier: ForSupplier = False,
    force: Force = False,
) -> None:
    """Explain one supplier: every rule, the cells it rests on, and what would change it.

    Example:  py -m msrisk explain suppliers.xlsx "Acme Care Ltd" -o page.html
    """
    from msrisk.cli.console import Console, progress
    from msrisk.errors import InputError
    from msrisk.files import one_line
    from msrisk.ruleset.stages import with_stage
    from msrisk.write import check_outputs
    from msrisk.write.files import refuse_others
    from msrisk.write.kinds import FILE_WRITERS, SUPPLIER_WRITERS, Shown

    if for_supplier and not output:
        raise InputError("--for-supplier makes a page, and no file was named", hint="Add  -o page.html")
    held = with_stage(told.rule_set, stage_named(told.stage))
    outputs = check_outputs(output or [], told.inputs, force, SUPPLIER_WRITERS if for_supplier else FILE_WRITERS)
    console = Console()
    with progress(told.reading) as tell:
        read = told.read(tell)
        number = _number(read, held, name)
    refuse_others(outputs, Shown(whose=one_line(read.shown_name(number))))
    if for_supplier:
        _write_for_supplier(console, told, held, read, number, outputs)
    else:
        _show(console, told, held, read, number, outputs)


def _show(
    console: Console, told: AsTold, held: RuleSet, read: Suppliers, number: int, outputs: list[Output]
) -> None:
    from msrisk.cli.console import progress, write_all
    from msrisk.ruleset.stages import level_of, stage_steps
    from msrisk.screening import explained
    from msrisk.write.accepted_said import acceptances_said
    from msrisk.write.supplier_file import SupplierFile
    from msrisk.write.supplier_terminal import explanation

    with progress("Answering the rules"):
        report, changes = explained(read, held, day(told.as_of), number, told.given(read), told.taken(read))
        report = told.with_acceptances(report)
        one = report.assessment(number)
    console.note([*told.said(read), *acceptances_said(report)])
    stage = stage_named(told.stage)
    steps = stage_steps(told.rules, stage, level_of(one.band)) if stage else ()
    console.show(explanation(report, one, changes, steps))
    write_all(console, SupplierFile(report, one, changes, steps), outputs)


def _write_for_supplier(
    console: Console, told: AsTold, held: RuleSet, read: Suppliers, number: int, outputs: list[Output]
) -> None:
    """Only what may be told goes into the rules, and so onto the page; acceptances have no part in it."""
    from msrisk.cli.console import progress, write_all
    from msrisk.ruleset.supplier_words import load_supplier_words
    from msrisk.screening import report_to_tell
    from msrisk.write.for_supplier import ForSupplier as Seen
    from msrisk.write.for_supplier_words import for_whoever_sends_it

    words = load_supplier_words(told.rules)
    with progress("Answering the rules"):
        seen = Seen(report_to_tell(read, held, day(told.as_of), number), number, words)
    write_all(console, seen, outputs)
    console.note([*for_whoever_sends_it(seen), *_without_effect(told)])


def _without_effect(told: AsTold) -> list[str]:
    """What was given and has no part in a page for a supplier, told so that nobody looks for it there."""
    given = {"--acceptances": told.acceptances, "--stage": told.stage}
    options = [option for option, text in given.items() if text]
    return [f"Without effect on a page for a supplier: {' and '.join(options)}."] if options else []


def _number(read: Suppliers, rules: RuleSet, name: str) -> int:
    """Who is meant; a rule's id is told from a name that nobody has."""
    from msrisk.cli.console import starter
    from msrisk.errors import InputError
    from msrisk.normalise.find import find_supplier

    try:
        return find_supplier(read, name)
    except InputError:
        if name.strip() not in rules.rules:
            raise
        raise InputError(
            f"'{name.strip()}' is a rule, and this explains a supplier",
            hint=f"To read the rule:  {starter()} -m msrisk rules show {name.strip()}",
        ) from None
