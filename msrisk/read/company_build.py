"""The company register streamed into an index: a database in one file, whole or not there at all.

company: a row for each company; texts that many share stand once, in *text*, and as a number here.
previous: former names.  name: the key of every name, former ones too, in order.  about: what the files are.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import asdict
from itertools import repeat
from pathlib import Path
from typing import Any

from msrisk.files import one_line
from msrisk.model import LeftOut
from msrisk.model.company import KEPT, PLACE, PREVIOUS
from msrisk.read.collector import collector_paused
from msrisk.read.company_files import csv_files, damage_said
from msrisk.read.company_rows import CUT_SHORT, LISTED, Batch, CompanyRows
from msrisk.values import company_number
from msrisk.values.name import keys
from msrisk.values.reading import NO_HINT

FORMAT = 1
SHARED = frozenset({"RegAddress.Country", "CompanyCategory", "CompanyStatus", "CountryOfOrigin"}) | frozenset(
    name for name in KEPT if name.startswith(("SICCode.", "Accounts.Account"))
)

_MOST_SHARED = 100_000  # more different texts than that are not shared, and would only fill the memory
_QUICK = ("journal_mode = OFF", "synchronous = OFF", "locking_mode = EXCLUSIVE", "cache_size = -48000")
_CELLS = ", ".join(f'"{name}"' for name in KEPT)
_TABLES = f"""
CREATE TABLE company (id INTEGER PRIMARY KEY, "table" INTEGER, "row" INTEGER, number TEXT, {_CELLS});
CREATE TABLE previous (company INTEGER, place INTEGER, name TEXT, PRIMARY KEY (company, place)) WITHOUT ROWID;
CREATE TABLE name (key TEXT, company INTEGER, PRIMARY KEY (key, company)) WITHOUT ROWID;
CREATE TABLE text (code INTEGER PRIMARY KEY, text TEXT);
CREATE TABLE about (said TEXT);
CREATE TABLE loose.name (key TEXT, company INTEGER);
"""
_TWICE = """
CREATE INDEX company_by_number ON company (number);
CREATE TEMP TABLE twice AS SELECT company.id, first.number FROM company JOIN (
    SELECT number, min(id) AS id FROM company GROUP BY number HAVING count(*) > 1
) AS first ON company.number = first.number AND company.id > first.id;
"""
_SORTED = """
DELETE FROM company WHERE id IN (SELECT id FROM twice);
DELETE FROM previous WHERE company IN (SELECT id FROM twice);
INSERT OR IGNORE INTO main.name SELECT key, company FROM loose.name
    WHERE company NOT IN (SELECT id FROM twice) ORDER BY key, company;
"""

Progress = Callable[[int], None]


class _Codes(dict[str, int | str]):
    """A number for each different text; the text itself once there are too many."""

    def __missing__(self, text: str) -> int | str:
        if len(self) >= _MOST_SHARED:
            return text
        self[text] = code = len(self)
        return code


def build(part: Path, inputs: Sequence[tuple[Path, str]], progress: Progress | None = None) -> None:
    """Write the index of the files to ``part``.  inputs: each file and its digest.

    progress: told now and then how many companies were read.  Raises InputError, or sqlite3.Error and OSError.
    """
    loose = part.with_name(f"{part.name}.names")
    try:
        with collector_paused(), closing(sqlite3.connect(part, isolation_level=None)) as database:
            database.execute("ATTACH ? AS loose", (str(loose),))
            for pragma in _QUICK:
                database.execute(f"PRAGMA {pragma}")
                database.execute(f"PRAGMA loose.{pragma}")
            database.executescript(_TABLES)
            _Build(database, progress or (lambda count: None)).fill(inputs)
        with part.open("rb+") as written:
            os.fsync(written.fileno())
    finally:
        loose.unlink(missing_ok=True)


class _Build:
    """One index on its way."""

    def __init__(self, database: sqlite3.Connection, progress: Progress) -> None:
        self.database = database
        self.progress = progress
        self.codes = _Codes()
        self.count = 0
        self.tables: list[dict[str, Any]] = []
        self.files: list[dict[str, Any]] = []
        self.rows: list[CompanyRows] = []

    def fill(self, inputs: Sequence[tuple[Path, str]]) -> None:
        self.database.execute("BEGIN")
        for number, (path, _) in enumerate(inputs):
            self._file(number, path)
        self.database.execute("COMMIT")
        self.database.executescript(_TWICE)
        twice = self._twice()
        self.database.executescript(f"BEGIN; {_SORTED} COMMIT;")
        self.database.executemany(
            "INSERT INTO text VALUES (?, ?)", ((code, text) for text, code in self.codes.items())
        )
        for file in self.files:
            file["left_out"] = [asdict(each) for each in file["left_out"]]
        about = {"format": FORMAT, "tables": self.tables, "files": self.files, "twice": twice}
        self.database.execute("INSERT INTO about VALUES (?)", (json.dumps(about),))

    def _file(self, number: int, path: Path) -> None:
        before = self.count
        left_out: list[LeftOut] = []
        remarks: list[str] = []
        with damage_said(one_line(path.name)):
            for inner, lines in csv_files(path):
                rows = CompanyRows(lines, inner)
                self._table(number, inner, rows)
                left_out += rows.left_out
                remarks += _remarks(rows, inner)
        self.files.append({"rows": self.count - before, "left_out": left_out[:LISTED], "remarks": remarks})

    def _table(self, number: int, inner: str, rows: CompanyRows) -> None:
        table = len(self.tables)
        for batch in rows.batches():
            self._batch(table, batch)
            self.progress(self.count)
        self.tables.append({"input": number, "file": inner, "headings": rows.headings, "places": rows.places})

    def _batch(self, table: int, batch: Batch) -> None:
        rows, columns = batch
        ids = range(self.count + 1, self.count + 1 + len(rows))
        self.count += len(rows)
        cells = [
            list(map(self.codes.__getitem__, columns[PLACE[name]])) if name in SHARED else columns[PLACE[name]]
            for name in KEPT
        ]
        numbers = list(map(_canonical, columns[PLACE["CompanyNumber"]]))
        places = ", ".join("?" * (4 + len(KEPT)))
        held = zip(ids, repeat(table), rows, numbers, *cells, strict=False)
        self.database.executemany(f"INSERT INTO company VALUES ({places})", held)
        former = [
            (company, place, name)
            for place, heading in enumerate(PREVIOUS)
            if any(columns[PLACE[heading]])
            for company, name in zip(ids, columns[PLACE[heading]], strict=True)
            if name.strip()
        ]
        self.database.executemany("INSERT INTO previous VALUES (?, ?, ?)", sorted(former))
        names = [*columns[PLACE["CompanyName"]], *(name for _, _, name in former)]
        owners = [*ids, *(company for company, _, _ in former)]
        self.database.executemany("INSERT INTO loose.name VALUES (?, ?)", zip(keys(names), owners, strict=True))

    def _twice(self) -> dict[str, Any]:
        """How many rows repeat a number, and the first of them."""
        count = self.database.execute("SELECT count(*) FROM twice").fetchone()[0]
        first = self.database.execute(
            'SELECT company."table", company."row", twice.number FROM twice JOIN company USING (id) '
            "ORDER BY id LIMIT ?",
            (LISTED,),
        ).fetchall()
        return {"count": count, "first": first}


def _canonical(text: str) -> str:
    """The number as everybody else writes it: the register's own are so already."""
    if len(text) == 8 and text.isascii() and text.isalnum():
        return text.upper()
    return company_number.read(text, NO_HINT).first or text.strip()


def _remarks(rows: CompanyRows, inner: str) -> list[str]:
    remarks = []
    if rows.count_left_out:
        were = "row was" if rows.count_left_out == 1 else "rows were"
        remarks.append(f"{inner}: {rows.count_left_out:,} {were} left out.")
    if rows.cut_short:
        remarks.append(f"{inner}: {CUT_SHORT}. Download it again to be sure.")
    return remarks
