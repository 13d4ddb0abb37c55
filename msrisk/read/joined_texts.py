"""Many texts in one buffer: a column in which hardly any text comes twice takes a fifth of the memory so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import overload

import numpy as np

from msrisk.model import Longs

_END = "\0"  # no cell of a text file holds it
_AT_ONCE = 10_000


class JoinedTexts(Sequence[str]):
    """Texts of which each is made when it is asked for; they need not be distinct."""

    def __init__(self, data: bytes, ends: Longs) -> None:
        self._data = data
        self._ends = ends

    def __len__(self) -> int:
        return len(self._ends)

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[str]: ...
    def __getitem__(self, place: int | slice) -> str | Sequence[str]:
        if isinstance(place, slice):
            return [self._one(each) for each in range(*place.indices(len(self)))]
        if not -len(self) <= place < len(self):
            raise IndexError(place)
        return self._one(int(place) % len(self))

    def __iter__(self) -> Iterator[str]:
        start = 0
        for last in range(_AT_ONCE - 1, len(self) + _AT_ONCE - 1, _AT_ONCE):
            end = int(self._ends[min(last, len(self) - 1)])
            yield from self._data[start:end].decode("utf-8", "surrogatepass").split(_END)
            start = end + 1

    def followed_by(self, texts: Sequence[str]) -> JoinedTexts:
        """These texts, and some more after them."""
        joiner = Joiner()
        joiner.add(texts)
        more = joiner.joined()
        return JoinedTexts(self._data + more._data, np.concatenate((self._ends, more._ends + len(self._data))))

    def _one(self, place: int) -> str:
        start = int(self._ends[place - 1]) + 1 if place else 0
        return self._data[start : int(self._ends[place])].decode("utf-8", "surrogatepass")


class Joiner:
    """Takes texts in portions, and gives them joined."""

    def __init__(self) -> None:
        self._portions: list[bytes] = []
        self._ends: list[Longs] = []
        self._length = 0

    def add(self, texts: Sequence[str]) -> None:
        """Line ends within a text become one kind, as everywhere."""
        if not texts:
            return
        data = (_END.join(texts) + _END).replace("\r\n", "\n").encode("utf-8", "surrogatepass")
        ends = np.flatnonzero(np.frombuffer(data, np.uint8) == 0) + self._length
        self._portions.append(data)
        self._ends.append(ends.astype(np.int64))
        self._length += len(data)

    def joined(self) -> JoinedTexts:
        return JoinedTexts(b"".join(self._portions), np.concatenate(self._ends))
