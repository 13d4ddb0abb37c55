"""The options for whom the outputs are made: published, redacted, or in another view."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from msrisk.cli.options import one_named
from msrisk.errors import InputError

if TYPE_CHECKING:
    from msrisk.report import Report
    from msrisk.view import View

Publish = Annotated[
    bool,
    typer.Option("--publish", help="Write the .xlsx for a website: counts by what we buy, and nobody named."),
]
Names = Annotated[
    bool,
    typer.Option("--names", help="Name suppliers on the board page or with --publish: for the exempt part only."),
]
Redact = Annotated[
    bool,
    typer.Option("--redact", help="Write names as tokens and round money, to share a list with others."),
]
RedactKey = Annotated[
    str | None,
    typer.Option("--redact-key", help="A text file that those who share keep: the same tokens in every list."),
]
Profile = Annotated[
    str | None,
    typer.Option("--profile", help="Show the result another way as well: orange-5x5, likelihood by impact."),
]


def view_told(publish: bool, names: bool, redact: bool, redact_key: str | None, profile: str | None) -> View:
    """For whom the outputs are made, as the options say.  Raises InputError where they contradict one another."""
    from msrisk.view import PROFILES, View

    if publish and (redact or redact_key):
        raise InputError(
            "--publish and --redact cannot go together",
            hint="--publish names nobody as it is; --redact is for lists that are shared between those who buy.",
        )
    if redact_key and not redact:
        raise InputError("--redact-key does nothing without --redact", hint="Add --redact, or leave the key out.")
    if publish and profile:
        raise InputError(
            "--publish and --profile cannot go together", hint="The other view is for the working register."
        )
    named = one_named("--profile", profile, {each: each for each in PROFILES}) or ""
    return View(publish=publish, names=names, profile=named)


def as_shown(report: Report, view: View, redact: bool, redact_key: str | None) -> Report:
    """The report as it is written, for whom it is meant; what is printed stays as it was."""
    from dataclasses import replace

    from msrisk.redacting import key_in, redacted

    shown = replace(report, view=view, options={**report.options, **_said(view)})
    return redacted(shown, key_in(Path(redact_key)) if redact_key else None) if redact else shown


def _said(view: View) -> dict[str, str]:
    """The options as they stand in the run record."""
    given = {"publish": view.publish, "names": view.names, "profile": view.profile}
    return {name: "yes" if said is True else str(said) for name, said in given.items() if said}
