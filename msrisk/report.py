"""The result of a run: columnar for every supplier, in words for the one somebody asks about."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from msrisk.accepted import Accepted
from msrisk.changes import Moves
from msrisk.model import About, Band, Bytes, Field, Flags, Ints, Longs, Outcome, Queue, Suppliers, Track
from msrisk.model.payees import UNNAMED
from msrisk.model.shift import Shift
from msrisk.ruleset.rules import Rule, RuleSet
from msrisk.ruleset.vocabulary import OUR_RECORDS
from msrisk.taken import DecisionsTaken
from msrisk.topics import Topic, by_topic
from msrisk.values.reading import Grade

if TYPE_CHECKING:
    import pandas


@dataclass(frozen=True, slots=True)
class Evidence:
    """One value a finding rests on.

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


@dataclass(frozen=True, slots=True)
class RuleAnswer:
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


Explain = Callable[[int, Collection[Outcome]], tuple[RuleAnswer, ...]]


@dataclass(frozen=True, slots=True)
class Question:
    """What to ask about one supplier, the points on it, and whether only our own records can answer it."""

    field: str
    label: str
    ask: str
    points: int
    ours: bool = False


@dataclass(frozen=True)
class Points:
    """The sums behind a band, before anything is ranked; one entry a supplier."""

    score: Ints
    could_reach: Ints
    law: Ints
    exposure: Ints
    relief: Ints
    band: Bytes
    so_far: Bytes


@dataclass(frozen=True)
class Scores(Points):
    """Points with what follows from all of them.

    order: supplier numbers in rank order.  turn: those worth a look, in turn across what is bought.
    """

    queue: Bytes
    turn: Longs
    settled: Ints
    applicable: Ints
    order: Ints

    @cached_property
    def rank(self) -> Ints:
        """Each supplier's place, from 1."""
        rank = np.empty(len(self.order), np.int32)
        rank[self.order] = np.arange(1, len(self.order) + 1, dtype=np.int32)
        return rank


@dataclass(frozen=True)
class Assessment:
    """Everything about one supplier, in words."""

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
    coverage: float
    questions: tuple[Question, ...]
    explain: Explain

    @property
    def answers(self) -> tuple[RuleAnswer, ...]:
        """How every rule ended, in the order of the rule set."""
        return self.explain(self.number, tuple(Outcome))

    def ended(self, outcome: Outcome, of: Collection[About] = (About.SUPPLIER,)) -> tuple[RuleAnswer, ...]:
        """The rules about ``of`` that ended so, most points first; only these are explained."""
        held = [each for each in self.explain(self.number, (outcome,)) if each.rule.about in of]
        return tuple(sorted(held, key=lambda answer: -answer.points))


@dataclass(frozen=True)
class Report:
    """What a run found.

    outcomes: rules in force by suppliers, the worst line of each.  open_fields: for each field the suppliers
    for whom it is worth asking.  weights: the points that hang on it.  options: as given, for the run record.
    topics: what is bought from each supplier in a word, '' where that is not known.
    decisions, accepted: what became of those that were given, None where none were.
    stability: what would change if the points did; worked out when asked.
    explain: how the rules with the given outcomes ended for one supplier, and why; worked out when asked.
    find_moves: what would change each supplier; takes seconds on a long list, and so is worked out when asked.
    facts_behind: what a flag rests on, as a text that changes when the facts or the rule do.
    """

    suppliers: Suppliers
    rules: RuleSet
    as_of: date
    asked: tuple[Rule, ...]
    outcomes: Bytes
    scores: Scores
    open_fields: Mapping[str, Flags]
    weights: Mapping[str, Ints]
    explain: Explain
    find_moves: Callable[[], Moves]
    facts_behind: Callable[[int, Rule], str]
    topics: tuple[str, ...] = ()
    options: Mapping[str, str] = field(default_factory=dict)
    decisions: DecisionsTaken | None = None
    stability: Callable[[], tuple[Shift, ...]] = tuple
    accepted: Accepted | None = None

    def __len__(self) -> int:
        return len(self.suppliers)

    def __iter__(self) -> Iterator[Assessment]:
        """Every payee, in rank order; those set aside last."""
        return (self.assessment(int(number)) for number in self.scores.order)

    def ranked(self) -> Iterator[Assessment]:
        """The suppliers screened, in rank order."""
        return (self.assessment(number) for number in self.scores.order.tolist() if self.screened[number])

    def assessment(self, number: int) -> Assessment:
        """One supplier by its number in ``suppliers``."""
        scores, suppliers = self.scores, self.suppliers
        applicable = int(scores.applicable[number])
        return Assessment(
            number=number,
            rank=int(scores.rank[number]),
            name=suppliers.shown_name(number),
            band=Band(int(scores.band[number])),
            so_far=Band(int(scores.so_far[number])),
            queue=Queue(int(scores.queue[number])),
            score=int(scores.score[number]),
            could_reach=int(scores.could_reach[number]),
            law=int(scores.law[number]),
            exposure=int(scores.exposure[number]),
            relief=int(scores.relief[number]),
            spend=int(suppliers.spend[number]) if suppliers.has_spend[number] else None,
            coverage=int(scores.settled[number]) / applicable if applicable else 1.0,
            questions=self.questions(number),
            explain=self.explain,
        )

    def questions(self, number: int) -> tuple[Question, ...]:
        """What to ask about one supplier: only what can still change its answer, most points first.

        Of a contract that names none, only who stands behind it: all else is to be asked of them.
        """
        if self.suppliers.kind(number) == UNNAMED:
            return (self._question(self.suppliers.fields["supplier_name"], int(self.scores.could_reach[number])),)
        held = [
            self._question(self.suppliers.fields[name], int(self.weights[name][number]))
            for name, flags in self.open_fields.items()
            if flags[number]
        ]
        return tuple(sorted(held, key=lambda question: -question.points))

    def _question(self, field: Field, points: int) -> Question:
        return Question(field.name, field.label, field.question, points, field.answered_by == (OUR_RECORDS,))

    def rules_ended(self, number: int, outcome: Outcome) -> list[Rule]:
        """The rules that ended so for one supplier, in the order of the rule set."""
        ended, wanted = self.outcomes[:, number].tolist(), int(outcome)
        return [rule for rule, each in zip(self.asked, ended, strict=True) if each == wanted]

    def count(self, band: Band) -> int:
        """How many of the suppliers screened are in a band; those set aside are in none."""
        return int(np.count_nonzero((self.scores.band == band) & self.screened))

    @cached_property
    def screened(self) -> Flags:
        """The suppliers that were not set aside."""
        return ~self.in_queue(Queue.SET_ASIDE)

    @cached_property
    def moves(self) -> Moves:
        """What would lower and raise each supplier."""
        return self.find_moves()

    def in_queue(self, queue: Queue) -> Flags:
        held: Flags = self.scores.queue == queue
        return held

    @cached_property
    def by_topic(self) -> tuple[Topic, ...]:
        """The suppliers screened, counted by what is bought from them."""
        return by_topic(self.topics, self.suppliers, self.scores.band, self.screened)

    def first_to_look_at(self, top: int) -> list[int]:
        """The look-first suppliers in the order they are taken, then the others by rank."""
        first = [number for number in self.scores.turn.tolist() if self.in_queue(Queue.LOOK_FIRST)[number]]
        chosen = set(first)
        rest = [number for number in self.scores.order.tolist() if number not in chosen and self.screened[number]]
        return (first + rest)[:top]

    @cached_property
    def exclusions_asked(self) -> bool:
        """Whether an exclusion rule was asked of anything that was given to this run."""
        return any(self.rules.put_to(rule, self.suppliers.columns) for rule in self._of_exclusion)

    @cached_property
    def exclusions_not_asked(self) -> tuple[Rule, ...]:
        """The exclusion rules for which nothing was given to this run."""
        return tuple(rule for rule in self._of_exclusion if not self.rules.put_to(rule, self.suppliers.columns))

    @property
    def _of_exclusion(self) -> list[Rule]:
        return [rule for rule in self.asked if rule.track is Track.EXCLUSION and rule.status != "trial"]

    def to_frame(self) -> pandas.DataFrame:
        """One row a supplier, in rank order; spend in pounds."""
        import pandas

        scores, suppliers, order = self.scores, self.suppliers, self.scores.order
        spend = np.where(suppliers.has_spend, suppliers.spend / 100, np.nan)
        return pandas.DataFrame(
            {
                "rank": scores.rank[order],
                "name": [suppliers.shown_name(int(number)) for number in order],
                "band": [Band(int(band)).word for band in scores.band[order]],
                "so_far": [Band(int(band)).word for band in scores.so_far[order]],
                "queue": [Queue(int(queue)).word for queue in scores.queue[order]],
                "score": scores.score[order],
                "could_reach": scores.could_reach[order],
                "spend": spend[order],
                "flagged": [self._ids(int(number), Outcome.FLAGGED) for number in order],
                "not_known": [self._ids(int(number), Outcome.NOT_KNOWN) for number in order],
            }
        )

    def _ids(self, number: int, outcome: Outcome) -> str:
        ended = self.rules_ended(number, outcome)
        return "; ".join(rule.id for rule in ended if rule.about is About.SUPPLIER)
