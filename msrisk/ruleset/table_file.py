"""The file of a reference table: a CSV with headings, checked row by row, so that a slip is told by its line."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from msrisk.errors import RulesError
from msrisk.ruleset.keys import did_you_mean

STOP, HEAD, ALONE = "stop", "head", "alone"  # how a phrase is used; see ``enrich/phrases.py``
STEM = 3  # letters by which a stem is found
_USES = (STOP, HEAD, ALONE)
_PHRASE, _USE = "words", "use"

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class TableFile:
    """A table's file: its name as reports print it, its digest and its rows.

    lines: the number of each row, as the file counts.
    """

    name: str
    sha256: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    lines: tuple[int, ...] = ()


def read_table_file(path: Path) -> TableFile:
    """A CSV as it stands; RulesError with its name, and line, when it is not one."""
    try:
        raw = path.read_bytes()
        reader = csv.reader(io.StringIO(raw.decode("utf-8-sig")), strict=True)
        grid = [(reader.line_num, cells) for cells in reader]
    except OSError as error:
        raise RulesError(f"the table cannot be read: {error.strerror}", where=path.name) from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise RulesError(f"the table is not a CSV in UTF-8: {error}", where=path.name) from error
    headings = grid[0][1] if grid else []
    if len(headings) == 1 and ";" in headings[0]:
        raise RulesError("its cells are separated by semicolons", where=path.name, hint="Save it with commas.")
    return table_of(path.name, hashlib.sha256(raw).hexdigest(), grid)


def table_of(name: str, sha256: str, grid: Iterable[tuple[int, Sequence[str]]]) -> TableFile:
    """The table in numbered rows of cells, the first its headings; a blank row, as Excel leaves them, is none.

    Raises RulesError.
    """
    filled = [(line, cells) for line, cells in grid if any(cell.strip() for cell in cells)]
    headings = tuple(heading.strip() for heading in filled[0][1]) if filled else ()
    rows = []
    for line, cells in filled[1:]:
        whole = [*(cell.strip() for cell in cells), *[""] * (len(headings) - len(cells))]
        rows.append({heading: cell for heading, cell in zip(headings, whole, strict=False) if heading})
        _check_phrase(rows[-1], f"{name}:{line}")
    named = tuple(filter(None, headings))
    _check_headings(named, rows, name)
    return TableFile(name, sha256, named, tuple(rows), tuple(line for line, _ in filled[1:]))


def _check_headings(headings: Sequence[str], rows: Sequence[Row], where: str) -> None:
    if not rows:
        raise RulesError("the table has no rows", where=where, hint="The first line is its headings.")
    twice = next((each for each in headings if headings.count(each) > 1), "")
    if twice:
        raise RulesError(f"two columns are headed '{twice}'", where=where)


def _check_phrase(row: Row, where: str) -> None:
    """A use that is none, or a stem too short to be found, would do something else in silence."""
    use = row.get(_USE, "")
    if use and use not in _USES:
        raise RulesError(
            f"'{use}' is not a use of a phrase",
            where=where,
            hint=did_you_mean(use, _USES) or f"It is one of: {', '.join(_USES)}.",
        )
    first, *rest = row.get(_PHRASE, "").split() or [""]
    short = [first] if first.endswith("*") and len(first) <= STEM else [word for word in rest if word == "*"]
    if short:
        raise RulesError(
            f"the stem '{short[0]}' is too short",
            where=where,
            hint=f"Begin a phrase with {STEM} letters or more before the star.",
        )
