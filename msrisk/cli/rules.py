"""``msrisk rules``: list the rules, show one as prose, test them, compare two sets."""

from __future__ import annotations

from typing import Annotated

import typer

from msrisk.cli import rules_diff
from msrisk.cli.options import DEFAULT_RULES, day, one_named
from msrisk.cli.told import AsOf, Rules

app = typer.Typer(
    help="The rules and their words: list, read and test them, and see who would move if they changed.",
    add_completion=False,
    rich_markup_mode=None,
    no_args_is_help=True,
)

app.command("diff")(rules_diff.diff)


@app.command("list")
def list_(
    rules: Rules = DEFAULT_RULES,
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
    from msrisk.ruleset.load import load_rules
    from msrisk.ruleset.rules import Standing
    from msrisk.write.rule_list import rule_list

    tracks = {each.value: each for each in Track}
    standings = {each.value.removesuffix(" in force") or each.value: each for each in Standing}
    console = Console()
    shown = rule_list(
        load_rules(rules),
        day(as_of),
        console.width,
        one_named("--track", track, tracks),
        one_named("--status", status, standings),
    )
    console.show(shown)


@app.command("show")
def show(
    id_: Annotated[str, typer.Argument(metavar="ID", help="The rule's id, such as s54-no-statement.")],
    rules: Rules = DEFAULT_RULES,
    as_of: AsOf = None,
) -> None:
    """Show one rule as prose: what it asks, of whom, why, the law, and when it is not a problem.

    Example:  py -m msrisk rules show s54-no-statement
    """
    from msrisk.cli.console import Console
    from msrisk.errors import InputError
    from msrisk.ruleset.keys import did_you_mean
    from msrisk.ruleset.load import load_rules
    from msrisk.write.pages import on_terminal
    from msrisk.write.rule_pages import rule_page

    held = load_rules(rules)
    if id_ in held.off:
        raise InputError(f"the rule '{id_}' is switched off in {held.name}: {held.off[id_]}")
    if id_ not in held.rules:
        known = did_you_mean(id_, held.rules) or f"The rules are: {', '.join(held.rules)}."
        raise InputError(f"there is no rule called '{id_}' in {held.name}", hint=known)
    console = Console()
    console.show(on_terminal(rule_page(held, held.rules[id_], day(as_of))))


@app.command("glossary")
def glossary() -> None:
    """The words reports use and those of the law, each with where it was read.

    Example:  py -m msrisk rules glossary
    """
    from msrisk.cli.console import Console
    from msrisk.ruleset.glossary import load_glossary
    from msrisk.write.glossary_page import glossary_page
    from msrisk.write.pages import on_terminal

    Console().show(on_terminal(glossary_page(load_glossary())))


@app.command("test")
def test(
    rules: Annotated[
        str | None, typer.Argument(help="A rule set by name, or your own .yaml file; all when left out.")
    ] = None,
    as_of: AsOf = None,
) -> None:
    """Test rules by their own examples, and that every clause of them is defended by one.

    Example:  py -m msrisk rules test
    """
    from msrisk.cli.console import Console
    from msrisk.cli.run import COULD_NOT_RUN
    from msrisk.ruleset.check import check_rules
    from msrisk.ruleset.load import built_in, load_rules

    console = Console()
    failed = False
    for name in [rules] if rules else built_in():
        checked = check_rules(load_rules(name), day(as_of))
        for failure in checked.failures:
            console.show([f"{failure.mark}: {failure.subject}: {failure.problem}"])
        console.note([f"Warning: {warning}" for warning in checked.warnings])
        console.show([checked.summary])
        failed |= bool(checked.failures)
    if failed:
        raise typer.Exit(COULD_NOT_RUN)
