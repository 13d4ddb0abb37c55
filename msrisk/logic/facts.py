"""What conditions are answered from: columns, parameters in force, terms, and the day of the run."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from msrisk.logic.condition import Condition, Phrase, Reference
from msrisk.logic.truth import Truth
from msrisk.model import Column, Field, Ints, blank_column

AS_OF = "as_of"


@dataclass(frozen=True)
class Facts:
    """Everything that is held about ``size`` subjects: suppliers, or lines.

    fields: the vocabulary.  columns: those the input feeds; any other field is blank.
    parameters: each parameter's text in force on ``as_of``.  terms: the conditions behind names.
    given: terms answered outright, as examples do.
    """

    size: int
    fields: Mapping[str, Field]
    columns: Mapping[str, Column]
    as_of: date
    parameters: Mapping[str, str] = field(default_factory=dict)
    terms: Mapping[str, Condition] = field(default_factory=dict)
    given: Mapping[str, Truth] = field(default_factory=dict)
    _blanks: dict[str, Column] = field(default_factory=dict, repr=False, compare=False)

    def column(self, name: str) -> Column:
        held = self.columns.get(name) or self._blanks.get(name)
        if held is None:
            held = self._blanks[name] = blank_column(self.fields[name], self.size)
        return held

    def is_field(self, name: str) -> bool:
        """Whether a reference names a field; a parameter not yet in force is still none."""
        return name in self.fields and self.parameter(name) is None

    def compared_fields(self, phrase: Phrase) -> tuple[str, ...]:
        """The fields a phrase compares with."""
        names = [operand.name for operand in phrase.operands if isinstance(operand, Reference)]
        return tuple(name for name in names if self.is_field(name))

    def parameter(self, name: str) -> str | None:
        return self.as_of.isoformat() if name == AS_OF else self.parameters.get(name)

    def take(self, subjects: Ints, columns: Mapping[str, Column]) -> Facts:
        """The same facts for other subjects, each the number of an old one, with further columns."""
        taken = {name: column.take(subjects) for name, column in self.columns.items()}
        given = {name: truth[subjects] for name, truth in self.given.items()}
        return Facts(
            len(subjects),
            self.fields,
            {**taken, **columns},
            self.as_of,
            self.parameters,
            self.terms,
            given,
        )


def before(day: date, number: int, unit: str, less_a_day: bool = False) -> date:
    """The day a number of days, months or years before; a month too short is clamped to its end."""
    if less_a_day:
        return date.fromordinal(before(day, number, unit).toordinal() + 1)
    if unit == "day":
        return date.fromordinal(max(1, day.toordinal() - number))
    months = day.year * 12 + day.month - 1 - number * (12 if unit == "year" else 1)
    year, month = max(1, months // 12), months % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
