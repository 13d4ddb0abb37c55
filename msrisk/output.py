"""Every file the tool writes goes through here: whole or not at all, and never over somebody else's work."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NoReturn, TypeVar

from msrisk.errors import InputError, OutputError

# Windows keeps these names for devices, with any ending.
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}
)
_LONGEST_NAME = 255  # bytes, on every file system in use
_WAITS = (0.05, 0.1, 0.25, 0.5, 1.0, 1.0)  # seconds; a virus scanner or OneDrive lets go within about three

IsOurs = Callable[[bytes], bool]
Said = TypeVar("Said")


def check_target(path: Path, inputs: Iterable[Path], is_ours: IsOurs, force: bool) -> None:
    """Refuse, before any work, to write over an input, a foreign file, or one edited since it was written.

    is_ours: whether bytes are a file msrisk wrote and nobody changed.  Raises InputError or OutputError.
    """
    check_place(path, inputs)
    if path.exists() and not force and not is_ours(read_standing(path, Path.read_bytes)):
        refuse_replacing(path)


def check_place(path: Path, inputs: Iterable[Path]) -> None:
    """Refuse a name that cannot be written, or is an input's.  Raises InputError or OutputError."""
    refuse_device(path)
    if len(os.fsencode(path.name)) > _LONGEST_NAME:
        raise OutputError(f"'{path.name[:40]}…' is too long a name for a file", hint="Choose a shorter one.")
    if not path.parent.is_dir():
        raise OutputError(
            f"the folder '{path.parent}' does not exist",
            where=path.name,
            hint="Make it first. Nothing was written.",
        )
    for each in inputs:
        if _same_file(path, each):
            raise InputError(
                f"'{path.name}' is the input: msrisk never writes over it", hint="Choose another name."
            )
    if path.is_dir():
        raise InputError(f"'{path.name}' is a folder", hint="Name a file in it.")


def refuse_replacing(path: Path) -> NoReturn:
    """What stands there is not ours, or no longer."""
    raise InputError(
        f"'{path.name}' exists and is not as msrisk wrote it",
        hint="Choose another name, or add --force to replace it. Nothing was written.",
    )


def read_standing(path: Path, read: Callable[[Path], Said]) -> Said:
    """What is read in a file that may be replaced.  Raises OutputError."""
    try:
        return read(path)
    except OSError as error:
        raise OutputError(f"could not be read: {error.strerror}", where=path.name) from error


def refuse_device(path: Path) -> None:
    """Refuse a name that on Windows is no file or folder, whatever machine we are on: lists are passed around."""
    if path.name.split(".")[0].strip().casefold() in _RESERVED:
        raise InputError(f"'{path.name}' is a name Windows keeps for a device", hint="Choose another name.")


def write_whole(path: Path, fill: Callable[[Path], None], check: Callable[[Path], None]) -> None:
    """Write beside the target, sync, check, replace; the old file stays until the new one is whole.

    fill: writes the file it is given.  check: opens it again and raises if it is not as it should be.
    """
    path = path.resolve()  # through a link to the file it names, which is then replaced
    draft = path.with_name(f".msrisk-{os.getpid()}.part")
    try:
        with _said_plainly(path):
            os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
            fill(draft)
            with draft.open("rb+") as written:
                os.fsync(written.fileno())
            check(draft)
            _replace(draft, path)
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)


@contextlib.contextmanager
def _said_plainly(path: Path) -> Iterator[None]:
    kept = "the file that stood there is untouched" if path.exists() else "nothing was written"
    try:
        yield
    except PermissionError as error:
        raise OutputError(
            f"could not be written: {error.strerror or 'no permission'}",
            where=path.name,
            hint=f"If it is open in Excel, close it there and run again; {kept}.",
        ) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(
            f"could not be written: {reason}", where=path.name, hint=f"{kept.capitalize()}."
        ) from error


def _replace(draft: Path, path: Path) -> None:
    for wait in (*_WAITS, None):
        try:
            os.replace(draft, path)
            return
        except PermissionError:
            if wait is None or os.name != "nt":
                raise
            time.sleep(wait)


def _same_file(first: Path, second: Path) -> bool:
    if first.exists() and second.exists():
        return first.samefile(second)
    return os.path.normcase(first.resolve()).casefold() == os.path.normcase(second.resolve()).casefold()
