"""Which kinds of purchase the board page shows apart: those with most of the money, and none with few suppliers.

The exact sum of few, held against published payments, tells who they are; so they are counted with the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from msrisk.published import FEWEST
from msrisk.topics import NOT_KNOWN, Topic
from msrisk.write.words import counted

SHOWN = 9


@dataclass(frozen=True, slots=True)
class Kinds:
    """apart: each in a row of its own, the largest first.  together: all others.  unknown: None where few."""

    apart: tuple[Topic, ...]
    together: tuple[Topic, ...]
    unknown: Topic | None

    @property
    def together_name(self) -> str:
        """``12 other kinds``, and whether what is not known is among them; the kind itself where it is but one."""
        named = sum(bool(topic.name) for topic in self.together)
        if len(self.together) == 1:
            return self.together[0].shown
        other = "other " if self.apart or self.unknown else ""
        kinds = counted(named, f"{other}kind")
        return kinds if named == len(self.together) else f"{kinds}, or {NOT_KNOWN}"


def kinds_shown(topics: Sequence[Topic]) -> Kinds:
    """Every kind once, and every count but that of a very short list of five suppliers or more."""
    known = sorted(
        (topic for topic in topics if topic.name),
        key=lambda topic: (-(topic.spend or 0), -topic.suppliers, topic.name),
    )
    unknown = next((topic for topic in topics if not topic.name), None)
    many = [topic for topic in known if topic.suppliers >= FEWEST]
    apart = many[:SHOWN]
    together = [topic for topic in known if topic not in apart]
    if unknown is not None and unknown.suppliers < FEWEST:
        together, unknown = [*together, unknown], None
    while 0 < sum(topic.suppliers for topic in together) < FEWEST and (apart or unknown):
        if apart:
            together.append(apart.pop())
        elif unknown is not None:
            together, unknown = [*together, unknown], None
    return Kinds(tuple(apart), tuple(together), unknown)
