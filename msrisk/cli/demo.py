"""``msrisk demo``: an invented list with its register and run record, in a folder to look around in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from msrisk.cli.options import day, quoted, quoted_file
from msrisk.cli.told import AsOf

if TYPE_CHECKING:
    from msrisk.report import Report

LIST, REGISTER, RUN = "suppliers-messy.xlsx", "register.xlsx", "run.json"
OURS = (LIST, REGISTER, RUN)


def demo(
    folder: Annotated[str, typer.Option("--folder", help="The folder to make.")] = "msrisk-demo",
    force: Annotated[
        bool, typer.Option("--force", help="Write into a folder that holds other files, and replace edited ones.")
    ] = False,
    as_of: AsOf = None,
) -> None:
    """Try msrisk on an invented supplier list: a folder with the list and its register, in seconds.

    Example:  py -m msrisk demo
    """
    from msrisk.cli.console import Console, progress
    from msrisk.cli.new_folder import make_folder
    from msrisk.files import data_folder
    from msrisk.ruleset.load import load_rules
    from msrisk.screening import DEFAULT_RULES, read_suppliers, report_on
    from msrisk.write import check_outputs, write_output

    place, today, sample = Path(folder), day(as_of), data_folder("samples") / LIST
    made = make_folder(place, " with --folder", OURS, force)
    try:
        outputs = check_outputs([place / REGISTER, place / RUN], [place / LIST], force)
        _copy(sample, place / LIST, force)
        with progress("Screening the sample"):
            report = report_on(read_suppliers(place / LIST), load_rules(DEFAULT_RULES), today)
        for each in outputs:
            write_output(report, each)
    except BaseException:
        if made and not any(place.iterdir()):
            place.rmdir()
        raise
    console = Console()
    console.show(_done(place, report))
    for line in _next(place, report):
        console.command(line)


def _copy(sample: Path, target: Path, force: bool) -> None:
    """The sample list as it came, unless somebody has changed the copy that stands there."""
    from msrisk.output import check_target, write_whole

    content = sample.read_bytes()
    check_target(target, [sample], lambda held: held == content, force)
    write_whole(target, lambda draft: _write(draft, content), lambda draft: None)


def _write(draft: Path, content: bytes) -> None:
    draft.write_bytes(content)


def _done(place: Path, report: Report) -> Iterator[str]:
    """What was made, and what the register says in short."""
    from msrisk.write.words import checked_line, counted, parked_said, set_aside_said, spend_said

    suppliers = counted(int(report.screened.sum()), "supplier")
    yield f"Written in the folder '{place}':"
    yield f"  {LIST}  a list as people keep them; all in it are invented"
    yield f"  {REGISTER}         its register; open it in Excel at 'Read me'"
    yield f"  {RUN}              the same result for other programs"
    yield ""
    yield f"{suppliers} screened, {spend_said(report)}."
    yield from (f"{said.rstrip('.')}." for said in (set_aside_said(report), parked_said(report)) if said)
    yield checked_line(report)
    yield ""


def _next(place: Path, report: Report) -> Iterator[str]:
    """Three commands to copy; with another file's name they work on a list of one's own."""
    from msrisk.cli.console import starter

    start, held = f"  {starter()} -m msrisk", quoted_file(str(place / LIST))
    first = report.assessment(report.first_to_look_at(1)[0]).name
    yield "Try next, then the same with a list of your own:"
    yield f"{start} check {held}"
    yield f'{start} screen {held} -o "{place / REGISTER}"'
    yield f"{start} explain {held} {quoted(first)}"
