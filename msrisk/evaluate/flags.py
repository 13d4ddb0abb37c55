"""The flags of one rule for many suppliers: with the same values they share what is said, but for the cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from msrisk.assessment import Flag, RuleAnswer
from msrisk.evaluate.explained import Explained, share_of_spend
from msrisk.evaluate.outcomes import Outcomes
from msrisk.model import Column, Ints, Longs, Outcome
from msrisk.ruleset.rules import Rule

_MOST_KEPT = 4_096  # answers of a rule; a list in which every value is another would fill the memory


class FlagsOfRule:
    """One rule that is flagged."""

    def __init__(self, outcomes: Outcomes, rule: Rule) -> None:
        self._outcomes, self._rule = outcomes, rule
        self._one = Explained(outcomes, rule, Outcome.FLAGGED)
        self._held: dict[bytes, RuleAnswer] = {}

    def of(self, suppliers: Ints) -> list[Flag]:
        """The flag of each of these suppliers."""
        subjects = self._outcomes.subjects(self._rule, suppliers)
        answers = list(self._answers(subjects))
        read = dict.fromkeys(each.field for answer in answers for each in answer.evidence)
        cells = {name: self._cells(self._one.facts.column(name), subjects) for name in read}
        return [
            Flag(answer, tuple([cells[each.field][place] for each in answer.evidence]), share)
            for place, (answer, share) in enumerate(zip(answers, self._shares(suppliers), strict=True))
        ]

    def _answers(self, subjects: Longs) -> Iterator[RuleAnswer]:
        columns = [part.codes[subjects] for part in self._one.sentence if isinstance(part, Column)]
        signs = np.ascontiguousarray(np.vstack([self._one.proofs.signs(subjects), *columns]).T)
        for sign, subject in zip(map(bytes, signs), subjects.tolist(), strict=True):
            answer = self._held.get(sign)
            if answer is None:
                if len(self._held) >= _MOST_KEPT:
                    self._held.clear()
                answer = self._held[sign] = self._one.without_cells(subject)
            yield answer

    def _cells(self, column: Column, subjects: Longs) -> Sequence[str]:
        """The cell each value came from; '' where none holds it."""
        rows = column.rows[subjects].astype(np.int64)
        speakers = np.zeros(len(rows), np.int64) if column.speaker is None else column.speaker[subjects]
        cells = [""] * len(rows)
        for number in np.unique(speakers[rows >= 0]).tolist():
            places = np.flatnonzero((speakers == number) & (rows >= 0))
            spoken_by = column.speakers[number] if column.speakers else column.field.name
            found = self._outcomes.suppliers.book.addresses(rows[places], spoken_by)
            for place, cell in zip(places.tolist(), found, strict=True):
                cells[place] = cell
        return cells

    def _shares(self, suppliers: Ints) -> list[str]:
        """What is said of the part of the spend that the flag speaks of, where that is not the whole."""
        shares = [""] * len(suppliers)
        if self._rule.id in self._outcomes.lines:
            for place in np.flatnonzero(~self._outcomes.suppliers.is_one_line[suppliers]).tolist():
                shares[place] = share_of_spend(self._outcomes, self._rule, int(suppliers[place]))
        return shares
