"""A supplier list, joined from the rows of its inputs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from msrisk.model.arrays import Flags, Ints, Longs
from msrisk.model.column import Column, Field
from msrisk.model.joins import Join
from msrisk.model.note import LeftOut, Note
from msrisk.model.payees import KINDS, PERSON, Payees
from msrisk.model.period import Period
from msrisk.model.sheet import Book
from msrisk.model.spend_basis import SpendBasis


@dataclass(frozen=True)
class Suppliers:
    """A supplier list, joined from rows: the input of every evaluation.

    names, keys: one each.  columns: supplier fields have one entry a supplier, line fields one a line.
    line_owner: for each line its supplier, ascending.  row_owner: for each input row its supplier, or -1.
    payees: what kind of payee each is.
    spend: pence, summed over rows; 0 where ``has_spend`` is False.  line_spend: the same, of each line.
    spellings: for each supplier written in more than one way, the other ways.
    spend_left_out: pence in the rows left out, by reason.
    period: the days it has payments for; None where it says none.
    unnamed: the suppliers that are a contract, since the list names no single supplier for it.
    spend_basis: what was added up as spend in each table of the book; None where a table has no amounts.
    joins: the public files and further tables it was joined to, and who was found in them.
    redacted: names are tokens already, and no row is told.
    """

    names: tuple[str, ...]
    keys: tuple[str, ...]
    columns: Mapping[str, Column]
    line_owner: Ints
    row_owner: Ints
    spend: Longs
    has_spend: Flags
    line_spend: Longs
    book: Book
    fields: Mapping[str, Field]
    payees: Payees
    left_out: Sequence[LeftOut] = ()
    notes: Sequence[Note] = ()
    spellings: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    spend_left_out: Mapping[str, int] = field(default_factory=dict)
    period: Period | None = None
    unnamed: frozenset[int] = frozenset()
    spend_basis: tuple[SpendBasis | None, ...] = ()
    joins: tuple[Join, ...] = ()
    redacted: bool = False

    def __len__(self) -> int:
        return len(self.names)

    def rows_of(self, supplier: int) -> list[int]:
        """The input rows of one supplier, ascending."""
        rows, starts = self._row_order
        found: list[int] = rows[starts[supplier] : starts[supplier + 1]].tolist()
        return found

    def rows_of_each(self, suppliers: Ints) -> tuple[Longs, Longs]:
        """The input rows of several suppliers, one behind the other, and how many each has."""
        rows, starts = self._row_order
        counts = starts[suppliers + 1] - starts[suppliers]
        before = np.cumsum(counts) - counts
        return rows[np.repeat(starts[suppliers] - before, counts) + np.arange(counts.sum())], counts

    def kind(self, number: int) -> str:
        """What kind of payee this is: *supplier*, *public body*, *person*, and so on."""
        return self.payees.kind(number)

    @property
    def set_aside(self) -> Flags:
        """Who is no supplier for this purpose; still counted in pounds."""
        return self.payees.set_aside

    def shown_name(self, number: int) -> str:
        """The name, or for a person ``Person (row 12)``: no output names a private individual."""
        if self.redacted or self.kind(number) != PERSON:
            return self.names[number]
        return f"Person ({self.shown_row(number)})"

    def shown_names(self, numbers: Ints) -> list[str]:
        """The same of several at once."""
        shown = [self.names[number] for number in numbers.tolist()]
        if not self.redacted:
            for place in np.flatnonzero(self.payees.kinds[numbers] == KINDS.index(PERSON)).tolist():
                shown[place] = self.shown_name(int(numbers[place]))
        return shown

    def shown_row(self, number: int) -> str:
        """The first row of a supplier, as its sheet counts: ``row 12``, or ``row 12 of Apr 18`` among several."""
        row = self.rows_of(number)[0]
        table = self.book.table_of(row)
        return f"row {table.sheet.number(row - table.offset)}{self.book.of_sheet(table)}"

    def without_persons(self, text: str) -> str:
        """A text of a note with the name of every person in the list taken out."""
        return self._persons.sub("[a person's name]", text) if self._persons else text

    @cached_property
    def _persons(self) -> re.Pattern[str] | None:
        persons = np.flatnonzero(self.payees.kinds == KINDS.index(PERSON)).tolist()
        names = {name for number in persons for name in (self.names[number], *self.spellings.get(number, ()))}
        longest = sorted(names, key=lambda name: (-len(name), name))
        return re.compile("|".join(map(re.escape, longest)), re.IGNORECASE) if longest else None

    @property
    def days_covered(self) -> int | None:
        """How many days the spend covers, by the months that hold payments; None where the list does not say, or
        gives it by the year.
        """
        headings = [table.mapping["spend"].text for table in self.book.tables if "spend" in table.mapping]
        if self.period is None or any("annual" in heading.casefold() for heading in headings):
            return None
        return self.period.days

    @cached_property
    def first_lines(self) -> Longs:
        """The number of each supplier's first line; every supplier has one."""
        return np.flatnonzero(np.diff(self.line_owner, prepend=-1))

    @cached_property
    def is_one_line(self) -> Flags:
        """Whose whole spend is that of their only line, or not told."""
        lines = np.diff(np.append(self.first_lines, len(self.line_owner)))
        one: Flags = (lines == 1) & (~self.has_spend | (self.line_spend[self.first_lines] == self.spend))
        return one

    @cached_property
    def line_ends(self) -> list[int]:
        """Where each supplier's lines start, and after the last one where they end."""
        return [*self.first_lines.tolist(), len(self.line_owner)]

    @cached_property
    def categories(self) -> tuple[str, ...]:
        """Each supplier's commonest purchase category, '' where the list says none."""
        column = self.columns.get("category")
        if column is None:
            return ("",) * len(self)
        texts = [" ".join(text.split()) for text in column.texts]
        return tuple(texts[code] for code in column.codes[self.first_lines].tolist())

    @cached_property
    def first_departments(self) -> tuple[str, ...]:
        """For each supplier the department with most of its money; '' where none is known."""
        column = self.columns.get("department")
        if column is None:
            return ("",) * len(self)
        shown = {name: self.without_persons(name) for name in {each.first for each in column.readings}}
        said = [shown[each.first] for each in column.readings]
        return tuple([said[code] for code in column.codes.tolist()])

    @cached_property
    def departments(self) -> tuple[str, ...]:
        """The same, and how many more buy from it: *Highways, and 2 more*."""
        column = self.columns.get("department")
        if column is None:
            return self.first_departments
        more = [f", and {len(each.parts) - 1:,} more" if len(each.parts) > 1 else "" for each in column.readings]
        others = [more[code] for code in column.codes.tolist()]
        return tuple([first + rest for first, rest in zip(self.first_departments, others, strict=True)])

    @cached_property
    def _row_order(self) -> tuple[Longs, Longs]:
        """The input rows by supplier, and where each supplier's start; those of nobody stand first."""
        order = np.argsort(self.row_owner, kind="stable")
        return order, np.searchsorted(self.row_owner[order], np.arange(len(self) + 1))
