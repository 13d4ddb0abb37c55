"""Printing: results to stdout, all else to stderr; every text made safe, none of it read as markup."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console as RichConsole
from rich.console import RenderableType

from msrisk.cli.gone import ReaderGone
from msrisk.files import safe_text

if TYPE_CHECKING:
    from msrisk.write.files import Output, Result

NARROWEST = 40
WITHOUT_TERMINAL = 80


class _Stream(RichConsole):
    def on_broken_pipe(self) -> None:
        raise ReaderGone


class Console:
    """The two streams of a command."""

    def __init__(self) -> None:
        self.width = max(NARROWEST, _width())
        self._out = _Stream(
            file=sys.stdout, width=self.width, markup=False, emoji=False, highlight=False, soft_wrap=False
        )
        self._err = _Stream(
            file=sys.stderr, width=self.width, markup=False, emoji=False, highlight=False, soft_wrap=False
        )

    def show(self, parts: Iterable[RenderableType]) -> None:
        for part in parts:
            self._out.print(safe_text(part) if isinstance(part, str) else part)

    def note(self, lines: Iterable[RenderableType]) -> None:
        for line in lines:
            self._err.print(safe_text(line) if isinstance(line, str) else line)

    def command(self, line: str) -> None:
        """A line to copy and paste: never broken, however long."""
        self._err.print(safe_text(line), soft_wrap=True)


def write_all(console: Console, result: Result, outputs: Sequence[Output]) -> None:
    """Each output that was checked, said when it stands."""
    from msrisk.write import write_output

    for each in outputs:
        with progress(f"Writing {each.path.name}"):
            write_output(result, each)
        console.note([f"Wrote {each.path.name}."])


def starter() -> str:
    """What starts Python on this machine, for a command to copy."""
    return "py" if os.name == "nt" else "python"


def _width() -> int:
    columns = os.environ.get("COLUMNS", "")
    if columns.isdigit() and int(columns):
        return int(columns)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError):
        return WITHOUT_TERMINAL


@contextmanager
def progress(doing: str) -> Iterator[Callable[[str], None]]:
    """A spinner on a terminal, for work that may take more than a moment; nothing elsewhere.

    What it gives is told what else to show meanwhile, '' for the first again.
    """
    if not sys.stderr.isatty() or os.environ.get("ACCESSIBLE") or os.environ.get("TERM") == "dumb":
        yield lambda text: None
        return
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    console = RichConsole(file=sys.stderr, markup=False, emoji=False, highlight=False)
    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(safe_text(doing), total=None)
        yield lambda text: bar.update(task, description=safe_text(text or doing))
