"""What to ask about the suppliers of a run: only what can still change an answer, most points first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np

from msrisk.assessment import Question
from msrisk.model import Field, Flags, Ints, Suppliers, kinds_of
from msrisk.model.payees import KINDS, UNNAMED
from msrisk.ruleset.vocabulary import OUR_RECORDS

Questions = tuple[Question, ...]


class Asking:
    """The questions of every supplier; those of whom the same is asked share it.

    open_fields: for each field the suppliers for whom it is worth asking.  weights: the points that hang on it.
    could_reach: the score each could reach.
    """

    def __init__(
        self,
        suppliers: Suppliers,
        open_fields: Mapping[str, Flags],
        weights: Mapping[str, Ints],
        could_reach: Ints,
    ) -> None:
        self._fields, self._open = suppliers.fields, tuple(open_fields)
        self._unnamed: Flags = suppliers.payees.kinds == KINDS.index(UNNAMED)
        self._could_reach = could_reach
        points = [np.where(flags, weights[name], np.int32(-1)) for name, flags in open_fields.items()]
        table = np.stack(points) if points else np.zeros((0, len(suppliers)), np.int32)
        self._kinds, first = kinds_of(table)
        self._held = [self._put(each) for each in table[:, first].T.tolist()]
        self._who = cache(self._who_stands_behind)

    def of(self, number: int) -> Questions:
        """What to ask about one supplier.

        Of a contract that names none, only who stands behind it: all else is to be asked of them.
        """
        if self._unnamed[number]:
            return self._who(int(self._could_reach[number]))
        return self._held[int(self._kinds[number])]

    def of_each(self, numbers: Ints) -> list[Questions]:
        """The same of several."""
        held = [self._held[kind] for kind in self._kinds[numbers].tolist()]
        for place in np.flatnonzero(self._unnamed[numbers]).tolist():
            held[place] = self.of(int(numbers[place]))
        return held

    def _put(self, points: Sequence[int]) -> Questions:
        """The questions for a kind of suppliers.  points: that hang on each field, -1 where it is not asked."""
        named = zip(self._open, points, strict=True)
        held = [_question(self._fields[name], each) for name, each in named if each >= 0]
        return tuple(sorted(held, key=lambda question: -question.points))

    def _who_stands_behind(self, points: int) -> Questions:
        return (_question(self._fields["supplier_name"], points),)


def _question(field: Field, points: int) -> Question:
    return Question(field.name, field.label, field.question, points, field.answered_by == (OUR_RECORDS,))
