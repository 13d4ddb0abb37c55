"""How a rule can end, and the bands and queues a supplier can stand in."""

from __future__ import annotations

from enum import Enum, IntEnum
from functools import cached_property


class Outcome(IntEnum):
    """How a rule ended for one supplier, mildest first, so that the worst line is the maximum."""

    NOT_APPLICABLE = 0
    CLEAR = 1
    NOT_KNOWN = 2
    FLAGGED = 3

    @cached_property
    def word(self) -> str:
        return self.name.lower().replace("_", " ")


class Track(Enum):
    """Five things that stay apart.

    *Buyer* is what the law or a policy asks of us and not of the supplier: it is shown and never scored, since no
    supplier is the worse for what its buyer left undone.
    """

    LAW = "law"
    EXPOSURE = "exposure"
    ASSURANCE = "assurance"
    EXCLUSION = "exclusion"
    BUYER = "buyer"

    @property
    def scored(self) -> bool:
        return self not in (Track.EXCLUSION, Track.BUYER)


class About(Enum):
    """Of whom a rule says something: of the supplier, of us as the buyer, or of nobody, while it is only tried."""

    SUPPLIER = "the supplier"
    US = "us, the buyer"
    WHAT_IF = "what if"


class Severity(Enum):
    CRITICAL = "critical"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Band(IntEnum):
    """Worst first, which is the order of every list."""

    REFER = 0
    CRITICAL = 1
    HIGH = 2
    NOT_CLEARED = 3
    MEDIUM = 4
    LOW = 5

    @cached_property
    def word(self) -> str:
        """As a heading or in a cell of its own: ``Not cleared``."""
        return self.name.capitalize().replace("_", " ")

    @property
    def phrase(self) -> str:
        """As it stands beside a supplier's name: a priority for us, never a verdict on them."""
        return {
            Band.REFER: "Refer for legal review",
            Band.NOT_CLEARED: "Not cleared: more must be known",
        }.get(self, f"{self.word} priority for checks")


class Queue(IntEnum):
    """What to do with a supplier this week."""

    LOOK_FIRST = 0
    NEXT = 1
    IDENTITY_TO_CHECK = 2
    PARKED = 3
    SET_ASIDE = 4

    @cached_property
    def word(self) -> str:
        return self.name.lower().replace("_", " ")
