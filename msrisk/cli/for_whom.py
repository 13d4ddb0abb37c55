"""The options for whom the outputs are made: published, redacted, or in another view."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from msrisk.cli.options import one_named
from msrisk.errors import InputError

if TYPE_CHECKING:
    from msrisk.report import Report
    from msrisk.view import View
    from msrisk.write.kinds import Shown

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


@dataclass(frozen=True)
class ForWhom:
    """For whom the files are made; what is printed stays as it is."""

    view: View
    redact: bool = False
    key: bytes | None = None
    files: tuple[Path, ...] = ()  # the key's, which is read and never written over

    @property
    def shown(self) -> Shown:
        """The same, to tell the files for one reader from those for another."""
        from msrisk.write.kinds import Shown

        return Shown(redacted=self.redact, names=self.view.names)

    def report(self, report: Report) -> Report:
        """The report as it is written."""
        given = {"publish": self.view.publish, "names": self.view.names, "profile": self.view.profile}
        said = {name: "yes" if each is True else str(each) for name, each in given.items() if each}
        shown = replace(report, view=self.view, options={**report.options, **said})
        if not self.redact:
            return shown
        from msrisk.redacting import redacted

        return redacted(shown, self.key)


def for_whom_told(
    output: list[str] | None,
    publish: bool,
    names: bool,
    redact: bool,
    redact_key: str | None,
    profile: str | None,
    inputs: Iterable[Path] = (),
) -> ForWhom:
    """What the options say.  Raises InputError where they contradict one another, or nothing is written."""
    from msrisk.redacting.key import key_in
    from msrisk.view import PROFILES, View

    if publish and (redact or redact_key):
        raise InputError(
            "--publish and --redact cannot go together",
            hint="--publish names nobody as it is; --redact is for lists that are shared between those who buy.",
        )
    if publish and profile:
        raise InputError(
            "--publish and --profile cannot go together", hint="The other view is for the working register."
        )
    if redact_key and not redact:
        raise InputError("--redact-key does nothing without --redact", hint="Add --redact, or leave the key out.")
    profile = one_named("--profile", profile, {each: each for each in PROFILES})
    wanted = {"--publish": publish, "--redact": redact, "--profile": profile, "--names": names}
    for option, given in wanted.items():
        if given and not output:
            raise InputError(f"{option} is for a file, and none is written", hint="Add  -o register.xlsx")
    _refuse_in_vain(output or [], publish, names, profile or "")
    key = Path(redact_key) if redact_key else None
    if key and key.resolve() in {each.resolve() for each in inputs}:
        raise InputError(
            "the list itself cannot be the key: whoever has the list could make every token",
            where=key.name,
            hint="Write any long sentence that nobody would guess into a file of its own.",
        )
    view = View(publish=publish, names=names, profile=profile or "")
    return ForWhom(view, redact, key_in(key) if key else None, (key,) if key else ())


def _refuse_in_vain(output: list[str], publish: bool, names: bool, profile: str) -> None:
    """Whoever asks for what no file of theirs can show would look for it in vain."""
    endings = {Path(each).suffix.casefold() for each in output}
    if names and not publish and ".html" not in endings:
        raise InputError(
            "--names is for a board page or with --publish: no other file leaves names out",
            hint="Add  -o board.html  or leave --names out.",
        )
    if profile and ".xlsx" not in endings:
        raise InputError(
            f"--profile {profile} is for a workbook, and none is written", hint="Add  -o register.xlsx"
        )
