"""What msrisk ships of rules and tables is read and built once in a run of the tests, not once in each test.

A rule set is never changed once it is built, and its files stay as they are while the tests run: each test would
be given the same. A file of a test's own is read whenever it is asked for, and so is a shipped one that changed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import TypeVar

from msrisk.files import data_folder
from msrisk.ruleset import load, tables
from msrisk.ruleset.copies import NO_COPIES
from msrisk.ruleset.rules import RuleSet
from msrisk.ruleset.table_file import TableFile

Read = TypeVar("Read")

_load_rules = load.load_rules


def begin() -> None:
    """Before anything else of msrisk is imported, so that whoever imports these by name has them too."""
    load.read_document = _once_if_shipped(load.read_document)
    tables.read_table_file = _once_if_shipped(tables.read_table_file)
    load.load_rules = _load_rules_once


def _load_rules_once(name: str | Path, copies: Mapping[str, TableFile] = NO_COPIES) -> RuleSet:
    if copies or str(name) not in load.built_in():
        return _load_rules(name, copies)
    return _built(str(name), tuple((path, _state(path)) for path in sorted(data_folder("rules").rglob("*.*"))))


@cache
def _built(name: str, files: tuple[tuple[Path, tuple[int, int]], ...]) -> RuleSet:
    return _load_rules(name)


def _once_if_shipped(read: Callable[[Path], Read]) -> Callable[[Path], Read]:
    held: dict[tuple[Path, tuple[int, int]], Read] = {}

    def once(path: Path) -> Read:
        if not path.is_relative_to(data_folder("rules")):
            return read(path)
        key = path, _state(path)
        if key not in held:
            held[key] = read(path)
        return held[key]

    return once


def _state(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_mtime_ns, found.st_size
