"""The company register, looked up by number and by name in an index that is built once for each edition."""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
import weakref
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from msrisk.errors import InputError, OutputError
from msrisk.files import one_line
from msrisk.model.company import PREVIOUS, Company, CompanyRegister
from msrisk.read.company_build import FORMAT, Progress, build
from msrisk.read.company_cache import Cache, cache_at
from msrisk.read.company_near import nearest
from msrisk.read.company_told import register_of
from msrisk.read.source import changed

_AT_ONCE = 500


def company_index(
    paths: Sequence[Path], cache: Path | None = None, progress: Progress | None = None
) -> CompanyIndex:
    """The index of these files, all together one register: a CSV, its parts, or a zip of either.

    cache: where to keep it, the user's cache folder without.  progress: told how many companies were read,
    while it is built.  Raises InputError for a file that cannot be used, OutputError where there is no room.
    """
    if not paths:
        raise InputError("no file of the company register was given")
    place = cache_at(cache)
    try:
        return _index(paths, place, progress)
    except BaseException:
        place.remove()
        raise


def _index(paths: Sequence[Path], place: Cache, progress: Progress | None) -> CompanyIndex:
    inputs = [(path, place.digest(path)) for path in paths]
    index = place.index(inputs, FORMAT)
    database = _opened(index) or _built(index, place, inputs, progress)
    place.forget_old(index)
    return CompanyIndex(database, index, place, inputs)


def _built(
    index: Path, place: Cache, inputs: Sequence[tuple[Path, str]], progress: Progress | None
) -> sqlite3.Connection:
    """Under another name first: an interrupted build leaves nothing half made, and one run disturbs no other."""
    part = place.part()
    try:
        build(part, inputs, progress)
        for path, digest in inputs:
            if place.digest(path) != digest:
                raise changed(path, still_there=True)
        first = _opened(index)  # another run may have built the same meanwhile
        if first is not None:
            return first
        os.replace(part, index)
    except (sqlite3.Error, OSError) as problem:
        why = one_line(getattr(problem, "strerror", None) or str(problem))
        raise OutputError(
            f"the index of the company register could not be written: {why}",
            where=one_line(inputs[0][0].name),
            hint="It needs about half the size of the unpacked file on disk, and more while it is built.",
        ) from problem
    finally:
        part.unlink(missing_ok=True)
    database = _opened(index)
    assert database is not None, "what was just built can be opened"
    return database


def _opened(index: Path) -> sqlite3.Connection | None:
    """The index, when it is whole and of this format."""
    # Pages carry no checksum: one that changed on disk and still looks like a page is not noticed.
    if not index.is_file():
        return None
    database = sqlite3.connect(index)
    try:
        database.execute("PRAGMA query_only = ON")
        (pages,), (size,) = (database.execute(f"PRAGMA {name}").fetchone() for name in ("page_count", "page_size"))
        about = json.loads(database.execute("SELECT said FROM about").fetchone()[0])
        if about["format"] == FORMAT and pages * size == index.stat().st_size:
            return database
    except (sqlite3.Error, ValueError, TypeError, KeyError):
        pass
    database.close()
    return None


class CompanyIndex:
    """Companies by number and by name; a company is known by its id in this index.

    register: the files it was made of.
    """

    def __init__(
        self, database: sqlite3.Connection, path: Path, place: Cache, inputs: Sequence[tuple[Path, str]]
    ) -> None:
        self._database = database
        self._path = path
        self._texts: dict[int, str] = {}
        with self._whole():
            about = json.loads(self._ask("SELECT said FROM about")[0][0])
            self._texts.update(self._ask("SELECT code, text FROM text"))
        self.register: CompanyRegister = register_of(about, inputs, place.remark)
        self._closed = weakref.finalize(self, _close, database, place)

    def close(self) -> None:
        """Let go of the file; a temporary one is removed."""
        self._closed()

    def __enter__(self) -> CompanyIndex:
        return self

    def __exit__(self, *problem: object) -> None:
        self.close()

    def by_numbers(self, numbers: Iterable[str]) -> dict[str, int]:
        """The company of each canonical number that the register holds."""
        return dict(self._among("SELECT number, id FROM company WHERE number IN", numbers))

    def by_keys(self, keys: Iterable[str]) -> dict[str, tuple[int, ...]]:
        """The companies that have, or once had, a name with each key of ``values.name``."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for key, company in self._among("SELECT key, company FROM name WHERE key IN", keys):
            found[key].append(company)
        return {key: tuple(sorted(companies)) for key, companies in found.items()}

    def near(self, keys: Iterable[str], most: int = 50) -> dict[str, tuple[int, ...]]:
        """Companies with a name much like each key and the same beginning, the likest first; the same key too.

        A name that was cut short finds the names it is the beginning of.
        """
        with self._whole():
            return {key: found for key in dict.fromkeys(keys) if (found := nearest(self._ask, key, most))}

    def rows(self, companies: Iterable[int]) -> list[Company]:
        """What the register says of these companies, each once, in the order of the file."""
        wanted = set(map(int, companies))
        former: defaultdict[int, list[str]] = defaultdict(lambda: [""] * len(PREVIOUS))
        for company, place, name in self._among(
            "SELECT company, place, name FROM previous WHERE company IN", wanted
        ):
            former[company][place] = name
        found = self._among("SELECT * FROM company WHERE id IN", wanted)
        nothing = ("",) * len(PREVIOUS)
        return [
            Company(table, row, number, (*map(self._text, cells), *former.get(company, nothing)))
            for company, table, row, number, *cells in sorted(found)
        ]

    def _text(self, cell: int | str) -> str:
        return self._texts[cell] if isinstance(cell, int) else cell

    def _among(self, question: str, values: Iterable[Any]) -> Iterator[Any]:
        wanted = sorted(set(values))
        with self._whole():
            for start in range(0, len(wanted), _AT_ONCE):
                some = wanted[start : start + _AT_ONCE]
                yield from self._ask(f"{question} ({', '.join('?' * len(some))})", some)

    def _ask(self, question: str, values: Sequence[Any] = ()) -> list[Any]:
        return self._database.execute(question, values).fetchall()

    @contextlib.contextmanager
    def _whole(self) -> Iterator[None]:
        """An index that breaks while it is read is thrown away, so that the next run makes a new one."""
        try:
            yield
        except sqlite3.DatabaseError as problem:
            if type(problem) is not sqlite3.DatabaseError:  # any other is no fault of the index
                raise
            self._database.close()
            with contextlib.suppress(OSError):
                self._path.unlink()
            raise InputError(
                "the index of the company register that msrisk keeps is damaged, and was thrown away",
                hint="Run the same command again: the index is then built anew.",
            ) from problem


def _close(database: sqlite3.Connection, place: Cache) -> None:
    database.close()
    place.remove()
