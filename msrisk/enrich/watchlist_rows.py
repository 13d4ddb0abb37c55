"""Which rows of a watchlist are used: organisations with a name; others are counted, or listed with a reason."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np

from msrisk.enrich.watchlist_cells import says_nothing
from msrisk.enrich.watchlist_layout import KIND, NAME, OPEN_SANCTIONS, Layout
from msrisk.files import one_line
from msrisk.model import Flags, LeftOut, Longs, TextColumn
from msrisk.values.placeholders import is_error

NO_NAME = "no name"
TOO_WIDE = "more cells than headings: a comma inside a text?"
NO_SUCH_KIND = "what kind of party is listed was not understood"

_ORGANISATIONS = frozenset(("legalentity", "company", "organization", "organisation", "publicbody", "entity"))
_OTHERS = {
    "person": "person",
    "individual": "person",
    "natural person": "person",
    "vessel": "ship",
    "ship": "ship",
    "airplane": "aircraft",
    "aircraft": "aircraft",
    "asset": "asset",
    "vehicle": "vehicle",
    "security": "security",
    "cryptowallet": "crypto wallet",
    "address": "address",
}
_PLURALS = {"ship": "ships", "security": "securities", "aircraft": "aircraft", "address": "addresses"}


@dataclass(frozen=True)
class Kept:
    """The rows of a watchlist that name an organisation, ascending, counted from the top of the sheet.

    names: what each row says the name is.  passed_over: how many rows list something else, by what it is.
    """

    rows: Longs
    names: tuple[str, ...]
    listed: int
    passed_over: Counter[str]
    left_out: tuple[LeftOut, ...]


def kept_rows(layout: Layout) -> Kept:
    """The rows that can be used."""
    rows = np.arange(layout.header + 1, layout.sheet.height)
    rows = rows[_filled(layout, rows)]
    kinds = texts_at(layout, KIND, rows)
    what = [_OTHERS.get(kind.strip().casefold(), "") for kind in kinds]
    names = _names(layout, rows)
    wide = _too_wide(layout, rows)
    strict = layout.grouped or layout.list_name == OPEN_SANCTIONS
    places, left_out = [], []
    for place, (row, kind) in enumerate(zip(rows.tolist(), kinds, strict=True)):
        if what[place]:
            continue
        reason = _reason(names[place], bool(wide[place]), kind if strict else "")
        if reason:
            left_out.append(_left_out(layout, row, names[place], reason))
        else:
            places.append(place)
    chosen = rows[np.array(places, np.int64)]
    kept = tuple(names[place] for place in places)
    return Kept(chosen, kept, len(rows), Counter(filter(None, what)), tuple(left_out))


def texts_at(layout: Layout, what: str, rows: Longs) -> list[str]:
    """For each row what the first column of a thing says, '' where the list has none."""
    columns = layout.columns.get(what, ())
    if not columns:
        return [""] * len(rows)
    column = layout.sheet.columns[columns[0]]
    return [column.texts[code] for code in column.codes[rows].tolist()]


def distinct_texts(layout: Layout, what: str, rows: Longs) -> list[str]:
    """What the rows say in the columns of a thing, each text once, in the order of the sheet's own texts."""
    columns = [layout.sheet.columns[number] for number in layout.columns.get(what, ())]
    return [column.texts[code] for column in columns for code in np.unique(column.codes[rows]).tolist()]


def filled(column: TextColumn, rows: Longs) -> Flags:
    """Which rows hold something in a column."""
    held = np.array([bool(text.strip()) for text in column.texts], np.bool_)
    return held[column.codes[rows]]


def passed_over_said(passed_over: Counter[str]) -> str:
    """``1,543 rows of persons and 1,340 of ships passed over``; '' where there are none."""
    said = [f"{count:,} of {_PLURALS.get(what, what + 's')}" for what, count in sorted(passed_over.items())]
    return f"Rows passed over, since organisations alone are looked for: {', '.join(said)}." if said else ""


def _filled(layout: Layout, rows: Longs) -> Flags:
    any_cell = np.zeros(len(rows), np.bool_)
    for column in layout.sheet.columns:
        any_cell |= filled(column, rows)
    return any_cell


def _names(layout: Layout, rows: Longs) -> list[str]:
    """Each row's name, its parts in the order they are said."""
    parts = []
    for number in layout.columns[NAME]:
        column = layout.sheet.columns[number]
        plain = [one_line(text) for text in column.texts]
        parts.append([plain[code] for code in column.codes[rows].tolist()])
    if len(parts) == 1:
        return parts[0]
    return [" ".join(filter(None, each)) for each in zip(*parts, strict=True)]


def _too_wide(layout: Layout, rows: Longs) -> Flags:
    """Rows with something beyond the usual width, whose cells may all stand one too far to the right."""
    wide = np.zeros(len(rows), np.bool_)
    if layout.sheet.regular_width:
        for column in layout.sheet.columns[layout.sheet.regular_width :]:
            wide |= filled(column, rows)
    return wide


def _reason(name: str, wide: bool, kind: str) -> str:
    if wide:
        return TOO_WIDE
    if not name or is_error(name) or says_nothing(name) or not any(letter.isalnum() for letter in name):
        return NO_NAME
    unknown = kind.strip() and kind.strip().casefold() not in _ORGANISATIONS
    return NO_SUCH_KIND if unknown else ""


def _left_out(layout: Layout, row: int, name: str, reason: str) -> LeftOut:
    place = layout.sheet.address(row, layout.columns[NAME][-1])
    return LeftOut(f"{layout.sheet.file}!{place}", name, reason)
