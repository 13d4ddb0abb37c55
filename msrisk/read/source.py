"""The bytes of one input file, read once: everything after this works on the same copy."""

from __future__ import annotations

import difflib
import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from msrisk.errors import InputError
from msrisk.files import one_line

MAX_BYTES = 400_000_000
_SPREADSHEETS = frozenset({".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".txt"})
_LOCK = "~$"
_IN_THE_CLOUD = 0x1000 | 0x40000 | 0x400000  # what Windows marks a file with that was not downloaded


@dataclass(frozen=True, slots=True)
class Source:
    """A file's name (never its path), its bytes, and their SHA-256 in hexadecimal."""

    name: str
    data: bytes
    sha256: str


def load(path: Path) -> Source:
    """Read a regular file whole, or say why that cannot be done. It is only ever opened for reading."""
    _refuse_lock_file(path)
    _refuse_what_is_no_name(path)
    try:
        refuse_what_is_no_file(path, os.stat(path), MAX_BYTES)
        data = _unchanging_bytes(path)
    except OSError as problem:
        raise cannot_open(path, problem) from problem
    except ValueError as problem:
        raise InputError("a file's name cannot hold a NUL character", where=one_line(str(path))) from problem
    if not data and _is_placeholder(path):
        raise InputError(
            "the file is not on this computer: only its name is, the rest is on OneDrive",
            where=_shown(path),
            hint="Right-click it in the Explorer, choose 'Always keep on this device', wait, and try again.",
        )
    if not data or data.isspace():
        raise InputError(
            "the file is empty",
            where=_shown(path),
            hint="Check that the export or download finished, then try again.",
        )
    return Source(one_line(path.name), data, hashlib.sha256(data).hexdigest())


def _shown(path: Path) -> str:
    return one_line(path.name or str(path))


def _refuse_lock_file(path: Path) -> None:
    if path.name.startswith(_LOCK):
        raise InputError(
            "this is Excel's lock file: it only shows that somebody has the workbook open",
            where=_shown(path),
            hint=f"Give the workbook itself: {one_line(path.name.removeprefix(_LOCK))}",
        )


def _refuse_what_is_no_name(path: Path) -> None:
    """A dash means standard input and a star means many files, for other programs."""
    if str(path) == "-" and not path.exists():
        raise InputError(
            "a list cannot be read from standard input ('-')",
            hint="Save it as a file (.xlsx or .csv) and give that.",
        )
    if any(sign in path.name for sign in "*?") and not os.path.lexists(path):
        raise InputError("no file fits this pattern", where=_shown(path), hint=_inside(path.parent))


def _is_placeholder(path: Path) -> bool:
    return bool(getattr(os.stat(path), "st_file_attributes", 0) & _IN_THE_CLOUD)


def refuse_what_is_no_file(path: Path, status: os.stat_result, most: int) -> None:
    """Before opening: to open a pipe may wait for ever, and a device may never end.  most: bytes."""
    if stat.S_ISDIR(status.st_mode):
        raise InputError("this is a folder, not a spreadsheet", where=_shown(path), hint=_inside(path))
    if not stat.S_ISREG(status.st_mode):
        raise InputError(
            "this is a pipe or a device, not a file",
            where=_shown(path),
            hint="Save the list as a file (.xlsx or .csv) and give that.",
        )
    if status.st_size > most:
        raise InputError(
            f"the file has {status.st_size / 1e6:,.0f} MB; msrisk reads up to {most / 1e6:,.0f} MB",
            where=_shown(path),
            hint="Leave out the columns and years that are not needed, or split the list, and try again.",
        )


def _unchanging_bytes(path: Path) -> bytes:
    """The bytes, when the file was the same before and after they were read."""
    with path.open("rb") as file:
        before = os.fstat(file.fileno())
        data = file.read(min(before.st_size, MAX_BYTES) + 1)  # for so many bytes memory is set aside
        after = os.fstat(file.fileno())
    still_there = path.exists()
    if not still_there or _stamp(before) != _stamp(after) or len(data) != after.st_size:
        raise changed(path, still_there)
    return data


def changed(path: Path, still_there: bool) -> InputError:
    """The error for a file that was not the same before and after it was read."""
    happened = "changed" if still_there else "was removed or renamed"
    return InputError(
        f"the file {happened} while it was being read",
        where=_shown(path),
        hint="Wait until nobody is saving it, or make a copy of it, and try again.",
    )


def _stamp(status: os.stat_result) -> tuple[int, int]:
    return status.st_size, status.st_mtime_ns


def cannot_open(path: Path, problem: OSError) -> InputError:
    """The error for a file the system would not open."""
    where = _shown(path)
    if isinstance(problem, FileNotFoundError | NotADirectoryError):
        return InputError("no such file", where=where, hint=_did_you_mean(path))
    if isinstance(problem, PermissionError):
        return InputError(
            "you have no permission to read this file, or another program keeps it locked",
            where=where,
            hint="Close it in other programs, or copy it to a folder of your own, and try again.",
        )
    return InputError(
        f"the file cannot be read ({one_line(problem.strerror or type(problem).__name__)})",
        where=where,
        hint="If it is on OneDrive or a network drive, copy it to this computer first.",
    )


def _did_you_mean(path: Path) -> str:
    if not path.parent.is_dir():
        return f"There is no folder '{one_line(str(path.parent))}' either."
    names = {name.casefold(): name for name in _names(path.parent)}
    close = difflib.get_close_matches(path.name.casefold(), names, n=3)
    if close:
        return "Did you mean " + " or ".join(f"'{one_line(names[name])}'" for name in close) + "?"
    return _inside(path.parent)


def _inside(folder: Path) -> str:
    found = [name for name in _names(folder) if Path(name).suffix.lower() in _SPREADSHEETS]
    if not found:
        return "There is no spreadsheet in that folder."
    more = f" and {len(found) - 5} more" if len(found) > 5 else ""
    return "Spreadsheets in that folder: " + ", ".join(f"'{one_line(name)}'" for name in found[:5]) + more


def _names(folder: Path) -> list[str]:
    """The names in a folder, without lock files and hidden ones; none when it may not be listed."""
    try:
        return sorted(name for name in os.listdir(folder) if not name.startswith((_LOCK, ".")))
    except OSError:
        return []
