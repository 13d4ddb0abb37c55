"""Which rows are one supplier: the supplier's id where its names agree, then the name itself.

An id or number under which unlike names stand does not join them; nothing is merged without agreement.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

import numpy as np

from msrisk.model import Ints, Longs, Numbers
from msrisk.values.name import keys

_SHORTEST_CUT = 12  # a name cut short by a system still has this many letters
_MANY_NAMES = 20  # under one id: a code shared by everybody, not spellings of one firm
_FEW = 3  # ids or numbers named in a remark


@dataclass(frozen=True, slots=True)
class Labels:
    """A column's distinct texts, and the number of each row's among them."""

    texts: Sequence[str]
    codes: Ints


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that did not agree, at a row."""

    row: int
    said: str
    problem: str


@dataclass(frozen=True)
class Identity:
    """The supplier of each row, in the order suppliers first appear, with a key each."""

    owner: Ints
    keys: tuple[str, ...]
    remarks: tuple[Remark, ...]


@dataclass
class _Rows:
    """The name key of each row, and what there is to remark."""

    names: Labels
    keys: list[str]
    key_of: Ints
    remarks: list[Remark] = field(default_factory=list)

    def name_at(self, row: int) -> str:
        return self.names.texts[int(self.names.codes[row])]

    def remark(self, row: int, said: str, problem: str) -> None:
        self.remarks.append(Remark(row, said, problem))


def identify(names: Labels, ids: Labels | None, numbers: Labels | None) -> Identity:
    """Join rows.  names: as shown.  ids, numbers: those that say something, '' for any other text."""
    by_name: Numbers[str] = Numbers()
    keyed = [key or name.casefold() for key, name in zip(keys(names.texts), names.texts, strict=True)]
    key_of = by_name.codes(keyed)[names.codes]
    rows = _Rows(names, list(by_name), key_of)
    group = rows.key_of.astype(np.int64) if ids is None else _by_id(rows, ids)
    if numbers is not None:
        group = _split_by_number(rows, _renumbered(group), numbers)
    return _numbered(rows, group, [each for each in (ids, numbers) if each is not None])


def _renumbered(group: Longs) -> Longs:
    """The same groups by small numbers, so that products stay in range."""
    return np.unique(group, return_inverse=True)[1].astype(np.int64)


def _by_id(rows: _Rows, ids: Labels) -> Longs:
    """Rows of one id are one supplier when the names under it agree; else id and name decide together."""
    usable = np.array([bool(text) for text in ids.texts], np.bool_)
    width = len(rows.keys)
    id_codes = ids.codes.astype(np.int64)  # ids times names runs past 32 bits on a long list
    pairs = np.where(usable[id_codes], id_codes * width + rows.key_of, -1)
    distinct, first = np.unique(pairs, return_index=True)
    distinct, first = distinct[distinct >= 0], first[distinct >= 0]
    joined = np.ones(len(ids.texts), np.bool_)
    for identifier, places in _repeated(distinct // width, first):
        names = [rows.keys[int(rows.key_of[place])] for place in places]
        if len(names) > _MANY_NAMES or not all(agree(*pair) for pair in combinations(names, 2)):
            joined[identifier] = False
            _remark_unlike(rows, ids.texts[identifier], places)
    for _, places in _repeated(distinct % width, first):
        _remark_shared(rows, [ids.texts[int(ids.codes[place])] for place in places], places[0])
    # Groups: an id whose names agree is numbered past all (id, name) pairs; a row without an id is -1 for now.
    past = len(ids.texts) * width
    by_id = np.where(joined[id_codes] & usable[id_codes], past + id_codes, pairs)
    return _lend_ids(by_id, rows.key_of, past + len(ids.texts))


def _repeated(labels: Longs, places: Longs) -> Iterator[tuple[int, list[int]]]:
    """Each label that stands at more than one place, and its places, ascending."""
    order = np.lexsort((places, labels))
    distinct, starts, counts = np.unique(labels[order], return_index=True, return_counts=True)
    several = counts > 1
    for label, start, count in zip(distinct[several], starts[several], counts[several], strict=True):
        yield int(label), places[order[start : start + count]].tolist()


def _remark_unlike(rows: _Rows, identifier: str, places: list[int]) -> None:
    first, second = (rows.name_at(place) for place in places[:2])
    more = f" and {len(places) - 2} more" if len(places) > 2 else ""
    problem = (
        f"the supplier id '{identifier}' stands beside unlike names: kept apart as '{first}', '{second}'{more}"
    )
    rows.remark(places[0], identifier, problem)


def _remark_shared(rows: _Rows, identifiers: list[str], place: int) -> None:
    name = rows.name_at(place)
    said = ", ".join(identifiers[:_FEW]) + (" …" if len(identifiers) > _FEW else "")
    rows.remark(
        place, name, f"'{name}' has {len(identifiers)} supplier ids ({said}): perhaps one supplier; kept apart"
    )


def _lend_ids(group: Longs, key_of: Ints, past: int) -> Longs:
    """Rows without an id join the one supplier of that name that has one; else the name is the supplier."""
    without = group < 0
    if not without.any():
        return group
    names, groups = np.unique(np.stack([key_of[~without], group[~without]]), axis=1)
    distinct, first, count = np.unique(names, return_index=True, return_counts=True)
    only = dict(zip(distinct[count == 1].tolist(), groups[first[count == 1]].tolist(), strict=True))
    lent = group.copy()
    lent[without] = [only.get(name, past + name) for name in key_of[without].tolist()]
    return lent


def agree(first: str, second: str) -> bool:
    """Two name keys that may well be one supplier: the same words, or one cut short by a system."""
    short, long = sorted((first, second), key=len)
    few, many = set(short.split()), set(long.split())
    if few == many or (len(few) > 1 and few <= many):
        return True
    return len(short) >= _SHORTEST_CUT and long.startswith(short)


def _split_by_number(rows: _Rows, group: Longs, numbers: Labels) -> Longs:
    """One name with two valid company numbers is two suppliers; one number under two names stays two."""
    given = np.array([bool(each) for each in numbers.texts], np.bool_)[numbers.codes]
    held = np.flatnonzero(given)
    width = len(numbers.texts)
    distinct, first = np.unique(group[held] * width + numbers.codes[held], return_index=True)
    places = held[first]
    split = group * (width + 1)
    for each, beside in _repeated(distinct // width, places):
        mine = group == each
        split[mine & given] += numbers.codes[mine & given] + 1  # rows without a number stay apart as well
        _remark_two_numbers(rows, [numbers.texts[int(numbers.codes[place])] for place in beside], beside[0])
    for number, beside in _repeated(distinct % width, places):
        _remark_two_names(rows, numbers.texts[number], beside)
    return split


def _remark_two_numbers(rows: _Rows, numbers: list[str], place: int) -> None:
    name = rows.name_at(place)
    said = ", ".join(numbers[:_FEW])
    rows.remark(place, name, f"'{name}' has {len(numbers)} company numbers ({said}): kept apart")


def _remark_two_names(rows: _Rows, number: str, places: list[int]) -> None:
    first, second = (rows.name_at(place) for place in places[:2])
    problem = (
        f"the company number {number} stands beside '{first}' and '{second}': kept apart; "
        "one of them is wrong, or the supplier was renamed"
    )
    rows.remark(places[1], number, problem)


def _numbered(rows: _Rows, group: Longs, marks: Sequence[Labels]) -> Identity:
    """Groups numbered by first appearance; a key is the name's, with the id or number where two share it."""
    _, first, inverse = np.unique(group, return_index=True, return_inverse=True)
    order = np.argsort(first, kind="stable")
    place = np.empty(len(order), np.int32)
    place[order] = np.arange(len(order), dtype=np.int32)
    firsts = np.sort(first)
    names = rows.key_of[firsts]
    keys = [rows.keys[name] for name in names.tolist()]
    for each in np.flatnonzero(np.bincount(names)[names] > 1).tolist():
        keys[each] = " #".join([keys[each], *_marks_at(int(firsts[each]), marks)])
    return Identity(place[inverse], tuple(keys), tuple(rows.remarks))


def _marks_at(row: int, marks: Sequence[Labels]) -> list[str]:
    """The id and number in a row."""
    return [text for each in marks if (text := each.texts[int(each.codes[row])])]
