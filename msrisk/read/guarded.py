"""Reads an old workbook in a process of its own, so that whatever becomes of the reader, msrisk goes on."""

from __future__ import annotations

import datetime
import io
import os
import pickle
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from msrisk.errors import InputError
from msrisk.read.refusals import damaged

MAX_SECONDS = 60
_A_CELL = 400  # bytes that the reader takes for one, at most
_A_BYTE = 20  # and for each of the file
_PROGRAM = Path(__file__).with_name("guarded_child.py")
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # on Windows, where a black window would flash up
_KINDS_OF_CELL = frozenset({"date", "datetime", "time", "timedelta"})


@dataclass(frozen=True, slots=True)
class SheetCells:
    """A sheet's name, the number of its first filled column from 0, and its columns: none when not read."""

    name: str
    first_column: int
    columns: list[tuple[Any, ...]]


def read_cells(workbook: bytes, file: str, cells: int) -> tuple[SheetCells, ...]:
    """Every sheet in order; InputError when the reader fails, dies, or takes too long or too much memory.

    cells: how many the sheets have, blank ones between others included.
    """
    memory = cells * _A_CELL + len(workbook) * _A_BYTE
    try:
        done = subprocess.run(
            [sys.executable, "-P", str(_PROGRAM), str(memory)],
            input=workbook,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=MAX_SECONDS,
            creationflags=_NO_WINDOW,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )
    except subprocess.TimeoutExpired as problem:
        raise InputError(
            f"the workbook could not be read within {MAX_SECONDS} seconds; it may be damaged",
            where=file,
            hint="Open it in Excel and save it as an Excel workbook (.xlsx).",
        ) from problem
    except OSError as problem:
        raise InputError(
            "an old workbook is read by a second Python process, and that could not be started",
            where=file,
            hint="Open it in Excel and save it as an Excel workbook (.xlsx).",
        ) from problem
    if done.returncode:
        raise damaged(file)
    return tuple(_sheets(done.stdout))


def _sheets(sent: bytes) -> Iterator[SheetCells]:
    stream = io.BytesIO(sent)
    while stream.tell() < len(sent):
        yield SheetCells(*_PlainCells(stream).load())


class _PlainCells(pickle.Unpickler):
    """Nothing but texts, numbers, truth values, dates and times can come out of it."""

    def find_class(self, module: str, name: str) -> Any:
        if module == "datetime" and name in _KINDS_OF_CELL:
            return getattr(datetime, name)
        raise pickle.UnpicklingError(f"a cell cannot be a {name}")
