"""The phrases of a table found in a text: whole words, the longest first, none inside another.

A word of a phrase that ends in ``*`` stands for every word that begins so (``janit*``). A row may say how its
phrase is used: *stop*, it only keeps shorter ones from being found in it; *head*, it speaks for the whole text
(software for a care home is software); *alone*, it counts only where the text says nothing else.
Of texts like ``account - details`` the account is searched first, unless the details are so short that they belong
to it (``Care Supplies - Children``); what semicolons divide is searched apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from msrisk.ruleset.table_file import ALONE, HEAD, STEM, STOP, Row
from msrisk.values.text import words

_DETAILS = " - "
_LABEL = 2  # words; so short a part after the dash belongs to the label

_words = lru_cache(maxsize=1 << 17)(words)  # several tables look at the same texts


class _Phrase(NamedTuple):
    row: int
    words: tuple[str, ...]
    use: str
    stems: bool

    def stands_in(self, there: tuple[str, ...]) -> bool:
        """Whether these words are the phrase's, word by word."""
        if not self.stems:
            return self.words == there
        return len(there) == len(self.words) and all(map(_same, self.words, there))


class _Found(NamedTuple):
    """A phrase in a text, and the words it covers."""

    phrase: _Phrase
    start: int
    end: int


def _same(wanted: str, word: str) -> bool:
    return word.startswith(wanted[:-1]) if wanted.endswith("*") else word == wanted


class Phrases:
    """Every phrase of a table, ready to be found."""

    def __init__(self, rows: Sequence[Row], column: str) -> None:
        self._by_word: defaultdict[str, list[_Phrase]] = defaultdict(list)
        self._by_stem: defaultdict[str, list[_Phrase]] = defaultdict(list)
        for number, row in enumerate(rows):
            held = _phrase_words(row.get(column, ""))
            if held:
                phrase = _Phrase(number, held, row.get("use", ""), any(word.endswith("*") for word in held))
                first = held[0]
                (self._by_stem[first[:STEM]] if first.endswith("*") else self._by_word[first]).append(phrase)

    def rows_in(self, text: str) -> tuple[int, ...]:
        """The rows whose phrases speak for a text, in the order of the table; none when nothing is listed."""
        return tuple(sorted({row for part in text.split(";") for row in self._rows_in_one(part)}))

    def _rows_in_one(self, text: str) -> tuple[int, ...]:
        account, _, details = text.partition(_DETAILS)
        if len(_words(details)) <= _LABEL:
            return self._speaking(text)
        return self._speaking(account) or self._speaking(text)

    def _speaking(self, text: str) -> tuple[int, ...]:
        chosen: list[_Found] = []
        for found in sorted(self._all(_words(text)), key=_longest_first):
            if not any(found.start < other.end and other.start < found.end for other in chosen):
                chosen.append(found)
        heads = [found.phrase.row for found in chosen if found.phrase.use == HEAD]
        return tuple(sorted(heads or [found.phrase.row for found in chosen if found.phrase.use != STOP]))

    def _all(self, text: tuple[str, ...]) -> Iterator[_Found]:
        for start, word in enumerate(text):
            for phrases in (self._by_word.get(word), self._by_stem.get(word[:STEM])):
                for phrase in phrases or ():
                    end = start + len(phrase.words)
                    if phrase.stands_in(text[start:end]) and (phrase.use != ALONE or end - start == len(text)):
                        yield _Found(phrase, start, end)


def _longest_first(found: _Found) -> tuple[int, int, int, int]:
    """Most words, then most letters: ``constructive*`` before ``construct*``."""
    letters = sum(map(len, found.phrase.words))
    return found.start - found.end, found.start, -letters, found.phrase.row


def _phrase_words(text: str) -> tuple[str, ...]:
    """The words of a phrase, made singular as the text's are; a stem stays as it is."""
    return tuple(
        part.casefold() if part.endswith("*") else word for part in text.split() for word in words(part) or (part,)
    )
