"""Public files and further tables joined to a supplier list, in the order in which they help each other.

The buyer's own tables first: they are ours. Then the company register, which may tell a company number; then the
statement registry, then watchlists, which are searched with all that is known by then.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from msrisk.enrich.companies import company_entries, status_notes
from msrisk.enrich.join import join
from msrisk.enrich.join.asked import keys_to_ask
from msrisk.enrich.join.decisions_file import decisions_of
from msrisk.enrich.own_table import table_entries
from msrisk.enrich.registry import registry_entries
from msrisk.enrich.watchlist import TITLE, watchlist_entries
from msrisk.enrich.watchlist_hits import FIELD as IDENTITY
from msrisk.enrich.watchlist_identity import identities
from msrisk.errors import InputError
from msrisk.model import Decision, Entries, Sheet, SourceKind, Suppliers
from msrisk.normalise import normalise
from msrisk.read import visible_sheets
from msrisk.read.company_index import company_index
from msrisk.read.looks import JOIN, WATCHLIST, is_the_supplier_list, read_list
from msrisk.read.registry import read_registry
from msrisk.ruleset.vocabulary import load_vocabulary
from msrisk.taken import DecisionsFile

Progress = Callable[[str], None]
_INDEXING = "Reading the company register"


@dataclass(frozen=True, slots=True)
class PublicFiles:
    """What to join: downloads of the statement registry, of the company register, watchlists, tables of our own.

    decisions: what people decided on possible matches, as ``msrisk match`` wrote it.
    decided: the same once it was read, so that it is not read again.
    """

    registry: tuple[Path, ...] = ()
    companies: tuple[Path, ...] = ()
    watchlists: tuple[Path, ...] = ()
    tables: tuple[Path, ...] = ()
    decisions: Path | None = None
    decided: DecisionsFile | None = None

    @property
    def paths(self) -> tuple[Path, ...]:
        """All of them, none of which is ever written over."""
        decisions = (self.decisions,) if self.decisions else ()
        return (*self.registry, *self.companies, *self.watchlists, *self.tables, *decisions)


def decisions_in(files: PublicFiles) -> DecisionsFile | None:
    """What people decided so far.  Raises InputError."""
    if files.decided is not None or files.decisions is None:
        return files.decided
    sheets = visible_sheets(files.decisions)
    return DecisionsFile(sheets[0].file, sheets[0].sha256, decisions_of(sheets))


def join_all(suppliers: Suppliers, files: PublicFiles, progress: Progress | None = None) -> Suppliers:
    """The suppliers with what the files say of them.  Raises InputError for a file that cannot be used.

    progress: told what takes minutes, and '' when that is done.
    """
    held = decisions_in(files)
    decisions = held.decisions if held else ()
    for path in files.tables:
        entries = _each_once(suppliers, table_entries(_own_table(_list(path, JOIN, suppliers))))
        suppliers = join(suppliers, entries, decisions)
    if files.companies:
        suppliers = join(suppliers, _companies(suppliers, files.companies, progress), decisions)
        suppliers = replace(suppliers, notes=(*suppliers.notes, *status_notes(suppliers.joins[-1])))
    if files.registry:
        entries = registry_entries([read_registry(path) for path in files.registry], suppliers.fields)
        suppliers = join(suppliers, entries, decisions)
    for path in files.watchlists:
        sheets = _list(path, WATCHLIST, suppliers)
        entries = _each_once(suppliers, watchlist_entries(sheets, suppliers.fields))
        suppliers = join(suppliers, entries, decisions)
    return _with_identities(suppliers, decisions)


def _own_table(sheets: Sequence[Sheet]) -> Suppliers:
    """A further table, read as a supplier list is; ``--map`` and ``--sheet`` are about the list itself."""
    try:
        return normalise(sheets, load_vocabulary())
    except InputError as problem:
        raise InputError(
            problem.problem, problem.where, "Head its columns Supplier name, Company number, Turnover and so on."
        ) from problem


def _list(path: Path, option: str, suppliers: Suppliers) -> tuple[Sheet, ...]:
    sheets = read_list(path, option)
    if any(table.sheet.sha256 == sheet.sha256 for table in suppliers.book.tables for sheet in sheets):
        raise is_the_supplier_list(path, option)
    return sheets


def _with_identities(suppliers: Suppliers, decisions: Sequence[Decision]) -> Suppliers:
    """What the watchlists say of each supplier, as a field that rules read."""
    lists = [each for each in suppliers.joins if each.entries.kind is SourceKind.WATCHLIST]
    titles = {each.entries.title for each in lists}
    accepted = [each for each in decisions if each.counts and each.accepted and each.source.startswith(TITLE)]
    unheard = [each for each in accepted if each.source not in titles]
    found = identities(suppliers, lists, suppliers.fields[IDENTITY], unheard)
    if found is None:
        return suppliers
    return replace(suppliers, columns={**suppliers.columns, IDENTITY: found.column})


def _each_once(suppliers: Suppliers, entries: Entries) -> Entries:
    """Two lists of one name could not be told apart in a decision."""
    if any(join.entries.title == entries.title for join in suppliers.joins):
        raise InputError(
            f"two lists are called '{entries.title}', and a decision on one would count for the other",
            where=entries.files[0].file,
            hint="Give one of the files another name.",
        )
    return entries


def _companies(suppliers: Suppliers, paths: Sequence[Path], progress: Progress | None) -> Entries:
    """Of millions of companies those that may be suppliers: by number, by name, and by names like theirs."""
    tell = progress or (lambda text: None)
    with company_index(paths, progress=lambda count: tell(f"{_INDEXING}: {count:,} companies")) as index:
        tell("")
        asked = keys_to_ask(suppliers)
        exact = index.by_keys(key for keys in asked.values() for key in keys)
        near = index.near(full for full, keys in asked.items() if exact.keys().isdisjoint(keys))
        numbered = index.by_numbers(_numbers(suppliers))
        found = {each for companies in (*exact.values(), *near.values()) for each in companies}
        return company_entries(index.rows(found | set(numbered.values())), index.register, suppliers.fields)


def _numbers(suppliers: Suppliers) -> set[str]:
    """The company numbers of those who are screened."""
    column = suppliers.columns.get("company_number")
    if column is None:
        return set()
    screened = np.unique(column.codes[~suppliers.set_aside]).tolist()
    return {column.readings[code].first for code in screened} - {""}
