"""What a run has to say about single places in the input."""

from __future__ import annotations

from dataclasses import dataclass

DISAGREE = "its rows disagree"  # how a note on a supplier's contradictory rows begins


@dataclass(frozen=True, slots=True)
class Note:
    """Something a person should know about one place in the input.

    understood: the cell was read, and the note says how; False when it was taken as not known.
    """

    where: str
    said: str
    problem: str
    understood: bool = False


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that is in no supplier, and why."""

    where: str
    said: str
    reason: str


@dataclass(frozen=True, slots=True)
class LineNote:
    """A line of a text file that was not like the others.

    line: as a text editor counts, from 1.  wrong: what was odd about it.  done: what was made of it.
    """

    line: int
    wrong: str
    done: str
