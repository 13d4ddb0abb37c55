"""Which column holds which field: whole words, exact before contained, never a substring."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from msrisk.errors import InputError
from msrisk.model import Field, Heading
from msrisk.ruleset.keys import did_you_mean
from msrisk.ruleset.vocabulary import numbered

# A unit or currency in a heading says how to read the cells; it is no part of the name.
_UNIT = re.compile(
    r"\((?:[^()]*[£$€œ�][^()]*|gbp|usd|eur|000s?|'000s?|m|k|bn|millions?|thousands?|%|y ?/ ?n|yes ?/ ?no)\)"
    r"|[£$€œ�]\s?(?:'?000s?|m|k|bn)?(?![a-z0-9])|'000s?|\by/n\b"
    r"|\b(?:in|excl|excluding|incl|including|net of) vat\b",
    re.IGNORECASE,
)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_WORD = re.compile(r"[^\W_]+")
# A byte order mark that was decoded as text, once or twice, and stuck to the first heading.
_BOM = re.compile(r"^(?:\ufeff|ï»¿|Ã¯Â»Â¿|Ã¯»¿)")

LONGEST = 300  # characters of a heading; some hold a paragraph of instructions
EXACT, WORDS, AS_TOLD = "exact", "words", "as told"


@lru_cache(maxsize=4096)
def heading_words(text: str) -> tuple[str, ...]:
    """A heading as plain words: no case, punctuation or unit, and no number such as a year (``Spend 25/26``)."""
    plain = unicodedata.normalize("NFKC", _BOM.sub("", text))
    if _CAMEL.search(plain) and " " not in plain.strip():
        plain = _CAMEL.sub(" ", plain)
    words = _WORD.findall(_UNIT.sub(" ", plain).casefold())
    named = [word for word in words if not word.isdigit()]
    return tuple(named or words)


def contains(words: Sequence[str], run: Sequence[str]) -> bool:
    """Whether the run stands among the words, unbroken."""
    return any(tuple(words[at : at + len(run)]) == tuple(run) for at in range(len(words) - len(run) + 1))


@dataclass(frozen=True, slots=True)
class Claim:
    """One heading's claim to be a field: exact or by words, and its place in the field's own list."""

    column: int
    field: str
    how: str
    place: int

    @property
    def strength(self) -> tuple[bool, int, int]:
        return (self.how != EXACT, self.place, self.column)


def claims(texts: Sequence[str], fields: Mapping[str, Field]) -> list[Claim]:
    """Every field each heading could be."""
    known = _vocabulary(tuple(fields.values()))
    found = []
    for column, text in enumerate(texts):
        words = heading_words(text) if len(text) <= LONGEST else ()
        if known.isdisjoint(words):
            continue  # a cheap answer for the cells of data rows
        for field in fields.values():
            claim = _claim(column, words, field)
            if claim:
                found.append(claim)
    return found


@lru_cache(maxsize=8)
def _vocabulary(fields: tuple[Field, ...]) -> frozenset[str]:
    """Every word of every heading a field goes by."""
    headers = (name for field in fields for name in (*_names(field.headers), tuple(field.name.split("_"))))
    return frozenset(word for name in headers for word in name)


@lru_cache(maxsize=256)
def _names(headers: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(heading_words(header) for header in headers)


def _claim(column: int, words: tuple[str, ...], field: Field) -> Claim | None:
    names = _names(field.headers)
    own_name = tuple(field.name.split("_"))
    if words == own_name:
        return Claim(column, field.name, EXACT, -1)
    if words in names:
        return Claim(column, field.name, EXACT, names.index(words))
    if any(contains(words, each) for each in _names(field.not_headers)):
        return None
    among = frozenset(words)
    held = [
        (len(name), -place)
        for place, name in enumerate(names)
        if len(name) > 1 and among.issuperset(name) and contains(words, name)
    ]
    return Claim(column, field.name, WORDS, -max(held)[1]) if held else None


def assign(
    texts: Sequence[str], fields: Mapping[str, Field], told: Mapping[str, str], refused: Mapping[int, str]
) -> list[Heading]:
    """Every column by its heading, with the field it was taken for.

    told: field to heading, as given with ``--map``; these win.  refused: columns not to take, and why.
    """
    taken: dict[int, tuple[str, str]] = {}
    for name, wanted in told.items():
        taken[told_column(name, wanted, texts, fields)] = (name, AS_TOLD)
    others = dict(refused)
    doubted = "may be {}; settle it with --map"
    done = {field for field, _ in taken.values()}
    for claim in sorted(claims(texts, fields), key=lambda claim: claim.strength):
        if claim.column in taken or claim.column in refused:
            continue
        field = fields[claim.field]
        name = _free_place(claim, field, done)
        if not name:
            others.setdefault(claim.column, f"also looks like {field.label}")
            continue
        if claim.how != EXACT and not field.loose:
            others.setdefault(claim.column, doubted.format(field.label))
            continue
        taken[claim.column] = (name, claim.how)
        done.add(name)
    also = _standing_in(taken, fields)
    return [
        Heading(column, text, *taken.get(column, ("", others.get(column, ""))), also.get(column, ()))
        for column, text in enumerate(texts)
    ]


def _free_place(claim: Claim, field: Field, done: Collection[str]) -> str:
    """The field itself, or its second or third column where it may have several and the heading is exact."""
    most = field.several if claim.how == EXACT else 1
    places = (numbered(field.name, number) for number in range(1, most + 1))
    return next((name for name in places if name not in done), "")


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
    shown = [text for text in texts if text.strip()]
    problem = "no heading" if not columns else f"{len(columns)} headings"
    raise InputError(
        f"--map {name}={wanted}: {problem} of that name in the heading row",
        hint=did_you_mean(wanted, shown) or f"The headings are: {', '.join(shown)}.",
    )
