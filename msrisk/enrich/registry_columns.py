"""What the statement registry says of each organisation, from the row with its latest statement."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from msrisk.enrich.registry_organisations import Mention
from msrisk.enrich.registry_rows import AREAS, PERIOD_CANNOT_BE, UNKNOWN, Rows
from msrisk.model import Column, Numbers
from msrisk.values.interval import LIMIT, Interval
from msrisk.values.reading import BLANK, Grade, Reading, unread

SELF_DECLARED = "self-declared in the statement registry"
_YES = Reading(("yes",), Grade.LOOKED_UP, note=SELF_DECLARED)
_YES_AS_PARENT = _YES._replace(note=f"{SELF_DECLARED}: it is named as the parent whose statement this is")
_OWN = Reading(("the supplier",), Grade.LOOKED_UP, note=SELF_DECLARED)
_BLANK_IS_NO_NO = f"{SELF_DECLARED}; an area it leaves blank is not a no"
_GROUP_FIGURE = f"{SELF_DECLARED}: the whole group's band; this company's own turnover is at most that"

_DECLARED, _DENIED = frozenset(("yes", "true")), frozenset(("no", "false"))
_CANNOT_BE = unread(PERIOD_CANNOT_BE)

_Given = Callable[[Mention], Reading]


@dataclass(frozen=True)
class _Maker:
    """Makes the column of one field from what each organisation's row gives."""

    rows: Rows
    latest: Sequence[Mention]

    def column(self, field: str, give: _Given, of_parent: bool = False) -> Column:
        """of_parent: whether the cell that names the parent speaks for one that has no row of its own."""
        vocabulary = self.rows.fields[field]
        numbers: Numbers[Reading] = Numbers()
        codes = numbers.codes([give(mention) for mention in self.latest])
        readings = tuple(numbers)
        said = np.array([each.value is not None for each in readings], np.bool_)[codes]
        own_rows = np.array([mention.row for mention in self.latest], np.int32)
        texts = tuple("" if each.value is None else vocabulary.kind.show(each.value) for each in readings)
        parents = np.array([mention.as_parent for mention in self.latest], np.uint8)
        return Column(
            vocabulary,
            readings,
            texts,
            codes,
            np.where(said, own_rows, -1).astype(np.int32),
            (field, "parent") if of_parent else (),
            parents if of_parent else None,
        )


def columns_of(rows: Rows, latest: Sequence[Mention]) -> dict[str, Column]:
    """Every field the registry speaks of, one reading an organisation."""
    make = _Maker(rows, latest)
    listed = make.column("statement_published", _listed, of_parent=True)
    covers = make.column("statement_covers_supplier", _listed, of_parent=True)
    made = (
        listed,
        covers,
        make.column("company_number", _number(rows)),
        make.column("statement_url", _from_cells(rows, "StatementURL", "statement_url")),
        make.column("statement_year_end", _year_end(rows)),
        make.column("statement_approved", _approved(rows)),
        make.column("statement_areas", _areas(rows, _declared)),
        make.column("statement_six_areas", _areas(rows, _all_six)),
        make.column("statement_by", _by(rows), of_parent=True),
        make.column("turnover", _turnover(rows)),
    )
    return {column.field.name: column for column in made}


def _listed(mention: Mention) -> Reading:
    return _YES_AS_PARENT if mention.as_parent else _YES


def _number(rows: Rows) -> _Given:
    """The number in the row that says the rest; a parent's stands in no row of its members."""
    numbered = cache(lambda number: Reading((number,), Grade.LOOKED_UP, note=SELF_DECLARED) if number else BLANK)
    return lambda mention: BLANK if mention.as_parent else numbered(rows.numbers[mention.row])


def _looked_up(reading: Reading) -> Reading:
    if reading.value is None:
        return BLANK
    return reading._replace(grade=min(reading.grade, Grade.LOOKED_UP), note=SELF_DECLARED)


def _from_cells(rows: Rows, heading: str, field: str) -> _Given:
    readings = rows.readings(heading, field, _looked_up)
    return lambda mention: readings[mention.row]


def _year_end(rows: Rows) -> _Given:
    readings = rows.readings("StatementEndDate", "statement_year_end", _looked_up)

    def give(mention: Mention) -> Reading:
        reading = readings[mention.row]
        if reading.value is not None and rows.ends[mention.row] == UNKNOWN:
            return _CANNOT_BE
        return reading

    return give


def _approved(rows: Rows) -> _Given:
    """The day is told; who approved it is personal data and stays out."""
    show = rows.fields["statement_year_end"].kind.show

    def on(day: Reading) -> Reading:
        return (
            BLANK if day.value is None else _YES._replace(note=f"{SELF_DECLARED}: approved on {show(day.value)}")
        )

    readings = rows.readings("DateApproved", "statement_year_end", on)
    return lambda mention: readings[mention.row]


def _areas(rows: Rows, reading_of: Callable[[tuple[str, ...]], Reading]) -> _Given:
    """What is made of the six answers, of each combination once."""
    answers = [rows.each(heading, str.casefold) for heading in AREAS]
    made = cache(reading_of)
    return lambda mention: made(tuple([texts[mention.row] for texts in answers]))


def _declared(said: tuple[str, ...]) -> Reading:
    labels = tuple(label for label, text in zip(AREAS.values(), said, strict=True) if text in _DECLARED)
    note = SELF_DECLARED if all(said) else _BLANK_IS_NO_NO
    return Reading(labels, Grade.LOOKED_UP, all(said), note) if labels else BLANK


def _all_six(said: tuple[str, ...]) -> Reading:
    """No where an area is answered with a no; yes only where all six are answered with a yes."""
    missing = [label for label, text in zip(AREAS.values(), said, strict=True) if text in _DENIED]
    if missing:
        return Reading(("no",), Grade.LOOKED_UP, note=f"{SELF_DECLARED}: it leaves out {', '.join(missing)}")
    return _YES if all(text in _DECLARED for text in said) else BLANK


def _by(rows: Rows) -> _Given:
    def give(mention: Mention) -> Reading:
        if mention.as_parent or not rows.by_group[mention.row]:
            return _OWN
        note = f"{SELF_DECLARED}: the statement is that of {rows.parents[mention.row]} for its group"
        return Reading(("its group",), Grade.LOOKED_UP, note=note)

    return give


def _turnover(rows: Rows) -> _Given:
    """The band itself of who published the statement; of a member of its group the upper end."""
    bands = rows.readings("Turnover", "turnover")
    own = rows.readings("Turnover", "turnover", _looked_up)
    public = rows.each("SectorType", lambda text: text.casefold() == "public")

    @cache
    def of_member(band: Reading) -> Reading:
        if not isinstance(band.value, Interval) or band.value.high >= LIMIT:
            return BLANK  # a group of any size may have a small member
        high = band.value.high
        return Reading(Interval(min(0, high), high), Grade.ESTIMATED, note=_GROUP_FIGURE)

    def give(mention: Mention) -> Reading:
        if public[mention.row]:
            return BLANK  # of a public body it is the budget
        if rows.by_group[mention.row] and not mention.as_parent:
            return of_member(bands[mention.row])
        return own[mention.row]

    return give
