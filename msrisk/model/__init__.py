"""The nouns every verb shares, frozen."""

from msrisk.model.arrays import Bytes, Flags, Ints, Longs, Numbers
from msrisk.model.column import Column, Field, blank_column, bounds
from msrisk.model.note import LeftOut, Note
from msrisk.model.outcome import Band, Outcome, Queue, Severity, Track
from msrisk.model.sheet import Book, Heading, Sheet, Table, TextColumn, letters
from msrisk.model.suppliers import NOT_NAMED, Suppliers

__all__ = [
    "NOT_NAMED",
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
    "Queue",
    "Severity",
    "Sheet",
    "Suppliers",
    "Table",
    "TextColumn",
    "Track",
    "blank_column",
    "bounds",
    "letters",
]
