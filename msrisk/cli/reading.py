"""Gives a command the options by which a list is read."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import fields
from typing import Any, get_type_hints

from msrisk.cli.told import AsTold


def reads_a_list(*without: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Gives a command the options of ``AsTold``, and hands them to it as ``told``.

    without: those that this command has no use for.
    """
    shared = [each for each in fields(AsTold) if each.name not in without]
    kinds_of = get_type_hints(AsTold, include_extras=True)

    def gives(command: Callable[..., None]) -> Callable[..., None]:
        def run(**named: Any) -> None:
            given = {each.name: named.pop(each.name) for each in shared}
            command(told=AsTold(**given), **named)

        shown = inspect.signature(command, eval_str=True)
        own = [each for each in shown.parameters.values() if each.name != "told"]
        taken = [
            inspect.Parameter(
                each.name,
                inspect.Parameter.KEYWORD_ONLY,
                default=inspect.Parameter.empty if each.name == "suppliers" else each.default,
                annotation=kinds_of[each.name],
            )
            for each in shared
        ]
        all_ = [*taken, *(each.replace(kind=inspect.Parameter.KEYWORD_ONLY) for each in own)]
        run.__signature__ = shown.replace(parameters=all_)  # type: ignore[attr-defined]
        run.__annotations__ = {each.name: each.annotation for each in all_}
        run.__doc__, run.__name__ = command.__doc__, command.__name__
        return run

    return gives
