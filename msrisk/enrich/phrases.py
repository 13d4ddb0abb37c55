"""The phrases of a table found in a text: whole words, the longest first, none inside another.

A word of a phrase that ends in ``*`` stands for every word that begins so (``janit*``). A row may say how its
phrase is used: *stop*, it only keeps shorter ones from being found in it; *head*, it speaks for the whole text
(software for a care home is software); *alone*, it counts only where the text says nothing else.
Texts of the form ``account - details`` are searched in the account first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from msrisk.ruleset.tables import Row
from msrisk.values.text import words

STOP, HEAD, ALONE = "stop", "head", "alone"
_KEY = 2  # letters by which phrases are found
_DETAILS = " - "


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase in a text: the row of the table, and the words it covers."""

    row: int
    start: int
    end: int

    @property
    def length(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class _Phrase:
    row: int
    words: tuple[str, ...]
    use: str

    def stands_at(self, text: Sequence[str], start: int) -> bool:
        end = start + len(self.words)
        return end <= len(text) and all(map(_same, self.words, text[start:end]))


def _same(wanted: str, word: str) -> bool:
    return word.startswith(wanted[:-1]) if wanted.endswith("*") else word == wanted


class Phrases:
    """Every phrase of a table, ready to be found."""

    def __init__(self, rows: Sequence[Row], column: str) -> None:
        self._by_start: defaultdict[str, list[_Phrase]] = defaultdict(list)
        for number, row in enumerate(rows):
            phrase = _Phrase(number, _phrase_words(row.get(column, "")), row.get("use", ""))
            if phrase.words:
                self._by_start[phrase.words[0][:_KEY].rstrip("*")].append(phrase)

    def rows_in(self, text: str) -> tuple[int, ...]:
        """The rows whose phrases speak for a text, in the order of the table; none when nothing is listed."""
        account, details, _ = text.partition(_DETAILS)
        found = self._speaking(account)
        return found or (self._speaking(text) if details else ())

    def _speaking(self, text: str) -> tuple[int, ...]:
        chosen: list[tuple[Found, str]] = []
        everything = sorted(self._all(words(text)), key=lambda each: (-each[0].length, each[0].start, each[0].row))
        for found, use in everything:
            if not any(found.start < other.end and other.start < found.end for other, _ in chosen):
                chosen.append((found, use))
        heads = [found.row for found, use in chosen if use == HEAD]
        return tuple(sorted(heads or [found.row for found, use in chosen if use != STOP]))

    def _all(self, text: Sequence[str]) -> Iterator[tuple[Found, str]]:
        for start, word in enumerate(text):
            for key in {word[:_KEY], word[:1]}:
                for phrase in self._by_start.get(key, ()):
                    if phrase.stands_at(text, start) and (phrase.use != ALONE or len(text) == len(phrase.words)):
                        yield Found(phrase.row, start, start + len(phrase.words)), phrase.use


def _phrase_words(text: str) -> tuple[str, ...]:
    """The words of a phrase, made singular as the text's are; a stem stays as it is."""
    return tuple(
        part.casefold() if part.endswith("*") else word for part in text.split() for word in words(part) or (part,)
    )
