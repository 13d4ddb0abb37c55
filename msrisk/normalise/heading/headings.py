"""Which column holds which field: whole words, exact before contained, never a substring."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from msrisk.model import Field
from msrisk.values.edits import one_slip_apart

# A unit or currency in a heading says how to read the cells; it is no part of the name.
_UNIT = re.compile(
    r"\((?:[^()]*[£$€œ�][^()]*|gbp|usd|eur|000s?|'000s?|m|k|bn|millions?|thousands?|%|y ?/ ?n|yes ?/ ?no)\)"
    r"|(?:\bin\s+)?[£$€œ�]\s?(?:['’]?000'?s?|m|k|bn|millions?|thousands?)?(?![a-z0-9])|['’]000s?|\by/n\b"
    r"|\b(?:in|exc?l?\.?|excluding|exclusive of|incl?\.?|including|inclusive of|net of|before|less|without|plus)"
    r"\s?(?:\bvat\b|v\.a\.t\.?)",
    re.IGNORECASE,
)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
# A figure stuck to a word, as exports number columns of one name (``Amount1``), and years: ``FY24``, ``FY 24/25``.
_STUCK_FIGURE = re.compile(r"(?<=[a-z]{4})(?=(?:20\d\d|\d\d?)\b)", re.IGNORECASE)
_FIGURE_OR_YEAR = re.compile(r"(?:fy)?\d+|fy")
_WORD = re.compile(r"[^\W_]+")
# The mark of a footnote: a raised figure, or ``[1]`` and ``(see note 2)``.
_FOOTNOTE = re.compile(
    r"[¹²³⁰⁴-⁹]|[(\[]\s*(?:see\s+)?(?:foot)?notes?\s*\d*\s*[)\]]|\[\s*\d{1,2}\s*\]", re.IGNORECASE
)
_POUNDS = "£"
# A byte order mark that was decoded as text, once or twice, and stuck to the first heading.
_BOM = re.compile(r"^(?:\ufeff|ï»¿|Ã¯Â»Â¿|Ã¯»¿)")

LONGEST = 300  # characters of a heading; some hold a paragraph of instructions
SHORTEST_JOINED = 6  # letters; a shorter name (``T/O``) is not known again when written as one word
EXACT, WORDS, AS_TOLD = "exact", "words", "as told"
FIRST_WORDS, BY_CELLS = "its first words", "its cells bear it out"
_HOWS = (EXACT, FIRST_WORDS, WORDS, BY_CELLS)  # the surest first

# Where the name in a heading ends and what is said about it begins.
_END = re.compile(r"[(\[:;?\n]|\s[-–—]\s|\.\s")
_INSTRUCTION = re.compile(
    r"\b(?:please|populate|enter|insert|select|choose|complete|drop ?down|e\.?g|i\.?e"
    r"|as (?:shown|recorded|registered)|if (?:known|applicable|available|any))\b",
    re.IGNORECASE,
)
_FEWEST_WORDS = 6  # of what follows a name, that it must be an explanation
_YEAR = re.compile(
    r"\b(?:fy\s?)?(20\d\d)\b|\b(?:fy\s?)?(\d\d)\s?[/-]\s?\d\d\b(?![/-])|\bfy\s?(\d\d)\b", re.IGNORECASE
)
_PARTS = re.compile(r"[/|\n()\[\]]+")


@lru_cache(maxsize=4096)
def heading_words(text: str) -> tuple[str, ...]:
    """A heading as plain words: no case, punctuation or unit, and no number such as a year (``Spend 25/26``).

    A heading that is nothing but pounds, ``£`` or ``(£'000)``, is that sign.
    """
    plain = words_apart(unicodedata.normalize("NFKC", _FOOTNOTE.sub(" ", _BOM.sub("", text))))
    words = _WORD.findall(_STUCK_FIGURE.sub(" ", _UNIT.sub(" ", plain)).casefold())
    named = [word for word in words if not _FIGURE_OR_YEAR.fullmatch(word)]
    return tuple(named or words or ([_POUNDS] if _POUNDS in plain else []))


def is_only_pounds(text: str) -> bool:
    """Whether a heading says no more than the unit of the one above it."""
    return heading_words(text) == (_POUNDS,)


def words_apart(text: str) -> str:
    """``NetAmount`` as two words, where no space does it."""
    return text if " " in text.strip() else _CAMEL.sub(" ", text)


def contains(words: Sequence[str], run: Sequence[str]) -> bool:
    """Whether the run stands among the words, unbroken."""
    return any(tuple(words[at : at + len(run)]) == tuple(run) for at in range(len(words) - len(run) + 1))


@dataclass(frozen=True, slots=True)
class Claim:
    """One heading's claim to be a field: how it is known, its place in the field's own list, the year it names."""

    column: int
    field: str
    how: str
    place: int
    year: int = 0

    @property
    def strength(self) -> tuple[int, int, int, int]:
        return (_HOWS.index(self.how), self.place, -self.year, self.column)

    @property
    def sure(self) -> bool:
        return self.how in (EXACT, FIRST_WORDS)


def claims(texts: Sequence[str], fields: Mapping[str, Field]) -> list[Claim]:
    """Every field each heading could be by its words alone."""
    known = _vocabularies(tuple(fields.values()))
    everything = _vocabulary(tuple(fields.values()))
    found = []
    for column, text in enumerate(texts):
        read = _read(text)
        words = frozenset((*read.words, "".join(read.words)))
        if everything.isdisjoint(words):
            continue  # a cheap answer for the cells of data rows
        for field, vocabulary in known:
            claim = None if vocabulary.isdisjoint(words) else _claim(column, read, field)
            if claim:
                found.append(replace(claim, year=_year(text)))
    return found


def _year(text: str) -> int:
    """The year in a heading, ``Spend 2025/26`` or ``Spend 25/26``: of two years the later is the one to read."""
    found = _YEAR.search(text)
    return 0 if found is None else int(found[1] or f"20{found[2] or found[3]}")


def doubtful_claims(texts: Sequence[str], fields: Mapping[str, Field]) -> list[Claim]:
    """The fields each heading could be if its cells bear it out."""
    doubted = [(field.name, _names(field.doubtful)) for field in fields.values() if field.doubtful]
    return [
        Claim(column, name, BY_CELLS, place)
        for column, text in enumerate(texts)
        for name, names in doubted
        if (place := _place(_read(text).first, names)) is not None
    ]


def with_doubtful(fields: Mapping[str, Field]) -> Mapping[str, Field]:
    """The vocabulary for a list in which no heading names a supplier: those that may do so count as well."""
    return {
        name: replace(field, headers=(*field.headers, *field.doubtful)) if field.kind.name == "name" else field
        for name, field in fields.items()
    }


def near_field(text: str, fields: Mapping[str, Field]) -> str:
    """The field of which a heading is a name misspelt, a slip in a word; '' for none."""
    words = _read(text).first
    for field in fields.values():
        ruled_out = any(contains(words, each) for each in _names(field.not_headers))
        if not ruled_out and any(_misspelt(words, name) for name in _names(field.headers)):
            return field.name
    return ""


def _misspelt(words: Sequence[str], name: Sequence[str]) -> bool:
    if len(words) != len(name):
        return False
    slips = [(word, meant) for word, meant in zip(words, name, strict=True) if word != meant]
    return bool(slips) and all(
        len(meant) >= SHORTEST_JOINED and one_slip_apart(word, meant) for word, meant in slips
    )


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading's words; those before an instruction or explanation; and its parts (``Supplier / Cyflenwr``)."""

    words: tuple[str, ...]
    first: tuple[str, ...]
    parts: tuple[tuple[str, ...], ...]


@lru_cache(maxsize=4096)
def _read(text: str) -> _Heading:
    words = heading_words(text) if len(text) <= LONGEST else ()
    end = _END.search(text, 1)
    if end and _explains(text[end.start() :]):
        first = heading_words(text[: end.start()])
        return _Heading(words or first, first, ())
    parts = [heading_words(part) for part in _PARTS.split(text)] if words else []
    return _Heading(words, words, tuple(filter(None, parts)))


def _explains(rest: str) -> bool:
    return len(rest.split()) >= _FEWEST_WORDS or _INSTRUCTION.search(rest) is not None


@lru_cache(maxsize=8)
def _vocabulary(fields: tuple[Field, ...]) -> frozenset[str]:
    """Every word of every heading a field goes by, and each heading as one word."""
    return frozenset().union(*(words for _, words in _vocabularies(fields)))


@lru_cache(maxsize=8)
def _vocabularies(fields: tuple[Field, ...]) -> tuple[tuple[Field, frozenset[str]], ...]:
    """Each field that goes by any heading, with their words and each heading as one word."""
    return tuple(
        (field, frozenset(word for name in (*_names(field.headers), own) for word in (*name, "".join(name))))
        for field in fields
        if field.headers  # what is looked up has no column
        for own in [tuple(field.name.split("_"))]
    )


@lru_cache(maxsize=512)
def _names(headers: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(heading_words(header) for header in headers)


@lru_cache(maxsize=65536)
def _place(words: tuple[str, ...], names: tuple[tuple[str, ...], ...]) -> int | None:
    """Where a heading stands among a field's names, also when it is written as one word or as more."""
    if words in names:
        return names.index(words)
    letters = "".join(words)
    if len(letters) < SHORTEST_JOINED:
        return None
    return next((place for place, name in enumerate(names) if "".join(name) == letters), None)


def _claim(column: int, heading: _Heading, field: Field) -> Claim | None:
    names = _names(field.headers)
    if heading.words == tuple(field.name.split("_")) and heading.words not in _names(field.doubtful):
        return Claim(column, field.name, EXACT, -1)
    if (place := _place(heading.words, names)) is not None:
        return Claim(column, field.name, EXACT, place)
    if len(heading.parts) > 1:
        places = [_place(part, names) for part in heading.parts]
        if None not in places:
            return Claim(column, field.name, EXACT, max(each for each in places if each is not None))
    # What explains a name may hold any word; only of what we buy and pay is that no matter.
    said = heading.first if field.loose else heading.words
    if any(contains(said, each) for each in _names(field.not_headers)):
        return None
    if heading.first != heading.words and (place := _place(heading.first, names)) is not None:
        return Claim(column, field.name, FIRST_WORDS, place)
    return _by_words(column, heading.words, field, names)


def _by_words(
    column: int, words: tuple[str, ...], field: Field, names: tuple[tuple[str, ...], ...]
) -> Claim | None:
    among = frozenset(words)
    held = [
        (len(name), -place)
        for place, name in enumerate(names)
        if len(name) > 1 and among.issuperset(name) and contains(words, name)
    ]
    return Claim(column, field.name, WORDS, -max(held)[1]) if held else None
