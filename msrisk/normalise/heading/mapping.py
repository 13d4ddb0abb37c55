"""What each column is taken for: by its heading, unless its cells contradict it, and as told before all else."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from msrisk.errors import InputError
from msrisk.files import one_line
from msrisk.model import Field, Heading, Sheet
from msrisk.model.spend_basis import GROSS, NOT_SAID, VAT_ALONE
from msrisk.normalise.heading.cell_kinds import WORDS, counted, kind_of, texts_below
from msrisk.normalise.heading.fits import does_not_fit, holds_many_names
from msrisk.normalise.heading.headings import (
    AS_TOLD,
    BY_CELLS,
    Claim,
    claims,
    doubtful_claims,
    heading_words,
)
from msrisk.normalise.heading.vat import vat_of
from msrisk.ruleset.keys import did_you_mean
from msrisk.ruleset.vocabulary import numbered

_NAME = "supplier_name"
_DOUBTED = "may be {}; settle it with --map"
# A heading with one of these words speaks of suppliers; "Company" or "Name" may be the buyer's.
_SUPPLIERS = frozenset(
    "supplier suppliers vendor vendors contractor contractors provider providers bidder bidders tenderer tenderers"
    " payee payees creditor creditors beneficiary merchant cyflenwr".split()
)
_OF_PERSONS = frozenset(
    (("age",), ("dob",), ("date", "of", "birth"), ("birth", "date"), ("gender",), ("profession",))
)
_OF_COMPANIES = frozenset(("company_number", "company_status", "incorporated"))
Refused = dict[tuple[int, str], str]  # a column and the field it is not, and why


def map_columns(
    sheet: Sheet, texts: Sequence[str], below: int, fields: Mapping[str, Field], told: Mapping[str, str]
) -> list[Heading]:
    """Every column with the field it is taken for, or why it is not read.  Raises InputError for ``told``.

    texts: the headings, one a column.  below: the first row under them, from 0.
    told: field to heading, as given with ``--map``; these win.
    """
    held = _in_order(claims(texts, fields) + doubtful_claims(texts, fields), texts)
    refused = (
        _of_the_buyer(sheet, below, texts, held) | _of_persons(sheet, below, texts, held) | _of_a_register(held)
    )
    while True:
        headings, by = _assign(texts, held, fields, told, refused)
        wrong = {
            (claim.column, claim.field): reason
            for claim in by
            if (reason := does_not_fit(sheet, below, headings[claim.column], fields[claim.field]))
        }
        if not wrong:
            return headings
        refused |= wrong


def _in_order(held: Sequence[Claim], texts: Sequence[str]) -> list[Claim]:
    """The surest first; of two amounts that are called the same the one with VAT comes after."""

    def strength(claim: Claim) -> tuple[int, bool, int, bool, int, int]:
        rank, place, year, column = claim.strength
        later = claim.how == BY_CELLS and claim.field != _NAME
        return rank, later, place, vat_of(texts[column]) in (GROSS, VAT_ALONE), year, column

    return sorted(held, key=strength)


def _of_the_buyer(sheet: Sheet, below: int, texts: Sequence[str], held: Sequence[Claim]) -> Refused:
    """Columns that could hold a name by their headings and hold the buyer's by what stands beside them."""
    named = [claim for claim in held if claim.field == _NAME]
    refused: Refused = {}
    for claim in named:
        if not _SUPPLIERS.isdisjoint(heading_words(texts[claim.column])):
            continue
        if claim.how == BY_CELLS:
            others = [column for column, text in enumerate(texts) if _speaks_of_suppliers(text)]
        else:
            others = [each.column for each in named if each.how != BY_CELLS]
            if holds_many_names(sheet, below, claim.column):
                continue
        better = next((each for each in others if each != claim.column and _are_names(sheet, below, each)), None)
        if better is not None:
            reason = f"the buyer rather than the supplier, of whom '{one_line(texts[better])}' speaks"
            refused[claim.column, _NAME] = "" if claim.how == BY_CELLS else reason
    return refused


def _of_persons(sheet: Sheet, below: int, texts: Sequence[str], held: Sequence[Claim]) -> Refused:
    """*Name* beside an age or a date of birth, where most rows have one, is a person's."""
    filled = [
        text
        for column, text in enumerate(texts)
        if heading_words(text) in _OF_PERSONS and counted(sheet, below, column)[0] * 2 >= sheet.height - below
    ]
    return {
        (claim.column, _NAME): f"may be Supplier, but '{one_line(filled[0])}' beside it speaks of persons"
        for claim in held
        if filled and claim.field == _NAME and heading_words(texts[claim.column]) == ("name",)
    }


def _of_a_register(held: Sequence[Claim]) -> Refused:
    """A register of companies says of what country each is; no goods come from there."""
    sure = {claim.field for claim in held if claim.sure}
    if not sure >= _OF_COMPANIES:
        return {}
    return {(claim.column, "origin"): "" for claim in held if claim.field == "origin"}


def _speaks_of_suppliers(text: str) -> bool:
    return not _SUPPLIERS.isdisjoint(heading_words(text))


def _are_names(sheet: Sheet, below: int, column: int) -> bool:
    """Whether a column may be names: many different ones, or as many as a short list can have."""
    if holds_many_names(sheet, below, column):
        return True
    texts = texts_below(sheet, below, column)
    return 0 < sheet.height - below <= 2 * len(texts) and any(kind_of(text) == WORDS for text in texts)


def _assign(
    texts: Sequence[str],
    held: Sequence[Claim],
    fields: Mapping[str, Field],
    told: Mapping[str, str],
    refused: Refused,
) -> tuple[list[Heading], list[Claim]]:
    """The headings, the surest claims served first; and the claims that were."""
    taken: dict[int, tuple[str, str]] = {}
    for name, wanted in told.items():
        taken[told_column(name, wanted, texts, fields)] = (name, AS_TOLD)
    done = {field: column for column, (field, _) in taken.items()}
    others: dict[int, str] = {}
    by = []
    for claim in held:
        field = fields[claim.field]
        if claim.column in taken or _names_nobody(claim, field, done):
            continue
        if (claim.column, claim.field) in refused:
            _remember(others, claim.column, refused[claim.column, claim.field])
        elif not (name := _free_place(claim, field, done)):
            if claim.how != BY_CELLS:
                _remember(others, claim.column, _also(field, texts[claim.column], texts[done[field.name]]))
        elif not (claim.sure or claim.how == BY_CELLS or field.loose):
            _remember(others, claim.column, _DOUBTED.format(field.label))
        else:
            taken[claim.column] = (name, claim.how)
            done[name] = claim.column
            by.append(claim)
    also = _standing_in(taken, fields)
    headings = [
        Heading(column, text, *taken.get(column, ("", others.get(column, ""))), also.get(column, ()))
        for column, text in enumerate(texts)
    ]
    return headings, by


def _names_nobody(claim: Claim, field: Field, done: Collection[str]) -> bool:
    """Whether a column of codes under *Supplier* has no name beside it: it is then refused as the name."""
    return claim.how == BY_CELLS and field.kind.name == "id" and _NAME not in done


def _remember(others: dict[int, str], column: int, why: str) -> None:
    """Why a column is not read: the first reason there is, which is that of its surest claim."""
    if why:
        others.setdefault(column, why)


def _free_place(claim: Claim, field: Field, done: Collection[str]) -> str:
    """The field itself, or its second or third column where it may have several and the heading is sure."""
    most = field.several if claim.sure else 1
    places = (numbered(field.name, number) for number in range(1, most + 1))
    return next((name for name in places if name not in done), "")


def _also(field: Field, text: str, taken: str) -> str:
    """Why a second column for one field is not read; of amounts, in what it differs from the one taken."""
    said = f"also looks like {field.label}"
    if field.pool != "sum":
        return said
    kinds = (_amount_kind(text), _amount_kind(taken))
    if all(kinds) and kinds[0] != kinds[1]:
        return f"{said} ({kinds[0]}; the {kinds[1]} one, '{one_line(taken)}', is taken)"
    return f"{said} ('{one_line(taken)}' is taken)"


def _amount_kind(text: str) -> str:
    """What an amount's heading says of it: with or without VAT, of a year or a whole contract, of one line."""
    vat = vat_of(text)
    if vat != NOT_SAID:
        return vat
    words = heading_words(text)
    return next((kind for kind, signs in _AMOUNT_KINDS.items() if not signs.isdisjoint(words)), "")


_AMOUNT_KINDS = {
    "yearly": frozenset(("annual", "yearly", "annum")),
    "whole contract": frozenset(("contract", "award", "lifetime")),
    "line-by-line": frozenset(("line", "distribution")),
    "whole invoice": frozenset(("invoice",)),
}


def _standing_in(taken: Mapping[int, tuple[str, str]], fields: Mapping[str, Field]) -> dict[int, tuple[str, ...]]:
    """A list without a purchase category often has an account, or a title, that says what was bought."""
    column_of = {name: column for column, (name, _) in taken.items()}
    found: dict[int, tuple[str, ...]] = {}
    stood_for = set(column_of)
    for field in fields.values():
        missing = tuple(name for name in field.instead_of if name not in stood_for)
        if field.name in column_of and missing:
            found[column_of[field.name]] = missing
            stood_for.update(missing)
    return found


class HeadingGone(InputError):
    """A heading that was told, and that the list does not have, or has twice.

    field, wanted: what was told.  headings: those of the list.
    """

    def __init__(self, field: str, wanted: str, found: int, headings: Sequence[str]) -> None:
        self.field, self.wanted = field, wanted
        self.headings = tuple(one_line(text) for text in headings if text.strip())
        self.said = f"{found} headings" if found else "no heading"
        near = did_you_mean(one_line(wanted), self.headings)
        super().__init__(
            f"--map {field}={one_line(wanted)}: {self.said} of that name in the heading row",
            hint=near or f"The headings are: {', '.join(self.headings)}.",
        )


def told_column(name: str, wanted: str, texts: Sequence[str], fields: Mapping[str, Field]) -> int:
    """The column of a heading given with ``--map``, from 0.  Raises InputError when there is none, or two."""
    if name not in fields:
        raise InputError(
            f"--map: there is no field called '{name}'",
            hint=did_you_mean(name, fields) or "See rules/fields.yaml.",
        )
    words = heading_words(wanted)
    columns = [column for column, text in enumerate(texts) if text.strip() == wanted.strip()]
    columns = columns or [column for column, text in enumerate(texts) if heading_words(text) == words and words]
    if len(columns) == 1:
        return columns[0]
    raise HeadingGone(name, wanted, len(columns), texts)
