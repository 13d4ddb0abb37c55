"""Suppliers in words: every rule, the values it rests on, their cells, and the limits compared with."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from msrisk.assessment import Flag, RuleAnswer
from msrisk.evaluate.explained import Explained
from msrisk.evaluate.flags import FlagsOfRule
from msrisk.evaluate.outcomes import Outcomes
from msrisk.model import About, Ints, Outcome
from msrisk.ruleset.rules import Rule

Answer = Callable[[int], RuleAnswer]
_ALL = tuple(About)


class Explanations:
    """How the rules of a run ended for any of its suppliers, and why."""

    def __init__(self, outcomes: Outcomes) -> None:
        self._outcomes = outcomes
        self._abouts = [rule.about for rule in outcomes.asked]
        self._answers: dict[tuple[str, int], Answer] = {}
        self._flags: dict[str, FlagsOfRule] = {}
        self._wanted: dict[tuple[int, tuple[Outcome, ...], tuple[About, ...]], list[Answer]] = {}

    def explain(
        self, supplier: int, ended: Collection[Outcome], of: Collection[About] = _ALL
    ) -> tuple[RuleAnswer, ...]:
        """How the rules about ``of`` that ended in one of the given ways did so for one supplier, and why."""
        kind = int(self._outcomes.ended.kinds[supplier])
        wanted = kind, tuple(ended), tuple(of)
        held = self._wanted.get(wanted)
        if held is None:
            held = self._wanted[wanted] = list(self._of_kind(supplier, ended, of))
        return tuple([answer(supplier) for answer in held])

    def flags(self, rule: Rule, suppliers: Ints) -> list[Flag]:
        """How a rule came to be flagged for each of some suppliers for whom it is."""
        held = self._flags.get(rule.id)
        if held is None:
            held = self._flags[rule.id] = FlagsOfRule(self._outcomes, rule)
        return held.of(suppliers)

    def _of_kind(self, supplier: int, ended: Collection[Outcome], of: Collection[About]) -> Iterator[Answer]:
        """What explains each rule that is asked for: the same for all suppliers of whom every rule ended alike."""
        came_to: list[int] = self._outcomes.worst[:, supplier].tolist()
        for rule, outcome, about in zip(self._outcomes.asked, came_to, self._abouts, strict=True):
            if outcome in ended and about in of:
                answer = self._answers.get((rule.id, outcome))
                if answer is None:
                    answer = self._answers[rule.id, outcome] = self._of_rule(rule, Outcome(outcome))
                yield answer

    def _of_rule(self, rule: Rule, outcome: Outcome) -> Answer:
        if outcome is Outcome.NOT_KNOWN:
            return _Open(self._outcomes, rule).answer
        return Explained(self._outcomes, rule, outcome).answer


class _Open:
    """One rule that is not known: the same for all suppliers for whom the same blanks keep it open."""

    def __init__(self, outcomes: Outcomes, rule: Rule) -> None:
        points, (blanks, which) = outcomes.rules.points(rule), outcomes.blanks(rule)
        self._answers = [RuleAnswer(rule, Outcome.NOT_KNOWN, points, blanks=each) for each in blanks]
        self._which = which.data

    def answer(self, supplier: int) -> RuleAnswer:
        return self._answers[self._which[supplier]]
