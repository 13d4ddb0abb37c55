"""The file of a reference table: a CSV with headings, checked row by row, so that a slip is told by its line."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Sequence
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
    """A table's file: its name as reports print it, its digest and its rows."""

    name: str
    sha256: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]


def read_table_file(path: Path) -> TableFile:
    """A CSV as it stands; RulesError with its name, and line, when it is not one."""
    try:
        raw = path.read_bytes()
        reader = csv.DictReader(io.StringIO(raw.decode("utf-8-sig")), strict=True, restkey="")
        headings = tuple(reader.fieldnames or ())
        rows = []
        for row in reader:
            rows.append({key: (cell or "").strip() for key, cell in row.items() if key})
            _check_phrase(rows[-1], f"{path.name}:{reader.line_num}")
    except OSError as error:
        raise RulesError(f"the table cannot be read: {error.strerror}", where=path.name) from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise RulesError(f"the table is not a CSV in UTF-8: {error}", where=path.name) from error
    _check_headings(headings, rows, path.name)
    return TableFile(path.name, hashlib.sha256(raw).hexdigest(), headings, tuple(rows))


def _check_headings(headings: Sequence[str], rows: Sequence[Row], where: str) -> None:
    if not rows:
        raise RulesError("the table has no rows", where=where, hint="The first line is its headings.")
    if len(headings) == 1 and ";" in headings[0]:
        raise RulesError("its cells are separated by semicolons", where=where, hint="Save it with commas.")
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
