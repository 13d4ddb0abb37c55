"""Small watchlists, as files that are read like any other, and suppliers joined to them by hand."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas

from msrisk.enrich.watchlist import watchlist_entries
from msrisk.enrich.watchlist_hits import FIELD
from msrisk.enrich.watchlist_identity import Identities, identities
from msrisk.model import AsDecided, Candidate, Decided, Decision, Entries, Join, Suppliers, Way
from msrisk.read import read_sheets
from msrisk.ruleset.vocabulary import load_vocabulary
from msrisk.screening import read_suppliers

Rows = Sequence[Sequence[str]]
SIMPLE = ("id", "schema", "name", "aliases", "countries", "identifiers", "dataset", "last_seen")
UK = ("Last Updated", "Unique ID", "Name 6", "Name 1", "Name type", "Address Country", "Type of entity")


def from_text(folder: Path, text: str, name: str = "list.csv") -> Entries:
    """The entries of a list with exactly this text."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return watchlist_entries(read_sheets(path), load_vocabulary())


def from_rows(folder: Path, *rows: Sequence[str], name: str = "list.csv") -> Entries:
    """The entries of a list with these rows, the headings first."""
    path = folder / name
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return watchlist_entries(read_sheets(path), load_vocabulary())


def supplier_list(*rows: Mapping[str, str]) -> Suppliers:
    return read_suppliers(pandas.DataFrame([{"Amount": "1", **row} for row in rows]).fillna(""))


def joined(
    entries: Entries,
    suppliers: Suppliers,
    found: Mapping[int, tuple[int, Way]],
    candidates: Sequence[tuple[int, int, Way]] = (),
    turned_down: Sequence[tuple[int, int]] = (),
) -> Join:
    """A join as the matching would give it.  found: by supplier its entry and how it was found."""
    size = len(suppliers)
    entry, way = np.full(size, -1, np.int32), np.zeros(size, np.uint8)
    for supplier, (number, how) in found.items():
        entry[supplier], way[supplier] = number, how
    waiting = tuple(Candidate(supplier, number, how, 80) for supplier, number, how in candidates)
    nobody = AsDecided("", "", "")
    said_no = (Decided(*pair, Decision("", nobody, nobody, "", accepted=False)) for pair in turned_down)
    return Join(entries, entry, way, waiting, decided=tuple(said_no))


def judged(suppliers: Suppliers, *joins: Join) -> Identities:
    found = identities(suppliers, joins, load_vocabulary()[FIELD])
    assert found is not None
    return found


def said(found: Identities, supplier: int = 0) -> str:
    """*to check*, *confirmed*, *rejected* or *not found*."""
    return found.column.text(supplier).partition(":")[0]


def with_identities(suppliers: Suppliers, *joins: Join) -> Suppliers:
    """The list with the watchlists joined, as a run has it."""
    column = judged(suppliers, *joins).column
    return replace(suppliers, columns={**suppliers.columns, FIELD: column}, joins=joins)
