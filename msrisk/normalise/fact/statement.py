"""Was a statement published?  A link and a *yes* or *no* are two answers to one question.

A link speaks for a statement where the list has no column for it. Beside a *no* it contradicts, and the answer is
not known. A *yes* without a link, in a list that keeps links, is somebody's word: estimated.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from msrisk.model import Book, Column, Field, Flags, Note, blank_column
from msrisk.model.filling import Columns, each_of, fill, recoded
from msrisk.values.reading import Grade, Reading, unread

_YES_BY_LINK = Reading(("yes",), Grade.ESTIMATED, note="a link to it is held")
_YES_UNSEEN = Reading(("yes",), Grade.ESTIMATED, note="the list holds no link to it")


def derive_published(
    fields: Mapping[str, Field], columns: Columns, book: Book, size: int
) -> tuple[Column, list[Note]]:
    """The column *statement published* in the light of the links the list holds, and what there is to say."""
    base, links = columns.get("statement_published"), columns.get("statement_url")
    if links is None:
        return base or blank_column(fields["statement_published"], size), []
    if base is None:
        blank = blank_column(fields["statement_published"], size)
        return fill(fields["statement_published"], blank, [each_of(links, lambda each, text: _YES_BY_LINK)]), []
    seen = links.understood[links.codes]
    said = {answer: _says(base, answer) for answer in ("yes", "no")}
    unseen = _regraded(base, said["yes"] & ~seen)
    return _contradicted(unseen, said["no"] & seen, book)


def _says(column: Column, answer: str) -> Flags:
    return np.array([each.value == (answer,) for each in column.readings], np.bool_)[column.codes]


def _regraded(base: Column, unseen: Flags) -> Column:
    """A *yes* without a link, in a list that keeps links, is somebody's word: estimated."""
    return recoded(base, unseen, _YES_UNSEEN, "yes, no link")


def _contradicted(base: Column, both: Flags, book: Book) -> tuple[Column, list[Note]]:
    problem = "the list says that no statement was found, and holds a link to one; taken as not known"
    notes = [
        Note(book.address(int(base.rows[each]), "statement_published"), base.text(each), problem)
        for each in np.flatnonzero(both).tolist()
    ]
    return recoded(base, both, unread(problem), "no, and a link"), notes
