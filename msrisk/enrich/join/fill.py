"""What a source says of the suppliers found in it, put where our list says nothing.

Our list goes before any source, a source that was joined earlier before a later one. What a person accepted goes
before both. A contradiction is a note and changes nothing, but for two: our "no statement" beside a statement that
a source lists is not known until somebody looks; and of two statements the later one is the latest we hold.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

import numpy as np

from msrisk.model import Bytes, Column, Flags, Join, Note, SourceKind, Suppliers, Way
from msrisk.model.filling import as_it_stands, base_column, fill, recoded, says_nothing
from msrisk.values.interval import Interval
from msrisk.values.reading import BLANK, Grade, Reading, unread

# Not compared: a firm has several postcodes, links and activities, and none of them contradicts another; nor does
# "its group" contradict "its group, which names it".
_AREAS = ("statement_areas", "statement_six_areas")
_NOT_COMPARED = frozenset(
    ("sic", "postcode", "statement_url", "statement_covers_supplier", "statement_by", *_AREAS)
)
_MOST_NOTES = 50  # of one field
# What a parent's entry says of a supplier: that its group has a statement. Not that it covers the supplier.
_OF_A_GROUP = frozenset(
    ("statement_published", "statement_url", "statement_year_end", "statement_approved", *_AREAS)
)
PUBLISHED, YEAR_END = "statement_published", "statement_year_end"

_OURS, _THEIRS, _NEITHER = range(3)
_SAID = (
    "ours stands",
    "theirs is taken: it is the later one, or the match was accepted",
    "not known until somebody looks",
)
_OF_A_STATEMENT = "statement_"


@dataclass(frozen=True, slots=True)
class _Weighed:
    """One field of our list beside a source.

    open: where neither is believed until somebody looks.  newer: where theirs is a later statement's year.
    """

    base: Column
    open: Flags
    newer: Flags
    notes: list[Note]


def filled(suppliers: Suppliers, join: Join) -> Suppliers:
    """The suppliers with the source's values where they are wanted, its rows in the book, and notes."""
    book = suppliers.book
    tables = tuple(replace(table, offset=table.offset + book.height) for table in join.entries.tables)
    suppliers = replace(suppliers, book=replace(book, joined=(*book.joined, *tables)))
    columns, notes = dict(suppliers.columns), []
    held_back, newer = np.zeros(len(suppliers), np.bool_), np.zeros(len(suppliers), np.bool_)
    theirs = (join.entries.columns or {}) if len(join.entries) else {}
    for name in sorted(theirs, key=_order):
        said = _for_suppliers(name, theirs[name], join, book.height)
        base = base_column(suppliers.fields, columns, name, len(suppliers))
        weighed = _weighed(suppliers, join, base, said)
        notes += weighed.notes
        held_back |= weighed.open
        newer |= weighed.newer
        of_statement = name.startswith(_OF_A_STATEMENT) and name not in (PUBLISHED, YEAR_END)
        base = recoded(weighed.base, newer, BLANK, "") if of_statement else weighed.base
        free = ~held_back if name.startswith(_OF_A_STATEMENT) else ~weighed.open
        columns[name] = fill(suppliers.fields[name], base, [as_it_stands(said)], free & says_nothing(base))
    columns |= _of_the_older_statement(columns, theirs, newer)
    own_notes = join.entries.notes if join.entries.kind is SourceKind.OWN_TABLE else ()
    return replace(
        suppliers,
        columns=columns,
        notes=(*suppliers.notes, *own_notes, *notes),
        joins=(*suppliers.joins, join),
    )


def _order(name: str) -> int:
    """Whether there is a statement, and of which year, decides over what else is said of it."""
    return {PUBLISHED: 0, YEAR_END: 1}.get(name, 2)


def _of_the_older_statement(
    columns: dict[str, Column], theirs: Collection[str], newer: Flags
) -> dict[str, Column]:
    """What our list says of a statement is not said of the newer one that a source lists."""
    older = [name for name in columns if name.startswith(_OF_A_STATEMENT) and name not in theirs]
    return {name: recoded(columns[name], newer, BLANK, "") for name in older}


def _for_suppliers(name: str, theirs: Column, join: Join, offset: int) -> Column:
    """What the entries say, for the supplier each was found for; the note says how it was found."""
    found = join.entry >= 0
    if name not in _OF_A_GROUP:
        found &= join.way != Way.PARENT
    entry = np.where(found, join.entry, 0)
    ways = sorted(set(join.way[found].tolist()))
    readings, texts = [BLANK], [""]
    for way in ways:
        readings += [_found_by(each, Way(way)) for each in theirs.readings]
        texts += list(theirs.texts)
    place = np.searchsorted(np.array(ways or [0]), join.way).astype(np.int32)
    codes = np.where(found, 1 + place * len(theirs.readings) + theirs.codes[entry], 0).astype(np.int32)
    spoken = theirs.rows[entry]
    rows = np.where(found & (spoken >= 0), spoken + offset, -1).astype(np.int32)
    speaker = None if theirs.speaker is None else theirs.speaker[entry]
    return Column(theirs.field, tuple(readings), tuple(texts), codes, rows, theirs.speakers, speaker)


def _found_by(reading: Reading, way: Way) -> Reading:
    """What was found by a name is looked up, even in our own table; by a number, or a person, as it stands."""
    if reading.value is None:
        return reading
    best = Grade.STATED if way in (Way.NUMBER, Way.DECISION) else Grade.LOOKED_UP
    return reading._replace(grade=min(reading.grade, best), note=f"{reading.note}; found by: {way.words}")


def _weighed(suppliers: Suppliers, join: Join, base: Column, said: Column) -> _Weighed:
    """What our list says, taken back where it does not stand; and a note on every contradiction."""
    both = base.understood[base.codes] & said.understood[said.codes]
    compared = base.field.name not in _NOT_COMPARED and bool(both.any())
    apart = both & _differ(base, said) if compared else np.zeros(len(suppliers), np.bool_)
    stands = _who_stands(join, base, said, both, apart)
    notes = list(_notes(suppliers, join, base, said, apart, stands))
    open_ = stands == _NEITHER
    base = recoded(
        base, open_, unread(f"our list says no; the {join.entries.title} lists one"), "no; listed elsewhere"
    )
    newer = apart & (stands == _THEIRS) & (base.field.name == YEAR_END)
    return _Weighed(recoded(base, stands == _THEIRS, BLANK, ""), open_, newer, notes)


def _who_stands(join: Join, base: Column, said: Column, both: Flags, apart: Flags) -> Bytes:
    """For each supplier whose word is taken where both say something."""
    stands = np.full(len(both), _OURS, np.uint8)
    if base.field.name == PUBLISHED:
        stands[apart] = _NEITHER
    if base.field.name == YEAR_END:
        later = said.low[said.codes] > base.high[base.codes]
        stands[apart & later & (join.way != Way.PARENT)] = _THEIRS  # a parent's may not cover the supplier
    stands[both & (join.way == Way.DECISION)] = _THEIRS
    return stands


def _differ(base: Column, said: Column) -> Flags:
    """Where the two have nothing in common."""
    pairs = base.codes.astype(np.int64) * len(said.readings) + said.codes
    distinct, where = np.unique(pairs, return_inverse=True)
    apart = [
        _apart(base.readings[mine], said.readings[other])
        for mine, other in (divmod(int(pair), len(said.readings)) for pair in distinct)
    ]
    return np.array(apart, np.bool_)[where]


def _apart(first: Reading, second: Reading) -> bool:
    one, other = first.value, second.value
    if isinstance(one, Interval) and isinstance(other, Interval):
        return one.high < other.low or other.high < one.low
    return bool(first.parts and second.parts) and set(first.parts).isdisjoint(second.parts)


def _notes(
    suppliers: Suppliers, join: Join, base: Column, said: Column, apart: Flags, stands: Bytes
) -> Iterator[Note]:
    label, title = base.field.label, join.entries.title
    contradicted = np.flatnonzero(apart).tolist()
    for number in contradicted[:_MOST_NOTES]:
        theirs = suppliers.book.address(int(said.rows[number]), said.spoken_by(number))
        ours, row = base.text(number), int(base.rows[number])
        yield Note(
            suppliers.book.address(row, base.spoken_by(number)) if row >= 0 else "",
            ours,
            f"{label}: our list says '{ours}', the {title} '{said.text(number)}' ({theirs}); "
            f"{_SAID[int(stands[number])]}",
            understood=True,
        )
    if len(contradicted) > _MOST_NOTES:
        more = len(contradicted) - _MOST_NOTES
        yield Note("", "", f"{label}: {more:,} more suppliers of whom the {title} says otherwise", understood=True)
