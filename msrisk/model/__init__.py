"""The nouns every verb shares, frozen."""

from msrisk.model.arrays import Bytes, Flags, Ints, Longs, Numbers
from msrisk.model.column import Column, Field, blank_column, bounds
from msrisk.model.note import LeftOut, Note
from msrisk.model.outcome import Band, Outcome, Queue, Severity, Track
from msrisk.model.payees import KINDS, PERSON, Payees, all_suppliers
from msrisk.model.sheet import Book, Heading, Sheet, Table, TextColumn, letters
from msrisk.model.suppliers import Suppliers

__all__ = [
    "KINDS",
    "PERSON",
    "Band",
    "Book",
    "Bytes",
    "Column",
    "Field",
    "Flags",
    "Heading",
    "Ints",
    "LeftOut",
    "Longs",
    "Note",
    "Numbers",
    "Outcome",
    "Payees",
    "Queue",
    "Severity",
    "Sheet",
    "Suppliers",
    "Table",
    "TextColumn",
    "Track",
    "all_suppliers",
    "blank_column",
    "bounds",
    "letters",
]
