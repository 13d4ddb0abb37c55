"""The words that say what kind of payee somebody is, from ``rules/tables/payee_words.csv``.

A phrase is whole words; a word that ends in * stands for all that begin so. ``where`` it speaks:

* *name*: half of what is needed, the account must say the same; of a *supplier*: the name is a firm's
* *name alone*: so plain that no account need say it as well
* *not a person*: no person is called so
* *account*: the other half
* *own account*: speaks even against a firm's name
* *fee account*: one person's own work is paid here; a titled name is then a person's, any other a supplier's
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from msrisk.values.name import key
from msrisk.values.tables import rows

IN_NAME, ALONE, NOT_A_PERSON, ACCOUNT, OWN_ACCOUNT, FEE_ACCOUNT = (
    "name",
    "name alone",
    "not a person",
    "account",
    "own account",
    "fee account",
)
OF_KINDS, OF_ACCOUNTS = (IN_NAME, ALONE), (ACCOUNT, OWN_ACCOUNT, FEE_ACCOUNT)
SHORTEST_CUT_NAME = 28  # characters; the shortest limit at which a ledger was seen to cut names
_INDEXED = 3  # letters of a phrase's first word by which it is found
# Letters that must be left of a word cut short, by how many whole words of the phrase stand before it.
_LEFT_OF_CUT = (5, 3, 2)


@dataclass(frozen=True, slots=True, eq=False)
class Phrase:
    """One row of the table, each made once.  words: each with whether it is only the start of a word."""

    text: str
    words: tuple[tuple[str, bool], ...]
    where: str
    kind: str

    def stands_at(self, words: Sequence[str], start: int, cut: bool) -> bool:
        """Whether the phrase stands there, whole; or to the end of a name that was cut short."""
        for number, (word, is_stem) in enumerate(self.words):
            place = start + number
            if place == len(words):
                return False
            said = words[place]
            if said == word or (is_stem and said.startswith(word)):
                continue
            return cut and place == len(words) - 1 and self._may_be_cut(said, number)
        return True

    def may_begin_with(self, said: str) -> bool:
        """Whether this may be its first word, whole or cut short."""
        word, is_stem = self.words[0]
        return said == word or (is_stem and said.startswith(word)) or self._may_be_cut(said, 0)

    def _may_be_cut(self, said: str, number: int) -> bool:
        """Whether ``nhs foundati`` may be the start of this phrase; one word of several proves nothing."""
        if number == 0 and len(self.words) > 1:
            return False
        left = _LEFT_OF_CUT[min(number, len(_LEFT_OF_CUT) - 1)]
        return len(said) >= left and self.words[number][0].startswith(said)


def found(words: Sequence[str], where: tuple[str, ...], cut: bool = False) -> list[Phrase]:
    """The phrases of the table that stand in a text, but for those inside a longer one of another kind.

    So ``pre school`` is no school, and ``Treasury Solicitor`` no solicitor.
    """
    last = len(words) - 1
    hits = [
        (start, start + len(phrase.words), phrase)
        for start, word in enumerate(words)
        for phrase in _beginning_with(word, where, cut and start == last)
        if phrase.stands_at(words, start, cut)
    ]
    if len(hits) < 2:
        return [phrase for _, _, phrase in hits]
    return [
        phrase
        for start, end, phrase in hits
        if not any(
            first <= start and end <= last and last - first > end - start and other.kind != phrase.kind
            for first, last, other in hits
        )
    ]


@dataclass(frozen=True, slots=True)
class _Index:
    """Phrases by their first word; those whose first word goes on, and those of one word, by its first letters."""

    whole: dict[str, tuple[Phrase, ...]]
    stems: dict[str, tuple[Phrase, ...]]
    single: dict[str, tuple[Phrase, ...]]


@lru_cache(maxsize=50_000)
def _beginning_with(word: str, where: tuple[str, ...], cut: bool) -> tuple[Phrase, ...]:
    """Every phrase that may begin with this word; cut: the word may itself be cut short."""
    index, start = _index(where), word[:_INDEXED]
    held = [*index.whole.get(word, ()), *index.stems.get(start, ())]
    if cut:
        held += [each for each in index.single.get(start, ()) if each not in held]
    return tuple([each for each in held if each.may_begin_with(word)])


def may_begin(words: Iterable[str], where: tuple[str, ...]) -> frozenset[str]:
    """Of these words those with which some phrase may begin; a name without any needs no closer look."""
    return frozenset([word for word in words if _beginning_with(word, where, True)])


@cache
def _index(where: tuple[str, ...]) -> _Index:
    """The phrases that speak in these places."""
    index = _Index({}, {}, {})
    for row in rows("payee_words"):
        if row["where"] not in where:
            continue
        phrase = Phrase(row["phrase"], _words(row["phrase"]), row["where"], row["kind"])
        word, goes_on = phrase.words[0]
        by, start = (index.stems, word[:_INDEXED]) if goes_on else (index.whole, word)
        by[start] = (*by.get(start, ()), phrase)
        if len(phrase.words) == 1:
            index.single[word[:_INDEXED]] = (*index.single.get(word[:_INDEXED], ()), phrase)
    return index


def _words(text: str) -> tuple[tuple[str, bool], ...]:
    """``foster* allow*`` as words, each with whether it goes on."""
    return tuple((key(word.rstrip("*")), word.endswith("*")) for word in text.split())
