"""How the rules of a run ended, by kind: suppliers of whom every rule ended alike are one kind."""

from __future__ import annotations

from collections.abc import Sequence

from msrisk.model import Bytes, Ints, Outcome, kinds_of
from msrisk.ruleset.rules import Rule


class Ended:
    """The rules that ended in one way for a supplier, in the order of the rule set; shared by those of its kind.

    kinds: the number of each supplier's kind.
    """

    def __init__(self, asked: Sequence[Rule], outcomes: Bytes) -> None:
        self.kinds: Ints
        self.kinds, first = kinds_of(outcomes)
        self._asked = asked
        self._ended: list[list[int]] = outcomes[:, first].T.tolist()
        self._rules: dict[tuple[int, Outcome], tuple[Rule, ...]] = {}

    def rules(self, number: int, outcome: Outcome) -> tuple[Rule, ...]:
        return self._of_kind(int(self.kinds[number]), outcome)

    def rules_of_each(self, numbers: Ints, outcome: Outcome) -> list[tuple[Rule, ...]]:
        """The same of several suppliers."""
        return [self._of_kind(kind, outcome) for kind in self.kinds[numbers].tolist()]

    def _of_kind(self, kind: int, outcome: Outcome) -> tuple[Rule, ...]:
        held = self._rules.get((kind, outcome))
        if held is None:
            ended = zip(self._asked, self._ended[kind], strict=True)
            held = self._rules[kind, outcome] = tuple(rule for rule, each in ended if each == outcome)
        return held
