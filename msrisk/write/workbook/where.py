"""The sheet *Where and what*: where the work is done or the goods are made, by what we buy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from msrisk.model import Band, Flags
from msrisk.report import Report
from msrisk.values.country_names import shown
from msrisk.write.words import counted
from msrisk.write.workbook.plan import Cell, Heading, SheetPlan
from msrisk.write.workbook.what_we_know import says

Rows = Iterator[list[Cell]]
NAME = "Where and what"
NOT_KNOWN = "[country not known]"
NONE = "0"
_MOST_PLACES, _MOST_THINGS = 10, 8  # the others are put together
_WIDTH = 13
_NEAREST = ("place_of_work", "origin", "country")
_OTHER_PLACES, _OTHER_THINGS = "all other countries", "all else"
_WHERE = (
    "A country is where the work is done; where our list does not say, where the goods are made; else where the "
    "supplier is registered. A supplier in several of them is counted in each."
)
_CELLS = (
    "Each cell: how many suppliers stand in the gravest priority there, and of how many. A country says where "
    "to ask, "
    "and nothing about any supplier."
)
_WITHOUT = "Our list names no countries: here the suppliers stand by what we buy alone."


@dataclass(frozen=True)
class _Grid:
    """Places and kinds of purchase, the most telling first, and the bands of the suppliers in each cell."""

    places: tuple[str, ...]
    things: tuple[str, ...]
    bands: dict[tuple[str, str], Counter[Band]]


def where_and_what(report: Report) -> SheetPlan:
    title = "Where it is done or made, and what we buy"
    if not any((says(report.suppliers, name) & report.screened).any() for name in _NEAREST):
        return _by_thing(report)
    grid = _grid(report)
    columns = [*grid.things, "All"]
    headings = (Heading("Country", 22), *(Heading(each, _WIDTH) for each in _unlike(columns)))
    lines = [_WHERE, _CELLS, _unknown_said(report)]
    return SheetPlan(NAME, title, lines, headings, _rows(grid, columns), filtered=True)


def _unlike(titles: Sequence[str]) -> Iterator[str]:
    """Titles that differ in more than capitals, which a list's own categories may not."""
    seen = Counter(["country"])
    for title in titles:
        seen[title.casefold()] += 1
        count = seen[title.casefold()]
        yield title if count == 1 else f"{title} ({count})"


def _by_thing(report: Report) -> SheetPlan:
    headings = (Heading("What we buy", 34), Heading("Suppliers", 12, "number"), Heading("How they stand", 80))
    bands: dict[str, Counter[Band]] = {}
    for number in np.flatnonzero(report.screened).tolist():
        thing = _thing(report, number)
        bands.setdefault(thing, Counter())[Band(int(report.scores.band[number]))] += 1
    rows: Rows = (
        [each.shown, each.suppliers, _all_bands(bands[each.name or NOT_BOUGHT])] for each in report.by_topic
    )
    return SheetPlan(NAME, "What we buy; no countries are known", [_WITHOUT], headings, rows, filtered=True)


NOT_BOUGHT = "[not known what we buy]"


def _thing(report: Report, number: int) -> str:
    return report.topics[number] or NOT_BOUGHT


def _screened(report: Report) -> list[int]:
    numbers: list[int] = np.flatnonzero(report.screened).tolist()
    return numbers


def _grid(report: Report) -> _Grid:
    places = _places(report)
    bands: dict[tuple[str, str], Counter[Band]] = {}
    things = [each or NOT_BOUGHT for each in report.topics]
    stands = report.scores.band.tolist()
    kinds = Counter((places[number], things[number], stands[number]) for number in _screened(report))
    for (named, thing, band), count in kinds.items():
        for place in named or (NOT_KNOWN,):
            bands.setdefault((place, thing), Counter())[Band(band)] += count
    where = _most_telling([(place, held) for (place, _), held in bands.items()], NOT_KNOWN, _MOST_PLACES)
    what = _most_telling([(thing, held) for (_, thing), held in bands.items()], NOT_BOUGHT, _MOST_THINGS)
    folded: dict[tuple[str, str], Counter[Band]] = {}
    for (place, thing), held in bands.items():
        at = (where.get(place, _OTHER_PLACES), what.get(thing, _OTHER_THINGS))
        folded.setdefault(at, Counter()).update(held)
    return _Grid(_in_order(where, folded, 0), _in_order(what, folded, 1), folded)


def _most_telling(cells: Sequence[tuple[str, Counter[Band]]], unknown: str, most: int) -> dict[str, str]:
    """Those with most suppliers of High priority or above; where only one would be left over, it stands too."""
    found: dict[str, Counter[Band]] = {}
    for name, held in cells:
        found.setdefault(name, Counter()).update(held)
    named = sorted((each for each in found if each != unknown), key=lambda each: (*_weight(found[each]), each))
    kept = named if len(named) <= most + 1 else named[:most]
    return {each: each for each in (*kept, *([unknown] if unknown in found else []))}


def _weight(held: Counter[Band]) -> tuple[int, int]:
    return (-sum(count for band, count in held.items() if band <= Band.HIGH), -held.total())


def _in_order(kept: dict[str, str], cells: dict[tuple[str, str], Counter[Band]], side: int) -> tuple[str, ...]:
    """The most telling first, then all others, then what is not known."""
    held = {at[side] for at in cells}
    last = [each for each in (_OTHER_PLACES, _OTHER_THINGS) if each in held]
    unknown = [each for each in kept if each in (NOT_KNOWN, NOT_BOUGHT)]
    return (*(each for each in kept if each not in unknown), *last, *unknown)


def _rows(grid: _Grid, columns: Sequence[str]) -> Rows:
    for place in grid.places:
        held = [grid.bands.get((place, thing), Counter()) for thing in columns[:-1]]
        yield [place, *(_said(each) for each in (*held, _together(held)))]
    by_thing = [
        _together([grid.bands.get((place, thing), Counter()) for place in grid.places]) for thing in grid.things
    ]
    yield ["All", *(_said(each) for each in (*by_thing, _together(by_thing)))]


def _together(counters: Sequence[Counter[Band]]) -> Counter[Band]:
    total: Counter[Band] = Counter()
    for each in counters:
        total.update(each)
    return total


def _said(held: Counter[Band]) -> str:
    """``3 High of 5``; where all stand in one priority, ``5 High``."""
    if not held:
        return NONE
    gravest = min(held)
    of = f" of {held.total():,}" if held.total() > held[gravest] else ""
    return f"{held[gravest]:,} {gravest.word}{of}"


def _all_bands(held: Counter[Band]) -> str:
    return ", ".join(f"{held[band]:,} {band.word}" for band in sorted(held))


def _unknown_said(report: Report) -> str:
    known = np.zeros(len(report), np.bool_)
    for name in _NEAREST:
        known |= says(report.suppliers, name)
    count = int((report.screened & ~known).sum())
    return f"{counted(count, 'supplier')} without any country: see {NOT_KNOWN}." if count else ""


def _places(report: Report) -> list[tuple[str, ...]]:
    """For each supplier the countries that the nearest source names; nothing where none does."""
    suppliers, names = report.suppliers, shown()
    found: list[dict[str, None]] = [{} for _ in range(len(suppliers))]
    for name in _NEAREST:
        open_: Flags = np.array([not each for each in found], np.bool_)
        column = suppliers.columns.get(name)
        if column is None or not open_.any():
            continue
        parts = [[names.get(code, code) for code in each.parts] for each in column.readings]
        owner = suppliers.line_owner if column.field.of == "line" else np.arange(len(suppliers), dtype=np.int64)
        for line in np.flatnonzero(column.understood[column.codes] & open_[owner]).tolist():
            found[int(owner[line])].update(dict.fromkeys(parts[int(column.codes[line])]))
    return [tuple(each) for each in found]
