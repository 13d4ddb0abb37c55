"""The commands and their options; each imports its work only when it runs."""

from __future__ import annotations

import typer

from msrisk.cli import accept, award, check, demo, explain, init, match, rules, screen
from msrisk.cli.shown import shown_as_told
from msrisk.version import VERSION

app = typer.Typer(
    name="msrisk",
    add_completion=False,  # typer's installer for it changes the execution policy of PowerShell
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    help="Screen a supplier spreadsheet for modern-slavery risk. Everything stays on this machine.",
    epilog="Start with:  py -m msrisk demo",
)

app.command("demo")(shown_as_told(demo.demo))
app.command("init")(shown_as_told(init.init))
app.command("check")(shown_as_told(check.check))
app.command("screen")(shown_as_told(screen.screen))
app.command("explain")(shown_as_told(explain.explain))
app.command("match")(shown_as_told(match.match))
app.command("accept")(shown_as_told(accept.accept))
app.command("award")(shown_as_told(award.award))
app.add_typer(rules.app, name="rules")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"msrisk {VERSION}")
        raise typer.Exit


@app.callback()
@shown_as_told
def main(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version."),
) -> None:
    """Screen a supplier spreadsheet for modern-slavery risk. Everything stays on this machine."""
