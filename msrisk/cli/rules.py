"""``msrisk rules``: list the rules, show one as prose, test them, compare two sets, bring in a table."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from msrisk.cli import rules_diff
from msrisk.cli.options import DEFAULT_RULES, day, one_named, quoted, tables
from msrisk.cli.shown import shown_as_told
from msrisk.cli.told import AsOf, Force, Rules, Table

app = typer.Typer(
    help="The rules and their words: list, read, test and compare them, bring in a newer table.",
    add_completion=False,
    rich_markup_mode=None,
    no_args_is_help=True,
)

app.command("diff")(shown_as_told(rules_diff.diff))


@app.command("list")
@shown_as_told
def list_(
    rules: Rules = DEFAULT_RULES,
    table: Table = None,
    track: Annotated[
        str | None,
        typer.Option("--track", help="Only of one track: law, exposure, assurance, exclusion, buyer."),
    ] = None,
    status: Annotated[
        str | None,
        typer.Option("--status", help="Only those: in force, on trial, not yet, no longer, switched off."),
    ] = None,
    as_of: AsOf = None,
) -> None:
    """List the rules by track, and by whether they are in force on the day.

    Example:  py -m msrisk rules list --track law --status "in force"
    """
    from msrisk.cli.console import Console
    from msrisk.model import Track
    from msrisk.own_tables import load_rules
    from msrisk.ruleset.rules import Standing
    from msrisk.write.rule_list import rule_list

    tracks = {each.value: each for each in Track}
    standings = {each.value.removesuffix(" in force") or each.value: each for each in Standing}
    console = Console()
    shown = rule_list(
        load_rules(rules, tables(table)),
        day(as_of),
        one_named("--track", track, tracks),
        one_named("--status", status, standings),
    )
    console.show(shown)


@app.command("show")
@shown_as_told
def show(
    id_: Annotated[str, typer.Argument(metavar="ID", help="The rule's id, such as s54-no-statement.")],
    rules: Rules = DEFAULT_RULES,
    table: Table = None,
    as_of: AsOf = None,
) -> None:
    """Show one rule as prose: what it asks, of whom, why, the law, and when it is not a problem.

    Example:  py -m msrisk rules show s54-no-statement
    """
    from msrisk.cli.console import Console
    from msrisk.errors import InputError
    from msrisk.own_tables import load_rules
    from msrisk.ruleset.keys import did_you_mean
    from msrisk.write.pages_terminal import on_terminal
    from msrisk.write.rule_pages import rule_page
    from msrisk.write.words import copies_said

    held = load_rules(rules, tables(table))
    if id_ in held.off:
        raise InputError(f"the rule '{id_}' is switched off in {held.name}: {held.off[id_]}")
    if id_ not in held.rules:
        known = did_you_mean(id_, held.rules) or f"The rules are: {', '.join(held.rules)}."
        raise InputError(f"there is no rule called '{id_}' in {held.name}", hint=known)
    console = Console()
    console.show(on_terminal(rule_page(held, held.rules[id_], day(as_of))))
    console.note(filter(None, [copies_said(held.copies)]))


@app.command("glossary")
@shown_as_told
def glossary() -> None:
    """The words reports use and those of the law, each with where it was read.

    Example:  py -m msrisk rules glossary
    """
    from msrisk.cli.console import Console
    from msrisk.ruleset.glossary import load_glossary
    from msrisk.write.glossary_page import glossary_page
    from msrisk.write.pages_terminal import on_terminal

    Console().show(on_terminal(glossary_page(load_glossary())))


@app.command("import")
@shown_as_told
def import_(
    kind: Annotated[
        str, typer.Argument(help="What it is: slavery-index (Walk Free), or goods (US Department of Labor).")
    ],
    file: Annotated[str, typer.Argument(help="The publisher's own file, as you downloaded it.")],
    output: Annotated[str, typer.Option("-o", "--output", help="The table to write, a .csv.")],
    edition: Annotated[str, typer.Option("--edition", help="The year of the list, where it does not say.")] = "",
    force: Force = False,
) -> None:
    """Make a table of a publisher's file, for --table: what is not understood is listed, never guessed.

    Example:  py -m msrisk rules import slavery-index index-data.xlsx -o countries.csv
    """
    from msrisk.bring import KINDS
    from msrisk.bring.brought import write_brought
    from msrisk.cli.console import Console, starter
    from msrisk.errors import InputError
    from msrisk.ruleset.keys import did_you_mean

    if kind not in KINDS:
        known = did_you_mean(kind, KINDS) or f"It is one of: {', '.join(KINDS)}."
        raise InputError(f"there is no import called '{kind}'", hint=known)
    target = Path(output)
    if target.suffix.casefold() != ".csv":
        raise InputError(f"'{target.name}' does not end in .csv", hint="A table is a CSV, which Excel opens.")
    brought = KINDS[kind](Path(file), edition)
    write_brought(brought, target, [Path(file)], force)
    console = Console()
    console.show(brought.said)
    console.show([f"Not understood: {len(brought.missed):,}.", *(f"  {line}" for line in brought.missed)])
    console.note([f"Wrote {target.name}."])
    table = quoted(f"{brought.table}={output}")
    console.command(f"Next:  {starter()} -m msrisk screen suppliers.xlsx --table {table}")


@app.command("test")
@shown_as_told
def test(
    rules: Annotated[
        str | None, typer.Argument(help="A rule set by name, or your own .yaml file; all when left out.")
    ] = None,
    table: Table = None,
    as_of: AsOf = None,
) -> None:
    """Test rules by their own examples, and that every clause of them is defended by one.

    Example:  py -m msrisk rules test
    """
    from msrisk.cli.console import Console
    from msrisk.cli.run import COULD_NOT_RUN
    from msrisk.errors import InputError
    from msrisk.own_tables import load_rules
    from msrisk.ruleset.check import check_rules
    from msrisk.ruleset.load import built_in
    from msrisk.write.words import copies_said

    if table and not rules:
        raise InputError(
            "--table needs the rule set whose table it is", hint=f"Such as  rules test {DEFAULT_RULES} --table …"
        )
    console = Console()
    failed = False
    for name in [rules] if rules else built_in():
        held = load_rules(name, tables(table))
        console.note(filter(None, [copies_said(held.copies)]))
        checked = check_rules(held, day(as_of))
        for failure in checked.failures:
            console.show([f"{failure.mark}: {failure.subject}: {failure.problem}"])
        console.note([f"Warning: {warning}" for warning in checked.warnings])
        console.show([checked.summary])
        failed |= bool(checked.failures)
    if failed:
        raise typer.Exit(COULD_NOT_RUN)
