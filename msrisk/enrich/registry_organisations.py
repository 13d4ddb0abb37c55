"""Which rows of the statement registry are of one organisation, and which of its statements is the latest.

Rows of one company number whose names agree are one organisation; a row without a number is of the one numbered
organisation that has its name, else of those without a number that have it.  The parent that a row names published
the statement too, though it may have no row of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from msrisk.enrich.registry_rows import Rows

_Rank = tuple[int, int, bool, int, tuple[str, ...]]
_NOT_TELLING = frozenset(
    "ltd plc llp lp co inc corp group holding holdings uk gb and of the services international (uk)".split()
)


class Mention(NamedTuple):
    """A row that speaks for an organisation, as its own or as its parent; the latest ranks highest."""

    rank: _Rank
    row: int
    name: str
    key: str
    as_parent: bool


@dataclass(frozen=True, slots=True)
class Organisation:
    """number: '' where none.  latest: where its latest statement stands.  former: other names under its number.

    shares_number_with: organisations of unlike names that stand under the same number.
    """

    number: str
    latest: Mention
    former: tuple[str, ...] = ()
    shares_number_with: tuple[str, ...] = ()


def organisations(rows: Rows, kept: Sequence[int]) -> list[Organisation]:
    """Every organisation, by name and number."""
    ranks = _ranks(rows, kept)
    own = [Mention(ranks[row], row, rows.names[row], rows.keys[row], False) for row in kept]
    numbered: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in own:
        if number := rows.numbers[mention.row]:
            numbered[number].append(mention)
    groups = {(number, at): group for number, held in numbered.items() for at, group in enumerate(_alike(held))}
    holders: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for identity, group in groups.items():
        for key in {mention.key for mention in group}:
            holders[key].append(identity)
    nameless: defaultdict[str, list[Mention]] = defaultdict(list)
    loose = [mention for mention in own if not rows.numbers[mention.row]]
    for mention in (*loose, *_as_parents(rows, ranks)):
        held_by = holders.get(mention.key, [])
        if len(held_by) == 1:
            groups[held_by[0]].append(mention)
        elif not held_by or not mention.as_parent:  # of two companies of one name, who knows which the parent is
            nameless[mention.key].append(mention)
    found = [_organisation(number, group, groups) for (number, _), group in groups.items()]
    found += [Organisation("", max(group)) for group in nameless.values()]
    return sorted(found, key=lambda each: (each.latest.key, each.number))


def _as_parents(rows: Rows, ranks: Mapping[int, _Rank]) -> list[Mention]:
    """For each statement the parent it names, once; a row of its own speaks before it."""
    best: dict[tuple[str, str], Mention] = {}
    pages = rows.texts("StatementSummaryURL")
    for row, (end, approved, _, updated, more) in ranks.items():
        if rows.by_group[row]:
            rank = (end, approved, False, updated, more)
            mention = Mention(rank, row, rows.parents[row], rows.parent_keys[row], True)
            place = (mention.key, pages[row])
            best[place] = max(best.get(place, mention), mention)
    return list(best.values())


def _ranks(rows: Rows, kept: Iterable[int]) -> dict[int, _Rank]:
    """By the end of the period, the day of approval, and then so that the order of rows and files is no matter."""
    approved, updated = rows.days("DateApproved"), rows.days("LastUpdated")
    headings = ("StatementYear", "StatementSummaryURL", "StatementURL", "Turnover", "SectorType")
    more = [rows.texts(heading) for heading in headings]
    return {
        row: (
            rows.latest_ends[row],
            approved[row],
            not rows.by_group[row],
            updated[row],
            (rows.numbers[row], *(texts[row] for texts in more), rows.names[row], rows.parents[row]),
        )
        for row in kept
    }


def _organisation(
    number: str, group: list[Mention], groups: Mapping[tuple[str, int], list[Mention]]
) -> Organisation:
    latest = max(group)
    former = {mention.key: mention.name for mention in sorted(group) if mention.key != latest.key}
    others = []
    at = 0
    while (number, at) in groups:
        if groups[number, at] is not group:
            others.append(max(groups[number, at]).name)
        at += 1
    return Organisation(number, latest, tuple(sorted(former.values())), tuple(sorted(others)))


def _alike(mentions: Sequence[Mention]) -> list[list[Mention]]:
    """The mentions of one number, those of unlike names apart."""
    by_key: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_key[mention.key].append(mention)
    if len(by_key) == 1:
        return [list(mentions)]
    groups: list[set[str]] = []
    for key in sorted(by_key):
        joined = [group for group in groups if any(_are_alike(key, other) for other in group)]
        groups = [group for group in groups if group not in joined] + [{key}.union(*joined)]
    return [[mention for key in sorted(group) for mention in by_key[key]] for group in groups]


def _are_alike(one: str, other: str) -> bool:
    """Whether more than half of the telling words of the shorter name stand in the other."""
    mine, theirs = _telling(one), _telling(other)
    return 2 * len(mine & theirs) > min(len(mine), len(theirs))


def _telling(key: str) -> frozenset[str]:
    words = frozenset(key.split())
    return words - _NOT_TELLING or words
