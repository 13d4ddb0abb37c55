"""One supplier in words: how it stands, how every rule ended and why, and what to ask about it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat
from operator import attrgetter
from typing import Any, NamedTuple, Protocol

from msrisk.model import About, Band, Ints, Outcome, Queue
from msrisk.ruleset.rules import Rule
from msrisk.values.reading import Grade


class Evidence(NamedTuple):
    """One value a finding rests on; a plain tuple inside, since a long list has hundreds of thousands of them.

    shown: as typed.  address: the cell, '' when no cell holds it.  compared_with: the phrase, with figures.
    answer: whether the value meets the phrase, *yes* or *no*; '' of a value that another is compared with.
    source: of the figure compared with.  note: how the value was understood, when that needs saying.
    """

    field: str
    label: str
    shown: str
    address: str
    compared_with: str
    answer: str
    source: str
    grade: Grade
    note: str = ""


class RuleAnswer(NamedTuple):
    """How one rule ended for one supplier, and why.

    blanks: the fields that keep it open.  assumed: blank exceptions that a flag was allowed to survive.
    also: cells of the supplier's other lines that ended so, where each contract is for us to see to.
    """

    rule: Rule
    outcome: Outcome
    points: int
    because: str = ""
    grade: Grade = Grade.STATED
    evidence: tuple[Evidence, ...] = ()
    blanks: tuple[str, ...] = ()
    assumed: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


class Flag(NamedTuple):
    """A flag of one supplier among many: what it shares with all whose values are the same, and what is its own.

    answer: as it is explained for one supplier, but for the cells of its evidence and the end of its sentence.
    cells: of each piece of evidence, '' where no cell holds it.  share: of the spend, said behind the sentence.
    """

    answer: RuleAnswer
    cells: tuple[str, ...] = ()
    share: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """What to ask about one supplier, the points on it, and whether only our own records can answer it."""

    field: str
    label: str
    ask: str
    points: int
    ours: bool = False


_POINTS = attrgetter("points")


class Explain(Protocol):
    """How the rules about ``of`` that ended in the given ways did so for one supplier.

    In the order of the rule set. An answer that is not known is shared by all whose same blanks keep it open.
    """

    def __call__(
        self, number: int, ended: Collection[Outcome], of: Collection[About] = ..., /
    ) -> tuple[RuleAnswer, ...]: ...


class ExplainFlags(Protocol):
    """How one rule about suppliers came to be flagged for each of some suppliers of whom it is, in their order."""

    def __call__(self, rule: Rule, numbers: Ints, /) -> list[Flag]: ...


Ask = Callable[[int], tuple[Question, ...]]


def most_points_first(answers: tuple[RuleAnswer, ...]) -> tuple[RuleAnswer, ...]:
    """Those with the same points keep their order."""
    return tuple(sorted(answers, key=_POINTS, reverse=True)) if len(answers) > 1 else answers


class Assessment(NamedTuple):
    """Everything about one supplier, in words; a plain tuple inside, since a long list makes one of each.

    stake: the pence that the gravest flag speaks of, None where that is the whole or no spend is known.
    flags: the rules about it that are flagged, the gravest first.  ask, explain: worked out when asked.
    """

    number: int
    rank: int
    name: str
    band: Band
    so_far: Band
    queue: Queue
    score: int
    could_reach: int
    law: int
    exposure: int
    relief: int
    spend: int | None
    stake: int | None
    coverage: float
    flags: tuple[Rule, ...]
    ask: Ask
    explain: Explain

    @property
    def questions(self) -> tuple[Question, ...]:
        """What to ask about it: only what can still change its answer, most points first."""
        return self.ask(self.number)

    @property
    def answers(self) -> tuple[RuleAnswer, ...]:
        """How every rule ended, in the order of the rule set."""
        return self.explain(self.number, tuple(Outcome))

    def ended(self, outcome: Outcome, of: Collection[About] = (About.SUPPLIER,)) -> tuple[RuleAnswer, ...]:
        """The rules about ``of`` that ended so, most points first; flags in their own order."""
        answers = most_points_first(self.explain(self.number, (outcome,), of))
        if outcome is not Outcome.FLAGGED:
            return answers
        place = {rule.id: number for number, rule in enumerate(self.flags)}
        return tuple(sorted(answers, key=lambda answer: place.get(answer.rule.id, len(place))))


class Assessments(NamedTuple):
    """Several suppliers, a column each of what ``Assessment`` says of one.  asked: the questions about each."""

    number: list[int]
    rank: list[int]
    name: list[str]
    band: list[Band]
    so_far: list[Band]
    queue: list[Queue]
    score: list[int]
    could_reach: list[int]
    law: list[int]
    exposure: list[int]
    relief: list[int]
    spend: list[int | None]
    stake: list[int | None]
    coverage: list[float]
    flags: list[tuple[Rule, ...]]
    asked: list[tuple[Question, ...]]

    def each(self, ask: Ask, explain: Explain) -> Iterator[Assessment]:
        """Each of them by itself; its questions are asked for when they matter."""
        columns: Sequence[list[Any]] = self[:-1]
        return map(Assessment._make, zip(*columns, repeat(ask), repeat(explain)))
