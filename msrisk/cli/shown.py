"""How a command shows what it has to say: by options every command takes, or by the environment."""

from __future__ import annotations

import inspect
import os
from collections.abc import Callable, Mapping
from typing import Annotated, Any

import typer

QUIET, VERBOSE, ACCESSIBLE, NO_COLOUR = "MSRISK_QUIET", "MSRISK_VERBOSE", "ACCESSIBLE", "NO_COLOR"
_FORCED = ("CLICOLOR_FORCE", "FORCE_COLOR")

_OPTIONS: Mapping[str, tuple[str, Any]] = {
    "quiet": (QUIET, typer.Option("-q", "--quiet", help="Show the result alone, and of 'screen' one line.")),
    "verbose": (VERBOSE, typer.Option("-v", "--verbose", help="Show what is folded else, and how long it took.")),
    "accessible": (
        ACCESSIBLE,
        typer.Option("--accessible", help="For screen readers: no tables, a fact a line; as ACCESSIBLE=1."),
    ),
    "no_color": (NO_COLOUR, typer.Option("--no-color", help="No colour and no bold; as NO_COLOR=1.")),
}  # fmt: skip


def wanted(name: str) -> bool:
    """Whether an environment variable is set to anything but nothing or 0."""
    return os.environ.get(name, "") not in ("", "0")


def in_colour(terminal: bool) -> bool:
    """Whether to style what is printed: on a terminal, unless told otherwise; NO_COLOR wins over all."""
    if os.environ.get(NO_COLOUR) or os.environ.get("TERM") == "dumb":
        return False
    return terminal or any(map(wanted, _FORCED))


def shown_as_told(command: Callable[..., None]) -> Callable[..., None]:
    """Gives a command the options on how it shows things; they stand in the environment while it runs."""

    def run(**named: Any) -> None:
        for name, (variable, _) in _OPTIONS.items():
            if named.pop(name):
                os.environ[variable] = "1"
        command(**named)

    shown = inspect.signature(command, eval_str=True)
    own = [each.replace(kind=inspect.Parameter.KEYWORD_ONLY) for each in shown.parameters.values()]
    ours = [
        inspect.Parameter(
            name, inspect.Parameter.KEYWORD_ONLY, default=False, annotation=Annotated[bool, option]
        )
        for name, (_, option) in _OPTIONS.items()
    ]  # fmt: skip
    run.__signature__ = shown.replace(parameters=[*own, *ours])  # type: ignore[attr-defined]
    run.__annotations__ = {each.name: each.annotation for each in (*own, *ours)}
    run.__doc__, run.__name__ = command.__doc__, command.__name__
    return run
