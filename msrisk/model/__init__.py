"""The nouns every verb shares, frozen."""

from msrisk.model.arrays import Bytes, Flags, Ints, Longs, Numbers, kinds_of
from msrisk.model.column import Column, Field, blank_column, bounds
from msrisk.model.company import Company, CompanyRegister, CompanyTable
from msrisk.model.decisions import AsDecided, Decision
from msrisk.model.entries import Entries, OtherName, PublicFile, PublicSheet, SourceKind
from msrisk.model.joins import Candidate, Decided, Join, Reason, Way
from msrisk.model.note import LeftOut, LineNote, Note
from msrisk.model.outcome import About, Band, Outcome, Queue, Severity, Track
from msrisk.model.payees import KINDS, PERSON, Payees, all_suppliers
from msrisk.model.period import Period
from msrisk.model.seen import ColumnSeen, HeadingsSeen
from msrisk.model.sheet import Book, Heading, Sheet, Table, TextColumn, letters
from msrisk.model.spend_basis import SpendBasis
from msrisk.model.suppliers import Suppliers
from msrisk.model.told import NOTHING_TOLD, Told

__all__ = [
    "KINDS",
    "NOTHING_TOLD",
    "PERSON",
    "About",
    "AsDecided",
    "Band",
    "Book",
    "Bytes",
    "Candidate",
    "Column",
    "ColumnSeen",
    "Company",
    "CompanyRegister",
    "CompanyTable",
    "Decided",
    "Decision",
    "Entries",
    "Field",
    "Flags",
    "Heading",
    "HeadingsSeen",
    "Ints",
    "Join",
    "LeftOut",
    "LineNote",
    "Longs",
    "Note",
    "Numbers",
    "OtherName",
    "Outcome",
    "Payees",
    "Period",
    "PublicFile",
    "PublicSheet",
    "Queue",
    "Reason",
    "Severity",
    "Sheet",
    "SourceKind",
    "SpendBasis",
    "Suppliers",
    "Table",
    "TextColumn",
    "Told",
    "Track",
    "Way",
    "all_suppliers",
    "blank_column",
    "bounds",
    "kinds_of",
    "letters",
]
