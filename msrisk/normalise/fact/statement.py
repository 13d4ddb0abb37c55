"""Was a statement published, and does it cover the supplier?  Several columns answer the same two questions.

A link speaks for a statement where the list has no column for it. Beside a *no* it contradicts, and the answer is
not known. A *yes* without a link, in a list that keeps links, is somebody's word: estimated. A policy, or what was
written for another country, is no statement under section 54, and does not show that there is none: not known.
Whose statement it is says whether it covers the supplier, where the list says nothing else of that; so does who
answers *statement published* with "yes, the group's statement names this company".
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from msrisk.model import Book, Column, Field, Flags, Note, blank_column
from msrisk.model.filling import Columns, base_column, each_of, fill, offer_of, recoded
from msrisk.values.reading import Grade, Reading, unread

PUBLISHED, URL, COVERS = "statement_published", "statement_url", "statement_covers_supplier"
DOCUMENT = "statement_document"
_YES_BY_LINK = Reading(("yes",), Grade.ESTIMATED, note="a link to it is held")
_YES_UNSEEN = Reading(("yes",), Grade.ESTIMATED, note="the list holds no link to it")
_YES_NOT_THERE = Reading(("yes",), Grade.ESTIMATED, note="nothing was found where the link leads")
_NAMED_THERE = Reading(("yes",), Grade.ESTIMATED, note="its parent's or group's statement is said to name it")
_NONE_OFFERED = unread("that is no statement under section 54")
_NO_AND_A_LINK = unread("the list says that no statement was found, and holds a link to one; taken as not known")
_NO_STATEMENTS = ("a policy", "a statement for another country")
_NOT_THERE = "nothing"
_COVERS = {
    "the supplier": Reading(("yes",), Grade.ESTIMATED, note="the statement is said to be its own"),
    "its group naming it": Reading(("yes",), Grade.ESTIMATED, note="its group's statement is said to name it"),
    "its group not naming it": Reading(("no",), Grade.ESTIMATED, note="its group's is said not to name it"),
    "another company": Reading(("no",), Grade.ESTIMATED, note="the statement is said to be another company's"),
}


def derive_statement(
    fields: Mapping[str, Field], columns: Columns, book: Book, size: int
) -> tuple[list[Column], list[Note]]:
    """What is known of the statement in the light of all columns that speak of it, and what there is to say."""
    links = columns.get(URL)
    document = base_column(fields, columns, DOCUMENT, size)
    not_there = _says(document, _NOT_THERE)
    if links is not None:
        for found in (*_NO_STATEMENTS, _NOT_THERE):
            links = recoded(
                links, _says(document, found), unread(f"{found} was found there"), f"a link to {found}"
            )
    published, notes = _by_link(fields, columns.get(PUBLISHED), links, book, size)
    published = _none_offered(published, document)
    derived = [recoded(published, not_there & _says(published, "yes"), _YES_NOT_THERE, "yes, nothing there")]
    if links is not None:
        derived.append(links)
    return [*derived, *_covering(fields, columns, size)], notes


def as_taken(published: Column, columns: Columns) -> Column:
    """Answers to *statement published* as a list takes them that says this beside them, as it was derived."""
    links, document = columns.get(URL), columns.get(DOCUMENT)
    if links is not None:
        published = _not_beside_a_link(published, _says(published, "no") & links.understood[links.codes])
    return published if document is None else _none_offered(published, document)


def _none_offered(published: Column, document: Column) -> Column:
    for kind in _NO_STATEMENTS:
        here = _says(document, kind) & ~_says(published, "no")
        published = recoded(published, here, _NONE_OFFERED, f"{kind} was offered")
    return published


def _covering(fields: Mapping[str, Field], columns: Columns, size: int) -> list[Column]:
    """The column *statement covers supplier*, where another column says whose statement it is."""
    offers = []
    if "statement_by" in columns:
        offers.append(each_of(columns["statement_by"], lambda each, text: _COVERS.get(each.first)))
    answered = columns.get(PUBLISHED)
    if answered is not None:
        named = [
            _named_there(fields[COVERS], *said) for said in zip(answered.readings, answered.texts, strict=True)
        ]
        offers += [offer_of(answered, named)] if any(named) else []
    if not offers:
        return []
    return [fill(fields[COVERS], base_column(fields, columns, COVERS, size), offers)]


def _named_there(covers: Field, reading: Reading, text: str) -> Reading | None:
    """A text that tells more than yes or no, and that a statement names the supplier."""
    if reading.value is not None:
        return None
    return _NAMED_THERE if covers.read(text).value == ("yes",) else None


def _by_link(
    fields: Mapping[str, Field], base: Column | None, links: Column | None, book: Book, size: int
) -> tuple[Column, list[Note]]:
    """The column *statement published* in the light of the links the list holds."""
    if links is None:
        return base or blank_column(fields[PUBLISHED], size), []
    if base is None:
        blank = blank_column(fields[PUBLISHED], size)
        return fill(fields[PUBLISHED], blank, [each_of(links, lambda each, text: _YES_BY_LINK)]), []
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
    notes = [
        Note(book.address(int(base.rows[each]), PUBLISHED), base.text(each), _NO_AND_A_LINK.note)
        for each in np.flatnonzero(both).tolist()
    ]
    return _not_beside_a_link(base, both), notes


def _not_beside_a_link(published: Column, both: Flags) -> Column:
    return recoded(published, both, _NO_AND_A_LINK, "no, and a link")
