"""Fields, and their values for all suppliers at once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from msrisk.model.arrays import Bytes, Flags, Ints, Longs
from msrisk.values.interval import EVERYTHING, Interval
from msrisk.values.kind import Kind
from msrisk.values.reading import BLANK, Grade, Hint, Reading


@dataclass(frozen=True, slots=True)
class Field:
    """One line of the vocabulary, ``rules/fields.yaml``.

    of: *supplier* facts are pooled over a supplier's rows, *line* facts make a line, *row*
        facts belong to their row alone.
    pool: how supplier rows are pooled: they must *agree*, are added up (*sum*), all kept (*gather*), all kept and
        that with the most money first (*by spend*), or only their first and last day matter (*span*).
    loose: whether a heading that merely contains one of its names is taken; others are only offered.
    several: how many columns may hold it; the second is the field ``category_2``, and so on.
    instead_of: the fields its first column also stands for where the list has no column for them.
    headers: the headings it goes by.  not_headers: words that rule a heading out.
    doubtful: headings that are taken only where no other is, and the cells below bear them out.
    ask: the question to put when it is blank; ``never`` where nobody is asked.
    choices: each spelling of an answer, and the answer.  stays: the answer that no remark after it puts in doubt.
    said: a yes and a no in the middle of a sentence; () where its label has to do.
    answered_by: who can say it, whoever is quickest to ask first.
    """

    name: str
    label: str
    kind: Kind
    of: str
    headers: tuple[str, ...] = ()
    not_headers: tuple[str, ...] = ()
    ask: str = ""
    answered_by: tuple[str, ...] = ()
    choices: tuple[tuple[str, str], ...] = ()
    stays: str = ""
    pool: str = "agree"
    loose: bool = False
    several: int = 1
    instead_of: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    said: tuple[str, ...] = ()

    @property
    def is_asked(self) -> bool:
        return self.ask != "never"

    @property
    def question(self) -> str:
        """What to ask where it is not known."""
        return self.ask or f"What is the {self.label.lower()}?"

    def read(self, text: str, hint: Hint | None = None) -> Reading:
        """The text as this field understands it."""
        hint = hint or Hint()
        return self.kind.read(text, self.hint(hint.heading, hint.day_first))

    def hint(self, heading: str, day_first: bool | None = None) -> Hint:
        """What stands round a text of this field, under that heading."""
        return Hint(heading, day_first, self.choices, self.stays)


@dataclass(frozen=True)
class Column:
    """One field for every subject (suppliers, or lines): codes into distinct readings.

    texts: each reading as it was typed.  rows: the input row that spoke, -1 where none did.
    speakers: the fields whose cells spoke: the field itself, or what it was derived from.
    behind: of a looked-up field, what it was looked up by: that is what to ask about when it is not known.
    """

    field: Field
    readings: tuple[Reading, ...]
    texts: tuple[str, ...]
    codes: Ints
    rows: Ints
    speakers: tuple[str, ...] = ()
    speaker: Bytes | None = None
    behind: tuple[Column, ...] = ()

    @cached_property
    def gap(self) -> Flags:
        """Whether each distinct reading is a gap in a reference table: looked up, and the table does not say."""
        gaps = [each.value is None and each.grade is Grade.LOOKED_UP for each in self.readings]
        return np.array(gaps, np.bool_)

    @cached_property
    def low(self) -> Longs:
        return np.array([bounds(reading).low for reading in self.readings], np.int64)

    @cached_property
    def high(self) -> Longs:
        return np.array([bounds(reading).high for reading in self.readings], np.int64)

    @cached_property
    def grades(self) -> Bytes:
        return np.array([reading.grade for reading in self.readings], np.uint8)

    @cached_property
    def understood(self) -> Flags:
        """Whether each distinct reading says anything."""
        return np.array([reading.value is not None for reading in self.readings], np.bool_)

    @cached_property
    def settled(self) -> Flags:
        """Whether each distinct reading leaves nothing open."""
        return np.array([reading.settled for reading in self.readings], np.bool_)

    @cached_property
    def unsettled(self) -> Flags:
        """For each subject, whether its reading leaves anything open."""
        return ~self.settled[self.codes]

    def reading(self, subject: int) -> Reading:
        return self.readings[int(self.codes[subject])]

    def text(self, subject: int) -> str:
        return self.texts[int(self.codes[subject])]

    def spoken_by(self, subject: int) -> str:
        """The field whose cell gave the value."""
        if self.speaker is None:
            return self.speakers[0] if self.speakers else self.field.name
        return self.speakers[int(self.speaker[subject])]

    def take(self, subjects: Ints) -> Column:
        """The same column for other subjects, each given by the number of an old one."""
        speaker = None if self.speaker is None else self.speaker[subjects]
        taken = Column(
            self.field,
            self.readings,
            self.texts,
            self.codes[subjects],
            self.rows[subjects],
            self.speakers,
            speaker,
            tuple(column.take(subjects) for column in self.behind),
        )
        taken.__dict__.update({name: held for name, held in self.__dict__.items() if name in _OF_READINGS})
        return taken


# What is worked out from the readings alone, and so holds for other subjects too.
_OF_READINGS = ("low", "high", "grades", "understood", "settled", "gap")


def bounds(reading: Reading) -> Interval:
    """What an amount or date may be: everything, when it was not understood."""
    return reading.value if isinstance(reading.value, Interval) else EVERYTHING


def blank_column(field: Field, size: int) -> Column:
    """A field no column of the input feeds."""
    nowhere = np.full(size, -1, np.int32)
    return Column(field, (BLANK,), ("",), np.zeros(size, np.int32), nowhere)
