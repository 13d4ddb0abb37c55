"""Public files and further tables joined to a supplier list, in the order in which they help each other.

The buyer's own tables first: they are ours. Then the company register, which may tell a company number; then the
statement registry, then watchlists, which are searched with all that is known by then.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from msrisk.enrich.join import join
from msrisk.enrich.join.decisions_file import decisions_of
from msrisk.enrich.own_table import table_entries
from msrisk.model import Decision, Suppliers
from msrisk.normalise import normalise
from msrisk.read import read_sheets
from msrisk.ruleset.vocabulary import load_vocabulary


@dataclass(frozen=True, slots=True)
class PublicFiles:
    """What to join: downloads of the statement registry, of the company register, watchlists, tables of our own.

    decisions: what people decided on possible matches, as ``msrisk match`` wrote it.
    """

    registry: tuple[Path, ...] = ()
    companies: tuple[Path, ...] = ()
    watchlists: tuple[Path, ...] = ()
    tables: tuple[Path, ...] = ()
    decisions: Path | None = None

    @property
    def paths(self) -> tuple[Path, ...]:
        """All of them, none of which is ever written over."""
        decisions = (self.decisions,) if self.decisions else ()
        return (*self.registry, *self.companies, *self.watchlists, *self.tables, *decisions)


def decisions_in(files: PublicFiles) -> tuple[Decision, ...]:
    """What people decided so far.  Raises InputError."""
    return decisions_of(read_sheets(files.decisions)) if files.decisions else ()


def join_all(suppliers: Suppliers, files: PublicFiles) -> Suppliers:
    """The suppliers with what the files say of them.  Raises InputError for a file that cannot be used."""
    decisions = decisions_in(files)
    for path in files.tables:
        table = normalise(read_sheets(path), load_vocabulary())
        suppliers = join(suppliers, table_entries(table), decisions)
    return suppliers
