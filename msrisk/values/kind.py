"""A kind: how one sort of value is read from text, shown again, and asked about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from msrisk.values.reading import Hint, Reading, Value

Shape = Literal["interval", "parts"]


@dataclass(frozen=True, slots=True)
class Kind:
    """One sort of value.

    name: as ``fields.yaml`` spells it.
    shape: what a reading's value is: an interval of whole numbers, or a tuple of canonical texts.
    in_words: with its article, for messages: "an amount of money".
    read: one text and its hint to a reading; pure, never raises on any text.
    show: a value as an officer would write it; ``read(show(v))`` gives ``v`` back.
    phrases: the operations a condition may use on it (see ``logic.phrase``).
    """

    name: str
    shape: Shape
    in_words: str
    read: Callable[[str, Hint], Reading]
    show: Callable[[Value], str]
    phrases: frozenset[str]


ORDERED = frozenset({"is", "one of", "at least", "at most", "more than", "less than", "blank"})
DATED = ORDERED | {"older than", "before", "after"}
NAMED = frozenset({"is", "one of", "blank"})
CODED = NAMED | {"starts with one of"}
WORDED = NAMED | {"mentions one of"}
