"""The texts that many suppliers of a register share, each put into words once."""

from __future__ import annotations

from msrisk.assessment import Assessment
from msrisk.once import Once
from msrisk.report import Report
from msrisk.ruleset.rules import Rule
from msrisk.write.moves_said import shortest_said
from msrisk.write.words import flagged, labels_said, worst_of


class SharedWords:
    """The same words as for one supplier alone; made for one output, and forgotten with it."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._titles = Once(_titles_of)
        self._labels = Once(labels_said)
        self._shortest = Once(shortest_said)
        self._categories: dict[str, str] = {}

    def why(self, one: Assessment) -> str:
        """The titles of the rules that count; of the gravest also its sum, which is a supplier's own."""
        return self._titles(one.flags) if one.stake is None else flagged(one)

    def not_known(self, one: Assessment) -> str:
        """The fields worth asking about."""
        return self._labels(one.questions)

    def lower(self, one: Assessment) -> str:
        """The shortest answers that would lower it; '' where there is none."""
        return self._shortest(self._report.moves.lower[one.number])

    def higher(self, one: Assessment) -> str:
        """The shortest answers that would raise it; '' where there is none."""
        return self._shortest(self._report.moves.higher[one.number])

    def category(self, one: Assessment) -> str:
        """Its commonest category, with no person's name in it; '' where the list says none."""
        written = self._report.suppliers.categories[one.number]
        said = self._categories.get(written)
        if said is None:
            said = self._categories[written] = self._report.suppliers.without_persons(written)
        return said


def _titles_of(flags: tuple[Rule, ...]) -> str:
    return "; ".join(rule.title for rule in worst_of(flags))
