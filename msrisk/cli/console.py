"""Printing: results to stdout, all else to stderr; every text made safe, none of it read as markup."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from io import StringIO
from time import perf_counter
from typing import TYPE_CHECKING, TextIO

from rich.console import Console as RichConsole
from rich.console import RenderableType

from msrisk.cli.gone import ReaderGone
from msrisk.cli.letters import in_letters_of
from msrisk.cli.shown import ACCESSIBLE, QUIET, VERBOSE, in_colour, wanted
from msrisk.files import safe_text
from msrisk.write.grid import Grid, indented, written

if TYPE_CHECKING:
    from msrisk.write.files import Output, Result
    from msrisk.write.terminal import Part

NARROWEST = 40
PROSE = 120  # no line of sentences is longer on a wide terminal; tables use all of it
UNBROKEN = 10_000  # into a file or a pipe: a line for a fact, however long, so that it can be searched for


class Console:
    """The two streams of a command."""

    def __init__(self) -> None:
        self.quiet, self.verbose = wanted(QUIET), wanted(VERBOSE)
        self._out, self._err = _Stream(sys.stdout), _Stream(sys.stderr)

    def show(self, parts: Iterable[Part]) -> None:
        """The result."""
        for part in parts:
            self._out.show(part)

    def note(self, lines: Iterable[Part]) -> None:
        """What is to be said beside the result."""
        for line in () if self.quiet else lines:
            self._err.show(line)

    def command(self, line: str) -> None:
        """A line to copy and paste: never broken, however long."""
        if not self.quiet:
            self._err.write(f"{safe_text(line)}\n")


class _Stream:
    """Standard output or error, with its own width, letters and colours."""

    def __init__(self, file: TextIO) -> None:
        self._file, self._width = file, _width(file)
        colour = in_colour(file.isatty())
        # Text is laid out apart and written by us, which an old console of Windows would show with its codes.
        old = colour and RichConsole(file=file).legacy_windows
        self._layout = RichConsole(
            file=StringIO(), width=self._width, force_terminal=colour and not old, legacy_windows=False,
            color_system="auto" if colour and not old else None, markup=False, emoji=False, highlight=False,
            no_color=False, safe_box=False,
        )  # fmt: skip

    def show(self, part: Part) -> None:
        if isinstance(part, str) and part.startswith(" "):
            part = indented(part.lstrip(" "), len(part) - len(part.lstrip(" ")))  # its further lines stand so too
        said = written(part, lambda text: in_letters_of(self._file.encoding or "utf-8", safe_text(text)))
        if isinstance(said, Grid) and wanted(ACCESSIBLE):
            for each in said.blocks(apart=True):
                self._lay_out(each)
        else:
            self._lay_out(said)

    def _lay_out(self, said: RenderableType) -> None:
        prose = self._width if isinstance(said, Grid) or self._width == UNBROKEN else min(self._width, PROSE)
        with self._layout.capture() as caught:
            self._layout.print(said, width=prose, soft_wrap=False)
        self.write(_AT_THE_END.sub(lambda end: end.group().replace(" ", ""), caught.get()))

    def write(self, text: str) -> None:
        try:
            self._file.write(text)
            self._file.flush()
        except BrokenPipeError:
            raise ReaderGone from None


_AT_THE_END = re.compile(r"(?: |\x1b\[[\d;]*m)+$", re.MULTILINE)  # blanks, between codes that end a style


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


def _width(file: TextIO) -> int:
    columns = os.environ.get("COLUMNS", "")
    if columns.isdigit() and int(columns):
        return max(NARROWEST, int(columns))
    try:
        return max(NARROWEST, os.get_terminal_size(file.fileno()).columns)
    except (OSError, ValueError):
        return UNBROKEN


@contextmanager
def progress(doing: str) -> Iterator[Callable[[str], None]]:
    """A spinner on a terminal, for work that may take more than a moment; a line where none may be drawn.

    What it gives is told what else to show meanwhile, '' for the first again.
    """
    started = perf_counter()
    if wanted(QUIET):
        yield lambda text: None
    elif wanted(ACCESSIBLE) or (sys.stderr.isatty() and os.environ.get("TERM") == "dumb"):
        Console().note([f"{doing}."])
        yield lambda text: None  # a count that grows would be read out again and again
    elif sys.stderr.isatty():
        with _spinner(doing) as tell:
            yield tell
    else:
        yield lambda text: None
    if wanted(VERBOSE):
        Console().note([f"{doing}: {perf_counter() - started:.1f} s."])


@contextmanager
def _spinner(doing: str) -> Iterator[Callable[[str], None]]:
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    def shown(text: str) -> str:
        return in_letters_of(sys.stderr.encoding or "utf-8", safe_text(text))

    console = RichConsole(file=sys.stderr, markup=False, emoji=False, highlight=False)
    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(shown(doing), total=None)
        yield lambda text: bar.update(task, description=shown(text or doing))
