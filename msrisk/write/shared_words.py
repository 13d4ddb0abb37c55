"""The texts that many suppliers of a register share, each put into words once."""

from __future__ import annotations

from msrisk.assessment import Assessments, Question
from msrisk.once import Once
from msrisk.report import Report
from msrisk.ruleset.rules import Rule
from msrisk.write.moves_said import shortest_said
from msrisk.write.words import flags_said, labels_said, worst_of


class SharedWords:
    """The same words as for one supplier alone; made for one output, and forgotten with it."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._titles = Once(_titles_of)
        self._labels = Once(labels_said)
        self._shortest = Once(shortest_said)
        self._categories: dict[str, str] = {}

    def whys(self, some: Assessments) -> list[str]:
        """The titles of the rules that count; of the gravest also its sum, which is a supplier's own."""
        return [
            self._titles(flags) if stake is None else flags_said(flags, stake, spend)
            for flags, stake, spend in zip(some.flags, some.stake, some.spend, strict=True)
        ]

    def not_known(self, questions: tuple[Question, ...]) -> str:
        """The fields worth asking about."""
        return self._labels(questions)

    def lower(self, number: int) -> str:
        """The shortest answers that would lower a supplier; '' where there is none."""
        return self._shortest(self._report.moves.lower[number])

    def higher(self, number: int) -> str:
        """The shortest answers that would raise a supplier; '' where there is none."""
        return self._shortest(self._report.moves.higher[number])

    def category(self, number: int) -> str:
        """A supplier's commonest category, with no person's name in it; '' where the list says none."""
        written = self._report.suppliers.categories[number]
        said = self._categories.get(written)
        if said is None:
            said = self._categories[written] = self._report.suppliers.without_persons(written)
        return said


def _titles_of(flags: tuple[Rule, ...]) -> str:
    return "; ".join(rule.title for rule in worst_of(flags))
