"""Files as given on the command line: a folder or a pattern stands for the lists in it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from msrisk.errors import InputError


def _is_sealed(path: Path) -> bool:
    """A workbook that msrisk wrote, and nobody saved since: it carries a seal at its end."""
    if path.suffix.casefold() != ".xlsx" or not path.is_file():
        return False
    with suppress(OSError), path.open("rb") as file:
        file.seek(-min(path.stat().st_size, _SEAL_REACHES), os.SEEK_END)
        return b"msrisk " in file.read()
    return False


_SEAL_REACHES = 200  # bytes: its words and a digest
_LISTS = frozenset((".csv", ".zip", ".xlsx", ".xlsm", ".xls", ".ods", ".tsv", ".txt"))


def written_out(texts: Iterable[str], option: str = "") -> tuple[Path, ...]:
    """Each file once, those of a folder by name.  A missing file is told when it is read.

    option: before the text in the message, when nothing is there.  Raises InputError.
    """
    found: dict[Path, None] = {}
    for text in texts:
        path = Path(text)
        if path.is_dir():
            inside = sorted(each for each in path.iterdir() if _is_list(each) and not _is_sealed(each))
        elif any(mark in text for mark in "*?") and not path.exists():
            inside = sorted(filter(_is_list, path.parent.glob(path.name)))
        else:
            inside = [path]
        if not inside:
            raise InputError(
                f"{option} {text}: no list is there".lstrip(),
                hint=f"I look for files that end in {', '.join(sorted(_LISTS))}; folders inside are left.",
            )
        found |= dict.fromkeys(inside)
    return tuple(found)


def passed_over(texts: Iterable[str]) -> list[str]:
    """What stands in the folders given and is not read: other kinds of files by name, and the folders inside."""
    found = []
    for folder in filter(Path.is_dir, map(Path, texts)):
        others = [path for path in sorted(folder.iterdir()) if not _is_list(path) or _is_sealed(path)]
        found += [path.name for path in others if path.is_dir() or not path.name.startswith(("~$", "."))]
    return found


def _is_list(path: Path) -> bool:
    """By its ending; what Excel and LibreOffice leave beside an open file is none."""
    return path.suffix.casefold() in _LISTS and not path.name.startswith(("~$", "."))
