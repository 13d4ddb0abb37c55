"""Several tables in one sheet: side by side with a blank column between, or below one another."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import pairwise

import numpy as np

from msrisk.model import Sheet
from msrisk.normalise.heading.cell_kinds import is_figure
from msrisk.normalise.heading.headings import claims
from msrisk.normalise.table.heading_rows import NAME, TWO_FIELDS, Fields, Heads, heads_at, over_two_rows, score_of

_FEWEST = 2  # columns of a table
_TITLE_ROWS = 3
_WIDEST_GAP = 3  # blank columns between tables that have blank columns themselves


def side_by_side(
    sheet: Sheet, heads: Heads, fields: Fields, mapping: Mapping[str, str]
) -> list[tuple[Sheet, Heads]]:
    """The sheet, or where it holds the same headings more than once, each table with the other columns blank.

    Columns that stand apart under headings of their own belong to the same rows: many lists have a blank column.
    A table beside that names no supplier, such as a summary, is left unread, and that is said.
    """
    groups = _groups(sheet, heads, fields) or _repeated_groups(heads)
    own = [_of_columns(heads, group, fields, mapping) for group in groups]
    if not any(each.score for each in own):
        return [(sheet, heads)]
    unread = [group for group, each in zip(groups, own, strict=True) if not each.score]
    said = tuple(_not_read(sheet, group) for group in unread)
    return [
        (_without_blank_rows(sheet.only(group), heads).saying(*said), each)
        for group, each in zip(groups, own, strict=True)
        if each.score
    ]


def _of_columns(heads: Heads, group: range, fields: Fields, mapping: Mapping[str, str]) -> Heads:
    texts = tuple(text if column in group else "" for column, text in enumerate(heads.texts))
    return Heads(heads.start, heads.rows, texts, score_of(texts, fields, mapping))


def _not_read(sheet: Sheet, group: range) -> str:
    first, last = (sheet.letters_of(column) for column in (group.start, group.stop - 1))
    return f"Columns {first} to {last} stand apart, repeat a heading and name no supplier; they were not read."


def _groups(sheet: Sheet, heads: Heads, fields: Fields) -> list[range]:
    """Neighbouring columns between blank ones, from each that repeats a heading on, or that is a list by itself.

    [] for one table.
    """
    blank = [
        not text.strip() and not column.filled()[heads.last + 1 :].any()
        for text, column in zip(heads.texts, sheet.columns, strict=True)
    ]
    edges = [-1, *(column for column, is_blank in enumerate(blank) if is_blank), len(blank)]
    runs = [range(left + 1, right) for left, right in pairwise(edges) if right - left > _FEWEST]
    groups: list[range] = []
    seen: set[str] = set()
    for run in runs:
        texts = {heads.texts[column].strip().casefold() for column in run} - {""}
        if not groups or seen & texts or (_is_list(seen, fields) and _is_list(texts, fields)):
            groups.append(run)
            seen = texts
        else:
            groups[-1] = range(groups[-1].start, run.stop)
            seen |= texts
    return groups if len(groups) > 1 else []


def _is_list(texts: Collection[str], fields: Fields) -> bool:
    """Whether these headings alone name a supplier and an amount."""
    return {NAME, "spend"} <= {claim.field for claim in claims(tuple(texts), fields) if claim.sure}


def _repeated_groups(heads: Heads) -> list[range]:
    """``Supplier 1, Country 1, Supplier 2, Country 2``: the same headings over and over, with gaps or none."""
    plain = [text.strip().rstrip("0123456789").strip().casefold() for text in heads.texts]
    while plain and not plain[-1]:
        plain.pop()
    for gap in range(_WIDEST_GAP + 1):  # one may stand between the tables, and none after the last
        texts = [*plain, *[""] * gap]
        for width in range(_FEWEST, len(texts) // 2 + 1):
            times, first = len(texts) // width, texts[:width]
            if texts == first * times and sum(map(bool, first)) >= _FEWEST:
                return [range(start, min(start + width, len(plain))) for start in range(0, len(texts), width)]
    return []


def _without_blank_rows(sheet: Sheet, heads: Heads) -> Sheet:
    """Of tables side by side the shorter ones end in rows that are none of theirs."""
    filled = np.zeros(sheet.height, np.bool_)
    for column in sheet.columns:
        filled |= column.filled()
    filled[: heads.last + 1] = True
    return sheet.part(np.flatnonzero(filled).astype(np.int32))


def below_one_another(
    sheet: Sheet, heads: Heads, fields: Fields, read: Collection[int]
) -> list[tuple[Sheet, Heads]]:
    """The sheet cut where other headings begin; the same headings once more begin nothing.

    read: the columns, from 0, of which something is read.
    """
    further = list(_other_heads(sheet, heads, fields, read))
    if not further:
        return [(sheet, heads)]
    starts = [0, *(_with_title(sheet, each.start) for each in further), sheet.height]
    cut = []
    for first, (start, end) in zip((heads, *further), pairwise(starts), strict=True):
        piece = sheet.part(np.arange(start, end, dtype=np.int32))
        cut.append((piece, Heads(first.start - start, first.rows, first.texts, first.score)))
    return cut


def _with_title(sheet: Sheet, row: int) -> int:
    """The first row of the title above a heading row: lines of one cell, parted by a blank row."""
    top = row
    while top > 0 and row - top < _TITLE_ROWS and sum(bool(text.strip()) for text in sheet.row(top - 1)) == 1:
        top -= 1
    parted = top > 0 and not any(text.strip() for text in sheet.row(top - 1))
    return top if parted else row


def _other_heads(sheet: Sheet, heads: Heads, fields: Fields, read: Collection[int]) -> Iterator[Heads]:
    """Every later heading row under which another column holds what is read."""
    current = heads.texts
    for row in _rows_to_look_at(sheet, heads, fields):
        found = heads_at(sheet, row, fields, {})
        if not _are_headings(found, heads) or _alike(found.texts, current, read):
            continue
        current = found.texts
        yield over_two_rows(sheet, found, fields, {}) if row + 1 < sheet.height else found


def _are_headings(found: Heads, first: Heads) -> bool:
    """By what the cells name, or since they repeat what the first headings say; a row with figures is data."""
    repeated = {text for text in first.texts if text.strip()}.intersection(found.texts)
    named = found.score >= TWO_FIELDS or (found.score > 0 and len(repeated) > 1)
    return named and not any(map(is_figure, found.texts))


def _rows_to_look_at(sheet: Sheet, heads: Heads, fields: Fields) -> list[int]:
    """The rows below the headings with a cell that reads like the heading of a name: few, and found by text."""
    wanted = {text for text in heads.texts if text.strip()}
    for header in fields[NAME].headers:
        wanted |= {header, header.title(), header.capitalize(), header.upper()}
    rows = np.zeros(sheet.height, np.bool_)
    for column in sheet.columns:
        if not wanted.isdisjoint(column.texts):
            rows |= np.fromiter(map(wanted.__contains__, column.texts), np.bool_, len(column.texts))[column.codes]
    rows[: heads.last + 1] = False
    return [int(row) for row in np.flatnonzero(rows)[:1000]]


def _alike(texts: tuple[str, ...], others: tuple[str, ...], read: Collection[int]) -> bool:
    return all(texts[column].strip().casefold() == others[column].strip().casefold() for column in read)
