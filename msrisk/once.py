"""What many suppliers share, worked on once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

Thing = TypeVar("Thing")
Made = TypeVar("Made")


class Once(Generic[Thing, Made]):
    """What a function makes of each thing, made once however many suppliers share the thing.

    Things are told apart by identity, which needs no look into them; each is held, so that its identity stays its
    own. It is for things that a report shares among suppliers: given a new thing for each of them, it only grows.
    """

    __slots__ = ("_held", "_make")

    def __init__(self, make: Callable[[Thing], Made]) -> None:
        self._make = make
        self._held: dict[int, tuple[Thing, Made]] = {}

    def __call__(self, thing: Thing) -> Made:
        held = self._held.get(id(thing))
        if held is None:
            held = self._held[id(thing)] = (thing, self._make(thing))
        return held[1]

    def __len__(self) -> int:
        """How many different things there were."""
        return len(self._held)
