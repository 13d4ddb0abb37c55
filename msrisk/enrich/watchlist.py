"""A list of sanctioned, debarred or otherwise listed parties becomes entries: one for each organisation."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from msrisk.enrich.watchlist_cells import countries_of, numbers_in, says_nothing, several
from msrisk.enrich.watchlist_layout import (
    COUNTRY,
    DATA_SET,
    IDENTIFIER,
    LICENCES,
    NAME_KIND,
    NUMBER,
    OPEN_SANCTIONS,
    OTHER_NAMES,
    OWN_ID,
    SEEN,
    Layout,
    headings_seen,
    layout_of,
)
from msrisk.enrich.watchlist_rows import Kept, distinct_texts, filled, kept_rows, passed_over_said, texts_at
from msrisk.errors import InputError
from msrisk.files import one_line
from msrisk.model import Entries, Field, OtherName, PublicFile, Sheet, SourceKind
from msrisk.values import KINDS
from msrisk.values.name import keys
from msrisk.values.reading import Hint

TITLE = "Watchlist"
_FEW = 3
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_FIRST_NAMES = ("primary name", "prime alias")
_FORMER = ("fka", "formerly known as")


@dataclass(slots=True)
class _Party:
    """One listed organisation, while its rows are gathered."""

    row: int
    name: str
    others: dict[str, str] = field(default_factory=dict)
    countries: tuple[str, ...] = ()
    country_open: bool = False
    number: str = ""
    identifiers: tuple[str, ...] = ()


def watchlist_entries(sheets: Sequence[Sheet], fields: Mapping[str, Field]) -> Entries:
    """The organisations of one list, as its sheets stand in one file.

    Raises InputError for a list that has no column of names, or lists no organisation.
    """
    layout = _found(sheets, fields)
    kept = kept_rows(layout)
    if not len(kept.rows):
        raise _nobody(layout, kept)
    owner, ids = _owners(layout, kept)
    parties = _parties(layout, kept, owner, len(ids))
    _gather_countries(layout, kept, owner, parties)
    _gather_numbers(layout, kept, owner, parties)
    _gather_other_names(layout, kept, owner, parties)
    return _entries(layout, kept, ids, parties)


def _found(sheets: Sequence[Sheet], fields: Mapping[str, Field]) -> Layout:
    """The first sheet that is a list of names."""
    for sheet in sheets:
        layout = layout_of(sheet, fields)
        if layout is not None:
            return layout
    seen = [heading for sheet in sheets[:1] for heading in headings_seen(sheet)]
    said = ", ".join(f"'{one_line(heading)}'" for heading in seen[:12]) or "no cell at all"
    raise InputError(
        f"the watchlist has no column of names; the headings seen are {said}{', …' if len(seen) > 12 else ''}",
        where=one_line(sheets[0].file) if sheets else "",
        hint="Head the column that holds the listed organisations 'Name', and try again.",
    )


def _nobody(layout: Layout, kept: Kept) -> InputError:
    """A list without one organisation finds nobody, which must not look like a list that was searched."""
    where = one_line(layout.sheet.file)
    if not kept.listed:
        return InputError(
            "the watchlist has headings and nothing below them", where, "Check that the download finished."
        )
    if kept.passed_over and not kept.left_out:
        return InputError(
            f"the watchlist lists no organisation. {passed_over_said(kept.passed_over)}",
            where,
            "Suppliers are looked for among organisations alone: give a list that names some.",
        )
    reasons = Counter(each.reason for each in kept.left_out).most_common()
    said = "; ".join(f"{count:,} × {reason}" for reason, count in reasons)
    return InputError(
        f"no row of the watchlist can be used ({said})", where, "Compare the file with the one it was made from."
    )


def _owners(layout: Layout, kept: Kept) -> tuple[list[int], tuple[str, ...]]:
    """For each row the number of its entry, in order of appearance; and what each entry is known by."""
    own = texts_at(layout, OWN_ID, kept.rows)
    marks = texts_at(layout, NUMBER, kept.rows)
    by_name = keys(kept.names)
    numbers: dict[tuple[str, str, str], int] = {}
    owner = []
    for identity, name, mark in zip(own, by_name, marks, strict=True):
        given = "" if says_nothing(identity) else identity.strip()
        known_by = (given, "", "") if given and layout.grouped else (given, name, "" if given else mark.strip())
        owner.append(numbers.setdefault(known_by, len(numbers)))
    times = Counter(given for given, _, _ in numbers)
    ids = tuple(
        given if given and times[given] == 1 else " #".join(filter(None, (given, name, mark)))
        for given, name, mark in numbers
    )
    return owner, ids


def _parties(layout: Layout, kept: Kept, owner: Sequence[int], size: int) -> list[_Party]:
    """Each entry with its first name and the others; of several rows the one that says it is the primary name."""
    kinds = [kind.strip().casefold() for kind in texts_at(layout, NAME_KIND, kept.rows)]
    first: dict[int, tuple[int, str]] = {}
    for place, (number, kind) in enumerate(zip(owner, kinds, strict=True)):
        if number not in first or (kind in _FIRST_NAMES and first[number][1] not in _FIRST_NAMES):
            first[number] = (place, kind)
    held = [first[number][0] for number in range(size)]
    parties = [_Party(int(kept.rows[place]), kept.names[place]) for place in held]
    if size < len(owner):
        for number, name, kind in zip(owner, kept.names, kinds, strict=True):
            _add_name(parties[number], name, "previous name" if kind in _FORMER else "alias")
    return parties


def _add_name(party: _Party, name: str, what: str) -> None:
    if name and name != party.name:
        party.others.setdefault(name, what)


def _gather_countries(layout: Layout, kept: Kept, owner: Sequence[int], parties: Sequence[_Party]) -> None:
    for place, text in _said(layout, COUNTRY, kept):
        found = countries_of(text)
        party = parties[owner[place]]
        party.countries = _with(party.countries, found or ())
        party.country_open |= found is None


def _gather_numbers(layout: Layout, kept: Kept, owner: Sequence[int], parties: Sequence[_Party]) -> None:
    for what in (NUMBER, IDENTIFIER):
        for place, text in _said(layout, what, kept):
            party = parties[owner[place]]
            number, others = numbers_in(text, _countries(party), what == NUMBER)
            if party.number and number != party.number:
                others = (*filter(None, [number]), *others)
            party.number = party.number or number
            party.identifiers = _with(party.identifiers, others)


def _with(held: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*held, *more))) if held else more


def _gather_other_names(layout: Layout, kept: Kept, owner: Sequence[int], parties: Sequence[_Party]) -> None:
    for what in OTHER_NAMES:
        for place, text in _said(layout, what, kept):
            for name in several(text):
                if not says_nothing(name):
                    _add_name(parties[owner[place]], one_line(name), what)


def _said(layout: Layout, what: str, kept: Kept) -> Iterable[tuple[int, str]]:
    """Each filled cell of the columns of a thing, with the place of its row among those kept."""
    for number in layout.columns.get(what, ()):
        column = layout.sheet.columns[number]
        places = np.flatnonzero(filled(column, kept.rows))
        codes = column.codes[kept.rows[places]].tolist()
        yield from ((place, column.texts[code]) for place, code in zip(places.tolist(), codes, strict=True))


def _countries(party: _Party) -> tuple[str, ...]:
    """A party's countries; none where one was not understood, for then no other country can differ from them."""
    return () if party.country_open else tuple(sorted(party.countries))


def _entries(layout: Layout, kept: Kept, ids: tuple[str, ...], parties: Sequence[_Party]) -> Entries:
    sheet = layout.sheet
    numbers = tuple(party.number for party in parties)
    remarks = [passed_over_said(kept.passed_over), _unread_said(parties), *_shared_said(parties)]
    file = PublicFile(
        file=sheet.file,
        sha256=sheet.sha256,
        rows=sheet.height - layout.header - 1,
        dated=_dated(layout, kept),
        licence=LICENCES.get(layout.list_name, ""),
        remarks=sheet.remarks,
        left_out=kept.left_out,
    )
    return Entries(
        kind=SourceKind.WATCHLIST,
        title=f"{TITLE}: {_title(layout, kept)}",
        names=tuple(party.name for party in parties),
        ids=ids,
        numbers=numbers,
        countries=tuple(_countries(party) for party in parties),
        other_names=tuple(
            OtherName(number, name, what)
            for number, party in enumerate(parties)
            for name, what in party.others.items()
        ),
        columns={},
        tables=(layout.table,),
        files=(file,),
        remarks=tuple(filter(None, remarks)),
        identifiers=tuple(party.identifiers for party in parties),
        rows=tuple(party.row for party in parties),
    )


def _title(layout: Layout, kept: Kept) -> str:
    """The list's own name, with the one data set it holds; else the file's."""
    if layout.list_name != OPEN_SANCTIONS:
        return layout.list_name or one_line(layout.sheet.file)
    sets = {name for text in distinct_texts(layout, DATA_SET, kept.rows) for name in several(text)}
    return f"{OPEN_SANCTIONS}, {one_line(sets.pop())}" if len(sets) == 1 else OPEN_SANCTIONS


def _dated(layout: Layout, kept: Kept) -> str:
    """The day the list gives for itself: above its headings, else the last on which an entry was seen."""
    above = (text for row in range(layout.header) for text in layout.sheet.row(row))
    for text in above:
        for said in (text, text.rpartition(":")[2]):
            if KINDS["date"].read(said, Hint(day_first=True)).understood:
                return " ".join(said.split())
    days = (found[0] for text in distinct_texts(layout, SEEN, kept.rows) if (found := _DAY.match(text)))
    return max(days, default="")


def _unread_said(parties: Sequence[_Party]) -> str:
    unread = sum(party.country_open for party in parties)
    where = "1 entry" if unread == 1 else f"{unread:,} entries"
    return f"A country was not understood at {where}: there no country rules a match out." if unread else ""


def _shared_said(parties: Sequence[_Party]) -> list[str]:
    """Company numbers under which more than one organisation is listed."""
    held: defaultdict[str, list[str]] = defaultdict(list)
    for party in parties:
        if party.number:
            held[party.number].append(party.name)
    shared = [(number, names) for number, names in held.items() if len(names) > 1]
    return [
        f"Company number {number} is listed for {' and '.join(names[:_FEW])}." for number, names in shared[:_FEW]
    ]
