"""In how many lines a text is set, and where they end: broken between words, as Excel breaks them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from msrisk.model import Longs
from msrisk.write.workbook.measure import Letters, letter_widths, letters_of, room_for, surely_in_one_line

_APART = "\0"  # between texts; no text that is shown holds it
_BREAK, _SPACE, _INSIDE = "\n", " ", "-/"  # a long word is broken behind one of the last


def breaks(text: str, room: float, bold: bool = False) -> list[str]:
    """The lines of a text, broken between words; within one wider than a line, behind a hyphen or a stroke."""
    whole = _Together([text])
    lines = sorted(
        (int(start), int(end))
        for _, starts, ends in whole.lines(room_for(room, bold))
        for start, end in zip(starts, ends, strict=True)
    )
    return [text[start:end].rstrip(" ") for start, end in lines]


def lines_in(text: str, room: float, bold: bool = False) -> int:
    """How many lines a text is set in."""
    if not bold and surely_in_one_line(text, room):
        return 1
    return int(lines_in_each([text], room, bold)[0])


def lines_in_each(texts: Sequence[str], room: float, bold: bool = False) -> Longs:
    """The same of many texts, whose lines are broken together: the first of all of them, then the second."""
    together = _Together(texts)
    counted = np.zeros(len(texts), np.int64)
    for parts, _, _ in together.lines(room_for(room, bold)):
        counted += np.bincount(together.text_of[parts], minlength=len(texts))
    return counted


class _Together:
    """Texts behind one another, in the parts between their own line breaks; places are counted through all.

    text_of: the text of each part.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._letters: Letters = letters_of(_APART.join(texts))
        ends_a_text = self._letters == ord(_APART)
        apart = np.flatnonzero(ends_a_text | (self._letters == ord(_BREAK)))
        self._starts: Longs = np.concatenate([[0], apart + 1])
        self._stops: Longs = np.append(apart, len(self._letters))
        self.text_of: Longs = np.concatenate([[0], np.cumsum(ends_a_text[apart])])

    def lines(self, room: float) -> Iterator[tuple[Longs, Longs, Longs]]:
        """The next line of every part that has one: which parts these are, where it starts, and where it ends."""
        reached = np.zeros(len(self._letters) + 1, np.int32)  # enough for the longest texts of a portion
        np.cumsum(letter_widths(self._letters), out=reached[1:])
        whole = reached[self._stops] - reached[self._starts] <= room  # nearly every part
        parts = np.flatnonzero(whole)
        yield parts, self._starts[parts], self._stops[parts]
        parts = np.flatnonzero(~whole)
        starts = self._starts[parts]
        spaces, inside = self._places(_SPACE), self._places(_INSIDE)
        while len(parts):
            stops = self._stops[parts]
            full = np.searchsorted(reached, reached[starts] + room, "right") - 1
            space = spaces[np.searchsorted(spaces, full, "right") - 1]
            last = inside[np.searchsorted(inside, full, "left") - 1]
            within = np.where(last >= starts, last + 1, np.maximum(full, starts + 1))
            ends = np.where(full < stops, np.where(space > starts, space + 1, within), stops)
            yield parts, starts, ends
            more = ends < stops
            parts, starts = parts[more], ends[more]

    def _places(self, letters: str) -> Longs:
        """Where one of some letters stands; -1 before all others."""
        here = np.logical_or.reduce([self._letters == ord(letter) for letter in letters])
        return np.concatenate([[-1], np.flatnonzero(here)])
