"""What was found in each source, what waits for a person and what was decided, as rows to show or write."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from msrisk.model import PERSON, Candidate, Decision, Entries, Join, SourceKind, Suppliers, Way
from msrisk.model import decision_sheet as headed
from msrisk.model.sides import our_side_of, their_side_of
from msrisk.write.decisions_said import kept_row
from msrisk.write.found import details, reason_said
from msrisk.write.workbook.plan import Cell

Row = Mapping[str, Cell]  # by heading
NO_LONGER_SUGGESTED = "it is no longer a possible match; what was written beside it is kept here"


@dataclass(frozen=True)
class Matches:
    """A list that was joined, and all that people decided or wrote before."""

    suppliers: Suppliers
    decisions: tuple[Decision, ...] = ()

    @property
    def joins(self) -> tuple[Join, ...]:
        return self.suppliers.joins

    def waiting_in(self, join: Join) -> list[Candidate]:
        """What waits for a person, most confident first; a person by kind is never listed."""
        listed = [each for each in join.candidates if self.suppliers.kind(each.supplier) != PERSON]
        return sorted(listed, key=lambda each: (-each.confidence, each.supplier, each.entry))

    def identities_in(self, join: Join) -> list[tuple[int, int, Way]]:
        """Whom a watchlist lists under the same number or name: for a person to check, however sure it looks."""
        return self._undecided(join) if join.entries.kind is SourceKind.WATCHLIST else []

    def _undecided(self, join: Join) -> list[tuple[int, int, Way]]:
        """Suppliers found, with entry and way, on whom nobody has decided."""
        decided = {each.supplier for each in join.decided if join.entry[each.supplier] == each.entry}
        return [
            (number, int(join.entry[number]), Way(int(join.way[number])))
            for number in np.flatnonzero(join.entry >= 0).tolist()
            if number not in decided and self.suppliers.kind(number) != PERSON
        ]

    def ways_of(self, join: Join) -> list[tuple[Way, int]]:
        """How many suppliers were found in each way, the surest first."""
        counts = Counter(join.way[join.entry >= 0].tolist())
        return [(Way(way), counts[way]) for way in sorted(counts)]

    @cached_property
    def elsewhere(self) -> list[Decision]:
        """Decisions on sources that this run was not given."""
        titles = {join.entries.title for join in self.joins}
        return [each for each in self.decisions if each.counts and each.source not in titles]

    @cached_property
    def _beside(self) -> dict[tuple[object, ...], Decision]:
        """What was written beside a pair without deciding it."""
        return {each.pair: each for each in self.decisions if each.accepted is None and not each.lapsed}

    @cached_property
    def to_decide(self) -> list[Row]:
        rows = []
        for join in sorted(self.joins, key=lambda each: each.entries.kind is not SourceKind.WATCHLIST):
            rows += [self._identity(join, *each) for each in self.identities_in(join)]
            for each in self.waiting_in(join):
                row = self._pair(join, each.supplier, each.entry, each.way)
                reasons = "\n".join(map(reason_said, each.reasons))
                rows.append({**row, headed.CONFIDENCE: each.confidence, headed.REASONS: reasons})
        titles = {join.entries.title for join in self.joins}
        return rows + [self._kept(each) for each in self._beside.values() if each.source not in titles]

    def _identity(self, join: Join, supplier: int, entry: int, way: Way) -> Row:
        """A listed name to check, with what was compared."""
        compared = "\n".join(details(self.suppliers, join, supplier)).replace("; ", "\n")
        return {**self._pair(join, supplier, entry, way), headed.REASONS: compared}

    @cached_property
    def found(self) -> list[Row]:
        """What was settled without guessing, and nobody decided."""
        joins = [join for join in self.joins if join.entries.kind is not SourceKind.WATCHLIST]
        return [self._pair(join, *each) for join in joins for each in self._undecided(join)]

    @cached_property
    def decided(self) -> list[Row]:
        """The decisions that hold, with money and cells of this run; then those on sources not given, as read."""
        rows = [
            {**self._kept(each.decision), **self._where(join, each.supplier, each.entry)}
            for join in self.joins
            for each in {held.decision.where: held for held in join.decided}.values()
        ]
        absent = [each for join in self.joins for each in join.absent]
        return rows + [self._kept(each) for each in (*absent, *self.elsewhere)]

    @cached_property
    def lapsed(self) -> list[Row]:
        """Decisions that no longer hold, the earliest first; and what was written beside a pair gone since."""
        rows = [self._kept(each) for each in self.decisions if each.lapsed]
        rows += [self._kept(each) for join in self.joins for each in join.outdated]
        shown = {self._key(row) for row in (*self.to_decide, *self.found)}
        return rows + [
            {**self._kept(each), headed.LAPSED: NO_LONGER_SUGGESTED}
            for each in self._beside.values()
            if self._key(self._kept(each)) not in shown
        ]

    @staticmethod
    def _key(row: Row) -> tuple[Cell, ...]:
        return tuple(
            row.get(each) or "" for each in (headed.SOURCE, headed.OUR_NAME, headed.OUR_NUMBER, headed.LISTED_ID)
        )

    def _pair(self, join: Join, supplier: int, entry: int, way: Way) -> Row:
        """A pair as it stands now, with what was written beside it."""
        ours, theirs = our_side_of(self.suppliers, supplier), their_side_of(join.entries, entry)
        row: dict[str, Cell] = {
            headed.MEANS: headed.IS_PARENT if way is Way.PARENT else headed.IS_SUPPLIER,
            headed.SOURCE: join.entries.title,
            headed.OUR_NAME: ours.name,
            headed.OUR_NUMBER: ours.number,
            headed.OUR_COUNTRY: ours.countries,
            headed.LISTED_NAME: theirs.name,
            headed.LISTED_NUMBER: theirs.number,
            headed.LISTED_COUNTRY: theirs.countries,
            headed.LISTED_ID: join.entries.ids[entry],
            headed.WAY: way.words,
            **self._where(join, supplier, entry),
        }
        beside = self._beside.get((join.entries.title, ours.key, join.entries.ids[entry]))
        return {**self._typed(beside), **row} if beside else row

    def _where(self, join: Join, supplier: int, entry: int) -> Row:
        """What is of this run alone: the money and both cells."""
        suppliers = self.suppliers
        return {
            headed.SPEND: int(suppliers.spend[supplier]) / 100 if suppliers.has_spend[supplier] else "",
            headed.OUR_CELL: suppliers.book.address(suppliers.rows_of(supplier)[0], "supplier_name"),
            headed.LISTED_CELL: listed_at(join.entries, entry),
        }

    def _typed(self, decision: Decision) -> Row:
        """What a person wrote: the decision, and columns of their own."""
        own = {heading: text for heading, text in decision.cells if heading not in headed.ALL}
        said = {None: "", True: headed.ACCEPT, False: headed.REJECT}[decision.accepted]
        typed = {headed.BY: decision.by, headed.ON: decision.on, headed.WHY: decision.why}
        return {headed.DECISION: said, **typed, **own}

    def _kept(self, decision: Decision) -> Row:
        """A row as it was read; whoever has turned out to be a person since is not named."""
        row = {**dict(decision.cells), **self._typed(decision), headed.LAPSED: decision.lapsed}
        return kept_row(self.suppliers, decision, {heading: str(text) for heading, text in row.items()})


def listed_at(entries: Entries, number: int) -> str:
    """The cell of an entry's name, else in the first row that says anything of it; else its file."""
    rows = [int(column.rows[number]) for column in (entries.columns or {}).values()]
    row = entries.rows[number] if entries.rows else min((each for each in rows if each >= 0), default=-1)
    if row < 0 or not entries.tables:
        return entries.files[0].file if entries.files else ""
    table = next(each for each in reversed(entries.tables) if each.offset <= row)
    heading = table.mapping.get("supplier_name")
    return f"{table.sheet.file}!{table.sheet.address(row - table.offset, heading.column if heading else 0)}"
