"""Derived fields: a short closed list. Each fills only what the list itself leaves open, and names its input.

turnover: own and subsidiaries' added up; without the subsidiaries a least; a group's a most; 0 is not believed.
legal form: from the name's ending, else from the company number's prefix; estimated.
UK business: a UK company number, registration or postcode gives *yes*, assumed; a public body stays open,
since whether it carries on a business is a question of its own.
statement published: a link to it is held, and the list has no column for it; estimated.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from msrisk.model import Book, Column, Field, Flags, Ints, Note, blank_column, bounds
from msrisk.values.interval import LIMIT, Interval
from msrisk.values.legal_form import legal_form
from msrisk.values.reading import Grade, Reading, unread

Columns = Mapping[str, Column]

# What the letters in front of a company number say of the legal form; figures alone, SC, NI and R are companies.
FORM_BY_PREFIX = {
    "OC": "llp",
    "SO": "llp",
    "NC": "llp",
    "LP": "limited partnership",
    "SL": "limited partnership",
    "NL": "limited partnership",
    "IP": "registered society",
    "SP": "registered society",
    "NP": "registered society",
    "RS": "registered society",
    "CE": "charitable incorporated organisation",
    "CS": "charitable incorporated organisation",
    "SC": "company",
    "NI": "company",
    "R0": "company",
}
_POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\Z", re.IGNORECASE)
_CROWN_DEPENDENCIES = ("JE", "GY", "IM")


@dataclass(frozen=True)
class Offer:
    """Values from another field: for each of its distinct readings what it gives, or None."""

    speaker: Column
    readings: Sequence[Reading | None]


def derive(
    fields: Mapping[str, Field], names: Sequence[str], columns: Columns, book: Book, first_rows: Ints
) -> tuple[dict[str, Column], list[Note]]:
    """The derived columns of suppliers, and what there is to say about them.

    first_rows: for each supplier the first row that names it.
    """
    size = len(names)
    turnover, notes = _turnover(fields, columns, book, size)
    form = _legal_form(fields, names, columns, first_rows)
    known = {**columns, "legal_form": form}
    uk_business = _uk_business(fields, known, size)
    published, contradictions = _published(fields, columns, book, size)
    return {each.field.name: each for each in (turnover, form, uk_business, published)}, notes + contradictions


def _fill(field: Field, base: Column, offers: Sequence[Offer], where: Flags | None = None) -> Column:
    """The base column, its open places filled by the first offer that has something there."""
    readings, texts = list(base.readings), list(base.texts)
    codes, rows = base.codes.copy(), base.rows.copy()
    speaker = np.zeros(len(codes), np.uint8)
    open_places = ~base.understood[base.codes]
    if where is not None:
        open_places &= where
    for number, offer in enumerate(offers, start=1):
        start = len(readings)
        has = np.array([reading is not None for reading in offer.readings], np.bool_)
        readings += [reading or Reading() for reading in offer.readings]
        texts += [_shown(field, reading) for reading in offer.readings]
        here = open_places & has[offer.speaker.codes]
        codes[here] = offer.speaker.codes[here] + start
        rows[here] = offer.speaker.rows[here]
        speaker[here] = number
        open_places &= ~here
    speakers = (field.name, *(offer.speaker.field.name for offer in offers))
    return Column(field, tuple(readings), tuple(texts), codes, rows, speakers, speaker)


def _shown(field: Field, reading: Reading | None) -> str:
    return "" if reading is None or reading.value is None else field.kind.show(reading.value)


def _base(fields: Mapping[str, Field], columns: Columns, name: str, size: int) -> Column:
    return columns.get(name) or blank_column(fields[name], size)


def _each(column: Column, offer: Callable[[Reading, str], Reading | None]) -> Offer:
    """An offer made from each distinct understood reading of a column."""
    return Offer(
        column,
        [
            offer(reading, text) if reading.understood else None
            for reading, text in zip(column.readings, column.texts, strict=True)
        ],
    )


# -- turnover


def _turnover(fields: Mapping[str, Field], columns: Columns, book: Book, size: int) -> tuple[Column, list[Note]]:
    base, notes = _without_zero(_base(fields, columns, "turnover", size), book)
    own, subsidiaries = columns.get("turnover_own"), columns.get("turnover_subsidiaries")
    group = columns.get("turnover_group")
    offers = []
    if own is not None and subsidiaries is not None:
        offers.append(_sum(own, subsidiaries))
    if own is not None:
        offers.append(_each(own, lambda each, text: _at_least(each, "without its subsidiaries")))
    if subsidiaries is not None:
        offers.append(_each(subsidiaries, lambda each, text: _at_least(each, "of its subsidiaries alone")))
    if group is not None:
        offers.append(_each(group, lambda each, text: _at_most(each)))
    return _fill(fields["turnover"], base, offers), notes


def _without_zero(base: Column, book: Book) -> tuple[Column, list[Note]]:
    """A turnover of 0 beside the name of a firm we pay is a gap that was typed."""
    zero = [isinstance(each.value, Interval) and each.value == Interval(0, 0) for each in base.readings]
    if not any(zero):
        return base, []
    problem = "a turnover of 0 is not believed of a supplier; taken as not known"
    readings = tuple(
        unread(problem) if is_zero else each for each, is_zero in zip(base.readings, zero, strict=True)
    )
    suppliers = np.flatnonzero(np.array(zero, np.bool_)[base.codes]).tolist()
    notes = [
        Note(book.address(int(base.rows[each]), "turnover"), base.text(each), problem) for each in suppliers[:50]
    ]
    return replace(base, readings=readings), notes


def _sum(own: Column, subsidiaries: Column) -> Offer:
    """Own turnover and that of subsidiaries, pair by pair; the evidence stands at the own figure."""
    pairs = own.codes.astype(np.int64) * len(subsidiaries.readings) + subsidiaries.codes
    _, first, codes = np.unique(pairs, return_index=True, return_inverse=True)
    readings: list[Reading | None] = []
    for at in first.tolist():
        mine, theirs = own.reading(at), subsidiaries.reading(at)
        readings.append(
            Reading(
                _own_figure(mine).plus(bounds(theirs)),
                min(mine.grade, theirs.grade),
                note=f"{own.text(at)} and, for its subsidiaries, {subsidiaries.text(at)}",
            )
            if mine.understood and theirs.understood
            else None
        )
    return Offer(replace(own, codes=codes.astype(np.int32)), readings)


def _own_figure(reading: Reading) -> Interval:
    """The figure without subsidiaries itself; under "excluding subsidiaries" it was read as a least."""
    held = bounds(reading)
    return Interval(held.low, held.low) if held.high == LIMIT else held


def _at_least(reading: Reading, why: str) -> Reading:
    low = bounds(reading).low
    return Reading(Interval(low, LIMIT), reading.grade, note=f"a figure {why}: with them it is at least that")


def _at_most(reading: Reading) -> Reading:
    high = bounds(reading).high
    return Reading(
        Interval(min(0, high), high),
        Grade.ESTIMATED,
        note="a whole group's figure: this company's own is at most that",
    )


# -- legal form, UK business, statement


def _legal_form(fields: Mapping[str, Field], names: Sequence[str], columns: Columns, first_rows: Ints) -> Column:
    base = _base(fields, columns, "legal_form", len(names))
    offers = [_forms_by_name(fields["supplier_name"], names, first_rows)]
    numbers = columns.get("company_number")
    if numbers is not None:
        offers.append(_each(numbers, lambda each, text: _form_by_number(each)))
    return _fill(fields["legal_form"], base, offers)


def _forms_by_name(field: Field, names: Sequence[str], first_rows: Ints) -> Offer:
    """The form each name ends in; the evidence is the cell of the name."""
    number: dict[str | None, int] = {None: 0}
    codes = np.array([number.setdefault(legal_form(name), len(number)) for name in names], np.int32)
    readings = [Reading((form,), Grade.ESTIMATED, note="from the name") if form else None for form in number]
    texts = tuple(form or "" for form in number)
    return Offer(Column(field, tuple(Reading() for _ in texts), texts, codes, first_rows), readings)


_BY_NUMBER = {
    prefix: Reading((form,), Grade.ESTIMATED, note="from the company number")
    for prefix, form in {**FORM_BY_PREFIX, "0": "company"}.items()
}


def _form_by_number(reading: Reading) -> Reading | None:
    number = reading.value[0] if isinstance(reading.value, tuple) else ""
    return _BY_NUMBER.get("0" if number[:1].isdigit() else number[:2])


def _uk_business(fields: Mapping[str, Field], columns: Columns, size: int) -> Column:
    base = _base(fields, columns, "uk_business", size)
    offers = [
        _each(columns[name], offer)
        for name, offer in (
            ("company_number", lambda each, text: _NUMBERED),
            ("country", lambda each, text: _registered_here(each)),
            ("postcode", lambda each, text: _based_here(each)),
        )
        if name in columns
    ]
    form = columns["legal_form"]
    public = np.array([each.value == ("public body",) for each in form.readings], np.bool_)
    return _fill(fields["uk_business"], base, offers, where=~public[form.codes])


def _yes(why: str, grade: Grade = Grade.ASSUMED) -> Reading:
    return Reading(("yes",), grade, note=why)


_NUMBERED = _yes("it has a UK company number")
_REGISTERED = _yes("it is registered in the UK")
_BASED = _yes("it has a UK postcode")


def _registered_here(reading: Reading) -> Reading | None:
    return _REGISTERED if reading.value == ("GB",) and reading.complete else None


def _based_here(reading: Reading) -> Reading | None:
    postcodes = reading.value if isinstance(reading.value, tuple) else ()
    return _BASED if any(_is_uk_postcode(each.upper()) for each in postcodes) else None


def _is_uk_postcode(text: str) -> bool:
    return _POSTCODE.match(text.strip()) is not None and not text.startswith(_CROWN_DEPENDENCIES)


def _published(fields: Mapping[str, Field], columns: Columns, book: Book, size: int) -> tuple[Column, list[Note]]:
    """A link speaks for a statement where the list has no column for it; beside a *no* it contradicts it."""
    base, links = columns.get("statement_published"), columns.get("statement_url")
    if links is None:
        return base or blank_column(fields["statement_published"], size), []
    held = _yes("a link to it is held", Grade.ESTIMATED)
    if base is None:
        blank = blank_column(fields["statement_published"], size)
        return _fill(fields["statement_published"], blank, [_each(links, lambda each, text: held)]), []
    says_no = np.array([each.value == ("no",) for each in base.readings], np.bool_)[base.codes]
    both = np.flatnonzero(says_no & links.understood[links.codes])
    if not len(both):
        return base, []
    problem = "the list says that no statement was found, and holds a link to one; taken as not known"
    codes = base.codes.copy()
    codes[both] = len(base.readings)
    contradicted = replace(
        base, readings=(*base.readings, unread(problem)), texts=(*base.texts, "no, and a link"), codes=codes
    )
    notes = [
        Note(book.address(int(base.rows[each]), "statement_published"), base.text(each), problem)
        for each in both.tolist()
    ]
    return contradicted, notes
