"""The vocabulary: every field the tool knows, from ``rules/fields.yaml``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from types import MappingProxyType

from msrisk.files import data_folder
from msrisk.model import Field
from msrisk.ruleset.document import Block, Document, Entry, read_document
from msrisk.ruleset.keys import as_block, block_of, check_keys, list_of, one_of, text_of
from msrisk.values import KINDS

_KEYS = (
    "label",
    "kind",
    "of",
    "pool",
    "loose",
    "several",
    "instead_of",
    "headings",
    "not_headings",
    "doubtful_headings",
    "choices",
    "stays",
    "ask",
    "said",
    "answered_by",
)
SUPPLIER, OUR_RECORDS, STATEMENTS, COMPANIES = (
    "the supplier",
    "our own records",
    "the statement registry",
    "the company register",
)
FILE = "fields.yaml"


@cache
def load_vocabulary() -> Mapping[str, Field]:
    """Every field by its name, in the order of the file.  Raises RulesError."""
    return read_vocabulary(read_document(data_folder("rules") / FILE))


def read_vocabulary(document: Document) -> Mapping[str, Field]:
    """The fields of one vocabulary file."""
    check_keys(document.top, ("title", "fields"), ("title", "fields"), "the vocabulary")
    entries = block_of(document.top, "fields")
    first = [_field(entry) for entry in entries]
    return MappingProxyType({each.name: each for field in first for each in (field, *_further(field))})


def _further(field: Field) -> Iterator[Field]:
    """The fields of a second and third column, which have no headings of their own."""
    for number in range(2, field.several + 1):
        yield replace(
            field,
            name=numbered(field.name, number),
            label=f"{field.label} (column {number})",
            headers=(),
            doubtful=(),
            loose=False,
            several=1,
            instead_of=(),
            ask="",
        )


def numbered(name: str, number: int) -> str:
    """The field of a further column: ``category_2``."""
    return name if number == 1 else f"{name}_{number}"


def _field(entry: Entry) -> Field:
    block = as_block(entry)
    check_keys(block, _KEYS, ("label", "kind", "of"), f"the field '{entry.key}'")
    kind = one_of(block, "kind", KINDS)
    return Field(
        name=entry.key,
        label=text_of(block, "label"),
        kind=KINDS[kind],
        of=one_of(block, "of", ("supplier", "line", "row")),
        headers=_headings(block),
        not_headers=tuple(node.text for node in list_of(block, "not_headings")),
        doubtful=tuple(node.text for node in list_of(block, "doubtful_headings")),
        ask=text_of(block, "ask"),
        answered_by=_answered_by(block),
        choices=_choices(block),
        stays=text_of(block, "stays"),
        pool=one_of(block, "pool", ("agree", "sum", "gather", "span", "by spend"), default="agree"),
        loose=one_of(block, "loose", ("yes", "no"), default="no") == "yes",
        several=int(one_of(block, "several", ("1", "2", "3"), default="1")),
        instead_of=tuple(node.text for node in list_of(block, "instead_of")),
        said=_said(block),
    )


def _headings(block: Block) -> tuple[str, ...]:
    """The headings it goes by; its label too, as outputs print it, unless one word of it could mean anything."""
    headings = [node.text for node in list_of(block, "headings")]
    label = text_of(block, "label")
    return tuple(dict.fromkeys([*headings, label] if headings and " " in label else headings))


def _said(block: Block) -> tuple[str, ...]:
    """How a yes and a no are said; both, or neither."""
    said = tuple(node.text for node in list_of(block, "said"))
    if said and len(said) != 2:
        raise block.mark.error("'said' is two texts: how a yes is said, and how a no is")
    return said


def _answered_by(block: Block) -> tuple[str, ...]:
    """Who can say it: the supplier, where nothing else stands there."""
    known = (SUPPLIER, OUR_RECORDS, STATEMENTS, COMPANIES)
    said = list_of(block, "answered_by")
    for node in said:
        if node.text not in known:
            raise node.mark.error(f"'{node.text}' is nobody who answers", f"It is one of: {', '.join(known)}.")
    return tuple(node.text for node in said) or (SUPPLIER,)


def _choices(block: Block) -> tuple[tuple[str, str], ...]:
    """Each spelling, casefolded, and the choice it stands for; a choice is its own first spelling."""
    choices = block_of(block, "choices")
    return tuple(
        (spelling.casefold(), entry.key)
        for entry in choices
        for spelling in (entry.key, *(node.text for node in list_of(choices, entry.key)))
    )
