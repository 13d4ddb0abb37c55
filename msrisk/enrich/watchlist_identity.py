"""The field *identity with a listed name*: what the watchlists, our own list and people's decisions come to.

Whatever is graver stands: what our list itself says, a name that is to check, an acceptance that no longer holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from msrisk.enrich.watchlist_hits import FIELD, NOT_GIVEN, Hit, Identity, hits_of, our_number
from msrisk.model import PERSON, Column, Decision, Entries, Field, Join, Reason, Suppliers
from msrisk.model.payees import UNNAMED
from msrisk.values.name import key
from msrisk.values.reading import BLANK, Grade, Reading

_WORDS = Identity.NOT_FOUND.words
_SOLE_TRADER = ("sole trader",)


@dataclass(frozen=True)
class Identities:
    """What the watchlists say of every supplier.

    column: the field ``watchlist_identity``; not understood where an identity is to check.
    hits: by supplier, the gravest of each first.
    """

    column: Column
    hits: tuple[Hit, ...]


def identities(
    suppliers: Suppliers, watchlists: Sequence[Join], field: Field, unheard: Iterable[Decision] = ()
) -> Identities | None:
    """Every supplier's identity with a listed name, None where no watchlist was given.

    watchlists: the lists joined, each with who was found in it.  field: ``watchlist_identity`` of the vocabulary.
    unheard: acceptances on watchlists that were not given this time.
    """
    if not watchlists:
        return None
    hits = hits_of(suppliers, watchlists)
    column = _Column(suppliers, watchlists, field)
    column.own()
    for hit in hits:
        column.hit(hit)
    for number, decision in [*_shaken(watchlists), *_named(suppliers, unheard)]:
        column.shaken(number, decision)
    for join in watchlists:
        for number in join.waiting:
            column.waits(number, join)
    return Identities(column.made(), tuple(hits))


def _shaken(watchlists: Sequence[Join]) -> list[tuple[int, Decision]]:
    return [each for join in watchlists for each in join.shaken]


def _named(suppliers: Suppliers, decisions: Iterable[Decision]) -> list[tuple[int, Decision]]:
    """Decisions with the suppliers they are about, by name."""
    told = {key(each.ours.name): each for each in decisions}
    return [(number, told[key(name)]) for number, name in enumerate(suppliers.names) if told and key(name) in told]


class _Column:
    """One reading a supplier; what is said first of it stands."""

    def __init__(self, suppliers: Suppliers, watchlists: Sequence[Join], field: Field) -> None:
        self._suppliers, self._watchlists, self._field = suppliers, watchlists, field
        lists = "; ".join(join.entries.dated_title for join in watchlists)
        looked_for = Reading((_WORDS,), Grade.LOOKED_UP, note=f"looked for in {lists}")
        by_name = looked_for._replace(note=f"{looked_for.note}, by name alone: we hold no company number")
        trader = Reading(None, Grade.LOOKED_UP, False, "a sole trader, and persons on the lists were passed over")
        self._readings, self._texts = [looked_for, by_name, trader, BLANK], [_WORDS, _WORDS, "", ""]
        self._codes = np.array([self._looked_for(number) for number in range(len(suppliers))], np.int32)
        self._rows = np.full(len(suppliers), -1, np.int32)
        self._said: set[int] = set()

    def _looked_for(self, number: int) -> int:
        """By number and name, by name alone, among organisations only, or not at all."""
        suppliers = self._suppliers
        if suppliers.kind(number) in (PERSON, UNNAMED):
            return 3
        form = suppliers.columns.get("legal_form")
        if form is not None and form.reading(number).parts == _SOLE_TRADER:
            return 2
        return 0 if our_number(suppliers, number) else 1

    def _say(self, number: int, reading: Reading, text: str, row: int = -1) -> None:
        if number in self._said:
            return
        self._said.add(number)
        self._codes[number], self._rows[number] = len(self._readings), row
        self._readings.append(reading)
        self._texts.append(text)

    def own(self) -> None:
        """What our list says graver than "not found" stands, whatever is found."""
        column = self._suppliers.columns.get(FIELD)
        if column is None:
            return
        for number in range(len(self._suppliers)):
            reading, text = column.reading(number), column.text(number)
            if reading.parts == (Identity.CONFIRMED.words,) or (text.strip() and not reading.understood):
                self._say(number, reading, text, int(column.rows[number]))

    def hit(self, hit: Hit) -> None:
        if hit.identity is Identity.OTHER_COUNTRY:
            return
        entries = self._watchlists[hit.join].entries
        text = f"{hit.identity.words}: {entries.names[hit.entry]} on {entries.dated_title}"
        self._say(hit.supplier, _reading(hit), text, _row(self._suppliers, entries, hit.entry))

    def shaken(self, number: int, decision: Decision) -> None:
        """Once confirmed, and no longer borne out: a person has to look again."""
        why = decision.lapsed or f"'{decision.source}' was not given in this run"
        note = f"accepted before as '{decision.theirs.name}' on {decision.source}; {why}"
        self._say(number, Reading(None, Grade.LOOKED_UP, False, note), f"{Identity.TO_CHECK.words}: {note}")

    def waits(self, number: int, join: Join) -> None:
        """A name that is only like, or of another country, changes nothing, and is not passed over in silence."""
        if number in self._said or not self._readings[int(self._codes[number])].understood:
            return
        now = self._readings[int(self._codes[number])]
        names = ", ".join(f"'{join.entries.names[each.entry]}'" for each in join.waiting[number])
        note = f"{now.note}; a possible match waits for a decision: {names}"
        self._say(number, now._replace(note=note), f"{_WORDS}; a possible match waits for a decision")

    def made(self) -> Column:
        field = self._field
        return Column(field, tuple(self._readings), tuple(self._texts), self._codes, self._rows, (field.name,))


def _reading(hit: Hit) -> Reading:
    """What a hit says; nothing is known until a person has looked."""
    found, *compared = hit.reasons
    said = [f"found by {found.ours} in {found.theirs}"] if hit.way else []
    note = "; ".join([*said, *(_reason_said(reason) for reason in compared if reason.ours or reason.theirs)])
    if hit.identity is Identity.TO_CHECK:
        return Reading(None, Grade.LOOKED_UP, False, note)
    return Reading((hit.identity.words,), Grade.STATED, note=note)


def _reason_said(reason: Reason) -> str:
    agreement = {True: " (agrees)", False: " (differs)", None: ""}[reason.agrees]
    return f"{reason.what}: ours {reason.ours or NOT_GIVEN}, listed {reason.theirs or NOT_GIVEN}{agreement}"


def _row(suppliers: Suppliers, entries: Entries, entry: int) -> int:
    """The row of the listed name among all rows of the run; -1 while the list is not among the tables joined."""
    if not entries.rows:
        return -1
    row = entries.rows[entry]
    table = next(each for each in reversed(entries.tables) if each.offset <= row)
    held = next((each for each in suppliers.book.joined if each.sheet is table.sheet), None)
    return -1 if held is None else held.offset + row - table.offset
