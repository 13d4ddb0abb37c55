"""``msrisk init``: rules of one's own to edit, and a supplier list to fill in, in a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from msrisk.cli.options import DEFAULT_RULES, day, quoted, quoted_file
from msrisk.cli.told import AsOf

OVERLAY, TEMPLATE = "our-rules.yaml", "suppliers.xlsx"

Base = Annotated[str, typer.Option("--rules", help="The rule set, of those that come with msrisk, to start from.")]


def init(
    folder: Annotated[str, typer.Argument(help="The folder to make; an empty one will do.")] = "msrisk-ours",
    rules: Base = DEFAULT_RULES,
    as_of: AsOf = None,
) -> None:
    """Start with rules and a list of your own: a commented rule file and a workbook to fill in.

    Example:  py -m msrisk init our-screening
    """
    from msrisk.cli.console import Console
    from msrisk.cli.new_folder import make_folder
    from msrisk.errors import InputError
    from msrisk.output import write_whole
    from msrisk.ruleset.keys import did_you_mean
    from msrisk.ruleset.load import built_in, load_rules
    from msrisk.write.template import columns_asked
    from msrisk.write.workbook.template import template

    if rules not in built_in():
        known = did_you_mean(rules, built_in()) or f"They are: {', '.join(built_in())}."
        raise InputError(f"no rule set called '{rules}' comes with msrisk", hint=known)
    place, today = Path(folder), day(as_of)
    columns = columns_asked(load_rules(rules))
    files = {OVERLAY: _overlay(rules, today), TEMPLATE: template(columns, today)}
    make_folder(place, "")
    for name, content in files.items():
        write_whole(place / name, _writing(content), lambda draft: None)
    console = Console()
    console.show(_done(place, len(columns)))
    for line in _next(place):
        console.command(line)


def _overlay(rules: str, today: date) -> bytes:
    """The commented rule file, over the set that was named, as reviewed today."""
    from msrisk.files import data_folder

    lines = (data_folder("samples") / OVERLAY).read_text(encoding="utf-8").splitlines()
    starts = {"extends: ": f"extends: {rules}", "reviewed: ": f"reviewed: {today.isoformat()}"}
    for number, line in enumerate(lines):
        for start, written in starts.items():
            if line.startswith(start):
                remark = line.partition("  #")
                lines[number] = written + remark[1] + remark[2]
    return ("\r\n".join(lines) + "\r\n").encode()  # Notepad of old knows no other line end


def _writing(content: bytes) -> Callable[[Path], None]:
    def write(draft: Path) -> None:
        draft.write_bytes(content)

    return write


def _done(place: Path, columns: int) -> Iterator[str]:
    yield f"Written in the folder '{place}':"
    yield f"  {OVERLAY}  rules of your own: examples to switch on by deleting the # before them"
    yield f"  {TEMPLATE}  a list to fill in: {columns} columns with drop-downs, and a sheet that explains them"
    yield ""


def _next(place: Path) -> Iterator[str]:
    """Two commands to copy: whether the rules are well formed, and the list by them."""
    from msrisk.cli.console import starter

    start, rules, held = f"  {starter()} -m msrisk", *(str(place / each) for each in (OVERLAY, TEMPLATE))
    yield "Try next, now and after each change:"
    yield f"{start} rules test {quoted_file(rules)}"
    yield f"{start} screen {quoted_file(held)} --rules {quoted(rules)}"
