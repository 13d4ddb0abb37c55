"""The rows of all files of the statement registry together, each distinct cell read once."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from itertools import accumulate
from typing import TypeVar

import numpy as np

from msrisk.files import one_line
from msrisk.model import Field, Heading, Numbers, Sheet, Table, TextColumn
from msrisk.values import name as names
from msrisk.values.interval import Interval
from msrisk.values.reading import Hint, Reading

AREAS = {
    "StatementIncludesOrgStructure": "organisation structure",
    "StatementIncludesPolicies": "policies",
    "StatementIncludesRisksAssessment": "risk assessment",
    "StatementIncludesDueDiligence": "due diligence",
    "StatementIncludesTraining": "training",
    "StatementIncludesGoals": "goals",
}
UNKNOWN = -1
_NO_LIMIT = date.max.toordinal()
PERIOD_CANNOT_BE = (
    "the period ends after the year the statement was due in, or after the file was last updated; "
    "taken as not known"
)
_DAY_FIRST = Hint(day_first=True)
_FIELDS = {
    "OrganisationName": "supplier_name",
    "CompanyNumber": "company_number",
    "ParentName": "parent",
    "GroupSubmission": "statement_by",
    "StatementURL": "statement_url",
    "StatementEndDate": "statement_year_end",
    "DateApproved": "statement_approved",
    "Turnover": "turnover",
}
_ALSO = {
    "OrganisationName": ("statement_published", "statement_covers_supplier"),
    "StatementIncludesOrgStructure": ("statement_six_areas",),
}
Made = TypeVar("Made")

_BARE_NUMBER = re.compile(r"[\d\s.,/-]+")


def _as_read(reading: Reading) -> Reading:
    return reading


@dataclass(frozen=True)
class Rows:
    """Rows are numbered through all tables, their heading rows too, as the columns of entries count them."""

    tables: tuple[Table, ...]
    fields: Mapping[str, Field]

    @cached_property
    def size(self) -> int:
        return sum(table.sheet.height for table in self.tables)

    @cached_property
    def headings(self) -> frozenset[int]:
        """The rows that are headings."""
        return frozenset(table.offset for table in self.tables)

    def column(self, heading: str) -> TextColumn:
        """One column of all files; blank where a file has none."""
        numbers: Numbers[str] = Numbers()
        parts = []
        for table in self.tables:
            found = [each.column for each in table.headings if plain(each.text) == plain(heading)]
            texts: Sequence[str] = ("",)
            codes = np.zeros(table.sheet.height, np.int32)
            if found:
                texts, codes = table.sheet.columns[found[0]].texts, table.sheet.columns[found[0]].codes
            parts.append(numbers.codes(texts)[codes])
        return TextColumn(tuple(numbers), np.concatenate(parts).astype(np.int32))

    def each(self, heading: str, make: Callable[[str], Made]) -> list[Made]:
        """What is made of the cells of one column; of each distinct text once."""
        column = self.column(heading)
        made = [make(one_line(text)) for text in column.texts]
        return [made[code] for code in column.codes.tolist()]

    def texts(self, heading: str) -> list[str]:
        """The cells of one column, each on one line."""
        return self.each(heading, str)

    def readings(self, heading: str, field: str, made: Callable[[Reading], Reading] = _as_read) -> list[Reading]:
        """The cells of one column as a field reads them, and what is made of that."""
        return self.each(heading, lambda text: made(self.fields[field].read(text, _DAY_FIRST)))

    @cached_property
    def own_names(self) -> list[str]:
        return [text.strip('"') for text in self.texts("OrganisationName")]

    @cached_property
    def parents(self) -> list[str]:
        return [text.strip('"') for text in self.texts("ParentName")]

    @cached_property
    def bare(self) -> list[bool]:
        """Whether the name is only a number, and the parent's stands for it."""
        pairs = zip(self.own_names, self.parents, strict=True)
        return [bool(parent) and _BARE_NUMBER.fullmatch(own or "0") is not None for own, parent in pairs]

    @cached_property
    def names(self) -> list[str]:
        """Whose row it is: the organisation, or its parent where the name is only a number."""
        every = zip(self.own_names, self.parents, self.bare, strict=True)
        return [parent if bare else own for own, parent, bare in every]

    @cached_property
    def keys(self) -> list[str]:
        return _keys(self.names)

    @cached_property
    def parent_keys(self) -> list[str]:
        return _keys(self.parents)

    @cached_property
    def numbers(self) -> list[str]:
        """Company numbers; of a row that is taken as its parent's, none."""
        read = self.readings("CompanyNumber", "company_number")
        return ["" if bare else each.first for each, bare in zip(read, self.bare, strict=True)]

    @cached_property
    def by_group(self) -> list[bool]:
        """Whether the row's statement is that of another organisation, its parent."""
        return [bool(parent) and parent != own for own, parent in zip(self.keys, self.parent_keys, strict=True)]

    @cached_property
    def ends(self) -> list[int]:
        """The last day of each statement's period; UNKNOWN where it is blank or cannot be."""
        both = zip(self.days("StatementEndDate"), self._limits, strict=True)
        return [day if day <= limit else UNKNOWN for day, limit in both]

    @cached_property
    def latest_ends(self) -> list[int]:
        """The last day each period can have ended on, so that one mistyped is not passed over for an older one."""
        return list(map(min, self.days("StatementEndDate"), self._limits))

    @cached_property
    def _limits(self) -> list[int]:
        """A statement is about a period that has ended: in the year it was due in, and before the file was made.

        A file's year is when statements were due, up to half a year after their period: none needs more to spare.
        """
        years, updated = self.texts("StatementYear"), self.days("LastUpdated")
        limits: list[int] = []
        for table in self.tables:
            rows = slice(table.offset, table.offset + table.sheet.height)
            latest = max(updated[rows])
            limits += [min(_last_day(year), latest if latest != UNKNOWN else _NO_LIMIT) for year in years[rows]]
        return limits

    def days(self, heading: str) -> list[int]:
        read = self.fields["statement_year_end"].read
        return self.each(heading, lambda text: _last_of(read(text, _DAY_FIRST)))

    def address(self, row: int, field: str) -> str:
        table = next(table for table in reversed(self.tables) if table.offset <= row)
        heading = table.mapping.get(field)
        return f"{table.sheet.file}!{table.sheet.address(row - table.offset, heading.column if heading else 0)}"


def _last_of(reading: Reading) -> int:
    return reading.value.high if isinstance(reading.value, Interval) else UNKNOWN


def _keys(every: Sequence[str]) -> list[str]:
    distinct = list(dict.fromkeys(every))
    key = dict(zip(distinct, names.keys(distinct), strict=True))
    return [key[name] for name in every]


@cache
def _last_day(year: str) -> int:
    """The last day a period can end on of a statement that was due in a year."""
    return date(int(year), 12, 31).toordinal() if year.isdecimal() and len(year) == 4 else _NO_LIMIT


def plain(heading: str) -> str:
    """A heading by its letters alone."""
    return "".join(letter for letter in heading.casefold() if letter.isalnum())


def rows_of(sheets: Sequence[Sheet], fields: Mapping[str, Field]) -> Rows:
    """The sheets as tables, one after the other."""
    offsets = accumulate((sheet.height for sheet in sheets), initial=0)
    return Rows(tuple(_table(sheet, offset) for sheet, offset in zip(sheets, offsets, strict=False)), fields)


def _table(sheet: Sheet, offset: int) -> Table:
    taken: set[str] = set()
    headings = []
    for column, text in enumerate(sheet.row(0)):
        name = next((name for name in (*_FIELDS, *AREAS) if plain(name) == plain(text)), "")
        field = "statement_areas" if name in AREAS else _FIELDS.get(name, "")
        if field in taken:
            field = ""
        taken.add(field)
        headings.append(
            Heading(column, text, field, "exact" if field else "", _ALSO.get(name, ()) if field else ())
        )
    return Table(sheet, sheet.number(0), tuple(headings), offset)
