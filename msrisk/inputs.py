"""The inputs of a run as sheets: files and DataFrames, each once, each under a name of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, TypeGuard

from msrisk.errors import InputError
from msrisk.model import Sheet, Told
from msrisk.read import read_sheets
from msrisk.read.looks import ABOVE, COMPANIES, REGISTRY, look_of

if TYPE_CHECKING:
    import pandas

Given: TypeAlias = "str | Path | pandas.DataFrame"
Progress = Callable[[str], None]


def read_inputs(
    source: Given | Sequence[Given], told: Told, progress: Progress | None = None
) -> tuple[Sheet, ...]:
    """The sheets of all inputs, in their order; a file that is the same as an earlier one is read once, and said.

    progress: told which file is being read, where there are several.  Raises InputError.
    """
    sources = _each(source)
    if not sources:
        raise InputError("no supplier list was given", hint="Give a file, several, or a folder.")
    names = _names(sources)
    read: dict[str, list[Sheet]] = {}
    for each, name in zip(sources, names, strict=True):
        if progress and len(sources) > 1:
            progress(f"Reading {name}")
        sheets = [replace(sheet, file=name) for sheet in _sheets(each, told)]
        _refuse_what_is_no_list(sheets, alone=len(sources) == 1)
        first = read.get(sheets[0].sha256)
        if first is None:
            read[sheets[0].sha256] = sheets
        else:
            said = f"{name} is the same file as {first[0].file}; it was read once."
            first[:] = [sheet.saying(said) for sheet in first]
    if progress and len(sources) > 1:
        progress("")
    return tuple(sheet for sheets in read.values() for sheet in sheets)


def _refuse_what_is_no_list(sheets: Sequence[Sheet], alone: bool) -> None:
    """A result of msrisk or a list of sanctioned names is no supplier list; nor is a public file among several.

    alone: whether it is the only input; a public register can then be screened for itself.
    """
    top = [sheet.row(row) for sheet in sheets if not sheet.hidden for row in range(min(ABOVE, sheet.height))]
    look = look_of(top)
    if look is not None and not (alone and look in (REGISTRY, COMPANIES)):
        raise InputError(f"this is {look.what}, not a supplier list", where=sheets[0].file, hint=look.hint)


def _each(source: Given | Sequence[Given]) -> list[Given]:
    if isinstance(source, str | Path) or _is_frame(source):
        return [source]
    if not isinstance(source, Sequence):
        raise _no_list(source)
    return list(source)


def _no_list(given: object) -> InputError:
    return InputError(f"a {type(given).__name__} is no supplier list", hint="Give a file's path or a DataFrame.")


def _is_frame(source: object) -> TypeGuard[pandas.DataFrame]:
    return hasattr(source, "iloc") and hasattr(source, "columns")


def _sheets(source: Given, told: Told) -> tuple[Sheet, ...]:
    if isinstance(source, str | Path):
        return read_sheets(Path(source), told.encoding)
    if _is_frame(source):
        from msrisk.frame import sheet_of

        return (sheet_of(source),)
    raise _no_list(source)


def _names(sources: Sequence[Given]) -> list[str]:
    """Each file's name; with its folder where two files are called alike, so that an address means one cell."""
    paths = [Path(each) if isinstance(each, str | Path) else None for each in sources]
    own = [
        path.name if path else f"DataFrame {at}" if len(paths) > 1 else "DataFrame"
        for at, path in enumerate(paths, 1)
    ]
    often = Counter(own)
    return [
        f"{path.resolve().parent.name}/{name}" if path and often[name] > 1 else name
        for path, name in zip(paths, own, strict=True)
    ]
